import { sql } from 'kysely'
import { isForeign, type Money } from '../../shared/cooperation/money.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../connection.ts'
import type { Fail } from '../failure.ts'

export type Asked = 'rate_missing'

const codes = {
  partner: 'partner_not_found',
  cooperationProject: 'project_not_found',
  activity: 'activity_not_found',
} as const
type Codes = typeof codes

/** Whatever a record points to is there. */
export async function requireLinked<Table extends keyof Codes>(
  db: Reader,
  linked: Readonly<Record<Table, readonly number[]>>,
  fail: Fail<Codes[Table]>,
): Promise<void> {
  for (const table of Object.keys(linked) as Table[]) {
    const ids = linked[table]
    if (ids.length === 0) continue
    const stands = table === 'partner' ? sql`` : sql` and removedOn is null`
    const { rows } = await sql<{ id: number }>`
      select id from ${sql.table(table)} where id in (${sql.join(ids)})${stands}`.execute(db)
    const missing = ids.find((each) => !rows.some(({ id }) => id === each))
    if (missing !== undefined) fail(codes[table], { id: missing })
  }
}

export const given = (id: number | null): number[] => (id === null ? [] : [id])

/** A day that ends something never comes before the day that began it. */
export function requireOrder(
  from: string,
  ends: readonly (string | null)[],
  fail: Fail<'dates_reversed'>,
): void {
  const early = ends.find((end) => end !== null && end < from)
  if (early) fail('dates_reversed', { from: displayDate(from), to: displayDate(early) })
}

/** A foreign amount has the rate of a day, or somebody has said that it is meant without. */
export function requireRate(
  money: Money,
  accepted: readonly Asked[],
  fail: Fail<'rate_missing' | 'rate_day_missing'>,
): void {
  if (!isForeign(money)) return
  if (money.rate === null) {
    if (!accepted.includes('rate_missing')) fail('rate_missing', { currency: money.currency })
  } else if (money.rateOn === null) fail('rate_day_missing', { currency: money.currency })
}

type Links = {
  table: 'projectPartner' | 'agreementPartner' | 'projectActivity'
  owner: string
  other: string
}

/** The links of a record become those given; what stays is not touched, so the journal tells only what changed. */
export async function setLinks(
  db: Writer,
  { table, owner, other }: Links,
  ownerId: number,
  ids: readonly number[],
): Promise<void> {
  const wanted = JSON.stringify(ids)
  await sql`delete from ${sql.table(table)} where ${sql.ref(owner)} = ${ownerId}
    and ${sql.ref(other)} not in (select value from json_each(${wanted}))`.execute(db)
  await sql`insert into ${sql.table(table)} (${sql.ref(owner)}, ${sql.ref(other)})
    select ${ownerId}, wanted.value from json_each(${wanted}) as wanted where true
    on conflict do nothing`.execute(db)
}
