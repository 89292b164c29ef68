import { sha256 } from '../hash.ts'
import {
  answerHash,
  messageBytes,
  messagesAtOnce,
  MessagesAnswer,
  paths,
  type Message,
  type SignedMessage,
} from '../../shared/sync/protocol.ts'
import type { Reader } from '../connection.ts'
import type { JobContext } from '../context.ts'
import { answersUnreceived } from './answers.ts'
import type { Chunk } from './chunks.ts'
import { fingerprintOf } from './crypto.ts'
import type { Enrolment } from './enrolments.ts'
import { isEndpoint } from './endpoints.ts'
import { blockedByAnswer, parsed, RoadBlocked } from './road-problems.ts'
import type { Road } from './road.ts'
import { requestOf } from './send-answers.ts'
import { verifierOf } from './upload.ts'

type Keeper = Pick<JobContext<never, Chunk>, 'db' | 'write'>

export async function fetchMessages(
  context: Keeper,
  { road, enrolment }: { road: Road; enrolment: Enrolment },
): Promise<void> {
  let told = await askFor(road, await lastNumber(context.db, enrolment))
  const { messages } = told
  // More of them than one answer brings: those after a change of key are believed only by what comes before.
  while (told.messages.length >= messagesAtOnce) {
    told = await askFor(road, Math.max(...told.messages.map(({ message }) => message.number)))
    messages.push(...told.messages)
  }
  const read = believed(messages, { ...enrolment, libraryId: await ownId(context.db) })
  await keepTold(context, { enrolment, told, read, road: 'https' })
}

async function askFor(road: Road, after: number): Promise<MessagesAnswer> {
  const answer = await road.ask({ method: 'GET', path: paths.messages(after) })
  const text = answer.body.toString('utf8')
  if (answer.status !== 200) throw blockedByAnswer(answer.status, text)
  return MessagesAnswer.safeParse(parsed(text)).data ?? blocked()
}

function blocked(): never {
  throw new RoadBlocked('sign_in_page')
}

export async function lastNumber(db: Reader, { id }: Enrolment): Promise<number> {
  const { last } = await db
    .selectFrom('receiverMessage')
    .select((is) => is.fn.max<number | null>('number').as('last'))
    .where('enrolmentId', '=', id)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

export async function ownId(db: Reader): Promise<string> {
  const { uuid } = await db.selectFrom('library').select('uuid').executeTakeFirstOrThrow()
  return uuid
}

export type Believed = Trusted & { messages: Message[] }
type Kept = { enrolment: Enrolment; told: MessagesAnswer; read: Believed; road: 'https' | 'file' }

export async function keepTold({ db, write }: Keeper, { enrolment, told, read, road }: Kept): Promise<void> {
  const { messages, endpoint, receiverKey } = read
  await write({
    kind: 'messages',
    enrolmentId: enrolment.id,
    messages: messages.map(({ number, kind, ...rest }) => ({ number, kind, content: JSON.stringify(rest) })),
    gaps: JSON.stringify(told.gaps),
    endpoint,
    receiverKey,
    answered: await answeredThere(db, told.answered),
    road,
  })
}

/** All but those of which another answer waits here: that one has still to go. */
async function answeredThere(
  db: Reader,
  answered: MessagesAnswer['answered'],
): Promise<{ number: number; receivedAt: string }[]> {
  const waiting = new Map(
    (await answersUnreceived(db)).map((answer) => [answer.questionId, answerHash(requestOf(answer), sha256)]),
  )
  return answered
    .filter(({ questionId, textHash }) => (waiting.get(questionId) ?? textHash) === textHash)
    .map(({ questionId, receivedAt }) => ({ number: questionId, receivedAt }))
}

type Trusted = Pick<Enrolment, 'endpoint' | 'receiverKey'>

/** In their order, since a new key is believed only on the word of the old one; what nobody we know signed stops the row. */
export function believed(
  signed: readonly SignedMessage[],
  { endpoint, receiverKey, libraryId }: Trusted & { libraryId: string },
): Believed {
  const messages: Message[] = []
  const trusted = { endpoint, receiverKey }
  const inOrder = signed.toSorted((a, b) => a.message.number - b.message.number)
  // Who enrolled under this key knows nobody that signed before it.
  const before = inOrder.findLastIndex(
    ({ message }) => message.kind === 'key' && message.body.publicKey === receiverKey,
  )
  for (const { message, keyFingerprint, signature } of inOrder.slice(before + 1)) {
    if (!isSigned(message, signature, trusted.receiverKey)) break
    if (keyFingerprint !== fingerprintOf(trusted.receiverKey)) break
    if (message.libraryId !== null && message.libraryId !== libraryId) continue
    if (message.kind === 'key') trusted.receiverKey = message.body.publicKey
    if (message.kind === 'endpoint' && isEndpoint(message.body.url)) trusted.endpoint = message.body.url
    messages.push(message)
  }
  return { ...trusted, messages }
}

function isSigned(message: Message, signature: string, receiverKey: string): boolean {
  try {
    return verifierOf(receiverKey)(messageBytes(message), Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}
