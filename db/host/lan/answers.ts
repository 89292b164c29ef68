import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { CommonError, Reply } from '../../../shared/contract.ts'
import type { Served } from '../../../shared/door.ts'
import type { RefusalReason } from '../../../shared/lan/contract.ts'
import { reachOf } from '../../../shared/lan/rules.ts'
import type { Host } from '../host.ts'
import type { Serve } from '../serve.ts'
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
  type Question,
} from '../web.ts'
import type { Limits } from './limits.ts'
import { addressOf } from './listener.ts'
import type { Refusals } from './refusals.ts'
import type { Seats, Taken } from './seats.ts'

export type Parts = {
  host: Host
  serve: Serve
  seats: Seats
  limits: Limits
  refusals: Refusals
  /** How others may call this PC, beside the address they reached it by. */
  names: readonly string[]
  port: number
  served: Served
  /** A call is short; a file may be long, but has to keep coming. */
  callMs: number
}
type Asked = Question & { parts: Parts; address: string; origin: string }

const pieceMs = 30_000
const leastPieceBytes = 60_000
const lettingGoMs = 2000
const passwordChecks = new Set(['users.signIn', 'users.unlock', 'users.changePassword'])

/** What this door answers: nothing of the library before a sign-in, and never what only the serving PC itself may do. */
export async function answerOthers(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = addressOf(request.socket)
  const origin = `https://${request.headers.host}`
  const asked: Asked = { parts, request, response, address, origin }
  if (!parts.limits.takes(address)) return refuse(asked, 429, 'rate_limited')
  if (!isOurs(parts, request)) return refuse(asked, 403, 'foreign_host')
  if (isForeign(request, origin)) return refuse(asked, 403, 'foreign_origin')
  const url = URL.parse(request.url ?? '/', origin)
  if (!url) return sendReply(response, 400, 'invalid_input')
  const [, area = '', name = ''] = url.pathname.split('/')
  if (area === 'about') return sendJson(response, 200, { ok: true, value: parts.served })
  const taken = parts.seats.of(cookieOf(request, cookieName(parts)))
  if (!['call', 'events', 'upload', 'file'].includes(area)) return serveFile(asked, url, taken)
  if (!taken) return sendReply(response, 401, 'seat_unknown')
  if (area === 'call') return answerCall(asked, taken, name)
  // It is opened with the page, and has nothing to tell before somebody signs in there.
  if (area === 'events') return listenAt(asked, taken)
  const refused = await refusalOf(taken.seat)
  if (refused) return refuse(asked, 401, refused)
  if (area === 'file') return serveFile(asked, url, taken)
  if (request.method !== 'POST') return sendReply(response, 405, 'invalid_input')
  const stop = expectPieces(asked)
  await upload(parts.host, asked, url.searchParams.get('name') ?? '').finally(stop)
}

/** A name that others rebound to this PC is none of ours; an address is ours where it is the one that was reached. */
function isOurs({ names, port }: Parts, request: IncomingMessage): boolean {
  const url = URL.parse(`https://${request.headers.host}`)
  if (url === null || Number(url.port || 443) !== port) return false
  const called = url.hostname.replaceAll(/^\[|\]$/g, '')
  const reached = (request.socket as TLSSocket).localAddress?.replace(/^::ffff:/, '')
  return called === reached || names.includes(called)
}

/** The prefix has browsers refuse it from any other page, and without TLS. */
const cookieName = ({ port }: Parts) => `__Host-khosach-${port}`

function listenAt({ parts, response }: Asked, { seat, streams }: Taken): void {
  streamNews(parts.host, { response, streams, mayHear: seat.holdsSession })
}

async function serveFile({ parts, request, response, address }: Asked, url: URL, taken: Taken | null) {
  if (url.pathname === '/' && !taken) {
    const cookie = `${cookieName(parts)}=${parts.seats.open(address)}`
    response.setHeader('Set-Cookie', `${cookie}; Secure; HttpOnly; SameSite=Strict; Path=/`)
  }
  return send(response, await parts.serve(new Request(url, { method: request.method ?? 'GET' })))
}

async function answerCall(asked: Asked, taken: Taken, name: string): Promise<void> {
  const { parts, request, response, address } = asked
  const stop = expectWithin(asked, parts.callMs)
  const body = await inputOf(asked).finally(stop)
  if (!body) return note(asked, response.statusCode === 413 ? 'too_large' : null)
  const reach = reachOf(name)
  if (reach === 'serving_pc') return refuse(asked, 403, 'serving_pc_only')
  if (reach === 'signed_in' && !taken.seat.holdsSession()) return refuse(asked, 401, 'signed_out')
  const waitMs = passwordChecks.has(name) ? parts.limits.waitMs(address) : 0
  if (waitMs > 0) {
    parts.refusals.note(address, 'locked_out')
    const details = { seconds: Math.ceil(waitMs / 1000) }
    return sendJson(response, 429, { ok: false, error: { code: 'throttled', details } })
  }
  const reply = await answerOf(parts.host, taken.seat, { request, name, ...body })
  if (!reply.ok && reply.error.code === 'wrong_credentials') {
    parts.limits.failed(address)
    parts.refusals.note(address, 'wrong_password')
  }
  await parts.seats.hear(taken, name, reply)
  sendJson(response, 200, withoutNames(name, reply))
}

/** Who works here is for those to know who have signed in. */
function withoutNames(operation: string, reply: Reply): Reply {
  if (operation !== 'users.session' || !reply.ok) return reply
  const session = reply.value as { state: string; choices: unknown[] }
  return session.state === 'signed_out' ? { ok: true, value: { ...session, choices: [] } as never } : reply
}

function refuse(asked: Asked, status: number, code: CommonError): void {
  note(asked, reasonOf(code))
  sendReply(asked.response, status, code)
  // A little that is still coming is let in, or the answer would be lost with the connection.
  asked.request.resume()
  setTimeout(() => asked.request.complete || asked.request.destroy(), lettingGoMs).unref()
}

function reasonOf(code: CommonError): RefusalReason | null {
  switch (code) {
    case 'foreign_host':
    case 'foreign_origin':
    case 'rate_limited':
    case 'too_slow':
    case 'serving_pc_only':
      return code
    default:
      return null
  }
}

function note({ parts, address }: Asked, reason: RefusalReason | null): void {
  if (reason !== null) parts.refusals.note(address, reason)
}

function expectWithin(asked: Asked, ms: number): () => void {
  const timer = setTimeout(() => giveUp(asked), ms)
  return () => clearTimeout(timer)
}

/** A file comes as slowly as the house's network is, and not slower than anybody would send it in earnest. */
function expectPieces(asked: Asked): () => void {
  const { request } = asked
  let before = request.socket.bytesRead
  const timer = setInterval(() => {
    const now = request.socket.bytesRead
    if (now - before < leastPieceBytes) giveUp(asked)
    before = now
  }, pieceMs)
  return () => clearInterval(timer)
}

function giveUp(asked: Asked): void {
  if (!asked.response.headersSent) refuse(asked, 408, 'too_slow')
}
