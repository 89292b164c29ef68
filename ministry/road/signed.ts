import type { FastifyRequest } from 'fastify'
import { noBodyHash, readAuthorization, requestMessage } from '../../shared/sync/protocol.ts'
import { isSignedBy, sha256 } from '../crypto.ts'
import { instantOf, type Receiver } from '../receiver.ts'
import { refuse } from '../refusal.ts'

/** The library behind a signed request. */
export type Sender = { libraryId: string; fingerprint: string; sharedKey: string; bodyHash: string }

const emptyHash = noBodyHash(sha256)

/** Before a byte of the body is read; whoever reads it holds it against `bodyHash`. */
export async function senderOf(receiver: Receiver, request: FastifyRequest): Promise<Sender> {
  const { db } = receiver.store
  const signed = readAuthorization(request.headers.authorization)
  if (!signed) return refuse('wrong_signature')
  const key = await db
    .selectFrom('libraryKey')
    .innerJoin('library', 'library.id', 'libraryKey.libraryId')
    .select([
      'publicKey',
      'libraryId',
      'sharedKey',
      'libraryKey.revokedAt',
      'library.revokedAt as libraryRevokedAt',
    ])
    .where('fingerprint', '=', signed.key)
    .executeTakeFirst()
  if (!key) return refuse('not_enrolled')
  const bodyHash = announcedHash(request)
  const { at, nonce } = signed
  const message = requestMessage({ method: request.method, path: request.url, at, nonce, bodyHash })
  if (!isSignedBy(key.publicKey, message, signed.sig)) return refuse('wrong_signature')
  if (key.revokedAt !== null || key.libraryRevokedAt !== null) return refuse('revoked')
  await rememberNonce(receiver, signed.key, nonce)
  return { libraryId: key.libraryId, fingerprint: signed.key, sharedKey: key.sharedKey, bodyHash }
}

/** The hash of RFC 9530's Content-Digest; that of no bytes where there is none. */
function announcedHash({ headers }: FastifyRequest): string {
  const digest = headers['content-digest']
  if (digest === undefined) return emptyHash
  const text = /^sha-256=:([A-Za-z0-9+/]{43}=):$/.exec(String(digest))?.[1]
  return text === undefined ? refuse('wrong_signature') : Buffer.from(text, 'base64').toString('hex')
}

export function requireBody({ bodyHash }: Sender, body: Uint8Array): void {
  if (sha256(body) !== bodyHash) refuse('wrong_signature')
}

/** Clocks may be wrong by years, so nothing but having been seen makes a request old: no nonce is ever forgotten. */
async function rememberNonce(receiver: Receiver, fingerprint: string, nonce: string): Promise<void> {
  const { numInsertedOrUpdatedRows } = await receiver.store.db
    .insertInto('seenNonce')
    .values({ fingerprint, nonce, seenAt: instantOf(receiver) })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) refuse('replayed')
}
