import type { ActivityFields, ImpactLine } from '../../shared/activities/contract.ts'
import { counted, isActivityMeasure, ruleOf, type HeldSession } from '../../shared/activities/rules.ts'
import { quarterBounds, quarterOf, type Quarter } from '../../shared/dates.ts'
import { currentFormula, indicatorList, type MeasureName } from '../../shared/indicators/formulas.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { heldSessions } from './held.ts'
import { readActivity } from './reading.ts'
import { fieldsOf } from './records.ts'
import { settled } from './settled.ts'
import { typeByCode } from './types.ts'

const ofActivities = indicatorList.flatMap((indicator) => {
  const { measures, compute } = currentFormula(indicator)
  const own = measures.filter(isActivityMeasure)
  return own.length > 0 ? [{ code: indicator.code, measures: own, all: measures, compute }] : []
})

export const impactQueries: Pick<QueriesOf<'activities'>, 'impact'> = {
  async impact({ id, fields }, { db }) {
    const saved = id === null ? null : await readActivity(db, id)
    const before = saved ? await sessionsHeldOf(db, fieldsOf(saved), saved.id) : []
    const after = await sessionsHeldOf(db, fields, id ?? newId)
    const days = [...(saved?.sessions ?? []), ...fields.sessions].map(({ on }) => on)
    const quarters = [...new Map(days.map((day) => [keyOf(quarterOf(day)), quarterOf(day)])).values()]
    const signed = await signedOver(db, days)
    const isSigned = (quarter: Quarter) =>
      days.some((day) => keyOf(quarterOf(day)) === keyOf(quarter) && signed.some((span) => covers(span, day)))
    const lines: ImpactLine[] = []
    for (const quarter of quarters.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)))
      lines.push(...(await linesOf(db, { id, quarter, before, after, isSigned: isSigned(quarter) })))
    return { lines, signed: signed.map(({ period }) => period) }
  },
}

/** No row has this key. */
const newId = 0
const keyOf = ({ year, quarter }: Quarter) => `${year}-${quarter}`

type Given = {
  id: number | null
  quarter: Quarter
  before: readonly HeldSession[]
  after: readonly HeldSession[]
  isSigned: boolean
}

/** Counted by the rules of the report, over this record alone: what it gives is what the figure gains by it. */
async function linesOf(db: Reader, { id, quarter, before, after, isSigned }: Given): Promise<ImpactLine[]> {
  const { from, to } = quarterBounds(quarter)
  const within = (sessions: readonly HeldSession[]) => sessions.filter(({ on }) => on >= from && on <= to)
  const others = await namedByOthers(db, { id, from, to }, [...before, ...after])
  return ofActivities.flatMap(({ code, measures, all, compute }) => {
    const value = (sessions: readonly HeldSession[]) => {
      // What other modules add to a sum is the same before and after.
      const elsewhere = all.map((name) => [name, 0] as const)
      const counts = measures.map((name) => {
        const { ids, weight } = counted(name, within(sessions))
        const own = ruleOf(name).rows === 'partner' ? ids.filter((each) => !others.has(each)) : ids
        return [name, weight ?? own.length] as const
      })
      return compute(Object.fromEntries([...elsewhere, ...counts]) as Record<MeasureName, number>) ?? 0
    }
    const line = { code, quarter, before: value(before), after: value(after), isSigned }
    return line.before === 0 && line.after === 0 ? [] : [line]
  })
}

/** A library that others supported in the quarter already counts whether or not this record names it. */
async function namedByOthers(
  db: Reader,
  { id, from, to }: { id: number | null; from: string; to: string },
  sessions: readonly HeldSession[],
): Promise<ReadonlySet<number>> {
  if (!sessions.some(({ libraryIds }) => libraryIds.length > 0)) return new Set()
  const others = await heldSessions(db, { from, to }, id)
  return new Set(counted('activities.librariesSupported', others).ids)
}

/** The rows that the record would be counted by, were it saved as it stands. */
export async function sessionsHeldOf(
  db: Reader,
  given: ActivityFields,
  activityId: number,
): Promise<HeldSession[]> {
  const fields = settled(given)
  const type = (await typeByCode(db)).get(fields.typeCode)
  const bookDays = await db
    .selectFrom('campaign')
    .select('id')
    .where('id', 'in', [newId, ...fields.campaignIds])
    .where('kind', '=', 'book_day')
    .execute()
  const libraries = await db
    .selectFrom('partner')
    .select('id')
    .where('id', 'in', [newId, ...fields.partnerIds])
    .where('kind', '=', 'library')
    .execute()
  const direction = fields.details['direction']
  return fields.sessions
    .filter(({ state }) => state === 'held')
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((session, at) => ({
      id: session.id ?? -1 - at,
      activityId,
      on: session.on,
      attended: session.attended ?? 0,
      isFirst: at === 0,
      feeds: type?.feeds ?? [],
      part: fields.part,
      reach: fields.reach,
      direction: typeof direction === 'string' ? direction : '',
      copiesShown: fields.copiesShown ?? 0,
      copiesGiven: fields.copiesGiven ?? 0,
      isBookDay: bookDays.length > 0,
      libraryIds: libraries.map(({ id }) => id).toSorted((a, b) => a - b),
    }))
}

type SignedSpan = { period: string; from: string; to: string }

/** The signed reports, of whatever kind, that count one of these days. */
async function signedOver(db: Reader, days: readonly string[]): Promise<SignedSpan[]> {
  const signed = await db
    .selectFrom('period')
    .select(['period', 'fromOn as from', 'toOn as to'])
    .where('state', '=', 'signed')
    .orderBy('fromOn')
    .orderBy('toOn')
    .execute()
  return signed.filter((span) => days.some((day) => covers(span, day)))
}

function covers({ from, to }: SignedSpan, day: string): boolean {
  return from <= day && day <= to
}
