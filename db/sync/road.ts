import { hash, randomBytes } from 'node:crypto'
import { getCACertificates } from 'node:tls'
import type { Dispatcher } from 'undici'
import { authorization, noBodyHash, requestMessage } from '../../shared/sync/protocol.ts'
import { sha256 } from '../hash.ts'
import { fingerprintOf, writerWith, type KeyPair } from './crypto.ts'
import { blockedBy, RoadBlocked } from './road-problems.ts'

type Sent = {
  method: 'HEAD' | 'GET' | 'POST' | 'PATCH'
  path: string
  type?: string
  headers?: Headers
  body?: Uint8Array
}
type Headers = Record<string, string>
export type RoadAnswer = { status: number; header: (name: string) => string | null; body: Buffer }
export type Road = { ask: (sent: Sent) => Promise<RoadAnswer>; close: () => Promise<void> }

export type RoadOptions = {
  endpoint: string
  /** An address, or null for what the environment says. */
  proxy: string | null
  /** Null only before the enrolment, which signs in its own way. */
  keys: KeyPair | null
  signal: AbortSignal
  now: () => string
}

/** Lines are slow: a quarter of a minute of silence is no failure yet. */
const silenceMs = 45_000
const connectMs = 20_000
/** No answer of the protocol is longer; a page that asks for a sign-in may be. */
const longestAnswer = 2_000_000

/** Requests to one receiver, signed each for itself. Where the network does not let them through, `RoadBlocked` says why. */
export async function openRoad({ endpoint, proxy, keys, signal, now }: RoadOptions): Promise<Road> {
  const { request } = await import('undici')
  const dispatcher = await dispatcherFor(proxy)
  async function ask({ method, path, type, headers, body }: Sent): Promise<RoadAnswer> {
    // Said by whoever looks after the PC, by a policy or in the environment.
    if (process.env['KHOSACH_ONLINE'] === 'no') throw new RoadBlocked('not_allowed_here')
    try {
      const answer = await request(new URL(path, endpoint), {
        method,
        dispatcher,
        signal,
        headersTimeout: silenceMs,
        bodyTimeout: silenceMs,
        headers: {
          ...(keys ? { Authorization: authorizationOf(keys, { method, path, body, at: now() }) } : {}),
          ...(body ? { 'Content-Digest': digestOf(body) } : {}),
          ...(type ? { 'Content-Type': type } : {}),
          ...headers,
        },
        ...(body ? { body } : {}),
      })
      return {
        status: answer.statusCode,
        header: (name) => textOf(answer.headers[name]),
        body: await wholeBody(answer.body),
      }
    } catch (error) {
      signal.throwIfAborted()
      throw blockedBy(error)
    }
  }
  return { ask, close: () => dispatcher.destroy() }
}

function textOf(header: string | string[] | undefined): string | null {
  return Array.isArray(header) ? (header[0] ?? null) : (header ?? null)
}

async function wholeBody(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body) {
    length += piece.length
    if (length > longestAnswer) break
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Libraries' networks have certificates of their own, which the system knows and Node's list does not. */
export async function dispatcherFor(proxy: string | null): Promise<Dispatcher> {
  const { EnvHttpProxyAgent, ProxyAgent } = await import('undici')
  const ca = [...getCACertificates('default'), ...getCACertificates('system')]
  const connect = { ca, timeout: connectMs }
  return proxy === null
    ? new EnvHttpProxyAgent({ connect, requestTls: { ca }, pipelining: 1 })
    : new ProxyAgent({ uri: proxy, connect, requestTls: { ca } })
}

type Facts = { method: string; path: string; at: string; body: Uint8Array | undefined }

function authorizationOf(keys: KeyPair, { method, path, at, body }: Facts): string {
  const nonce = randomBytes(16).toString('base64url')
  const bodyHash = body ? sha256(body) : noBodyHash(sha256)
  const message = requestMessage({ method, path, at, nonce, bodyHash })
  const sig = Buffer.from(writerWith(keys).sign(message)).toString('base64url')
  return authorization({ key: fingerprintOf(keys.publicKey), at, nonce, sig })
}

/** So that the signature can be checked before the body comes (RFC 9530). */
function digestOf(body: Uint8Array): string {
  return `sha-256=:${hash('sha256', body, 'base64')}:`
}
