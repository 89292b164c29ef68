import type { Kysely } from 'kysely'
import { strictTable } from './helpers.ts'

/** Each time the library began anew from one of its copies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'restoration')
    .addColumn('epochId', 'integer', (column) => column.notNull().unique().references('epoch.id'))
    .addColumn('fileName', 'text', (column) => column.notNull())
    .addColumn('orderedAt', 'text', (column) => column.notNull())
    .addColumn('restoredAt', 'text', (column) => column.notNull())
    /** Where the library of before lies, below the data folder. */
    .addColumn('aside', 'text', (column) => column.notNull())
    .execute()
}
