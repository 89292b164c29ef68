import type { DemoCount } from '../../shared/demo/counters.ts'
import type { Writer } from '../connection.ts'
import { insertRows } from '../insert-rows.ts'

/** Counts of the first site, as its desk would have recorded them. */
export async function insertDemoCounters(db: Writer, counts: readonly DemoCount[]): Promise<void> {
  const rows = counts.map(({ on, kindCode, value, source }) => [1, on, kindCode, value, source])
  await insertRows(db, 'counterValue', ['siteId', 'on', 'kindCode', 'value', 'source'], rows)
}
