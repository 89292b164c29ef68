import type { Kysely } from 'kysely'
import { strictTable } from './helpers.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'doubtExplanation')
    .addColumn('periodId', 'integer', (column) => column.notNull().references('period.id'))
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    /** The numbers it was given of, as JSON. */
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('writtenById', 'integer', (column) => column.references('user.id'))
    .addColumn('writtenAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('doubtExplanationOnce', ['periodId', 'rule', 'code'])
    .execute()
  // What was asked and answered of the figures when they were signed, as JSON.
  await db.schema.alterTable('period').addColumn('doubts', 'text').execute()
}
