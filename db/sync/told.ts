import { sql, type RawBuilder } from 'kysely'
import { isoDateAt } from '../../shared/dates.ts'
import { countedNow } from '../../shared/indicators/rules.ts'
import { definitionsVersion } from '../../shared/indicators/formulas.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { Message } from '../../shared/sync/protocol.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import { fingerprintOf } from './crypto.ts'
import { isEndpoint } from './endpoints.ts'
import { currentEnrolment } from './enrolments.ts'

export type Told = OutputOf<SpecOf<'sync.messages'>>['rows'][number]
type Of<Kind extends Told['kind']> = Extract<Told, { kind: Kind }>

const part = (path: string) => sql<string>`json_extract(receiverMessage.content, ${`$.body.${path}`})`
const isOfPeriod = sql`period.fromOn = ${part('period.from')} and period.toOn = ${part('period.to')}`
export const dueOn = part('dueOn')

/** A later message set another day for the same period. */
const isReplaced = sql<number>`exists (
  select 1 from receiverMessage as later
  where later.enrolmentId = receiverMessage.enrolmentId and later.kind = 'deadline'
    and later.number > receiverMessage.number
    and json_extract(later.content, '$.body.period.from') = ${part('period.from')}
    and json_extract(later.content, '$.body.period.to') = ${part('period.to')})`
const isReceived = sql<number>`exists (
  select 1 from period
  join summaryPackage on summaryPackage.periodId = period.id
  join packageReceipt on packageReceipt.packageId = summaryPackage.id
  where ${isOfPeriod})`
/** By whatever road: what lies on a stick on its way is no longer waited for. */
const isHandedOver = sql<number>`exists (
  select 1 from period
  join summaryPackage on summaryPackage.periodId = period.id
  join delivery on delivery.packageId = summaryPackage.id
  where ${isOfPeriod} and delivery.endedAt is not null and delivery.problem is null)`

/** What asks for something of a person; the rest is done, or was read. */
const openWhere: Record<Told['kind'], RawBuilder<unknown>> = {
  question: sql`receiverMessage.answeredAt is null and receiverMessage.answerSentAt is null`,
  deadline: sql`not ${isReplaced} and not ${isReceived} and not ${isHandedOver}`,
  definitions: sql`receiverMessage.readAt is null`,
  endpoint: sql`receiverMessage.readAt is null`,
  key: sql`receiverMessage.readAt is null`,
}

export function openOf(kind: Told['kind']) {
  return sql<boolean>`receiverMessage.kind = ${kind} and ${openWhere[kind]}`
}

const anyOpen = sql<boolean>`(${sql.join(
  (Object.keys(openWhere) as Told['kind'][]).map((kind) => sql`(${openOf(kind)})`),
  sql` or `,
)})`

export const toldQueries: Pick<QueriesOf<'sync'>, 'messages'> = {
  async messages({ cursor, limit, isOpen }, { db, fail, now }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const enrolment = await currentEnrolment(db)
    if (!enrolment) return { rows: [], next: null }
    const found = await db
      .selectFrom('receiverMessage')
      .selectAll()
      .select([isReplaced.as('isReplaced'), isReceived.as('isReceived'), isHandedOver.as('isHandedOver')])
      .select(sql<number | null>`(select id from period where ${isOfPeriod})`.as('periodId'))
      .where('enrolmentId', '=', enrolment.id)
      .$if(isOpen, (rows) => rows.where(anyOpen))
      .orderBy('number', 'desc')
      .offset(from)
      .limit(limit + 1)
      .execute()
    const rows = await Promise.all(found.slice(0, limit).map((row) => told(db, row, now)))
    return { rows, next: found.length > limit ? String(from + limit) : null }
  },
}

type Row = {
  id: number
  number: number
  kind: string
  content: string
  cameAt: string
  readAt: string | null
  answer: string
  restatementId: number | null
  answeredAt: string | null
  answerSentAt: string | null
  isReplaced: number
  isReceived: number
  isHandedOver: number
  periodId: number | null
}

export function messageIn({ number, kind, content }: Pick<Row, 'number' | 'kind' | 'content'>): Message {
  return Message.parse({ ...(JSON.parse(content) as object), number, kind })
}

async function told(db: Reader, row: Row, now: string): Promise<Told> {
  const message = messageIn(row)
  const { id, number, cameAt, readAt: notedAt, periodId } = row
  const head = { id, number, cameAt, sentAt: message.sentAt }
  switch (message.kind) {
    case 'question': {
      const { period, figureCode, text } = message.body
      const restatements = await restatementsOf(db, periodId)
      const answer = answerIn(row, restatements)
      return { ...head, kind: 'question', period, periodId, figureCode, text, answer, restatements }
    }
    case 'deadline':
      return {
        ...head,
        kind: 'deadline',
        ...message.body,
        periodId,
        state: deadlineState(row, message.body.dueOn, now),
        isReplaced: row.isReplaced === 1,
      }
    case 'definitions': {
      const { note, definitionsVersion: theirs, indicators: listed } = message.body
      const changes = listed ? changesTo(listed) : null
      return { ...head, kind: 'definitions', note, theirs, ours: definitionsVersion, changes, notedAt }
    }
    case 'endpoint': {
      const { url } = message.body
      return { ...head, kind: 'endpoint', url, isTaken: isEndpoint(url), notedAt }
    }
    case 'key':
      return { ...head, kind: 'key', fingerprint: fingerprintOf(message.body.publicKey), notedAt }
  }
}

function deadlineState(
  { isReceived: received, isHandedOver: handed }: Row,
  day: string,
  now: string,
): Of<'deadline'>['state'] {
  if (received === 1) return 'received'
  if (handed === 1) return 'handed_over'
  return day < isoDateAt(Date.parse(now)) ? 'late' : 'open'
}

function answerIn(
  { answer: text, answeredAt, answerSentAt, restatementId }: Row,
  restatements: Of<'question'>['restatements'],
): Of<'question'>['answer'] {
  if (answeredAt === null && answerSentAt === null) return null
  const restatement = restatements.find(({ id }) => id === restatementId)?.number ?? null
  return { text, restatement, answeredAt, receivedAt: answerSentAt }
}

async function restatementsOf(db: Reader, periodId: number | null): Promise<Of<'question'>['restatements']> {
  if (periodId === null) return []
  return db
    .selectFrom('restatement')
    .select(['id', 'number', 'reason', 'signedAt'])
    .where('periodId', '=', periodId)
    .orderBy('number', 'desc')
    .execute()
}

type Listed = { code: string; version: number }

/** Only what differs; nothing of it is taken over before the program itself is brought up to date. */
export function changesTo(listed: readonly Listed[]): NonNullable<Of<'definitions'>['changes']> {
  const ours = new Map(countedNow().map(({ code, version }) => [code, version]))
  const theirs = new Map(listed.map(({ code, version }) => [code, version]))
  return [...new Set([...theirs.keys(), ...ours.keys()])]
    .map((code) => ({ code, ours: ours.get(code) ?? null, theirs: theirs.get(code) ?? null }))
    .filter((change) => change.ours !== change.theirs)
}
