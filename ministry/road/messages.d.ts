import { AnswerRequest, Message, type MessagesAnswer } from '../../shared/sync/protocol.ts'
import type * as z from 'zod'
import { type Receiver } from '../receiver.ts'
import type { Db } from '../store/connection.ts'
import type { Sender } from './signed.ts'
/** Without its number and whatever the receiver adds. */
export type NewMessage = {
  [Kind in Message['kind']]: {
    kind: Kind
    libraryId: string | null
    body: Omit<
      Extract<
        Message,
        {
          kind: Kind
        }
      >['body'],
      Kind extends 'question' ? 'questionId' : ''
    >
  }
}[Message['kind']]
/** A message is signed when it is written, by the key of that hour: a new key is told by the old one. */
export declare function writeMessage(
  trx: Db,
  {
    message,
    at,
    by,
  }: {
    message: NewMessage
    at: string
    by: string
  },
): Promise<number>
export declare function messagesFor(
  receiver: Receiver,
  sender: Sender,
  after: number,
): Promise<MessagesAnswer>
/** The same answer twice is one answer. */
export declare function takeAnswer(
  receiver: Receiver,
  { libraryId }: Sender,
  { questionId, text, restatementHash }: z.output<typeof AnswerRequest>,
): Promise<{
  questionId: number
  receivedAt: string
}>
