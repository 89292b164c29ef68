import { sql } from 'kysely'
import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Reader } from '../connection.ts'

type Stock = OutputOf<SpecOf<'merger.formerStock'>>

/** The stock of the former unit at the end of a day by its own dates: what it would have said of itself then. */
export async function formerStockOn(db: Reader, mergerId: number, day: string): Promise<Stock> {
  const held = sql`from formerCopy where mergerId = ${mergerId} and accessionedOn <= ${day} and cancelledOn is null
    and (withdrawnOn is null or withdrawnOn > ${day})`
  const { rows: totals } = await sql<Pick<Stock, 'titles' | 'copies'>>`
    select count(distinct formerTitleId) as titles, count(*) as copies ${held}`.execute(db)
  const { rows: byMaterial } = await sql<Stock['byMaterial'][number]>`
    select material as key, count(*) as copies ${held} group by 1 order by 2 desc`.execute(db)
  const { rows: byStore } = await sql<Stock['byStore'][number]>`
    select siteName, storeName, count(*) as copies ${held} group by 1, 2 order by 1, 2`.execute(db)
  return { ...(totals[0] ?? { titles: 0, copies: 0 }), byMaterial, byStore }
}
