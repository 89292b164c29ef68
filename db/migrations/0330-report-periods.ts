import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const blocks = [
  'm1',
  'm2a',
  'm2b',
  'm2c',
  'm2d',
  'm3',
  'ht',
  'hv',
  'general',
  'strengths',
  'weaknesses',
  'causes',
  'next',
  'department',
  'ministry',
]
const kinds = ['quarter', 'half_year', 'nine_months', 'year', 'range']

/**
 * A quarter becomes one kind of period among others, and its one remark a block of the outline; what was signed stays
 * as it is, byte for byte.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'periodAnew')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('period', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', kinds)))
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('toOn', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['open', 'checked', 'signed'])),
    )
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
    .addColumn('remark', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('doubts', 'text')
    // As they were written before; nothing is written into them any more.
    .addColumn('year', 'integer')
    .addColumn('quarter', 'integer')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    // The annexes that do not go along, as JSON.
    .addColumn('leftOut', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
  const kept = sql.raw(
    'id, rev, year, quarter, note, state, preparedById, checkedById, checkedAt, signedById, signedAt, position, ' +
      'journalHash, figuresHash, paper, paperHash, remark, doubts',
  )
  await sql`
    insert into periodAnew (${kept}, period, kind, fromOn, toOn)
    select ${kept}, year || '-Q' || quarter, 'quarter',
      printf('%04d-%02d-01', year, quarter * 3 - 2),
      date(printf('%04d-%02d-01', year, quarter * 3 - 2), '+3 months', '-1 day')
    from period`.execute(db)
  await strictTable(db, 'reportBlock')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('periodId', 'integer', (column) => column.notNull().references('period.id'))
    .addColumn('block', 'text', (column) => column.notNull().check(oneOf('block', blocks)))
    // Null: as it follows from the data.
    .addColumn('text', 'text')
    // Of the words of an earlier report, until somebody has looked at them: that report's period.
    .addColumn('rememberedFrom', 'text')
    .addColumn('writtenById', 'integer', (column) => column.references('user.id'))
    // Null of what followed from the data when the report was signed.
    .addColumn('writtenAt', 'text')
    .addUniqueConstraint('reportBlockOnce', ['periodId', 'block'])
    .execute()
  await sql`
    insert into reportBlock (periodId, block, text, writtenById, writtenAt)
    select id, 'general', note, preparedById, coalesce(checkedAt, signedAt, '1970-01-01T00:00:00.000Z')
    from period where note <> ''`.execute(db)
  await db.schema.dropTable('period').execute()
  await db.schema.alterTable('periodAnew').renameTo('period').execute()
}
