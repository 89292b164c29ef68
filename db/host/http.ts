import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { CommonError } from '../../shared/contract.ts'
import type { Host } from './host.ts'
import { createSeat, type Seat } from './seat.ts'
import { createServe, page, type Serve } from './serve.ts'
import {
  answerOf,
  cookieOf,
  inputOf,
  isForeign,
  refusalOf,
  send,
  sendJson,
  sendReply,
  streamNews,
  upload,
} from './web.ts'

export type HttpDoor = {
  port: number
  /** An address that lets one browser in, once. */
  launchUrl(): string
  close(): Promise<void>
}

type State = {
  host: Host
  serve: Serve
  origin: string
  cookieName: string
  launchTokens: Set<string>
  seatByCookie: Map<string, Seat>
  streams: Set<ServerResponse>
}

/** Only programs of this PC come in, and none is hurried; Node would look at their connections twice a minute. */
const neverMs = 2 ** 31 - 1

export async function openHttpDoor(
  host: Host,
  options: { assetsDir: string; port: number },
): Promise<HttpDoor> {
  const server = createServer({ connectionsCheckingInterval: neverMs }, (request, response) => {
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
  if (area === 'call') {
    const asked = await inputOf({ request, response })
    return asked
      ? sendJson(response, 200, await answerOf(state.host, seat, { request, name, ...asked }))
      : undefined
  }
  if (area === 'events') return streamNews(state.host, { response, streams: state.streams })
  if (area === 'upload') {
    const refused = request.method === 'POST' ? await uploadRefusal(state, seat) : 'invalid_input'
    return refused
      ? sendReply(response, 403, refused)
      : upload(state.host, { request, response }, url.searchParams.get('name') ?? '')
  }
  return send(response, await state.serve(new Request(url, { method: request.method ?? 'GET' })))
}

/** Nobody can sign in to a library of a newer program, whose update is handed in on the page that says so. */
async function uploadRefusal({ host }: State, seat: Seat): Promise<CommonError | null> {
  const opened = await host.opened()
  return !opened.ok && opened.problem === 'newer_version' ? null : refusalOf(seat)
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

/** Only our own page on our own address: a rebound name shows in Host. */
function strangerOf(request: IncomingMessage, origin: string): CommonError | null {
  if (`http://${request.headers.host}` !== origin) return 'foreign_host'
  return isForeign(request, origin) ? 'foreign_origin' : null
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
