import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createShipment(db)
  await createShipmentParts(db)
  await createMobile(db)
}

async function createShipment(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'shipment')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('number', 'text', (column) => column.notNull().unique())
    .addColumn('pointId', 'integer', (column) => column.notNull().references('servicePoint.id'))
    .addColumn('preparedOn', 'text', (column) => column.notNull())
    .addColumn('dueOn', 'text', (column) => column.check(sql`dueOn > preparedOn`))
    .addColumn('sentOn', 'text', (column) => column.check(sql`sentOn >= preparedOn`))
    .addColumn('arrivedOn', 'text', (column) => column.check(sql`arrivedOn >= sentOn`))
    .addColumn('closedOn', 'text', (column) => column.check(sql`closedOn >= sentOn`))
    /** The shipment whose copies went straight on, without coming home. */
    .addColumn('fromShipmentId', 'integer', (column) => column.references('shipment.id'))
    .addColumn('handedBy', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('takenBy', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addCheckConstraint('sentBeforeItArrived', sql`arrivedOn is null or sentOn is not null`)
    .addCheckConstraint('sentBeforeItCameBack', sql`closedOn is null or sentOn is not null`)
    .execute()
  await db.schema.createIndex('shipmentByPoint').on('shipment').column('pointId').execute()
  await db.schema.createIndex('shipmentByDay').on('shipment').column('sentOn').execute()
  await db.schema.createIndex('shipmentByOrigin').on('shipment').column('fromShipmentId').execute()
}

async function createShipmentParts(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'shipmentCopy')
    .addColumn('shipmentId', 'integer', (column) => column.notNull().references('shipment.id'))
    .addColumn('copyId', 'integer', (column) => column.notNull().references('copy.id'))
    /** Null while it is on its way or at the point. */
    .addColumn('outcome', 'text', (column) =>
      column.check(oneOf('outcome', ['returned', 'damaged', 'missing', 'transferred'])),
    )
    .addColumn('outcomeOn', 'text')
    .addUniqueConstraint('shipmentCopyOnce', ['shipmentId', 'copyId'])
    .addCheckConstraint('outcomeHasADay', sql`(outcome is null) = (outcomeOn is null)`)
    .execute()
  // A copy is in one place: a second shipment takes it only when the first has let it go.
  await sql`create unique index shipmentCopyAway on shipmentCopy (copyId) where outcome is null`.execute(db)
  await db.schema.createIndex('shipmentCopyByCopy').on('shipmentCopy').column('copyId').execute()
  await strictTable(db, 'shipmentStranger')
    .addColumn('shipmentId', 'integer', (column) => column.notNull().references('shipment.id'))
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('copyId', 'integer', (column) => column.references('copy.id'))
    .addColumn('foundOn', 'text', (column) => column.notNull())
    .addUniqueConstraint('shipmentStrangerOnce', ['shipmentId', 'code'])
    .execute()
  await db.schema.createIndex('shipmentStrangerByCopy').on('shipmentStranger').column('copyId').execute()
  await strictTable(db, 'shipmentExtension')
    .addColumn('shipmentId', 'integer', (column) => column.notNull().references('shipment.id'))
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('dueBefore', 'text', (column) => column.notNull())
    .addColumn('dueOn', 'text', (column) => column.notNull().check(sql`dueOn > dueBefore`))
    .addColumn('reason', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('shipmentExtensionOf').on('shipmentExtension').column('shipmentId').execute()
  await strictTable(db, 'shipmentReport')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('shipmentId', 'integer', (column) => column.notNull().references('shipment.id'))
    /** First day of the month told of; null: the whole stay. */
    .addColumn('month', 'text')
    .addColumn('readers', 'integer', (column) => column.check(sql`readers >= 0`))
    .addColumn('loans', 'integer', (column) => column.check(sql`loans >= 0`))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('toldOn', 'text', (column) => column.notNull())
    .addCheckConstraint('reportTells', sql`readers is not null or loans is not null`)
    .execute()
  await sql`create unique index shipmentReportOnce on shipmentReport (shipmentId, ifnull(month, ''))`.execute(
    db,
  )
}

async function createMobile(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'mobileRoute')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('siteId', 'integer', (column) => column.notNull().references('site.id'))
    .addColumn('vehicleId', 'integer', (column) => column.references('equipment.id'))
    .addColumn('endedOn', 'text')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema.createIndex('mobileRouteBySite').on('mobileRoute').column('siteId').execute()
  await db.schema.createIndex('mobileRouteByVehicle').on('mobileRoute').column('vehicleId').execute()
  await strictTable(db, 'mobileStop')
    .addColumn('routeId', 'integer', (column) => column.notNull().references('mobileRoute.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('pointId', 'integer', (column) => column.references('servicePoint.id'))
    .addColumn('place', 'text', (column) => column.notNull().defaultTo(''))
    .addUniqueConstraint('mobileStopOnce', ['routeId', 'position'])
    .addCheckConstraint('stopIsSomewhere', sql`pointId is not null or place != ''`)
    .execute()
  await db.schema.createIndex('mobileStopByPoint').on('mobileStop').column('pointId').execute()
  await strictTable(db, 'mobileSession')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['planned', 'done', 'dropped'])),
    )
    .addColumn('siteId', 'integer', (column) => column.notNull().references('site.id'))
    .addColumn('routeId', 'integer', (column) => column.references('mobileRoute.id'))
    .addColumn('vehicleId', 'integer', (column) => column.references('equipment.id'))
    .addColumn('pointId', 'integer', (column) => column.references('servicePoint.id'))
    .addColumn('place', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('children', 'integer', (column) => column.check(sql`children >= 0`))
    .addColumn('adults', 'integer', (column) => column.check(sql`adults >= 0`))
    /** Among the children and adults already. */
    .addColumn('disabled', 'integer', (column) => column.check(sql`disabled >= 0`))
    .addColumn('minority', 'integer', (column) => column.check(sql`minority >= 0`))
    .addColumn('documents', 'integer', (column) => column.check(sql`documents >= 0`))
    .addColumn('copiesCarried', 'integer', (column) => column.check(sql`copiesCarried >= 0`))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addCheckConstraint('sessionIsSomewhere', sql`pointId is not null or place != ''`)
    .execute()
  await db.schema.createIndex('mobileSessionByDay').on('mobileSession').columns(['on', 'id']).execute()
  for (const owner of ['site', 'route', 'vehicle', 'point'] as const)
    await db.schema
      .createIndex(`mobileSessionBy${owner[0]?.toUpperCase()}${owner.slice(1)}`)
      .on('mobileSession')
      .column(`${owner}Id`)
      .execute()
}
