import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CommonError, Json, Reply } from '../../shared/contract.ts'
import { coalesce } from './events.ts'
import type { Host } from './host.ts'
import { everyMinute } from './minute.ts'
import type { Seat } from './seat.ts'

const maxCallBytes = 2_000_000
const maxUploadBytes = 4_000_000_000

export type Question = { request: IncomingMessage; response: ServerResponse }

/** Only our own page: a foreign one shows in Origin, or in what the browser says of where the request comes from. */
export function isForeign(request: IncomingMessage, origin: string): boolean {
  const from = request.headers.origin
  if (from !== undefined && from !== origin) return true
  const site = request.headers['sec-fetch-site']
  const isOwn = site === undefined || site === 'same-origin' || site === 'none'
  // The first page is opened from outside; everything after it must come from it.
  return !isOwn && request.method !== 'GET'
}

/** The operation's input, or the refusal that was sent. */
export async function inputOf({ request, response }: Question): Promise<{ input: unknown } | null> {
  const type = request.headers['content-type']?.split(';')[0]
  if (request.method !== 'POST' || type !== 'application/json') {
    sendReply(response, 415, 'invalid_input')
    return null
  }
  const text = await readBody(request)
  const input = text === null ? undefined : parseJson(text)
  if (text === null) sendReply(response, 413, 'too_large')
  else if (input === undefined) sendReply(response, 400, 'invalid_input')
  return input === undefined ? null : { input }
}

/** A command that comes again under its own key, after a cut connection, is answered and not repeated. */
export async function answerOf(
  host: Host,
  seat: Seat,
  { request, name, input }: { request: IncomingMessage; name: string; input: unknown },
): Promise<Reply> {
  const key = request.headers['x-call']
  if (typeof key !== 'string' || !/^[\w-]{8,64}$/.test(key)) return seat.call(name, input)
  const opened = await host.opened()
  return opened.ok && opened.queries.has(name) ? seat.call(name, input) : seat.callOnce(key, name, input)
}

/** Only who is signed in hands files in. */
export async function refusalOf(seat: Seat): Promise<CommonError | null> {
  const session = await seat.call('users.session', {})
  const state = session.ok ? (session.value as { state: string }).state : 'engine_lost'
  if (state === 'signed_in') return null
  return state === 'locked' ? 'locked' : 'signed_out'
}

export async function upload(host: Host, { request, response }: Question, name: string): Promise<void> {
  const ticket = await host.exchange.receive(name, request, maxUploadBytes)
  if (!ticket) return sendReply(response, 413, 'too_large')
  sendJson(response, 200, { ok: true, value: ticket })
}

type Listening = { response: ServerResponse; streams: Set<ServerResponse>; mayHear?: () => boolean }

/** Tells a page what changes, until it goes or is told to. */
export function streamNews(host: Host, { response, streams, mayHear = () => true }: Listening): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.write(': open\n\n')
  const tell = coalesce((event) => {
    if (!response.writableEnded && mayHear()) response.write(`data: ${JSON.stringify(event)}\n\n`)
  })
  const stop = host.onEvent(tell)
  // A PC that was switched off says nothing: only what is written to it shows that it is gone.
  const endBeat = everyMinute(() => response.write(': still here\n\n'))
  streams.add(response)
  response.on('close', () => {
    stop()
    endBeat()
    streams.delete(response)
  })
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

export function sendReply(
  response: ServerResponse,
  status: number,
  code: CommonError,
  details: Record<string, Json> = {},
): void {
  sendJson(response, status, { ok: false, error: { code, details } })
}

export function sendJson(response: ServerResponse, status: number, reply: Reply): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(JSON.stringify(reply))
}

export async function send(response: ServerResponse, from: Response): Promise<void> {
  response.writeHead(from.status, Object.fromEntries(from.headers))
  if (from.body) await pipeline(Readable.fromWeb(from.body as never), response)
  else response.end()
}

export function cookieOf(request: IncomingMessage, name: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}
