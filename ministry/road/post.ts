import {
  answersMagic,
  messagesFile,
  readAnswersFile,
  type AnswersFile,
  type ReadPost,
} from '../../shared/sync/post.ts'
import { base64url } from '../../shared/sync/bytes.ts'
import { isSignedBy, signWith } from '../crypto.ts'
import { currentKey, type Receiver } from '../receiver.ts'
import { refuse } from '../refusal.ts'
import { messagesFor, takeAnswer } from './messages.ts'

/** More than any library is ever told. */
const all = 100_000

/** For a library that no network reaches: all it was told, to be brought on a stick. */
export async function messagesOnFile(receiver: Receiver, libraryId: string): Promise<Uint8Array> {
  const { db } = receiver.store
  const known = await db.selectFrom('library').select('id').where('id', '=', libraryId).executeTakeFirst()
  if (!known) return refuse('not_found')
  const told = await messagesFor(receiver, { libraryId }, { after: 0, limit: all })
  const { privateKey } = await currentKey(db)
  return messagesFile({ libraryId, told }, (message) => signWith(privateKey, message))
}

export function isAnswersFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, answersMagic.length)).equals(Buffer.from(answersMagic))
}

/** Answers as a library writes them onto a stick; brought twice, they are still the same answers. */
export async function takeAnswersFile(receiver: Receiver, bytes: Uint8Array): Promise<number> {
  const read = readAnswersFile(bytes)
  if (!read) return refuse('package_altered')
  await requireSender(receiver, read)
  const { libraryId, answers } = read.content
  for (const answer of answers) await takeAnswer(receiver, { libraryId }, answer)
  return answers.length
}

async function requireSender(
  { store: { db } }: Receiver,
  { content, signed }: ReadPost<AnswersFile>,
): Promise<void> {
  const key = await db
    .selectFrom('libraryKey')
    .innerJoin('library', 'library.id', 'libraryKey.libraryId')
    .select(['publicKey', 'libraryId', 'libraryKey.revokedAt', 'library.revokedAt as libraryRevokedAt'])
    .where('fingerprint', '=', content.keyFingerprint)
    .executeTakeFirst()
  if (!key) return refuse('not_enrolled')
  if (!isSignedBy(key.publicKey, signed.message, base64url(signed.signature))) refuse('wrong_signature')
  if (key.revokedAt !== null || key.libraryRevokedAt !== null) refuse('revoked')
  if (key.libraryId !== content.libraryId) refuse('unknown_library')
}
