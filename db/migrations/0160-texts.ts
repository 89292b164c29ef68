import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const sources = ['read', 'brought', 'typed']
const problems = ['timed_out', 'failed', 'altered', 'unreadable']

export async function up(db: Kysely<unknown>): Promise<void> {
  await texts(db)
  await removals(db)
}

/** Copies that were taken off a disk on purpose, by the word of a person. */
async function removals(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'copyRemoval')
    .addColumn('volumeId', 'integer', (column) => column.notNull().references('storageVolume.id'))
    .addColumn('removedOn', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('copies', 'integer', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('takenBackOn', 'text')
    .execute()
  await db.schema.createIndex('copyRemovalByVolume').on('copyRemoval').column('volumeId').execute()
  await db.schema
    .alterTable('fileCopy')
    .addColumn('removalId', 'integer', (column) => column.references('copyRemoval.id'))
    .execute()
  await sql`create index fileCopyByRemoval on fileCopy (removalId) where removalId is not null`.execute(db)
}

async function texts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('library')
    .addColumn('textRule', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute()
  await strictTable(db, 'fileText')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    /** Of the file that it was read off: wherever that file lies, this is its text, and once it changes it is not. */
    .addColumn('sha256', 'text', (column) => column.notNull().unique())
    .addColumn('source', 'text', (column) => column.notNull().check(oneOf('source', sources)))
    /** The program and its version, or the kind of file it was brought in. */
    .addColumn('tool', 'text', (column) => column.notNull())
    .addColumn('languages', 'text', (column) => column.notNull())
    /** Percent, the mean of its words; null where nobody said. */
    .addColumn('confidence', 'integer')
    /** Why there is no text; the next run tries again. */
    .addColumn('problem', 'text', (column) => column.check(oneOf('problem', problems)))
    .addColumn('text', 'text', (column) => column.notNull())
    /** The sum of the file it was brought in. */
    .addColumn('broughtSum', 'text')
    .addColumn('readAt', 'text', (column) => column.notNull())
    /** What a person made of it; what was read stays. */
    .addColumn('corrected', 'text')
    .addColumn('correctedAt', 'text')
    .execute()
  // Which pages are doubtful or have failed is asked without reading their texts.
  await sql`create index fileTextByState on fileText (sha256, problem, confidence, correctedAt)`.execute(db)
}
