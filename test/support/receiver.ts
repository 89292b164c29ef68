import { createHmac, createPublicKey, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openPackage } from '../../db/sync/crypto.ts'
import { sha256 } from '../../db/hash.ts'
import {
  enrolmentMessage,
  EnrolmentRequest,
  messageBytes,
  readAuthorization,
  requestMessage,
  type Message,
  type Refusal,
} from '../../shared/sync/protocol.ts'
import { receiptBytes, type Outcome, type Receipt } from '../../shared/sync/receipt.ts'
import { telephoneCode } from '../../shared/sync/telephone-code.ts'

type Stored = { bytes: Buffer; receipt: Buffer }

/** A receiver that keeps to the protocol and to nothing else, for as long as a test runs. */
export type Receiver = Awaited<ReturnType<typeof openReceiver>>

export async function openReceiver(codes: string[] = ['MA-GHI-DANH-1']) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const key = publicKey.export({ format: 'der', type: 'spki' })
  const state = {
    codes: new Map(codes.map((code) => [code, null as string | null])),
    /** Keys of libraries by their fingerprint. */
    senders: new Map<string, Buffer>(),
    sharedKey: randomBytes(32),
    uploads: new Map<string, Buffer>(),
    stored: new Map<string, Stored>(),
    messages: [] as Message[],
    gaps: { periods: [] as object[], revisions: [] as object[] },
    nonces: new Set<string>(),
    answers: [] as unknown[],
    /** What it answers instead, for tests of bad days. */
    refusing: null as Refusal | null,
    page: null as string | null,
    outcome: 'accepted' as Outcome,
    /** Bytes of a body after which it hangs up, once for each entry. */
    cuts: [] as number[],
    bytesTaken: 0,
    requests: [] as string[],
    /** Every head and body as it came. */
    seen: [] as string[],
  }

  function refuse(response: ServerResponse, status: number, code: Refusal): void {
    response.writeHead(status, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify({ error: { code, message: code, at: new Date().toISOString() } }))
  }

  function receiptOf(hash: string, file: Buffer): Buffer | null {
    const known = state.stored.get(hash)
    if (known) return known.receipt
    const read = openPackage(file)
    if (!read.ok || read.hash !== hash) return null
    const { library, epoch, revision, period } = read.payload
    const receipt: Receipt = {
      format: 'khosach-receipt',
      formatVersion: 1,
      packageHash: hash,
      libraryId: library.id,
      epoch,
      revision,
      period: { from: period.from, to: period.to },
      outcome: state.outcome,
      receivedAt: '2026-11-11T01:00:00.000Z',
      receiver: { name: 'Cục Thư viện (thử)', keyFingerprint: sha256(key) },
      telephoneCode: codeOf(hash),
    }
    const bytes = Buffer.from(receiptBytes(receipt, (message) => sign(null, message, privateKey)))
    state.stored.set(hash, { bytes: file, receipt: bytes })
    return bytes
  }

  const codeOf = (hash: string) =>
    telephoneCode(hash, (message) => createHmac('sha256', state.sharedKey).update(message).digest())

  /** Null where the signature does not fit; the body's hash is told beforehand. */
  function senderOf(request: IncomingMessage): 'unknown_library' | 'wrong_signature' | 'replayed' | null {
    const read = readAuthorization(request.headers.authorization)
    if (!read) return 'wrong_signature'
    const sender = state.senders.get(read.key)
    if (!sender) return 'unknown_library'
    if (state.nonces.has(read.nonce)) return 'replayed'
    const digest = /^sha-256=:(.*):$/.exec(String(request.headers['content-digest'] ?? ''))?.[1]
    const bodyHash = digest ? Buffer.from(digest, 'base64').toString('hex') : sha256('')
    const message = requestMessage({
      method: request.method ?? '',
      path: request.url ?? '',
      at: read.at,
      nonce: read.nonce,
      bodyHash,
    })
    const signature = Buffer.from(read.sig, 'base64url')
    const isSigned = verify(
      null,
      message,
      createPublicKey({ key: sender, format: 'der', type: 'spki' }),
      signature,
    )
    if (!isSigned) return 'wrong_signature'
    state.nonces.add(read.nonce)
    return null
  }

  async function bodyOf(request: IncomingMessage, keep: (piece: Buffer) => void = () => undefined) {
    const pieces: Buffer[] = []
    for await (const piece of request) {
      pieces.push(piece as Buffer)
      state.seen.push((piece as Buffer).toString('utf8'))
      keep(piece as Buffer)
    }
    return Buffer.concat(pieces)
  }

  async function enrol(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = EnrolmentRequest.parse(JSON.parse((await bodyOf(request)).toString('utf8')))
    const sender = Buffer.from(asked.publicKey, 'base64url')
    const signer = createPublicKey({ key: sender, format: 'der', type: 'spki' })
    if (!verify(null, enrolmentMessage(asked), signer, Buffer.from(asked.signature, 'base64url')))
      return refuse(response, 401, 'wrong_signature')
    const usedBy = state.codes.get(asked.code)
    if (usedBy === undefined) return refuse(response, 404, 'code_unknown')
    if (usedBy !== null && usedBy !== asked.publicKey) return refuse(response, 409, 'code_used')
    state.codes.set(asked.code, asked.publicKey)
    state.senders.set(sha256(sender), sender)
    response.writeHead(201, { 'Content-Type': 'application/json' })
    response.end(
      JSON.stringify({
        receiver: {
          name: 'Cục Thư viện (thử)',
          publicKey: key.toString('base64url'),
          encryptionRecipient: null,
        },
        sharedKey: state.sharedKey.toString('base64url'),
        enrolledAt: '2026-11-10T03:00:00.000Z',
      }),
    )
  }

  async function upload(hash: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const there = state.stored.get(hash)?.bytes ?? state.uploads.get(hash)
    if (request.method === 'HEAD') {
      response.writeHead(there ? 200 : 404, there ? { 'Upload-Offset': String(there.length) } : {})
      response.end()
      return
    }
    const cut = state.cuts.shift()
    const offset = Number(request.headers['upload-offset'])
    if (offset !== (there?.length ?? 0)) return refuse(response, 409, 'offset_mismatch')
    let kept = there ?? Buffer.alloc(0)
    let left = cut ?? Infinity
    // A connection that the line cut is an end like any other.
    await bodyOf(request, (piece) => {
      const taken = piece.subarray(0, left)
      state.bytesTaken += taken.length
      left -= taken.length
      kept = Buffer.concat([kept, taken])
      if (!state.stored.has(hash)) state.uploads.set(hash, kept)
      if (left <= 0) request.socket.destroy()
    }).catch(() => undefined)
    if (request.socket.destroyed) return
    if (kept.length < Number(request.headers['upload-length'])) {
      response.writeHead(204, { 'Upload-Offset': String(kept.length) })
      response.end()
      return
    }
    const receipt = receiptOf(hash, kept)
    state.uploads.delete(hash)
    if (!receipt) return refuse(response, 422, 'package_altered')
    response.writeHead(200)
    response.end(receipt)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://receiver')
    state.requests.push(`${request.method} ${pathname}`)
    state.seen.push(`${request.url} ${JSON.stringify(request.headers)}`)
    if (state.page !== null) {
      request.resume()
      response.writeHead(200, { 'Content-Type': 'text/html' })
      response.end(state.page)
      return
    }
    if (state.refusing) return refuse(response, 403, state.refusing)
    if (pathname === '/v1/enrolments') return enrol(request, response)
    const problem = senderOf(request)
    if (problem) return refuse(response, 401, problem)
    if (pathname.startsWith('/v1/uploads/'))
      return upload(pathname.slice('/v1/uploads/'.length), request, response)
    if (pathname === '/v1/answers') state.answers.push(JSON.parse((await bodyOf(request)).toString('utf8')))
    response.writeHead(200, { 'Content-Type': 'application/json' })
    const messages = state.messages.map((message) => ({
      message,
      keyFingerprint: sha256(key),
      signature: sign(null, messageBytes(message), privateKey).toString('base64url'),
    }))
    response.end(JSON.stringify({ messages, gaps: state.gaps, at: new Date().toISOString() }))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    state,
    publicKey: key.toString('base64url'),
    endpoint: `http://127.0.0.1:${port}`,
    codeOf,
    receiptFile: (hash: string) => state.stored.get(hash)?.receipt ?? Buffer.alloc(0),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
