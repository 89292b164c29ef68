import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import { codesThatFeed } from '../readers/index.ts'

/** One site in one month. */
export function siteMonth({ siteId, on }: { siteId: number; on: string }): string {
  return `${siteId}/${on.slice(0, 7)}`
}

/**
 * Where visits outside the library were counted by hand, site by site and month by month. A desk that counts them counts
 * the vehicle's too, so there the count is the figure; elsewhere the sessions are.
 */
export async function countedMonths(db: Reader): Promise<ReadonlySet<string>> {
  const codes = await codesThatFeed(db, ['visit_outside'])
  const { rows } = await sql<{ key: string }>`
    select distinct siteId || '/' || substr("on", 1, 7) as key from counterValue
    where kindCode in (select value from json_each(${JSON.stringify(codes)})) and value is not null`.execute(
    db,
  )
  return new Set(rows.map(({ key }) => key))
}
