import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const evidenceKinds = ['photo', 'minutes', 'sign_in', 'other']
const attendanceParts = ['children', 'adults', 'disabled', 'minority', 'online']
/** Codes of the types that come with the program; what they are stands in shared/activities/types.ts. */
const declaredCodes = Array.from({ length: 32 }, (_, at) => `E${String(at + 1).padStart(2, '0')}`)

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPartner(db)
  await createType(db)
  await createCampaign(db)
  await createActivity(db)
  await createSession(db)
  await createLinks(db)
  await createEvidence(db)
}

async function createPartner(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'partner')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('sortKey', 'text', (column) => column.notNull())
    /** Its words without marks, for finding. */
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('kind', ['library', 'school', 'agency', 'association', 'fund', 'company', 'person', 'other']),
        ),
    )
    .addColumn('origin', 'text', (column) => column.notNull().check(oneOf('origin', ['domestic', 'foreign'])))
    .addColumn('country', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema.createIndex('partnerBySortKey').on('partner').columns(['sortKey', 'id']).execute()
}

async function createType(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'activityType')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('hiddenOn', 'text')
    .addColumn('groupName', 'text')
    .addColumn('feeds', 'text', (column) => column.notNull().defaultTo('[]'))
    /** Null: as the program asks. */
    .addColumn('proof', 'text')
    .addColumn('ownFields', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute()
  const rows = sql.join(declaredCodes.map((code) => sql`(${sql.lit(code)})`))
  await sql`insert into activityType (code) values ${rows}`.execute(db)
}

async function createCampaign(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'campaign')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', ['book_day', 'campaign', 'programme'])),
    )
    .addColumn('year', 'integer')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await sql`create unique index campaignByName on campaign (name, ifnull(year, 0))`.execute(db)
}

async function createActivity(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'activity')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('typeCode', 'text', (column) => column.notNull().references('activityType.code'))
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['planned', 'done', 'postponed', 'cancelled'])),
    )
    .addColumn('part', 'text', (column) =>
      column.notNull().check(oneOf('part', ['organiser', 'joint', 'participant'])),
    )
    .addColumn('reach', 'text', (column) =>
      column.notNull().check(oneOf('reach', ['local', 'province', 'national', 'international'])),
    )
    .addColumn('organiser', 'text', (column) => column.notNull())
    .addColumn('siteId', 'integer', (column) => column.references('site.id'))
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('responsible', 'text', (column) => column.notNull())
    .addColumn('cost', 'integer', (column) => column.check(sql`cost >= 0`))
    .addColumn('moneySource', 'text', (column) =>
      column.check(oneOf('moneySource', ['budget', 'donation', 'project', 'other'])),
    )
    .addColumn('copiesShown', 'integer', (column) => column.check(sql`copiesShown >= 0`))
    .addColumn('copiesGiven', 'integer', (column) => column.check(sql`copiesGiven >= 0`))
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull().defaultTo('{}'))
    .addColumn('personalDetails', 'text', (column) => column.notNull().defaultTo('{}'))
    .addColumn('startsOn', 'text', (column) => column.notNull())
    .addColumn('endsOn', 'text', (column) => column.notNull())
    .addColumn('sessionCount', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('heldCount', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('attended', 'integer')
    .addColumn('proof', 'text', (column) =>
      column.notNull().check(oneOf('proof', ['not_needed', 'missing', 'present'])),
    )
    .addColumn('removedOn', 'text')
    .execute()
  await sql`create index activityByDay on activity (startsOn, id) where removedOn is null`.execute(db)
  await sql`create index activityRemoved on activity (removedOn, id) where removedOn is not null`.execute(db)
  await db.schema.createIndex('activityByType').on('activity').column('typeCode').execute()
  await db.schema.createIndex('activityBySite').on('activity').column('siteId').execute()
}

async function createSession(db: Kysely<unknown>): Promise<void> {
  let table: CreateTableBuilder<string, string> = strictTable(db, 'activitySession')
    .addColumn('activityId', 'integer', (column) => column.notNull().references('activity.id'))
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.check(sql`until >= "on"`))
    .addColumn('startTime', 'text')
    .addColumn('endTime', 'text')
    .addColumn('state', 'text', (column) =>
      column.notNull().check(oneOf('state', ['planned', 'held', 'dropped'])),
    )
    .addColumn('attended', 'integer', (column) => column.check(sql`attended >= 0`))
  for (const part of attendanceParts)
    table = table.addColumn(part, 'integer', (column) =>
      column.check(
        sql`${sql.ref(part)} is null or attended is not null and ${sql.ref(part)} between 0 and attended`,
      ),
    )
  await table
    .addCheckConstraint(
      'childrenAndAdults',
      sql`attended is null or ifnull(children, 0) + ifnull(adults, 0) <= attended`,
    )
    .execute()
  await db.schema
    .createIndex('activitySessionByActivity')
    .on('activitySession')
    .columns(['activityId', 'on'])
    .execute()
  await db.schema
    .createIndex('activitySessionByDay')
    .on('activitySession')
    .columns(['on', 'startTime', 'id'])
    .execute()
  await sql`create index activitySessionHeld on activitySession ("on", activityId) where state = 'held'`.execute(
    db,
  )
  await sql`create index activitySessionLasting on activitySession (until, "on") where until is not null`.execute(
    db,
  )
}

async function createLinks(db: Kysely<unknown>): Promise<void> {
  const links = [
    ['activityCampaign', 'campaign'],
    ['activityPartner', 'partner'],
    ['activityTitle', 'title'],
  ] as const
  for (const [name, other] of links) {
    await strictTable(db, name)
      .addColumn('activityId', 'integer', (column) => column.notNull().references('activity.id'))
      .addColumn(`${other}Id`, 'integer', (column) => column.notNull().references(`${other}.id`))
      .addUniqueConstraint(`${name}Once`, ['activityId', `${other}Id`])
      .execute()
    await db.schema.createIndex(`${name}By${other}`).on(name).column(`${other}Id`).execute()
  }
}

async function createEvidence(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'evidenceFile')
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('form', 'text', (column) =>
      column.notNull().check(oneOf('form', ['jpg', 'png', 'pdf', 'docx'])),
    )
    .addColumn('size', 'integer', (column) => column.notNull())
    .execute()
  await strictTable(db, 'activityEvidence')
    .addColumn('activityId', 'integer', (column) => column.notNull().references('activity.id'))
    .addColumn('fileId', 'integer', (column) => column.notNull().references('evidenceFile.id'))
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', evidenceKinds)))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('addedAt', 'text', (column) => column.notNull())
    .addColumn('removedOn', 'text')
    .addUniqueConstraint('activityEvidenceOnce', ['activityId', 'fileId'])
    .execute()
  await db.schema.createIndex('activityEvidenceByFile').on('activityEvidence').column('fileId').execute()
}
