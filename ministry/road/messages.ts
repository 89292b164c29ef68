import {
  answerHash,
  type AnswerRequest,
  Message,
  messageBytes,
  messagesAtOnce,
  type MessagesAnswer,
  type SignedMessage,
} from '../../shared/sync/protocol.ts'
import { base64url } from '../../shared/sync/bytes.ts'
import { writeAudit } from '../audit.ts'
import { sha256, signWith } from '../crypto.ts'
import { currentKey, instantOf, type Receiver } from '../receiver.ts'
import { refuse } from '../refusal.ts'
import type { Db } from '../store/connection.ts'
import { gapsOf } from './gaps.ts'
import type { Sender } from './signed.ts'

/** A library that was put back from a copy asks again for what it said; nothing older is asked for. */
const answersTold = 500

/** Without its number and whatever the receiver adds. */
export type NewMessage = {
  [Kind in Message['kind']]: {
    kind: Kind
    libraryId: string | null
    body: Omit<Extract<Message, { kind: Kind }>['body'], Kind extends 'question' ? 'questionId' : ''>
  }
}[Message['kind']]

/** A message is signed when it is written, by the key of that hour: a new key is told by the old one. */
export async function writeMessage(
  trx: Db,
  { message, at, by }: { message: NewMessage; at: string; by: string },
): Promise<number> {
  const signer = await currentKey(trx)
  const head = { libraryId: message.libraryId, kind: message.kind, sentAt: at, sentBy: by }
  const { number } = await trx
    .insertInto('message')
    .values({ ...head, text: '', keyFingerprint: signer.fingerprint, signature: '' })
    .returning('number')
    .executeTakeFirstOrThrow()
  const body = message.kind === 'question' ? { ...message.body, questionId: number } : message.body
  const whole = Message.parse({
    format: 'khosach-message',
    formatVersion: 1,
    number,
    libraryId: message.libraryId,
    sentAt: at,
    kind: message.kind,
    body,
  })
  await trx
    .updateTable('message')
    .set({
      text: JSON.stringify(whole),
      signature: base64url(signWith(signer.privateKey, messageBytes(whole))),
    })
    .where('number', '=', number)
    .execute()
  return number
}

export async function messagesFor(
  receiver: Receiver,
  { libraryId }: Pick<Sender, 'libraryId'>,
  { after, limit = messagesAtOnce }: { after: number; limit?: number },
): Promise<MessagesAnswer> {
  const { db } = receiver.store
  const rows = await db
    .selectFrom('message')
    .select(['text', 'keyFingerprint', 'signature'])
    .where('number', '>', after)
    .where((is) => is.or([is('libraryId', 'is', null), is('libraryId', '=', libraryId)]))
    .orderBy('number')
    .limit(limit)
    .execute()
  const messages = rows.map(({ text, ...signed }): SignedMessage => ({
    message: Message.parse(JSON.parse(text)),
    ...signed,
  }))
  const answered = await db
    .selectFrom('answer')
    .select(['questionId', 'textHash', 'receivedAt'])
    .where('libraryId', '=', libraryId)
    .orderBy('id', 'desc')
    .limit(answersTold)
    .execute()
  return { messages, gaps: await gapsOf(receiver, libraryId), answered, at: instantOf(receiver) }
}

/** The same answer twice is one answer. */
export async function takeAnswer(
  receiver: Receiver,
  { libraryId }: Pick<Sender, 'libraryId'>,
  { questionId, text, restatementHash }: AnswerRequest,
): Promise<{ questionId: number; receivedAt: string }> {
  const at = instantOf(receiver)
  return receiver.store.db.transaction().execute(async (trx) => {
    const question = await trx
      .selectFrom('message')
      .select('number')
      .where('number', '=', questionId)
      .where('kind', '=', 'question')
      .where('libraryId', '=', libraryId)
      .executeTakeFirst()
    if (!question) return refuse('not_found')
    const textHash = answerHash({ text, restatementHash }, sha256)
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('answer')
      .values({ questionId, libraryId, text, textHash, restatementHash, receivedAt: at })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 1n) {
      await writeAudit(trx, { at, actor: libraryId, act: 'answer', detail: { questionId } })
    }
    const { receivedAt } = await trx
      .selectFrom('answer')
      .select('receivedAt')
      .where('questionId', '=', questionId)
      .where('libraryId', '=', libraryId)
      .where('textHash', '=', textHash)
      .executeTakeFirstOrThrow()
    return { questionId, receivedAt }
  })
}
