import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const pointKinds = [
  'provincial',
  'former_district',
  'commune',
  'reading_room',
  'bookcase',
  'community',
  'private',
  'school',
  'agency',
  'rotation_point',
  'other',
]

const models = ['linked', 'friendly', 'smart', 'united', 'network']

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPoint(db)
  await createTold(db)
  await createSupport(db)
  await createCondition(db)
  await createExchange(db)
  await createPopulation(db)
}

async function createPoint(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'servicePoint')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    /** One of the library's own sites, which then counts as this point alone. */
    .addColumn('siteId', 'integer', (column) => column.references('site.id').unique())
    /** The partner that agreements are made with. */
    .addColumn('partnerId', 'integer', (column) => column.references('partner.id').unique())
    /** The first day on which it no longer serves. */
    .addColumn('closedOn', 'text')
    .addColumn('mergedIntoId', 'integer', (column) => column.references('servicePoint.id'))
    /** The model that it is built by, of those that the sector speaks of; blank is none. */
    .addColumn('model', 'text', (column) =>
      column
        .notNull()
        .defaultTo('')
        .check(oneOf('model', ['', ...models])),
    )
    .addColumn('body', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('contactName', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('phone', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('email', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('address', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addCheckConstraint(
      'mergedOnceClosed',
      sql`mergedIntoId is null or closedOn is not null and mergedIntoId != id`,
    )
    .execute()
  await db.schema.createIndex('servicePointByMerged').on('servicePoint').column('mergedIntoId').execute()
  /** What it is called, what it is and where it lies from a day on; the first of them is its opening. */
  await strictTable(db, 'servicePointIdentity')
    .addColumn('pointId', 'integer', (column) => column.notNull().references('servicePoint.id'))
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', pointKinds)))
    .addColumn('commune', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('communeCode', 'text', (column) => column.notNull().defaultTo(''))
    /** Of before 01/07/2025. */
    .addColumn('district', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('formerProvinceCode', 'text', (column) => column.notNull().defaultTo(''))
    .addUniqueConstraint('servicePointIdentityOnce', ['pointId', 'fromOn'])
    .execute()
}

/** What a point says of itself: as of a day, and in the survey of a year. */
async function createTold(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'servicePointFigure')
    .addColumn('pointId', 'integer', (column) => column.notNull().references('servicePoint.id'))
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('copies', 'integer', (column) => column.check(sql`copies >= 0`))
    .addColumn('titles', 'integer', (column) => column.check(sql`titles >= 0`))
    .addColumn('serials', 'integer', (column) => column.check(sql`serials >= 0`))
    .addColumn('areaM2', 'real', (column) => column.check(sql`areaM2 >= 0`))
    .addColumn('source', 'text', (column) => column.notNull().defaultTo(''))
    .addUniqueConstraint('servicePointFigureOnce', ['pointId', 'fromOn'])
    .execute()
  await strictTable(db, 'servicePointAnswer')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('pointId', 'integer', (column) => column.notNull().references('servicePoint.id'))
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('answeredOn', 'text', (column) => column.notNull())
    /** Null: nobody knows. */
    .addColumn('website', 'text', (column) => column.check(oneOf('website', ['yes', 'no'])))
    .addColumn('managed', 'text', (column) => column.check(oneOf('managed', ['yes', 'no'])))
    .addColumn('source', 'text', (column) => column.notNull().defaultTo(''))
    .addUniqueConstraint('servicePointAnswerOnce', ['year', 'pointId'])
    .execute()
  await db.schema
    .createIndex('servicePointAnswerByPoint')
    .on('servicePointAnswer')
    .column('pointId')
    .execute()
}

/** Which points an activity supported; the visit itself is the activity. */
async function createSupport(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'servicePointSupport')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('activityId', 'integer', (column) => column.notNull().references('activity.id'))
    .addColumn('pointId', 'integer', (column) => column.notNull().references('servicePoint.id'))
    .addColumn('findings', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('followUp', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('followUpBy', 'text')
    .addColumn('followedUpOn', 'text')
    .addUniqueConstraint('servicePointSupportOnce', ['activityId', 'pointId'])
    .addCheckConstraint(
      'followedUpWhatWasAsked',
      sql`followUp != '' or followUpBy is null and followedUpOn is null`,
    )
    .execute()
  await db.schema
    .createIndex('servicePointSupportByPoint')
    .on('servicePointSupport')
    .column('pointId')
    .execute()
  await sql`create index servicePointSupportOpen on servicePointSupport (followUpBy, id)
    where followUpBy is not null and followedUpOn is null`.execute(db)
}

const decree = 'Nghị định 93/2020/NĐ-CP'
const provincial = `Điều 11 ${decree}`
const commune = `Điều 13 ${decree}`
/** What Decree 93/2020 asks for since it is in force; the library edits them. */
const conditions: [kind: string, measure: string, least: number, basis: string][] = [
  ['provincial', 'copies', 200_000, provincial],
  ['provincial', 'titles', 50_000, provincial],
  ['provincial', 'serials', 50, provincial],
  ['commune', 'copies', 2000, commune],
  ['commune', 'serials', 2, commune],
  ['commune', 'areaM2', 40, commune],
  ['community', 'copies', 1500, decree],
  ['community', 'areaM2', 25, decree],
  ['private', 'copies', 2000, decree],
  ['private', 'areaM2', 25, decree],
  ['important', 'users', 6000, decree],
  ['important', 'visits', 1_000_000, decree],
  ['important', 'technology', 80, decree],
]

async function createCondition(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'minimumCondition')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', [...pointKinds, 'important'])),
    )
    .addColumn('measure', 'text', (column) =>
      column
        .notNull()
        .check(oneOf('measure', ['copies', 'titles', 'serials', 'areaM2', 'users', 'visits', 'technology'])),
    )
    .addColumn('fromOn', 'text', (column) => column.notNull())
    /** Null: from this day on it is no longer asked for. */
    .addColumn('least', 'real', (column) => column.check(sql`least >= 0`))
    .addColumn('basis', 'text', (column) => column.notNull())
    .addUniqueConstraint('minimumConditionOnce', ['kind', 'measure', 'fromOn'])
    .execute()
  const rows = sql.join(
    conditions.map(
      ([kind, measure, least, basis]) =>
        sql`(${sql.lit(kind)}, ${sql.lit(measure)}, '2020-10-05', ${sql.lit(least)}, ${sql.lit(basis)})`,
    ),
  )
  await sql`insert into minimumCondition (kind, measure, fromOn, least, basis) values ${rows}`.execute(db)
}

async function createExchange(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'exchange')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    /** Who asked whom: `out` is what we ask others for. */
    .addColumn('direction', 'text', (column) => column.notNull().check(oneOf('direction', ['out', 'in'])))
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', ['loan', 'copy', 'file', 'exchange'])),
    )
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('documents', 'integer', (column) => column.notNull().check(sql`documents > 0`))
    .addColumn('partnerId', 'integer', (column) => column.references('partner.id'))
    .addColumn('pointId', 'integer', (column) => column.references('servicePoint.id'))
    .addColumn('agreementId', 'integer', (column) => column.references('agreement.id'))
    .addColumn('askedOn', 'text', (column) => column.notNull())
    .addColumn('sentOn', 'text', (column) => column.check(sql`sentOn >= askedOn`))
    .addColumn('dueOn', 'text', (column) => column.check(sql`dueOn >= askedOn`))
    .addColumn('returnedOn', 'text', (column) =>
      column.check(sql`returnedOn is null or sentOn is not null and returnedOn >= sentOn`),
    )
    .addColumn('refusedOn', 'text', (column) =>
      column.check(sql`refusedOn is null or sentOn is null and refusedOn >= askedOn`),
    )
    .addColumn('cost', 'integer', (column) => column.check(sql`cost >= 0`))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addCheckConstraint('withOne', sql`(partnerId is null) != (pointId is null)`)
    .execute()
  await db.schema.createIndex('exchangeByDay').on('exchange').columns(['askedOn', 'id']).execute()
  await db.schema.createIndex('exchangeBySending').on('exchange').column('sentOn').execute()
  for (const owner of ['partnerId', 'pointId', 'agreementId'])
    await db.schema.createIndex(`exchangeBy${owner}`).on('exchange').column(owner).execute()
  await sql`create index exchangeOut on exchange (dueOn, id)
    where kind = 'loan' and sentOn is not null and returnedOn is null`.execute(db)
}

async function createPopulation(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'population')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('year', 'integer', (column) => column.notNull().unique())
    .addColumn('people', 'integer', (column) => column.notNull().check(sql`people > 0`))
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
}
