import type { Kysely } from 'kysely'
import { strictTable } from './helpers.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'backup')
    .addColumn('fileName', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('madeAt', 'text', (column) => column.notNull())
    .addColumn('provenAt', 'text')
    .execute()
}
