import {
  messageBytes,
  MessagesAnswer,
  paths,
  type Message,
  type SignedMessage,
} from '../../shared/sync/protocol.ts'
import type { JobContext } from '../context.ts'
import type { Chunk } from './chunks.ts'
import { fingerprintOf } from './crypto.ts'
import type { Enrolment } from './enrolments.ts'
import { isEndpoint } from './endpoints.ts'
import { blockedByAnswer, parsed, RoadBlocked } from './road-problems.ts'
import type { Road } from './road.ts'
import { verifierOf } from './upload.ts'

/** A message as it is kept: only those that the receiver signed, each with the key that held when it was sent. */
export async function fetchMessages(
  { db, write }: Pick<JobContext<never, Chunk>, 'db' | 'write'>,
  { road, enrolment }: { road: Road; enrolment: Enrolment },
): Promise<void> {
  const { last } = await db
    .selectFrom('receiverMessage')
    .select((is) => is.fn.max<number | null>('number').as('last'))
    .where('enrolmentId', '=', enrolment.id)
    .executeTakeFirstOrThrow()
  const answer = await road.ask({ method: 'GET', path: paths.messages(last ?? 0) })
  const text = answer.body.toString('utf8')
  if (answer.status !== 200) throw blockedByAnswer(answer.status, text)
  const read = MessagesAnswer.safeParse(parsed(text))
  if (!read.success) throw new RoadBlocked('sign_in_page')
  const { messages, endpoint, receiverKey } = believed(read.data.messages, enrolment)
  await write({
    kind: 'messages',
    enrolmentId: enrolment.id,
    messages: messages.map(({ number, kind, ...rest }) => ({ number, kind, content: JSON.stringify(rest) })),
    gaps: JSON.stringify(read.data.gaps),
    endpoint,
    receiverKey,
  })
}

type Trusted = Pick<Enrolment, 'endpoint' | 'receiverKey'>

/** In their order, since a new key is believed only on the word of the old one; what nobody we know signed stops the row. */
export function believed(
  signed: readonly SignedMessage[],
  { endpoint, receiverKey }: Trusted,
): Trusted & { messages: Message[] } {
  const messages: Message[] = []
  const trusted = { endpoint, receiverKey }
  for (const { message, keyFingerprint, signature } of signed.toSorted(
    (a, b) => a.message.number - b.message.number,
  )) {
    if (!isSigned(message, signature, trusted.receiverKey)) break
    if (keyFingerprint !== fingerprintOf(trusted.receiverKey)) break
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
