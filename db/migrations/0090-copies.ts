import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const conditions = ['good', 'worn', 'damaged']
const sources = ['purchase', 'donation', 'exchange', 'deposit', 'project', 'other']
const materialsWithCopies = [
  'book',
  'serial',
  'map',
  'audiovisual',
  'microform',
  'manuscript',
  'hannom',
  'braille',
  'talking_book',
  'large_print',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('library')
    .addColumn('callNumberRule', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute()
  await places(db)
  await strictTable(db, 'voucher')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('receivedOn', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull().check(oneOf('source', sources)))
    .addColumn('supplier', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('statedCopies', 'integer')
    .addColumn('statedAmountMinor', 'integer')
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('isOpening', 'integer', (column) => column.notNull())
    .addColumn('completedOn', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('voucherByReceived').on('voucher').columns(['receivedOn', 'id']).execute()
  await strictTable(db, 'withdrawal')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('decisionNumber', 'text', (column) => column.notNull())
    .addColumn('decidedOn', 'text', (column) => column.notNull())
    .addColumn('withdrawnOn', 'text', (column) => column.notNull())
    .addColumn('ground', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('ground', ['out_of_scope', 'surplus', 'outdated', 'damaged', 'lost', 'transferred', 'other']),
        ),
    )
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('takenBackOn', 'text')
    .addColumn('takenBackReason', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await copy(db)
  await strictTable(db, 'serialIssue')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id').onDelete('cascade'))
    .addColumn('volume', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('publishedOn', 'text')
    .addColumn('receivedOn', 'text')
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['expected', 'received', 'missing', 'claimed'])),
    )
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('copyId', 'integer', (column) => column.references('copy.id'))
    .execute()
  await db.schema
    .createIndex('serialIssueByTitle')
    .on('serialIssue')
    .columns(['titleId', 'publishedOn'])
    .execute()
  await db.schema.createIndex('serialIssueByCopy').on('serialIssue').column('copyId').execute()
  await registers(db)
  await strictTable(db, 'openingBalance')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('asOf', 'text', (column) => column.notNull())
    .addColumn('siteId', 'integer', (column) => column.notNull().references('site.id'))
    .addColumn('material', 'text', (column) => column.notNull().check(oneOf('material', materialsWithCopies)))
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('ddc', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull().check(oneOf('source', sources)))
    .addColumn('titles', 'integer', (column) => column.notNull())
    .addColumn('copies', 'integer', (column) => column.notNull())
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addUniqueConstraint('openingBalanceOnce', ['siteId', 'material', 'language', 'ddc', 'source'])
    .execute()
  await products(db)
}

async function places(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'site')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('code', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('closedOn', 'text')
    .execute()
  await strictTable(db, 'store')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('siteId', 'integer', (column) => column.notNull().references('site.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('closedOn', 'text')
    .addUniqueConstraint('storeByName', ['siteId', 'name'])
    .execute()
  // A library that has begun already has its site by name only.
  await sql`insert into site (name) select iif(site = '', name, site) from library`.execute(db)
  await strictTable(db, 'accessionSeries')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('prefix', 'text', (column) => column.notNull().unique())
    .addColumn('digits', 'integer', (column) => column.notNull())
    .addColumn('materials', 'text', (column) => column.notNull())
    .execute()
  await strictTable(db, 'voidNumber')
    .addColumn('seriesId', 'integer', (column) => column.notNull().references('accessionSeries.id'))
    .addColumn('fromNumber', 'integer', (column) => column.notNull())
    .addColumn('toNumber', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('declaredOn', 'text', (column) => column.notNull())
    .execute()
}

async function copy(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'copy')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id'))
    .addColumn('seriesId', 'integer', (column) => column.notNull().references('accessionSeries.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('accessionNumber', 'text', (column) => column.notNull())
    .addColumn('siteId', 'integer', (column) => column.notNull().references('site.id'))
    .addColumn('storeId', 'integer', (column) => column.references('store.id'))
    .addColumn('status', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('status', ['available', 'in_process', 'on_loan', 'in_rotation', 'in_repair', 'missing']),
        ),
    )
    .addColumn('condition', 'text', (column) => column.notNull().check(oneOf('condition', conditions)))
    .addColumn('voucherId', 'integer', (column) => column.notNull().references('voucher.id'))
    .addColumn('accessionedOn', 'text', (column) => column.notNull())
    .addColumn('withdrawnOn', 'text')
    .addColumn('withdrawalId', 'integer', (column) => column.references('withdrawal.id'))
    .addColumn('cancelledOn', 'text')
    .addColumn('priceMinor', 'integer')
    .addColumn('barcode', 'text', (column) => column.notNull())
    .addColumn('shelf', 'text', (column) => column.notNull())
    .addColumn('callNumber', 'text', (column) => column.notNull())
    .addColumn('enumeration', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addUniqueConstraint('copyByNumber', ['seriesId', 'number'])
    .addUniqueConstraint('copyByAccessionNumber', ['accessionNumber'])
    .execute()
  await sql`create unique index copyByBarcode on copy (barcode) where barcode != ''`.execute(db)
  // Whatever stock is counted by stands in this index, so that counting never reads the table.
  await db.schema
    .createIndex('copyByTitle')
    .on('copy')
    .columns(['titleId', 'siteId', 'condition', 'voucherId', 'accessionedOn', 'withdrawnOn', 'cancelledOn'])
    .execute()
  // A page by accession number is found, and passed over, without reading the table.
  await db.schema
    .createIndex('copyInOrder')
    .on('copy')
    .columns(['accessionNumber', 'withdrawnOn', 'cancelledOn', 'accessionedOn'])
    .execute()
  await db.schema.createIndex('copyByVoucher').on('copy').columns(['voucherId', 'id']).execute()
  await db.schema
    .createIndex('copyBySite')
    .on('copy')
    .columns(['siteId', 'storeId', 'withdrawnOn', 'cancelledOn'])
    .execute()
  await db.schema
    .createIndex('copyByAccessioned')
    .on('copy')
    .columns(['accessionedOn', 'withdrawnOn', 'cancelledOn'])
    .execute()
  await sql`create index copyByWithdrawn on copy (withdrawnOn, id) where withdrawnOn is not null`.execute(db)
  await sql`create index copyByWithdrawal on copy (withdrawalId) where withdrawalId is not null`.execute(db)
  // What a copy was before it was moved or got worse; one that never was has no row here.
  await strictTable(db, 'copyPast')
    .addColumn('copyId', 'integer', (column) => column.notNull().references('copy.id'))
    .addColumn('untilOn', 'text', (column) => column.notNull())
    .addColumn('siteId', 'integer', (column) => column.notNull().references('site.id'))
    .addColumn('storeId', 'integer', (column) => column.references('store.id'))
    .addColumn('condition', 'text', (column) => column.notNull().check(oneOf('condition', conditions)))
    .execute()
  await db.schema.createIndex('copyPastByCopy').on('copyPast').columns(['copyId', 'untilOn']).execute()
  await db.schema.createIndex('copyPastByDay').on('copyPast').columns(['untilOn', 'copyId']).execute()
}

async function registers(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'registerBook')
    .addColumn('register', 'text', (column) =>
      column.notNull().check(oneOf('register', ['individual', 'accessions', 'withdrawals', 'stock'])),
    )
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('seriesId', 'integer', (column) => column.references('accessionSeries.id'))
    .addColumn('linesPerPage', 'integer', (column) => column.notNull())
    .addColumn('closedAt', 'text')
    .addColumn('hash', 'text')
    .execute()
  await sql`create unique index registerBookOnce on registerBook (register, year, ifnull(seriesId, 0))`.execute(
    db,
  )
  await strictTable(db, 'registerLine')
    .addColumn('bookId', 'integer', (column) => column.notNull().references('registerBook.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', ['entry', 'correction'])))
    .addColumn('correctsId', 'integer', (column) => column.references('registerLine.id'))
    .addColumn('writtenOn', 'text', (column) => column.notNull())
    .addColumn('copyId', 'integer', (column) => column.references('copy.id'))
    .addColumn('voucherId', 'integer', (column) => column.references('voucher.id'))
    .addColumn('withdrawalId', 'integer', (column) => column.references('withdrawal.id'))
    .addColumn('cells', 'text', (column) => column.notNull())
    .addUniqueConstraint('registerLineByNumber', ['bookId', 'number'])
    .execute()
  await sql`create unique index registerLineByCorrected on registerLine (correctsId) where correctsId is not null`.execute(
    db,
  )
  for (const cause of ['copyId', 'voucherId', 'withdrawalId']) {
    await sql`create index ${sql.ref(`registerLineBy_${cause}`)} on registerLine (${sql.ref(cause)}) where ${sql.ref(cause)} is not null`.execute(
      db,
    )
  }
}

async function products(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'product')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', ['bibliography', 'review', 'articles', 'other'])),
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('foreword', 'text', (column) => column.notNull())
    .addColumn('groupBy', 'text', (column) =>
      column.notNull().check(oneOf('groupBy', ['none', 'ddc', 'subject', 'author', 'year', 'material'])),
    )
    .addColumn('hasAuthorIndex', 'integer', (column) => column.notNull())
    .addColumn('hasTitleIndex', 'integer', (column) => column.notNull())
    .addColumn('hasSummaries', 'integer', (column) => column.notNull())
    .addColumn('issuedOn', 'text')
    /** The entries as they were on the day of issue. */
    .addColumn('paper', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute()
  await strictTable(db, 'productTitle')
    .addColumn('productId', 'integer', (column) =>
      column.notNull().references('product.id').onDelete('cascade'),
    )
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id'))
    .addUniqueConstraint('productTitleOnce', ['productId', 'titleId'])
    .execute()
}
