import {
  AnswerRequest,
  Message,
  messageBytes,
  type MessagesAnswer,
  type SignedMessage,
} from '../../shared/sync/protocol.ts'
import type * as z from 'zod'
import { base64url } from '../../shared/sync/bytes.ts'
import { writeAudit } from '../audit.ts'
import { sha256, signWith } from '../crypto.ts'
import { currentKey, instantOf, type Receiver } from '../receiver.ts'
import { refuse } from '../refusal.ts'
import type { Db } from '../store/connection.ts'
import { gapsOf } from './gaps.ts'
import type { Sender } from './signed.ts'

const mostAtOnce = 200

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
  sender: Sender,
  after: number,
): Promise<MessagesAnswer> {
  const rows = await receiver.store.db
    .selectFrom('message')
    .select(['text', 'keyFingerprint', 'signature'])
    .where('number', '>', after)
    .where((is) => is.or([is('libraryId', 'is', null), is('libraryId', '=', sender.libraryId)]))
    .orderBy('number')
    .limit(mostAtOnce)
    .execute()
  const messages = rows.map(({ text, ...signed }): SignedMessage => ({
    message: Message.parse(JSON.parse(text)),
    ...signed,
  }))
  return { messages, gaps: await gapsOf(receiver, sender.libraryId), at: instantOf(receiver) }
}

/** The same answer twice is one answer. */
export async function takeAnswer(
  receiver: Receiver,
  { libraryId }: Sender,
  { questionId, text, restatementHash }: z.output<typeof AnswerRequest>,
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
    const textHash = sha256(`${restatementHash ?? ''}\n${text}`)
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
