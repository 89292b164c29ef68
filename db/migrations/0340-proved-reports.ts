import type { Kysely } from 'kysely'
import { strictTable } from './helpers.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  /** What tells a PDF that was made here from any other. */
  await strictTable(db, 'producedPdf')
    .addColumn('periodId', 'integer', (column) => column.notNull().references('period.id'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('madeAt', 'text', (column) => column.notNull())
    .execute()
}
