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
  /** Number, day and scan of a signed paper; 0 is the report itself, else the number of its restatement. */
  await strictTable(db, 'reportRegistration')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('periodId', 'integer', (column) => column.notNull().references('period.id'))
    .addColumn('restatement', 'integer', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('registeredOn', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('registeredById', 'integer', (column) => column.references('user.id'))
    .addColumn('registeredAt', 'text', (column) => column.notNull())
    .addColumn('fileId', 'integer', (column) => column.references('evidenceFile.id'))
    .addColumn('fileName', 'text')
    .addUniqueConstraint('reportRegistrationByPaper', ['periodId', 'restatement'])
    .execute()
  await db.schema.alterTable('period').addColumn('handedOverAt', 'text').execute()
}
