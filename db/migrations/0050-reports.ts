import type { Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'period')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('quarter', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['open', 'checked', 'signed'])),
    )
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('preparedById', 'integer', (column) => column.references('user.id'))
    .addColumn('checkedById', 'integer', (column) => column.references('user.id'))
    .addColumn('checkedAt', 'text')
    .addColumn('signedById', 'integer', (column) => column.references('user.id'))
    .addColumn('signedAt', 'text')
    .addColumn('position', 'integer')
    .addColumn('journalHash', 'text')
    .addColumn('figuresHash', 'text')
    .addColumn('paper', 'text')
    .addColumn('paperHash', 'text')
    .addUniqueConstraint('periodByQuarter', ['year', 'quarter'])
    .execute()
  await strictTable(db, 'figure')
    .addColumn('periodId', 'integer', (column) => column.notNull().references('period.id'))
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column.notNull().check(oneOf('status', ['known', 'zero_base', 'not_applicable', 'not_collected'])),
    )
    .addColumn('value', 'real')
    .addColumn('parameters', 'text', (column) => column.notNull())
    .addColumn('rowSet', 'text', (column) => column.notNull())
    .addUniqueConstraint('figureByCode', ['periodId', 'code'])
    .execute()
}
