import * as z from 'zod'
import { hashText } from './package.ts'
import { AnswerRequest, MessagesAnswer } from './protocol.ts'
import { signedParts, signedText, type SignedParts } from './signed-text.ts'

/** What travels as a file where no network does: the receiver's messages, and a library's answers. */
export const messagesMagic = 'KHOSACH-MESSAGES1\n'
export const answersMagic = 'KHOSACH-ANSWERS1\n'
export const messagesEnding = '.khosach-messages'
export const answersEnding = '.khosach-answers'
const maxPostBytes = 2_000_000

/** All that one library was told, from the first message on. */
const MessagesFile = z.object({
  format: z.literal('khosach-messages'),
  formatVersion: z.literal(1),
  libraryId: z.uuid(),
  told: MessagesAnswer,
})
export type MessagesFile = z.output<typeof MessagesFile>

const AnswersFile = z.strictObject({
  format: z.literal('khosach-answers'),
  formatVersion: z.literal(1),
  libraryId: z.uuid(),
  /** Of the key that signs. */
  keyFingerprint: hashText,
  answers: z.array(AnswerRequest).max(1000),
})
export type AnswersFile = z.output<typeof AnswersFile>

type Sign = (message: Uint8Array) => Uint8Array
type Of<Content> = Omit<Content, 'format' | 'formatVersion'>
export type ReadPost<Content> = { content: Content; signed: Omit<SignedParts, 'value'> }

export function messagesFile(content: Of<MessagesFile>, sign: Sign): Uint8Array {
  return signedText(messagesMagic, { format: 'khosach-messages', formatVersion: 1, ...content }, sign)
}

export function answersFile(content: Of<AnswersFile>, sign: Sign): Uint8Array {
  return signedText(answersMagic, { format: 'khosach-answers', formatVersion: 1, ...content }, sign)
}

/** Null for any other file; whoever reads it asks who signed. */
export function readMessagesFile(bytes: Uint8Array): ReadPost<MessagesFile> | null {
  return read(bytes, messagesMagic, MessagesFile)
}

export function readAnswersFile(bytes: Uint8Array): ReadPost<AnswersFile> | null {
  return read(bytes, answersMagic, AnswersFile)
}

function read<Content>(
  bytes: Uint8Array,
  magic: string,
  schema: z.ZodType<Content>,
): ReadPost<Content> | null {
  const parts = signedParts(bytes, magic, maxPostBytes)
  const { data } = schema.safeParse(parts?.value)
  return parts && data ? { content: data, signed: parts } : null
}
