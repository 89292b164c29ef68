import { sql } from 'kysely'
import { runtimeKey } from '../../shared/texts.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../connection.ts'
import { libraryWords } from '../words.ts'
import type { MergerRow } from './mergers.ts'

/** Titles by their places among those of the unit, as its records were read. */
type Placed = { place: number }
export type FormerSubscription = Placed & {
  startsOn: string
  endsOn: string | null
  frequency: string
  source: string
  note: string
}
export type FormerIssue = Placed & {
  volume: string
  number: string
  publishedOn: string | null
  receivedOn: string | null
  state: string
  note: string
  copyId: number | null
}

const placed = sql`(select id as titleId, row_number() over (order by id) as place from title where removedOn is null)`

/** Those that still run on the day of merging; what had ended stays history of the unit. */
export async function unitSubscriptions(unit: Reader, day: string): Promise<FormerSubscription[]> {
  const { rows } = await sql<FormerSubscription>`
    select place, startsOn, endsOn, frequency, source, note from subscription
    join ${placed} as placed on placed.titleId = subscription.titleId
    where endsOn is null or endsOn >= ${day} order by subscription.id`.execute(unit)
  return rows
}

const readAtOnce = 1000

export async function* unitIssues(unit: Reader): AsyncGenerator<FormerIssue[]> {
  for (let after = 0; ;) {
    const { rows } = await sql<FormerIssue & { id: number }>`
      with piece as materialized (select * from serialIssue where id > ${after} order by id limit ${readAtOnce})
      select piece.id, place, volume, number, publishedOn, receivedOn, state, note, copyId from piece
      join ${placed} as placed on placed.titleId = piece.titleId order by piece.id`.execute(unit)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    yield rows
  }
}

/** They run here from the day of merging, so that no day before it takes more than it did. */
export async function applySubscriptions(
  db: Writer,
  { id, runId, unitName, mergedOn }: MergerRow,
  subscriptions: readonly FormerSubscription[],
) {
  const t = await libraryWords(db)
  const rows = subscriptions.map(({ startsOn, note, ...rest }) => {
    const from = t(runtimeKey('merger.made.subscription'), { unit: unitName, on: displayDate(startsOn) })
    return {
      ...rest,
      startsOn: startsOn < mergedOn ? mergedOn : startsOn,
      note: [from, note].filter(Boolean).join('; '),
    }
  })
  await sql`insert into subscription (titleId, startsOn, endsOn, frequency, source, note, mergerId)
    select titleId, value ->> 'startsOn', value ->> 'endsOn', value ->> 'frequency', value ->> 'source',
      value ->> 'note', ${id}
    from json_each(${JSON.stringify(rows)}) cross join importRecord on runId = ${runId} and place = value ->> 'place'
    where titleId is not null`.execute(db)
  return { bulk: { mergerId: id, subscriptions: rows.length } }
}

/** A number that both have received is one number of one serial here. */
export async function applyIssues(db: Writer, { id, runId }: MergerRow, issues: readonly FormerIssue[]) {
  await sql`insert into serialIssue
      (titleId, volume, number, publishedOn, receivedOn, state, note, copyId, mergerId)
    select titleId, value ->> 'volume', value ->> 'number', value ->> 'publishedOn', value ->> 'receivedOn',
      value ->> 'state', value ->> 'note',
      (select copyId from formerCopy where mergerId = ${id} and formerId = value ->> 'copyId'), ${id}
    from json_each(${JSON.stringify(issues)}) cross join importRecord on runId = ${runId} and place = value ->> 'place'
    where titleId is not null and not exists (select 1 from serialIssue as known
      where known.titleId = importRecord.titleId and known.volume = value ->> 'volume'
        and known.number = value ->> 'number' and known.publishedOn is value ->> 'publishedOn')`.execute(db)
  return { bulk: { mergerId: id, issues: issues.length } }
}

/** What nobody has touched since. */
export async function removeSerials(db: Writer, { id }: Pick<MergerRow, 'id'>): Promise<void> {
  await sql`delete from serialIssue where mergerId = ${id} and rev = 1`.execute(db)
  await sql`delete from subscription where mergerId = ${id} and rev = 1`.execute(db)
}
