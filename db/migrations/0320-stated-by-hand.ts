import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

/** What no record tells: a figure that a person gave for a period, and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'givenFigure')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('untilOn', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column.notNull().check(oneOf('status', ['known', 'not_applicable', 'not_collected'])),
    )
    .addColumn('value', 'real')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('fileId', 'integer', (column) => column.references('evidenceFile.id'))
    .addColumn('fileName', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('givenById', 'integer', (column) => column.references('user.id'))
    .addColumn('givenAt', 'text', (column) => column.notNull())
    .addColumn('removedOn', 'text')
    .execute()
  await db.schema
    .createIndex('givenFigureOnce')
    .unique()
    .on('givenFigure')
    .columns(['code', 'fromOn', 'untilOn'])
    .where(sql.ref('removedOn'), 'is', null)
    .execute()
}
