import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const formats = ['tiff', 'jpeg', 'png', 'pdf', 'other']
const colours = ['bilevel', 'grey', 'colour']
const volumeKinds = ['hdd', 'ssd', 'usb', 'optical', 'tape', 'server', 'other']
const results = ['matched', 'mismatched', 'missing', 'unreadable']
const purposes = ['master', 'use', 'text', 'other']

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('library')
    .addColumn('preservationRule', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute()
  await files(db)
  await volumes(db)
  await packages(db)
  await starterProfiles(db)
}

async function files(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'fileProfile')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('pattern', 'text', (column) => column.notNull())
    .addColumn('firstPage', 'integer', (column) => column.notNull())
    .addColumn('formats', 'text', (column) => column.notNull())
    .addColumn('minDpi', 'integer')
    .addColumn('minColour', 'text', (column) => column.check(oneOf('minColour', colours)))
    .execute()
  await strictTable(db, 'fileFolder')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id'))
    /** Null for files that came without a job of this library. */
    .addColumn('jobId', 'integer', (column) => column.references('digitizationJob.id'))
    .addColumn('path', 'text', (column) => column.notNull().unique())
    .addColumn('purpose', 'text', (column) => column.notNull().check(oneOf('purpose', purposes)))
    .addColumn('profileId', 'integer', (column) => column.references('fileProfile.id'))
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['new', 'partial', 'checked', 'lost'])),
    )
    .addColumn('linkedAt', 'text', (column) => column.notNull())
    .addColumn('checkedAt', 'text')
    .execute()
  await db.schema.createIndex('fileFolderByTitle').on('fileFolder').column('titleId').execute()
  await db.schema.createIndex('fileFolderByProfile').on('fileFolder').column('profileId').execute()
  await sql`create index fileFolderByJob on fileFolder (jobId) where jobId is not null`.execute(db)
  await strictTable(db, 'digitalFile')
    .addColumn('folderId', 'integer', (column) => column.notNull().references('fileFolder.id'))
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('modifiedMs', 'integer', (column) => column.notNull())
    /** What the listing alone says against it. */
    .addColumn('seenProblems', 'text', (column) => column.notNull())
    /** The page that its name gives. */
    .addColumn('page', 'integer')
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['waiting', 'good', 'noticed', 'bad', 'gone'])),
    )
    .addColumn('problems', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text')
    .addColumn('format', 'text', (column) => column.check(oneOf('format', formats)))
    .addColumn('pages', 'integer')
    .addColumn('widthPx', 'integer')
    .addColumn('heightPx', 'integer')
    .addColumn('dpi', 'integer')
    .addColumn('colour', 'text', (column) => column.check(oneOf('colour', colours)))
    .addColumn('bits', 'integer')
    .addColumn('isEncrypted', 'integer', (column) => column.notNull().defaultTo(0))
    /** What reading it found, whatever the profile asks: a change of profile reads nothing anew. */
    .addColumn('readProblems', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('checkedAt', 'text')
    /** The day it was first found sound, and the day its folder no longer had it. */
    .addColumn('addedOn', 'text')
    .addColumn('goneOn', 'text')
    .addUniqueConstraint('digitalFileOnce', ['folderId', 'path'])
    .execute()
  // Lists of one state and the tally of a folder both live off it.
  await db.schema
    .createIndex('digitalFileByState')
    .on('digitalFile')
    .columns(['folderId', 'state', 'path', 'size', 'pages'])
    .execute()
  await sql`create index digitalFileBySum on digitalFile (sha256) where sha256 is not null`.execute(db)
}

async function volumes(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'storageVolume')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    /** Printed on the disk's label. */
    .addColumn('code', 'text', (column) => column.notNull().unique())
    /** Written on the disk itself, which is how it is known under any letter. */
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', volumeKinds)))
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('capacityBytes', 'integer')
    /** Months between two checks; null where it is the library's own rule. */
    .addColumn('months', 'integer')
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('markedAt', 'text')
    .addColumn('lastPath', 'text')
    .addColumn('retiredOn', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute()
  await strictTable(db, 'fileCopy')
    .addColumn('volumeId', 'integer', (column) => column.notNull().references('storageVolume.id'))
    .addColumn('fileId', 'integer', (column) => column.notNull().references('digitalFile.id'))
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    /** What it must be for ever, whatever becomes of the file it was copied from. */
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('addedOn', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().check(oneOf('state', results)))
    .addColumn('checkedAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('fileCopyOnce', ['volumeId', 'path'])
    .execute()
  await db.schema
    .createIndex('fileCopyByFile')
    .on('fileCopy')
    .columns(['fileId', 'state', 'volumeId'])
    .execute()
  await db.schema
    .createIndex('fileCopyByVolume')
    .on('fileCopy')
    .columns(['volumeId', 'state', 'checkedAt', 'size'])
    .execute()
  await strictTable(db, 'fixityCheck')
    .addColumn('copyId', 'integer', (column) => column.notNull().references('fileCopy.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull().check(oneOf('result', results)))
    .addColumn('jobId', 'integer', (column) => column.notNull())
    .execute()
  await sql`create index fixityCheckByDay on fixityCheck ("on", copyId, result)`.execute(db)
  await sql`create index fixityCheckByCopy on fixityCheck (copyId, id)`.execute(db)
  await sql`create index fixityCheckByJob on fixityCheck (jobId, result)`.execute(db)
}

async function packages(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'filePackage')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id'))
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('files', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    /** The sum of its list of lists, by which it is known at the other end. */
    .addColumn('seal', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('rightsId', 'integer', (column) => column.notNull().references('digitizationRights.id'))
    .addColumn('madeAt', 'text', (column) => column.notNull())
    .addColumn('receivedAt', 'text')
    .addColumn('receivedBy', 'text')
    .execute()
  await db.schema.createIndex('filePackageByTitle').on('filePackage').column('titleId').execute()
}

type Profile = [
  name: string,
  pattern: string,
  formats: string[],
  minDpi: number | null,
  colour: string | null,
]

/** Proposals of this program: no rule binds libraries to a density. */
const profiles: readonly Profile[] = [
  ['Bản gốc số TIFF, 300 dpi', '{code}_{page:4}', ['tiff'], 300, 'grey'],
  ['Bản gốc số TIFF màu, 400 dpi (quý hiếm)', '{code}_{page:4}', ['tiff'], 400, 'colour'],
  ['Bản sử dụng JPEG, 150 dpi', '{code}_{page:4}', ['jpeg'], 150, null],
  ['Bản sử dụng PDF cả tập', '{code}{*}', ['pdf'], null, null],
]

async function starterProfiles(db: Kysely<unknown>): Promise<void> {
  for (const [name, pattern, taken, minDpi, minColour] of profiles)
    await sql`insert into fileProfile (name, pattern, firstPage, formats, minDpi, minColour)
      values (${name}, ${pattern}, 1, ${JSON.stringify(taken)}, ${minDpi}, ${minColour})`.execute(db)
}
