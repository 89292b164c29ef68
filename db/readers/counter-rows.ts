import { sql } from 'kysely'
import type { Counted } from '../../shared/readers/contract.ts'
import { usualOf, type Usual } from '../../shared/readers/counters.ts'
import type { Reader } from '../connection.ts'

export type CounterRow = {
  id: number
  rev: number
  siteId: number
  on: string
  kindCode: string
  value: number | null
  source: string
  importId: number | null
}

type Span = { siteId: number; from: string; to: string }

/** The counts of a site in some days: along the index of site and day, whatever else is stored. */
export async function countsIn(db: Reader, { siteId, from, to }: Span): Promise<Counted[]> {
  const rows = await db
    .selectFrom('counterValue')
    .select(['kindCode', 'on', 'value', 'source'])
    .select((is) =>
      is
        .exists(is.selectFrom('counterPast').select('id').whereRef('counterValueId', '=', 'counterValue.id'))
        .as('isCorrected'),
    )
    .where('siteId', '=', siteId)
    .where('on', '>=', from)
    .where('on', '<=', to)
    .orderBy('on')
    .orderBy('kindCode')
    .execute()
  return rows.map((row) => ({ ...row, isCorrected: Boolean(row.isCorrected) }))
}

export async function rowsIn(db: Reader, { siteId, from, to }: Span): Promise<Map<string, CounterRow>> {
  const rows = await db
    .selectFrom('counterValue')
    .selectAll()
    .where('siteId', '=', siteId)
    .where('on', '>=', from)
    .where('on', '<=', to)
    .execute()
  return new Map(rows.map((row) => [keyOf(row), row]))
}

export const keyOf = ({ on, kindCode }: Pick<CounterRow, 'on' | 'kindCode'>): string => `${on} ${kindCode}`

/** So many counts say what is usual; older ones are of another time. */
const lookedBackAt = 120

export async function usualAt(
  db: Reader,
  { siteId, kindCode, before }: { siteId: number; kindCode: string; before: string },
): Promise<Usual> {
  const { rows } = await sql<{ value: number }>`
    select value from counterValue
    where kindCode = ${kindCode} and "on" < ${before} and siteId = ${siteId} and value is not null
    order by "on" desc limit ${lookedBackAt}`.execute(db)
  return usualOf(rows.map(({ value }) => value))
}

/** What the program itself lent at a site, day by day. */
export async function loansIn(
  db: Reader,
  { siteId, from, to }: Span,
): Promise<{ on: string; count: number }[]> {
  const { rows } = await sql<{ on: string; count: number }>`
    select lentOn as "on", count(*) as count from loan
    where lentOn between ${from} and ${to} and siteId = ${siteId} group by lentOn order by lentOn`.execute(db)
  return rows
}
