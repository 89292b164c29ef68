import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const qualifications = ['doctorate', 'master', 'bachelor', 'college', 'intermediate', 'other']
const sources = ['purchase', 'project', 'donation', 'transfer', 'other']
/** Codes of the lines that come with the program; what they are called stands in the texts. */
const workflows = [
  'acquisition',
  'accessioning',
  'cataloguing',
  'labelling',
  'stocktaking',
  'weeding',
  'serials',
  'cards',
  'circulation',
  'searching',
  'rotation',
  'digitizing',
  'statistics',
  'activities',
  'correspondence',
]
const infrastructure = [
  'network',
  'server',
  'security',
  'backup',
  'library_system',
  'digital_library',
  'catalogue_data',
  'digital_data',
  'exchange',
  'connection',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await createStaff(db)
  await createHeadcount(db)
  await createTraining(db)
  await createRoom(db)
  await createEquipment(db)
  await createRegisters(db)
  await createChecklist(db)
  await sql`alter table library add column staffRule text not null default '{}'`.execute(db)
  await sql`alter table library add column facilitiesRule text not null default '{}'`.execute(db)
}

async function createStaff(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'staffMember')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    /** By the given name, as lists of people are. */
    .addColumn('sortKey', 'text', (column) => column.notNull())
    .addColumn('startsOn', 'text', (column) => column.notNull())
    /** The first day on which the person no longer works here. */
    .addColumn('endsOn', 'text', (column) => column.check(sql`endsOn > startsOn`))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await strictTable(db, 'staffPosting')
    .addColumn('memberId', 'integer', (column) => column.notNull().references('staffMember.id'))
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('qualification', 'text', (column) =>
      column.notNull().check(oneOf('qualification', qualifications)),
    )
    .addColumn('speciality', 'text', (column) =>
      column.notNull().check(oneOf('speciality', ['library', 'technology', 'other'])),
    )
    .addColumn('post', 'text', (column) => column.notNull())
    .addColumn('contract', 'text', (column) =>
      column.notNull().check(oneOf('contract', ['official', 'contract', 'other'])),
    )
    .addColumn('workload', 'text', (column) => column.notNull().check(oneOf('workload', ['full', 'part'])))
    .addColumn('siteId', 'integer', (column) => column.references('site.id'))
    .addUniqueConstraint('staffPostingOnce', ['memberId', 'fromOn'])
    .execute()
  await strictTable(db, 'staffAssessment')
    .addColumn('memberId', 'integer', (column) => column.notNull().references('staffMember.id'))
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('level', 'integer', (column) => column.notNull().check(sql`level >= 1`))
    .addColumn('manner', 'text', (column) =>
      column.notNull().check(oneOf('manner', ['self', 'manager', 'test'])),
    )
    .addUniqueConstraint('staffAssessmentOnce', ['memberId', 'on'])
    .execute()
}

async function createHeadcount(db: Kysely<unknown>): Promise<void> {
  const counted = (name: string) => sql`${sql.ref(name)} >= 0`
  await strictTable(db, 'staffHeadcount')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    /** From this day on people are counted by this table and not by their names. */
    .addColumn('fromOn', 'text', (column) => column.notNull().unique())
    .addColumn('untilOn', 'text', (column) => column.check(sql`untilOn > fromOn`))
    .addColumn('digitallyTrained', 'integer', (column) => column.check(counted('digitallyTrained')))
    .addColumn('retrained', 'integer', (column) => column.check(counted('retrained')))
    .addColumn('digitallySkilled', 'integer', (column) => column.check(counted('digitallySkilled')))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await strictTable(db, 'staffHeadcountRow')
    .addColumn('headcountId', 'integer', (column) => column.notNull().references('staffHeadcount.id'))
    .addColumn('qualification', 'text', (column) =>
      column.notNull().check(oneOf('qualification', qualifications)),
    )
    .addColumn('post', 'text', (column) => column.notNull())
    .addColumn('people', 'integer', (column) => column.notNull().check(sql`people >= 0`))
    .addUniqueConstraint('staffHeadcountRowOnce', ['headcountId', 'qualification', 'post'])
    .execute()
}

async function createTraining(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'trainingPlan')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('year', 'integer', (column) => column.notNull().unique())
    .addColumn('decisionNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('approvedOn', 'text')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await strictTable(db, 'trainingCourse')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('topic', [
            'digital',
            'digitization',
            'profession',
            'service',
            'management',
            'language',
            'other',
          ]),
        ),
    )
    .addColumn('organiser', 'text', (column) => column.notNull())
    .addColumn('plannedQuarter', 'integer', (column) => column.check(sql`plannedQuarter between 1 and 4`))
    .addColumn('plannedPeople', 'integer', (column) => column.check(sql`plannedPeople >= 0`))
    .addColumn('budget', 'integer', (column) => column.check(sql`budget >= 0`))
    .addColumn('heldFrom', 'text')
    .addColumn('heldUntil', 'text', (column) => column.check(sql`heldUntil >= heldFrom`))
    .addColumn('hours', 'real', (column) => column.check(sql`hours >= 0`))
    .addColumn('cost', 'integer', (column) => column.check(sql`cost >= 0`))
    .addColumn('evidence', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addCheckConstraint('heldInOrder', sql`heldFrom is not null or heldUntil is null`)
    .execute()
  await db.schema.createIndex('trainingCourseByYear').on('trainingCourse').columns(['year', 'id']).execute()
  await strictTable(db, 'trainingAttendance')
    .addColumn('courseId', 'integer', (column) => column.notNull().references('trainingCourse.id'))
    /** Null where only so many are known, without names. */
    .addColumn('memberId', 'integer', (column) => column.references('staffMember.id'))
    .addColumn('people', 'integer', (column) => column.notNull().check(sql`people >= 1`))
    .addColumn('hours', 'real', (column) => column.check(sql`hours >= 0`))
    .addColumn('certificate', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('evidence', 'text', (column) => column.notNull().defaultTo(''))
    .addCheckConstraint('onePersonOnce', sql`memberId is null or people = 1`)
    .addUniqueConstraint('trainingAttendanceOnce', ['courseId', 'memberId'])
    .execute()
  await db.schema
    .createIndex('trainingAttendanceByMember')
    .on('trainingAttendance')
    .column('memberId')
    .execute()
}

async function createRoom(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'room')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('kind', [
            'reading',
            'children',
            'multimedia',
            'accessible',
            'hall',
            'store',
            'work',
            'other',
          ]),
        ),
    )
    .addColumn('siteId', 'integer', (column) => column.references('site.id'))
    .addColumn('openedOn', 'text', (column) => column.notNull())
    .addColumn('closedOn', 'text', (column) => column.check(sql`closedOn > openedOn`))
    .addColumn('source', 'text', (column) => column.notNull().check(oneOf('source', sources)))
    .addColumn('sourceName', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema.createIndex('roomBySite').on('room').column('siteId').execute()
  await strictTable(db, 'roomMeasure')
    .addColumn('roomId', 'integer', (column) => column.notNull().references('room.id'))
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('areaM2', 'real', (column) => column.check(sql`areaM2 >= 0`))
    .addColumn('seats', 'integer', (column) => column.check(sql`seats >= 0`))
    .addUniqueConstraint('roomMeasureOnce', ['roomId', 'fromOn'])
    .execute()
}

async function createEquipment(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'retirement')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('decidedOn', 'text', (column) => column.notNull())
    .addColumn('disposal', 'text', (column) =>
      column.notNull().check(oneOf('disposal', ['sell', 'destroy', 'transfer', 'other'])),
    )
    .addColumn('basis', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('members', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
  await strictTable(db, 'equipment')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('inventoryNumber', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('kind', [
            'computer',
            'server',
            'scanner',
            'camera',
            'studio',
            'printer',
            'rfid',
            'network',
            'accessible',
            'display',
            'vehicle',
            'furniture',
            'other',
          ]),
        ),
    )
    .addColumn('purpose', 'text', (column) => column.notNull().check(oneOf('purpose', ['work', 'readers'])))
    .addColumn('model', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('serialNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('tagType', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('source', 'text', (column) => column.notNull().check(oneOf('source', sources)))
    .addColumn('sourceName', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('acquiredOn', 'text', (column) => column.notNull())
    .addColumn('price', 'integer', (column) => column.check(sql`price >= 0`))
    .addColumn('warrantyUntil', 'text')
    .addColumn('siteId', 'integer', (column) => column.references('site.id'))
    .addColumn('roomId', 'integer', (column) => column.references('room.id'))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('retiredOn', 'text', (column) => column.check(sql`retiredOn >= acquiredOn`))
    .addColumn('retirementId', 'integer', (column) => column.references('retirement.id'))
    .addCheckConstraint('retiredByDecision', sql`(retiredOn is null) = (retirementId is null)`)
    .execute()
  await sql`create unique index equipmentByNumber on equipment (inventoryNumber) where inventoryNumber != ''`.execute(
    db,
  )
  await db.schema.createIndex('equipmentByRoom').on('equipment').column('roomId').execute()
  await db.schema.createIndex('equipmentByRetirement').on('equipment').column('retirementId').execute()
  await strictTable(db, 'equipmentEvent')
    .addColumn('equipmentId', 'integer', (column) => column.notNull().references('equipment.id'))
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', ['broken', 'repair', 'working'])),
    )
    .addColumn('on', 'text', (column) => column.notNull())
    /** The day a repair gave it back; null while it is still away. */
    .addColumn('until', 'text', (column) =>
      column.check(sql`until is null or until >= "on" and kind = 'repair'`),
    )
    .addColumn('cost', 'integer', (column) => column.check(sql`cost >= 0`))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema
    .createIndex('equipmentEventByDay')
    .on('equipmentEvent')
    .columns(['equipmentId', 'on', 'id'])
    .execute()
}

async function createRegisters(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'software')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('purpose', [
            'library',
            'digital_library',
            'digitization',
            'office',
            'accounting',
            'security',
            'other',
          ]),
        ),
    )
    .addColumn('vendor', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('version', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('licence', 'text', (column) =>
      column
        .notNull()
        .check(oneOf('licence', ['open_source', 'perpetual', 'subscription', 'free', 'shared', 'unknown'])),
    )
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('untilOn', 'text', (column) => column.check(sql`untilOn > fromOn`))
    .addColumn('licenceUntil', 'text')
    .addColumn('supportUntil', 'text')
    .addColumn('replaceBy', 'text')
    .addColumn('replacementPlan', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await strictTable(db, 'connection')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('siteId', 'integer', (column) => column.notNull().references('site.id'))
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', ['fibre', 'leased', 'copper', 'mobile', 'satellite', 'other'])),
    )
    .addColumn('provider', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('speedMbps', 'integer', (column) => column.check(sql`speedMbps > 0`))
    .addColumn('monthlyCost', 'integer', (column) => column.check(sql`monthlyCost >= 0`))
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('untilOn', 'text', (column) => column.check(sql`untilOn > fromOn`))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema.createIndex('connectionBySite').on('connection').column('siteId').execute()
  await strictTable(db, 'onlineService')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('kind', [
            'website',
            'opac',
            'digital_reading',
            'card_registration',
            'renewal',
            'reference',
            'other_service',
            'open_knowledge',
          ]),
        ),
    )
    .addColumn('url', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('untilOn', 'text', (column) => column.check(sql`untilOn > fromOn`))
    .addColumn('evidence', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
}

async function createChecklist(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'checklistItem')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('checklist', 'text', (column) =>
      column.notNull().check(oneOf('checklist', ['workflow', 'infrastructure'])),
    )
    /** Null for a line that the library added. */
    .addColumn('code', 'text')
    .addColumn('name', 'text', (column) => column.notNull().defaultTo(''))
    /** Null for one that was there from the beginning. */
    .addColumn('addedOn', 'text')
    .addColumn('droppedOn', 'text')
    .addUniqueConstraint('checklistItemOnce', ['checklist', 'code'])
    .execute()
  await strictTable(db, 'checklistState')
    .addColumn('itemId', 'integer', (column) => column.notNull().references('checklistItem.id'))
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['digital', 'partly', 'manual'])),
    )
    .addColumn('tool', 'text', (column) => column.notNull().defaultTo(''))
    .addUniqueConstraint('checklistStateOnce', ['itemId', 'fromOn'])
    .execute()
  const lines = [
    ...workflows.map((code) => ['workflow', code]),
    ...infrastructure.map((code) => ['infrastructure', code]),
  ]
  const rows = sql.join(lines.map(([checklist, code]) => sql`(${sql.lit(checklist)}, ${sql.lit(code)})`))
  await sql`insert into checklistItem (checklist, code) values ${rows}`.execute(db)
}
