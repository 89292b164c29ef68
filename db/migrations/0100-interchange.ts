import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const states = ['reading', 'staged', 'writing', 'written', 'undoing', 'undone']
const verdicts = ['new', 'changed', 'same', 'inside', 'invalid', 'unread']
const decisions = ['create', 'overlay', 'copies', 'skip']

/** Runs that take in other systems' files, what each line of a file became, and records kept beside the catalogue. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'importProfile')
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('profile', 'text', (column) => column.notNull())
    .execute()
  await strictTable(db, 'importRun')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('state', 'text', (column) => column.notNull().check(oneOf('state', states)))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('options', 'text', (column) => column.notNull())
    .addColumn('files', 'text', (column) => column.notNull())
    .addColumn('encoding', 'text', (column) => column.notNull())
    .addColumn('counts', 'text', (column) => column.notNull())
    .addColumn('written', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('stageJobId', 'integer', (column) => column.notNull())
    .addColumn('writeJobId', 'integer')
    .addColumn('userId', 'integer', (column) => column.references('user.id'))
    .addColumn('startedAt', 'text', (column) => column.notNull())
    .addColumn('writtenAt', 'text')
    .addColumn('undoneAt', 'text')
    .execute()
  await strictTable(db, 'importRecord')
    .addColumn('runId', 'integer', (column) =>
      column.notNull().references('importRun.id').onDelete('cascade'),
    )
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('file', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('length', 'integer', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) => column.notNull().check(oneOf('verdict', verdicts)))
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.check(oneOf('decision', decisions)))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('copies', 'integer', (column) => column.notNull())
    .addColumn('problems', 'text', (column) => column.notNull())
    .addColumn('titleId', 'integer')
    /** The place of the record further up that this one repeats. */
    .addColumn('insideOf', 'integer')
    /** The title as it was before the run overlaid it, and the version it has had since. */
    .addColumn('before', 'text')
    .addColumn('revAfter', 'integer')
    .addUniqueConstraint('importRecordByPlace', ['runId', 'place'])
    .execute()
  await db.schema
    .createIndex('importRecordByVerdict')
    .on('importRecord')
    .columns(['runId', 'verdict', 'place'])
    .execute()
  await db.schema.createIndex('importRecordByTitle').on('importRecord').columns(['titleId']).execute()
  // What a run wrote, so that taking it back finds the next at once however much is behind it.
  await sql`create index importRecordWritten on importRecord (runId, revAfter) where revAfter is not null`.execute(
    db,
  )
  await sql`create index importRecordOverlaid on importRecord (runId) where before is not null`.execute(db)
  // Which record of which system a title is, so that the next export of that system is recognised.
  await strictTable(db, 'titleOrigin')
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id').onDelete('cascade'))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('controlNumber', 'text', (column) => column.notNull())
    /** Of the record as the source had it. */
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('runId', 'integer', (column) => column.notNull())
    .addUniqueConstraint('titleOriginOnce', ['titleId', 'source'])
    .execute()
  await db.schema
    .createIndex('titleOriginByNumber')
    .on('titleOrigin')
    .columns(['source', 'controlNumber'])
    .execute()
  await strictTable(db, 'recordPool')
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('fileName', 'text', (column) => column.notNull())
    .addColumn('records', 'integer', (column) => column.notNull())
    .addColumn('jobId', 'integer', (column) => column.notNull())
    .addColumn('addedOn', 'text', (column) => column.notNull())
    .execute()
  await strictTable(db, 'poolRecord')
    .addColumn('poolId', 'integer', (column) =>
      column.notNull().references('recordPool.id').onDelete('cascade'),
    )
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('authors', 'text', (column) => column.notNull())
    .addColumn('publisher', 'text', (column) => column.notNull())
    .addColumn('publishedYear', 'integer')
    .addColumn('isbn', 'text', (column) => column.notNull())
    .addColumn('marc', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('poolRecordByPool').on('poolRecord').column('poolId').execute()
  await db.schema.createIndex('poolRecordByIsbn').on('poolRecord').column('isbn').execute()
}
