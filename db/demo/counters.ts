import type { DemoCount } from '../../shared/demo/counters.ts'
import type { Writer } from '../connection.ts'
import { insertRows } from '../insert-rows.ts'

/** Counts of the first site, as its desk would have recorded them; the span of their rows, to be taken back by. */
export async function insertDemoCounters(
  db: Writer,
  counts: readonly DemoCount[],
): Promise<{ firstId: number; lastId: number }> {
  const last = async () => {
    const { id } = await db
      .selectFrom('counterValue')
      .select((is) => is.fn.max<number | null>('id').as('id'))
      .executeTakeFirstOrThrow()
    return id ?? 0
  }
  const before = await last()
  await insertRows(
    db,
    'counterValue',
    ['siteId', 'on', 'kindCode', 'value'],
    counts.map(({ on, kindCode, value }) => [1, on, kindCode, value]),
  )
  return { firstId: before + 1, lastId: await last() }
}
