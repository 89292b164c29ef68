import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'
import { createHeadcount, createStaff, createTraining } from './staff-tables.ts'

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
