import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CommonError, Reply } from '../../shared/contract.ts'
import { coalesce } from './events.ts'
import type { Host } from './host.ts'
import { createSeat, type Seat } from './seat.ts'
import { createServe, page, type Serve } from './serve.ts'

export type HttpDoor = {
  port: number
  /** An address that lets one browser in, once. */
  launchUrl(): string
  close(): Promise<void>
}

const maxCallBytes = 2_000_000
const maxUploadBytes = 4_000_000_000
const keepAliveMs = 25_000

type State = {
  host: Host
  serve: Serve
  origin: string
  cookieName: string
  launchTokens: Set<string>
  seatByCookie: Map<string, Seat>
  streams: Set<ServerResponse>
}

export async function openHttpDoor(
  host: Host,
  options: { assetsDir: string; port: number },
): Promise<HttpDoor> {
  const server = createServer((request, response) => {
    respond(state, request, response).catch(() => response.destroy())
  })
  const port = await listen(server, options.port)
  const state: State = {
    host,
    serve: createServe({ assetsDir: options.assetsDir, exchange: host.exchange }),
    origin: `http://127.0.0.1:${port}`,
    // Cookies know no port: without it in the name, two open folders would take each other's.
    cookieName: `khosach-${port}`,
    launchTokens: new Set(),
    seatByCookie: new Map(),
    streams: new Set(),
  }
  return {
    port,
    launchUrl() {
      const token = randomBytes(24).toString('base64url')
      state.launchTokens.add(token)
      return `${state.origin}/?launch=${token}`
    },
    async close() {
      for (const response of state.streams) response.end()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await closed
    },
  }
}

async function respond(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const stranger = strangerOf(request, state.origin)
  if (stranger) return sendReply(response, 403, stranger)
  const url = URL.parse(request.url ?? '/', state.origin)
  if (!url) return sendReply(response, 400, 'invalid_input')
  const launch = url.searchParams.get('launch')
  if (launch !== null) return letIn(state, response, launch)
  const seat = state.seatByCookie.get(cookieOf(request, state.cookieName))
  const [, area, name = ''] = url.pathname.split('/')
  if (!seat) {
    return area === 'call' ? sendReply(response, 401, 'seat_unknown') : send(response, page(401, closedPage))
  }
  if (area === 'call') return answerCall(request, response, seat, name)
  if (area === 'events') return stream(state, response)
  if (area === 'upload') {
    const refused = await refusalOf(request, seat)
    return refused
      ? sendReply(response, 403, refused)
      : upload(state, request, response, url.searchParams.get('name') ?? '')
  }
  return send(response, await state.serve(new Request(url, { method: request.method ?? 'GET' })))
}

async function letIn(state: State, response: ServerResponse, token: string): Promise<void> {
  const known = [...state.launchTokens].find((each) => isSame(each, token))
  if (!known) return send(response, page(401, closedPage))
  state.launchTokens.delete(known)
  const cookie = randomBytes(24).toString('base64url')
  state.seatByCookie.set(cookie, createSeat(state.host))
  response.writeHead(303, {
    'Set-Cookie': `${state.cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`,
    Location: '/',
    'Cache-Control': 'no-store',
  })
  response.end()
}

/** Only who is signed in hands files in. */
async function refusalOf(request: IncomingMessage, seat: Seat): Promise<CommonError | null> {
  if (request.method !== 'POST') return 'invalid_input'
  const session = await seat.call('users.session', {})
  const state = session.ok ? (session.value as { state: string }).state : 'engine_lost'
  if (state === 'signed_in') return null
  return state === 'locked' ? 'locked' : 'signed_out'
}

async function upload(
  { host }: State,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  const ticket = await host.exchange.receive(name, request, maxUploadBytes)
  if (!ticket) return sendReply(response, 413, 'too_large')
  sendJson(response, 200, { ok: true, value: ticket })
}

function stream({ host, streams }: State, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.write(': open\n\n')
  const tell = coalesce((event) => {
    if (!response.writableEnded) response.write(`data: ${JSON.stringify(event)}\n\n`)
  })
  const stop = host.onEvent(tell)
  const beat = setInterval(() => response.write(': still here\n\n'), keepAliveMs)
  streams.add(response)
  response.on('close', () => {
    stop()
    clearInterval(beat)
    streams.delete(response)
  })
}

/** Only our own page on our own address: a rebound name shows in Host, a foreign page in Origin. */
function strangerOf(request: IncomingMessage, origin: string): CommonError | null {
  if (`http://${request.headers.host}` !== origin) return 'foreign_host'
  const from = request.headers.origin
  if (from !== undefined && from !== origin) return 'foreign_origin'
  const site = request.headers['sec-fetch-site']
  const isOwn = site === undefined || site === 'same-origin' || site === 'none'
  // The first page is opened from outside; everything after it must come from it.
  return isOwn || request.method === 'GET' ? null : 'foreign_origin'
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  seat: Seat,
  name: string,
): Promise<void> {
  const type = request.headers['content-type']?.split(';')[0]
  if (request.method !== 'POST' || type !== 'application/json')
    return sendReply(response, 415, 'invalid_input')
  const text = await readBody(request)
  if (text === null) return sendReply(response, 413, 'too_large')
  const input = parseJson(text)
  if (input === undefined) return sendReply(response, 400, 'invalid_input')
  sendJson(response, 200, await seat.call(name, input))
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= maxCallBytes) chunks.push(chunk)
  }
  return size > maxCallBytes ? null : Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown)
  } catch {
    return undefined
  }
}

function sendReply(response: ServerResponse, status: number, code: CommonError): void {
  sendJson(response, status, { ok: false, error: { code, details: {} } })
}

function sendJson(response: ServerResponse, status: number, reply: Reply): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(JSON.stringify(reply))
}

async function send(response: ServerResponse, from: Response): Promise<void> {
  response.writeHead(from.status, Object.fromEntries(from.headers))
  if (from.body) await pipeline(Readable.fromWeb(from.body as never), response)
  else response.end()
}

function cookieOf(request: IncomingMessage, name: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

const closedPage = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Kho Sách</title>
<h1>Trang này chưa được mở từ Kho Sách</h1>
<p>Hãy mở lại Kho Sách từ biểu tượng của chương trình (hoặc chạy lại lệnh mở). Mỗi địa chỉ mở chỉ dùng được một lần.</p>
<p lang="en">This page was not opened from Kho Sách. Start Kho Sách again: each opening address works once.</p></html>`
