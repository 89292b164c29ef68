import type { Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const statuses = ['known', 'zero_base', 'not_applicable', 'not_collected']

/** What was signed stays as it was; what is said anew of it stands beside it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'restatement')
    .addColumn('periodId', 'integer', (column) => column.notNull().references('period.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('signedById', 'integer', (column) => column.notNull().references('user.id'))
    .addColumn('signedAt', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('journalHash', 'text', (column) => column.notNull())
    .addColumn('figuresHash', 'text', (column) => column.notNull())
    .addColumn('paper', 'text', (column) => column.notNull())
    .addColumn('paperHash', 'text', (column) => column.notNull())
    .addUniqueConstraint('restatementByNumber', ['periodId', 'number'])
    .execute()
  await strictTable(db, 'restatedFigure')
    .addColumn('restatementId', 'integer', (column) => column.notNull().references('restatement.id'))
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(oneOf('status', statuses)))
    .addColumn('value', 'real')
    .addColumn('parameters', 'text', (column) => column.notNull())
    .addColumn('rowSet', 'text', (column) => column.notNull())
    .addUniqueConstraint('restatedFigureByCode', ['restatementId', 'code'])
    .execute()
}
