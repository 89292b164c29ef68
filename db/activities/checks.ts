import { sql } from 'kysely'
import type {
  ActivityFields,
  DetailValue,
  FieldOfType,
  SessionFields,
} from '../../shared/activities/contract.ts'
import { parseDate } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { CommandContext } from '../context.ts'
import type { Fail } from '../failure.ts'
import { lastDayOf } from './settled.ts'
import { typeByCode, type KnownType } from './types.ts'

type Refusal =
  | 'type_not_found'
  | 'site_not_found'
  | 'campaign_not_found'
  | 'partner_not_found'
  | 'title_not_found'
  | 'detail_wrong'
  | 'held_in_future'
  | 'nothing_held'
  | 'sessions_overlap'
  | 'outside_campaign'
type Given = {
  fields: ActivityFields
  /** Null for a new one. */
  id: number | null
  accepted: readonly ('sessions_overlap' | 'outside_campaign')[]
}
type Context = Pick<CommandContext<Refusal>, 'db' | 'fail' | 'today'>

/** Refuses what cannot be so, and asks about what is seldom meant; gives back the answers to its type’s fields. */
export async function checked({ fields, id, accepted }: Given, context: Context): Promise<Answers> {
  const { db, fail, today } = context
  const type =
    (await typeByCode(db)).get(fields.typeCode) ?? fail('type_not_found', { code: fields.typeCode })
  await requireLinked(db, fields, fail)
  requireNotAhead(fields, today, fail)
  const answers = await checkedDetails(db, { fields, type }, fail)
  if (!accepted.includes('outside_campaign')) await refuseOutside(db, fields, fail)
  if (!accepted.includes('sessions_overlap')) await refuseOverlap(db, { fields, id }, fail)
  return answers
}

async function requireLinked(db: Reader, fields: ActivityFields, fail: Fail<Refusal>): Promise<void> {
  const missing = async (table: 'site' | 'campaign' | 'partner' | 'title', ids: readonly number[]) => {
    if (ids.length === 0) return undefined
    const known = await db.selectFrom(table).select('id').where('id', 'in', ids).execute()
    return ids.find((each) => !known.some(({ id }) => id === each))
  }
  const siteId = await missing('site', fields.siteId === null ? [] : [fields.siteId])
  if (siteId !== undefined) fail('site_not_found', { id: siteId })
  const campaignId = await missing('campaign', fields.campaignIds)
  if (campaignId !== undefined) fail('campaign_not_found', { id: campaignId })
  const partnerId = await missing('partner', fields.partnerIds)
  if (partnerId !== undefined) fail('partner_not_found', { id: partnerId })
  const titleId = await missing('title', fields.titleIds)
  if (titleId !== undefined) fail('title_not_found', { id: titleId })
}

function requireNotAhead({ state, sessions }: ActivityFields, today: string, fail: Fail<Refusal>): void {
  const ahead = sessions.find((session) => session.state === 'held' && session.on > today)
  if (ahead) fail('held_in_future', { on: ahead.on })
  if (state === 'done' && sessions.every((session) => session.state === 'dropped')) fail('nothing_held')
}

type Details = Record<string, DetailValue>
export type Answers = { details: Details; personalDetails: Details }

/** Answers of another type's fields go when the type is changed; the journal keeps them. */
async function checkedDetails(
  db: Reader,
  { fields, type }: { fields: ActivityFields; type: KnownType },
  fail: Fail<Refusal>,
): Promise<Answers> {
  for (const field of type.fields) {
    const value = fields.details[field.key]
    if (value === undefined || value === '') continue
    if (!(await isAnswer(db, field, value))) fail('detail_wrong', { key: field.key, label: field.label })
  }
  return answersOf(type, fields.details)
}

/** Answers to the fields of a type, what names people apart from the rest. */
export function answersOf({ fields }: Pick<KnownType, 'fields'>, given: Details): Answers {
  const answers: Answers = { details: {}, personalDetails: {} }
  for (const { key, isPersonal } of fields) {
    const value = given[key]
    if (value === undefined || value === '') continue
    answers[isPersonal ? 'personalDetails' : 'details'][key] = value
  }
  return answers
}

async function isAnswer(db: Reader, { kind, choices }: FieldOfType, value: DetailValue): Promise<boolean> {
  switch (kind) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number' && value >= 0
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    case 'date':
      return typeof value === 'string' && parseDate(value) === value
    case 'choice':
      return typeof value === 'string' && choices.includes(value)
    case 'yes_no':
      return typeof value === 'boolean'
    case 'partner':
    case 'title':
    case 'site': {
      if (typeof value !== 'number') return false
      const row = await db.selectFrom(kind).select('id').where('id', '=', value).executeTakeFirst()
      return row !== undefined
    }
  }
}

async function refuseOutside(db: Reader, { campaignIds, sessions }: ActivityFields, fail: Fail<Refusal>) {
  if (campaignIds.length === 0) return
  const campaigns = await db
    .selectFrom('campaign')
    .select(['name', 'year'])
    .where('id', 'in', campaignIds)
    .where('year', 'is not', null)
    .execute()
  for (const { name, year } of campaigns) {
    const outside = sessions.find(({ on }) => Number(on.slice(0, 4)) !== year)
    if (outside) fail('outside_campaign', { name, year, on: outside.on })
  }
}

async function refuseOverlap(
  db: Reader,
  { fields, id }: { fields: ActivityFields; id: number | null },
  fail: Fail<Refusal>,
): Promise<void> {
  const sessions = fields.sessions.filter(({ state }) => state !== 'dropped')
  for (const [at, session] of sessions.entries())
    if (sessions.slice(0, at).some((other) => overlap(session, other)))
      fail('sessions_overlap', { on: session.on, name: fields.name })
  if (fields.siteId === null) return
  const elsewhere = await sessionsAt(db, { siteId: fields.siteId, days: sessions.map(({ on }) => on), id })
  for (const session of sessions) {
    const other = elsewhere.find((each) => isTimed(session) && isTimed(each) && overlap(session, each))
    if (other) fail('sessions_overlap', { on: session.on, name: other.name })
  }
}

type Timed = Pick<SessionFields, 'on' | 'until' | 'startTime' | 'endTime'>
const isTimed = ({ startTime, endTime }: Timed) => startTime !== null && endTime !== null

/** Two on one day overlap unless their hours say otherwise. */
export function overlap(a: Timed, b: Timed): boolean {
  if (a.on > lastDayOf(b) || b.on > lastDayOf(a)) return false
  const isEachOneDay = lastDayOf(a) === a.on && lastDayOf(b) === b.on
  if (!isEachOneDay || a.startTime === null || b.startTime === null) return true
  const startsLater = a.startTime > b.startTime ? a : b
  const startsFirst = startsLater === a ? b : a
  return startsFirst.endTime === null
    ? startsFirst.startTime === startsLater.startTime
    : (startsLater.startTime ?? '') < startsFirst.endTime
}

async function sessionsAt(
  db: Reader,
  { siteId, days, id }: { siteId: number; days: readonly string[]; id: number | null },
): Promise<(Timed & { name: string })[]> {
  const { rows } = await sql<Timed & { name: string }>`
    select s."on", s.until, s.startTime, s.endTime, a.name from activitySession as s
    join activity as a on a.id = s.activityId
    where s."on" in (select value from json_each(${JSON.stringify(days)})) and s.state != 'dropped'
      and a.siteId = ${siteId} and a.id is not ${id} and a.removedOn is null
      and a.state not in ('cancelled', 'postponed')`.execute(db)
  return rows
}
