import { messagesMagic, readMessagesFile } from '../../shared/sync/post.ts'
import type { JobContext } from '../context.ts'
import type { Chunk } from './chunks.ts'
import type { Enrolment } from './enrolments.ts'
import { believed, keepTold, lastNumber, ownId } from './fetch-messages.ts'
import { verifierOf } from './upload.ts'

export type MessagesSeen =
  | { reason: 'foreign_messages' | 'messages_altered' | 'messages_known' }
  | { messages: number }

export function isMessagesFile(bytes: Buffer): boolean {
  return bytes.subarray(0, messagesMagic.length).equals(Buffer.from(messagesMagic))
}

/** A file holds all that was ever told, so what is new is read off what is here. */
export async function takeMessages(
  context: Pick<JobContext<never, Chunk>, 'db' | 'write'>,
  enrolment: Enrolment,
  bytes: Buffer,
): Promise<MessagesSeen> {
  const read = readMessagesFile(bytes)
  if (!read) return { reason: 'messages_altered' }
  const { content, signed } = read
  const libraryId = await ownId(context.db)
  if (content.libraryId !== libraryId) return { reason: 'foreign_messages' }
  const last = await lastNumber(context.db, enrolment)
  const fresh = content.told.messages.filter(({ message }) => message.number > last)
  const known = believed(fresh, { ...enrolment, libraryId })
  // The whole is signed by the key of its day, of which its own messages may tell.
  if (!isSignedBy(known.receiverKey, signed)) return { reason: 'messages_altered' }
  await keepTold(context, { enrolment, told: content.told, read: known, road: 'file' })
  return known.messages.length > 0 ? { messages: known.messages.length } : { reason: 'messages_known' }
}

type Signed = { message: Uint8Array; signature: Uint8Array }

function isSignedBy(receiverKey: string, { message, signature }: Signed): boolean {
  try {
    return verifierOf(receiverKey)(message, signature)
  } catch {
    return false
  }
}
