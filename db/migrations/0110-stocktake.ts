import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const states = ['planned', 'open', 'paused', 'closing', 'closed', 'signed']
const statuses = ['available', 'in_process', 'on_loan', 'in_rotation', 'in_repair', 'missing']
const classes = [
  'found',
  'misplaced',
  'away_present',
  'unexpected',
  'new_since',
  'withdrawn_present',
  'cancelled_present',
  'unknown',
  'on_loan',
  'in_rotation',
  'in_repair',
  'in_process',
  'moved_since',
  'withdrawn_since',
  'missing',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'stocktake')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().check(oneOf('state', states)))
    .addColumn('siteId', 'integer', (column) => column.references('site.id'))
    .addColumn('storeId', 'integer', (column) => column.references('store.id'))
    .addColumn('shelfFrom', 'text', (column) => column.notNull())
    .addColumn('shelfTo', 'text', (column) => column.notNull())
    .addColumn('callFrom', 'text', (column) => column.notNull())
    .addColumn('callTo', 'text', (column) => column.notNull())
    .addColumn('ddc', 'text', (column) => column.notNull())
    .addColumn('material', 'text')
    .addColumn('plannedFrom', 'text')
    .addColumn('plannedTo', 'text')
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('members', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('openedAt', 'text')
    // The run that opened or closed it last.
    .addColumn('jobId', 'integer')
    .addColumn('expected', 'integer')
    // The list has ids that follow one another; whatever came in or was moved after the last ones was not on it.
    .addColumn('firstItemId', 'integer')
    .addColumn('lastCopyId', 'integer')
    .addColumn('lastPastId', 'integer')
    .addColumn('closedOn', 'text')
    .addColumn('tallies', 'text')
    .addColumn('scansHash', 'text')
    .addColumn('minutesNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('signedOn', 'text')
    .addColumn('paper', 'text')
    .addColumn('paperHash', 'text')
    .execute()
  await source(db)
  await scan(db)
  await item(db)
}

async function source(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'stocktakeSource')
    .addColumn('stocktakeId', 'integer', (column) => column.notNull().references('stocktake.id'))
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', ['file', 'satellite'])))
    .addColumn('fileName', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('lines', 'integer', (column) => column.notNull())
    .addColumn('added', 'integer', (column) => column.notNull())
    .addColumn('known', 'integer', (column) => column.notNull())
    .addColumn('doubles', 'integer', (column) => column.notNull())
    .addColumn('unknown', 'integer', (column) => column.notNull())
    .addColumn('takenFrom', 'text', (column) => column.notNull())
    .addColumn('userId', 'integer', (column) => column.references('user.id'))
    .addColumn('jobId', 'integer', (column) => column.notNull())
    .addColumn('mergedAt', 'text', (column) => column.notNull())
    .addColumn('takenOutAt', 'text')
    .execute()
  await db.schema
    .createIndex('stocktakeSourceBySession')
    .on('stocktakeSource')
    .columns(['stocktakeId', 'hash'])
    .execute()
}

async function scan(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'stocktakeScan')
    .addColumn('stocktakeId', 'integer', (column) => column.notNull().references('stocktake.id'))
    // Given where the code was read, so that sending a scan again adds nothing.
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('reading', 'text', (column) => column.notNull())
    .addColumn('repair', 'text', (column) =>
      column
        .notNull()
        .check(oneOf('repair', ['none', 'number', 'caps', 'azerty', 'vietnamese', 'telex', 'vni'])),
    )
    .addColumn('copyId', 'integer', (column) => column.references('copy.id'))
    .addColumn('isExpected', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('userId', 'integer', (column) => column.references('user.id'))
    .addColumn('sourceId', 'integer', (column) => column.references('stocktakeSource.id'))
    .addColumn('siteId', 'integer')
    .addColumn('storeId', 'integer')
    .addColumn('shelf', 'text', (column) => column.notNull())
    .addColumn('undoneAt', 'text')
    .addColumn('undoneJobId', 'integer')
    .addUniqueConstraint('stocktakeScanOnce', ['stocktakeId', 'key'])
    .execute()
  await db.schema
    .createIndex('stocktakeScanByCopy')
    .on('stocktakeScan')
    .columns(['stocktakeId', 'copyId', 'code'])
    .execute()
  // What nobody expected is told apart without looking through all that was.
  await sql`create index stocktakeScanOther on stocktakeScan (stocktakeId, copyId, code) where isExpected = 0`.execute(
    db,
  )
  await sql`create index stocktakeScanBySource on stocktakeScan (sourceId) where sourceId is not null`.execute(
    db,
  )
}

async function item(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'stocktakeItem')
    .addColumn('stocktakeId', 'integer', (column) => column.notNull().references('stocktake.id'))
    .addColumn('copyId', 'integer', (column) => column.references('copy.id'))
    // Only of what no copy bears.
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('isExpected', 'integer', (column) => column.notNull())
    // Where it belonged at the opening; of what was not expected, where it was seen.
    .addColumn('siteId', 'integer')
    .addColumn('storeId', 'integer')
    .addColumn('shelf', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.check(oneOf('status', statuses)))
    .addColumn('class', 'text', (column) => column.check(oneOf('class', classes)))
    .addColumn('scanId', 'integer')
    .addColumn('settled', 'text', (column) =>
      column.check(oneOf('settled', ['marked_missing', 'brought_back', 'moved'])),
    )
    .addColumn('settledJobId', 'integer')
    // What the copy was before that, to be given back.
    .addColumn('before', 'text')
    .execute()
  await sql`create unique index stocktakeItemByCopy on stocktakeItem (stocktakeId, copyId) where copyId is not null`.execute(
    db,
  )
  await sql`create unique index stocktakeItemByCode on stocktakeItem (stocktakeId, code) where copyId is null`.execute(
    db,
  )
  // Its rows come in the order of the shelf, so a class is listed in that order without sorting.
  await sql`create index stocktakeItemByClass on stocktakeItem (stocktakeId, class) where class is not null`.execute(
    db,
  )
}
