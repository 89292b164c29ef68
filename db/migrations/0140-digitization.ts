import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'
import { starterTemplates } from './starter-templates.ts'

const materials = [
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
  'digital',
  'link',
  'article',
]
const special = ['rare', 'ancient', 'local_history', 'out_of_copyright', 'endogenous', 'special_value']
const classes = [...special, 'other']
const roles = ['administrator', 'cataloguer', 'digitizer', 'activities', 'desk', 'director', 'reader']
const stageKinds = [
  'select',
  'prepare',
  'scan',
  'process',
  'check',
  'ocr',
  'describe',
  'package',
  'publish',
  'preserve',
]
const eventKinds = [
  'made',
  'taken',
  'handed_back',
  'finished',
  'sent_back',
  'moved',
  'recalled',
  'counted',
  'cancelled',
  'reopened',
]
const stoppageKinds = ['scanner', 'power', 'computer', 'network', 'staff', 'supplies', 'document', 'other']
const rightsStatuses = ['public_domain', 'licensed', 'own', 'orphan', 'restricted', 'unknown']

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('library')
    .addColumn('digitizationRule', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute()
  await templates(db)
  await plans(db)
  await jobs(db)
  await events(db)
  await rights(db)
  await collections(db)
  await starterTemplates(db)
}

async function templates(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'digitizationTemplate')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    /** Null for one that serves whatever has no template of its own. */
    .addColumn('material', 'text', (column) => column.check(oneOf('material', materials)))
    .addColumn('retiredOn', 'text')
    .execute()
  await strictTable(db, 'digitizationTemplateVersion')
    .addColumn('templateId', 'integer', (column) => column.notNull().references('digitizationTemplate.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('digitizationTemplateVersionOnce', ['templateId', 'version'])
    .execute()
  await strictTable(db, 'digitizationStage')
    .addColumn('versionId', 'integer', (column) =>
      column.notNull().references('digitizationTemplateVersion.id'),
    )
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', stageKinds)))
    .addColumn('name', 'text', (column) => column.notNull())
    /** Whose task it is; null for whoever digitizes. */
    .addColumn('role', 'text', (column) => column.check(oneOf('role', roles)))
    .addUniqueConstraint('digitizationStageOnce', ['versionId', 'place'])
    .execute()
}

async function plans(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'digitizationPlan')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('year', 'integer', (column) => column.notNull().unique())
    .addColumn('decisionNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('approvedOn', 'text')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await strictTable(db, 'digitizationProject')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('planId', 'integer', (column) => column.notNull().references('digitizationPlan.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('manner', 'text', (column) =>
      column.notNull().check(oneOf('manner', ['in_house', 'contractor'])),
    )
    .addColumn('contractor', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('funding', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('budgetMinor', 'integer')
    .addColumn('startsOn', 'text')
    .addColumn('endsOn', 'text')
    .addColumn('closedOn', 'text')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addUniqueConstraint('digitizationProjectOnce', ['planId', 'name'])
    .execute()
  await strictTable(db, 'digitizationTarget')
    .addColumn('projectId', 'integer', (column) => column.notNull().references('digitizationProject.id'))
    .addColumn('class', 'text', (column) => column.notNull().check(oneOf('class', classes)))
    .addColumn('titles', 'integer', (column) => column.notNull())
    .addColumn('pages', 'integer', (column) => column.notNull())
    .addColumn('files', 'integer', (column) => column.notNull())
    .addUniqueConstraint('digitizationTargetOnce', ['projectId', 'class'])
    .execute()
}

async function jobs(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'digitizationBatch')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('projectId', 'integer', (column) => column.notNull().references('digitizationProject.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('madeAt', 'text', (column) => column.notNull())
    /** The run that made its jobs. */
    .addColumn('jobId', 'integer')
    .execute()
  await db.schema
    .createIndex('digitizationBatchByProject')
    .on('digitizationBatch')
    .columns(['projectId', 'id'])
    .execute()
  await strictTable(db, 'digitizationJob')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id'))
    .addColumn('copyId', 'integer', (column) => column.references('copy.id'))
    .addColumn('projectId', 'integer', (column) => column.notNull().references('digitizationProject.id'))
    .addColumn('batchId', 'integer', (column) => column.references('digitizationBatch.id'))
    .addColumn('class', 'text', (column) => column.notNull().check(oneOf('class', classes)))
    .addColumn('material', 'text', (column) => column.notNull().check(oneOf('material', materials)))
    .addColumn('templateVersionId', 'integer', (column) =>
      column.notNull().references('digitizationTemplateVersion.id'),
    )
    .addColumn('stageId', 'integer', (column) => column.notNull().references('digitizationStage.id'))
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['open', 'done', 'cancelled'])),
    )
    .addColumn('priority', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('expectedPages', 'integer')
    .addColumn('takenById', 'integer', (column) => column.references('user.id'))
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .execute()
  // The pool of a stage, what is urgent first.
  await sql`create index digitizationJobByStage on digitizationJob (stageId, state, priority desc, id)`.execute(
    db,
  )
  await sql`create index digitizationJobByState on digitizationJob (state, priority desc, id)`.execute(db)
  await sql`create index digitizationJobByTaker on digitizationJob (takenById, state) where takenById is not null`.execute(
    db,
  )
  await sql`create index digitizationJobByCopy on digitizationJob (copyId) where copyId is not null`.execute(
    db,
  )
  for (const [name, column] of [
    ['Title', 'titleId'],
    ['Project', 'projectId'],
    ['Batch', 'batchId'],
    ['Version', 'templateVersionId'],
  ] as const)
    await db.schema
      .createIndex(`digitizationJobBy${name}`)
      .on('digitizationJob')
      .columns([column, 'state', 'stageId'])
      .execute()
}

async function events(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'digitizationEvent')
    .addColumn('jobId', 'integer', (column) => column.notNull().references('digitizationJob.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', eventKinds)))
    /** Where the job stood, and what kind of work that was: the template may call it as it likes. */
    .addColumn('stageId', 'integer', (column) => column.notNull().references('digitizationStage.id'))
    .addColumn('stageKind', 'text', (column) => column.notNull().check(oneOf('stageKind', stageKinds)))
    .addColumn('toStageId', 'integer', (column) => column.references('digitizationStage.id'))
    /** What the job has in all as counted then, never what was added. */
    .addColumn('pages', 'integer')
    .addColumn('files', 'integer')
    .addColumn('bytes', 'integer')
    .addColumn('userId', 'integer', (column) => column.references('user.id'))
    .addColumn('machine', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('reason', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    /** The event that this one makes undone. */
    .addColumn('ofEventId', 'integer', (column) => column.references('digitizationEvent.id'))
    /** The first event of the act, for acts on many jobs. */
    .addColumn('actId', 'integer')
    .execute()
  await db.schema
    .createIndex('digitizationEventByJob')
    .on('digitizationEvent')
    .columns(['jobId', 'id'])
    .execute()
  await sql`create index digitizationEventByDay on digitizationEvent (kind, "on", jobId)`.execute(db)
  // The day a job was carried through: few events of the many, and every count of progress asks for them.
  await sql`create index digitizationEventOfEnd on digitizationEvent ("on", jobId) where kind = 'finished' and toStageId is null`.execute(
    db,
  )
  await sql`create unique index digitizationEventUndone on digitizationEvent (ofEventId) where ofEventId is not null`.execute(
    db,
  )
  await sql`create index digitizationEventByAct on digitizationEvent (actId) where actId is not null`.execute(
    db,
  )
  await strictTable(db, 'digitizationMachine')
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .execute()
  await strictTable(db, 'digitizationStoppage')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', stoppageKinds)))
    .addColumn('machine', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('startedOn', 'text', (column) => column.notNull())
    .addColumn('endedOn', 'text')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema
    .createIndex('digitizationStoppageByDay')
    .on('digitizationStoppage')
    .columns(['startedOn', 'endedOn'])
    .execute()
}

async function rights(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'digitizationRights')
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id'))
    .addColumn('status', 'text', (column) => column.notNull().check(oneOf('status', rightsStatuses)))
    .addColumn('basis', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addColumn('decidedOn', 'text', (column) => column.notNull())
    .addColumn('decidedBy', 'text', (column) => column.notNull())
    /** The last day it holds; null without an end. */
    .addColumn('expiresOn', 'text')
    .addColumn('takenBackOn', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('digitizationRightsByTitle')
    .on('digitizationRights')
    .columns(['titleId', 'decidedOn', 'id'])
    .execute()
  await sql`create index digitizationRightsByExpiry on digitizationRights (expiresOn) where expiresOn is not null and takenBackOn is null`.execute(
    db,
  )
}

/** Digital collections, and which titles were in them on which days. */
async function collections(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'digitalCollection')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('openedOn', 'text', (column) => column.notNull())
    .addColumn('closedOn', 'text')
    .execute()
  await strictTable(db, 'digitalCollectionTitle')
    .addColumn('collectionId', 'integer', (column) => column.notNull().references('digitalCollection.id'))
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id'))
    .addColumn('addedOn', 'text', (column) => column.notNull())
    .addColumn('removedOn', 'text')
    .execute()
  await sql`create unique index digitalCollectionTitleOnce on digitalCollectionTitle (collectionId, titleId)
    where removedOn is null`.execute(db)
  await sql`create index digitalCollectionTitleByTitle on digitalCollectionTitle (titleId, collectionId)`.execute(
    db,
  )
}
