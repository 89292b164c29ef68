import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const severities = ['critical', 'major', 'minor']

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('library')
    .addColumn('inspectionRule', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute()
  await inspections(db)
  await pages(db)
  await findings(db)
}

async function inspections(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'inspection')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['open', 'paused', 'closed'])),
    )
    .addColumn('verdict', 'text', (column) => column.check(oneOf('verdict', ['passed', 'failed'])))
    /** What narrowed the list of jobs when the sample was drawn. */
    .addColumn('lot', 'text', (column) => column.notNull())
    .addColumn('followsId', 'integer', (column) => column.references('inspection.id'))
    .addColumn('sizeBy', 'text', (column) =>
      column.notNull().check(oneOf('sizeBy', ['number', 'percent', 'table'])),
    )
    .addColumn('sizeValue', 'real')
    .addColumn('fromEachJob', 'integer', (column) => column.notNull())
    .addColumn('seed', 'integer', (column) => column.notNull())
    .addColumn('jobs', 'integer', (column) => column.notNull())
    .addColumn('uncounted', 'integer', (column) => column.notNull())
    .addColumn('population', 'integer', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    /** Null where a critical finding counts as a major one. */
    .addColumn('acceptCritical', 'integer')
    .addColumn('acceptMajor', 'integer', (column) => column.notNull())
    .addColumn('acceptMinor', 'integer', (column) => column.notNull())
    .addColumn('basis', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('members', 'text', (column) => column.notNull().defaultTo('[]'))
    .addColumn('drawnAt', 'text', (column) => column.notNull())
    .addColumn('drawnById', 'integer', (column) => column.references('user.id'))
    .addColumn('closedOn', 'text')
    .addColumn('conclusion', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('minutesNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('reopenReason', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('tallies', 'text')
    .addColumn('pagesHash', 'text')
    .addColumn('paper', 'text')
    .addColumn('paperHash', 'text')
    .execute()
  await db.schema.createIndex('inspectionByLot').on('inspection').columns(['lot', 'id']).execute()
  await db.schema
    .createIndex('inspectionByState')
    .on('inspection')
    .columns(['state', 'verdict', 'id'])
    .execute()
  await sql`create index inspectionByFollowed on inspection (followsId) where followsId is not null`.execute(
    db,
  )
  /** The lot as it was drawn from: what each job had, and by whom it had been scanned. */
  await strictTable(db, 'inspectionJob')
    .addColumn('inspectionId', 'integer', (column) => column.notNull().references('inspection.id'))
    .addColumn('jobId', 'integer', (column) => column.notNull().references('digitizationJob.id'))
    .addColumn('pages', 'integer', (column) => column.notNull())
    /** The last end of a stage of scanning before the drawing. */
    .addColumn('scanEventId', 'integer', (column) => column.references('digitizationEvent.id'))
    .addColumn('sentBackActId', 'integer')
    .addUniqueConstraint('inspectionJobOnce', ['inspectionId', 'jobId'])
    .execute()
  await db.schema.createIndex('inspectionJobByJob').on('inspectionJob').column('jobId').execute()
}

async function pages(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'inspectionPage')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('inspectionId', 'integer', (column) => column.notNull().references('inspection.id'))
    .addColumn('lotJobId', 'integer', (column) => column.notNull().references('inspectionJob.id'))
    /** From 1 in the order of looking; null for one that was noted beside the sample. */
    .addColumn('place', 'integer')
    .addColumn('page', 'integer', (column) => column.notNull())
    /** What the file was called when it was drawn; it may be let go of since. */
    .addColumn('fileId', 'integer')
    .addColumn('path', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('verdict', 'text', (column) => column.check(oneOf('verdict', ['good', 'bad'])))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('judgedById', 'integer', (column) => column.references('user.id'))
    .addColumn('judgedAt', 'text')
    .addColumn('judgedOn', 'text')
    .addColumn('heldById', 'integer', (column) => column.references('user.id'))
    .addColumn('heldAt', 'text')
    .execute()
  await sql`create unique index inspectionPageByPlace on inspectionPage (inspectionId, place)
    where place is not null`.execute(db)
  await sql`create index inspectionPageWaiting on inspectionPage (inspectionId, place)
    where place is not null and verdict is null`.execute(db)
  await db.schema
    .createIndex('inspectionPageByVerdict')
    .on('inspectionPage')
    .columns(['inspectionId', 'verdict', 'lotJobId'])
    .execute()
  await db.schema
    .createIndex('inspectionPageByJob')
    .on('inspectionPage')
    .columns(['lotJobId', 'page'])
    .execute()
  await sql`create index inspectionPageByDay on inspectionPage (judgedOn, lotJobId, verdict)
    where place is not null and verdict is not null`.execute(db)
}

async function findings(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'findingKind')
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('severity', 'text', (column) => column.notNull().check(oneOf('severity', severities)))
    .addColumn('retiredOn', 'text')
    .execute()
  await strictTable(db, 'inspectionFinding')
    .addColumn('pageId', 'integer', (column) =>
      column.notNull().references('inspectionPage.id').onDelete('cascade'),
    )
    .addColumn('kindId', 'integer', (column) => column.notNull().references('findingKind.id'))
    /** As it was when the page was looked at. */
    .addColumn('severity', 'text', (column) => column.notNull().check(oneOf('severity', severities)))
    .addUniqueConstraint('inspectionFindingOnce', ['pageId', 'kindId'])
    .execute()
  await db.schema
    .createIndex('inspectionFindingByKind')
    .on('inspectionFinding')
    .columns(['kindId', 'pageId'])
    .execute()
  for (const [at, [name, severity]] of starterKinds.entries())
    await sql`insert into findingKind (place, name, severity) values (${at + 1}, ${name}, ${severity})`.execute(
      db,
    )
}

/** Proposals of this program; a library makes its own list of them. */
const starterKinds = [
  ['Mờ, không rõ nét', 'major'],
  ['Nghiêng, méo', 'minor'],
  ['Cắt mất nội dung', 'critical'],
  ['Thiếu trang', 'critical'],
  ['Trùng trang', 'minor'],
  ['Sai thứ tự trang', 'major'],
  ['Bóng, bẩn, có vật lạ', 'minor'],
  ['Sai màu, sai độ sáng', 'minor'],
  ['Sai tên tệp', 'major'],
  ['Không đọc được', 'critical'],
  ['Lỗi khác', 'minor'],
] as const
