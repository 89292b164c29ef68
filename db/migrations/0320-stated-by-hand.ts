import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createGiven(db)
  await createOwn(db)
  await createEarlier(db)
}

/** What no record tells: a figure that a person gave for a period, and why. */
async function createGiven(db: Kysely<unknown>): Promise<void> {
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

/** What the library counts besides the catalogue; each change is a version that holds from its day on. */
async function createOwn(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'ownIndicator')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('nature', 'text', (column) => column.notNull().check(oneOf('nature', ['in_period', 'at_end'])))
    .addColumn('withdrawnOn', 'text')
    .execute()
  await strictTable(db, 'ownIndicatorVersion')
    .addColumn('indicatorId', 'integer', (column) => column.notNull().references('ownIndicator.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('nameEn', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('unitEn', 'text', (column) => column.notNull().defaultTo(''))
    /** Measures and signs, as JSON. */
    .addColumn('formula', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addUniqueConstraint('ownIndicatorVersionOnce', ['indicatorId', 'version'])
    .execute()
}

/** Figures of reports from before the program; they are compared with where nothing was signed here. */
async function createEarlier(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'earlierReport')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('fileName', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('fileId', 'integer', (column) => column.references('evidenceFile.id'))
    .addColumn('proofName', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('jobId', 'integer', (column) => column.notNull())
    .addColumn('takenById', 'integer', (column) => column.references('user.id'))
    .addColumn('takenAt', 'text', (column) => column.notNull())
    .addColumn('undoneOn', 'text')
    .execute()
  await strictTable(db, 'earlierFigure')
    .addColumn('reportId', 'integer', (column) => column.notNull().references('earlierReport.id'))
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('untilOn', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column.notNull().check(oneOf('status', ['known', 'not_applicable', 'not_collected'])),
    )
    .addColumn('value', 'real')
    .addUniqueConstraint('earlierFigureOnce', ['reportId', 'code', 'fromOn', 'untilOn'])
    .execute()
  await db.schema
    .createIndex('earlierFigureByPeriod')
    .on('earlierFigure')
    .columns(['fromOn', 'untilOn', 'code'])
    .execute()
}
