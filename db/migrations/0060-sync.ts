import type { Kysely } from 'kysely'
import { strictTable } from './helpers.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'signingKey')
    .addColumn('publicKey', 'text', (column) => column.notNull())
    .addColumn('privateKey', 'text', (column) => column.notNull())
    .addColumn('madeAt', 'text', (column) => column.notNull())
    .execute()
  await strictTable(db, 'summaryPackage')
    .addColumn('periodId', 'integer', (column) => column.notNull().references('period.id'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('epochId', 'integer', (column) => column.notNull().references('epoch.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('journalHash', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('writtenAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('summaryPackageByRevision', ['periodId', 'epochId', 'revision'])
    .execute()
}
