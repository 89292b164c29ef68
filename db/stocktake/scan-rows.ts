import { sql } from 'kysely'
import type { ScanRepair } from '../../shared/stocktake/rules.ts'
import type { Writer } from '../connection.ts'
import { prepared } from '../prepared.ts'

export type NewScanRow = {
  key: string
  code: string
  reading: string
  repair: ScanRepair
  copyId: number | null
  /** On the list of the opening, which never changes. */
  isExpected: 0 | 1
  at: string
  userId: number | null
  sourceId: number | null
  siteId: number | null
  storeId: number | null
  shelf: string
}

const columns = [
  'key',
  'code',
  'reading',
  'repair',
  'copyId',
  'isExpected',
  'at',
  'userId',
  'sourceId',
  'siteId',
  'storeId',
  'shelf',
] as const satisfies (keyof NewScanRow)[]

const insertRows = prepared((db: Writer, { stocktakeId, rows }: { stocktakeId: number; rows: string }) =>
  db
    .insertInto('stocktakeScan')
    .columns(['stocktakeId', ...columns])
    .expression(
      db
        .selectFrom(sql`json_each(${rows})`.as('given'))
        .select([
          sql<number>`${stocktakeId}`.as('stocktakeId'),
          ...columns.map((column) => sql<never>`given.value ->> ${sql.lit(column)}`.as(column)),
        ])
        // SQLite would take ON CONFLICT for a join's condition.
        .where(sql<boolean>`1`),
    )
    .onConflict((conflict) => conflict.columns(['stocktakeId', 'key']).doNothing())
    .returning(['id', 'key']),
)

/** One statement for all; a key that is there already adds nothing, and is not answered. */
export async function insertScans(
  db: Writer,
  stocktakeId: number,
  rows: readonly NewScanRow[],
): Promise<Map<string, number>> {
  const inserted = await insertRows(db, { stocktakeId, rows: JSON.stringify(rows) })
  return new Map(inserted.map(({ id, key }) => [key, id]))
}
