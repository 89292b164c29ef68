import { sql, type Kysely } from 'kysely'
import { strictTable } from './helpers.ts'

/** Other libraries taken in as sites: what they were, every copy they ever had, and the books they kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'merger')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    // State, files and what was written stand in the run, as those of any other file that is taken in.
    .addColumn('runId', 'integer', (column) => column.notNull().references('importRun.id'))
    /** Of the library that is taken in, which may be taken in once only. */
    .addColumn('unitUuid', 'text', (column) => column.notNull())
    .addColumn('unitName', 'text', (column) => column.notNull())
    .addColumn('unitCode', 'text', (column) => column.notNull())
    .addColumn('formerProvinceCode', 'text', (column) => column.notNull())
    /** What stands at the head of its books: governing body, language, and the title of who signs. */
    .addColumn('letterhead', 'text', (column) => column.notNull())
    .addColumn('decisionNumber', 'text', (column) => column.notNull())
    .addColumn('decidedOn', 'text')
    .addColumn('mergedOn', 'text', (column) => column.notNull())
    .addColumn('sites', 'text', (column) => column.notNull())
    .addColumn('numbering', 'text', (column) => column.notNull())
    .addColumn('found', 'text', (column) => column.notNull())
    .addColumn('journalPosition', 'integer', (column) => column.notNull())
    .addColumn('journalHash', 'text', (column) => column.notNull())
    .addColumn('isJournalWhole', 'integer', (column) => column.notNull())
    .addColumn('archiveHash', 'text', (column) => column.notNull())
    .addColumn('archiveSize', 'integer', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('mergerByRun').on('merger').column('runId').execute()
  await formerCopies(db)
  await markedAsMerged(db)
}

/** Every copy of the former unit as it knew it, those that had left its stock too; `copyId` is what it is here. */
async function formerCopies(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'formerCopy')
    .addColumn('mergerId', 'integer', (column) =>
      column.notNull().references('merger.id').onDelete('cascade'),
    )
    .addColumn('formerId', 'integer', (column) => column.notNull())
    .addColumn('formerTitleId', 'integer', (column) => column.notNull())
    .addColumn('copyId', 'integer', (column) => column.references('copy.id'))
    .addColumn('accessionNumber', 'text', (column) => column.notNull())
    .addColumn('barcode', 'text', (column) => column.notNull())
    .addColumn('prefix', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('digits', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('foldedTitle', 'text', (column) => column.notNull())
    .addColumn('material', 'text', (column) => column.notNull())
    .addColumn('siteName', 'text', (column) => column.notNull())
    .addColumn('storeName', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('condition', 'text', (column) => column.notNull())
    .addColumn('priceMinor', 'integer')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('voucherNumber', 'text', (column) => column.notNull())
    .addColumn('accessionedOn', 'text', (column) => column.notNull())
    .addColumn('withdrawnOn', 'text')
    .addColumn('decisionNumber', 'text', (column) => column.notNull())
    .addColumn('cancelledOn', 'text')
    /** The copy of ours that bears its number or its barcode. */
    .addColumn('numberTwinId', 'integer')
    .addColumn('barcodeTwinId', 'integer')
    /** What somebody decided it is to be called here. */
    .addColumn('givenNumber', 'text')
    .addColumn('givenBarcode', 'text')
    .addUniqueConstraint('formerCopyOnce', ['mergerId', 'formerId'])
    .execute()
  // Old labels are scanned as long as they are on the books.
  await sql`create index formerCopyByNumber on formerCopy (accessionNumber, copyId)`.execute(db)
  await sql`create index formerCopyByBarcode on formerCopy (barcode, copyId) where barcode != ''`.execute(db)
  await sql`create index formerCopyByCopy on formerCopy (copyId) where copyId is not null`.execute(db)
  await db.schema
    .createIndex('formerCopyByTitle')
    .on('formerCopy')
    .columns(['mergerId', 'formerTitleId'])
    .execute()
  await sql`create index formerCopyClashing on formerCopy (mergerId, id)
    where numberTwinId is not null or barcodeTwinId is not null`.execute(db)
}

/** Vouchers by which merged copies came, what else came with them, and the books that another library kept. */
async function markedAsMerged(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('voucher')
    .addColumn('mergerId', 'integer', (column) => column.references('merger.id'))
    .execute()
  await db.schema
    .alterTable('registerBook')
    .addColumn('mergerId', 'integer', (column) => column.references('merger.id'))
    .execute()
  for (const table of ['openingBalance', 'subscription', 'serialIssue'])
    await db.schema
      .alterTable(table)
      .addColumn('mergerId', 'integer', (column) => column.references('merger.id'))
      .execute()
  // A series of another library is none of ours; its name stands on the book.
  await db.schema
    .alterTable('registerBook')
    .addColumn('seriesName', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema.dropIndex('registerBookOnce').execute()
  await sql`create unique index registerBookOnce on registerBook
    (register, year, ifnull(seriesId, 0), ifnull(mergerId, 0), seriesName)`.execute(db)
  await sql`create index voucherByMerger on voucher (mergerId) where mergerId is not null`.execute(db)
  for (const table of ['subscription', 'serialIssue'])
    await sql`create index ${sql.ref(`${table}ByMerger`)} on ${sql.table(table)} (mergerId) where mergerId is not null`.execute(
      db,
    )
  await sql`create index registerBookByMerger on registerBook (mergerId) where mergerId is not null`.execute(
    db,
  )
}
