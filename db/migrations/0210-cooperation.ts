import { sql, type CreateTableBuilder, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

type Table = CreateTableBuilder<string, string>

export async function up(db: Kysely<unknown>): Promise<void> {
  await widenPartner(db)
  await createProject(db)
  await createAgreement(db)
  await createDelegation(db)
  await createMembership(db)
  await createGift(db)
  await createReport(db)
  await createRule(db)
}

async function widenPartner(db: Kysely<unknown>): Promise<void> {
  for (const name of ['contactName', 'phone', 'email', 'address'])
    await db.schema
      .alterTable('partner')
      .addColumn(name, 'text', (column) => column.notNull().defaultTo(''))
      .execute()
  await db.schema.alterTable('partner').addColumn('closedOn', 'text').execute()
}

/** An amount as it was given, and what it came to at the rate of a day; null in `amountVnd` is unknown, never 0. */
function withMoney(table: Table): Table {
  return table
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('amountMinor', 'integer', (column) => column.check(sql`amountMinor >= 0`))
    .addColumn('rate', 'real', (column) => column.check(sql`rate > 0`))
    .addColumn('rateOn', 'text')
    .addColumn('amountVnd', 'integer')
}

async function createProject(db: Kysely<unknown>): Promise<void> {
  await withMoney(
    strictTable(db, 'cooperationProject')
      .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('folded', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) =>
        column.notNull().check(oneOf('role', ['owner', 'beneficiary', 'partner', 'sponsor'])),
      )
      .addColumn('country', 'text', (column) => column.notNull())
      .addColumn('startsOn', 'text', (column) => column.notNull())
      .addColumn('endsOn', 'text', (column) => column.check(sql`endsOn >= startsOn`))
      .addColumn('endedOn', 'text', (column) => column.check(sql`endedOn >= startsOn`))
      .addColumn('ending', 'text', (column) => column.check(oneOf('ending', ['finished', 'stopped']))),
  )
    .addColumn('beneficiaries', 'text', (column) => column.notNull())
    .addColumn('peopleSent', 'integer', (column) => column.check(sql`peopleSent >= 0`))
    .addColumn('peopleReceived', 'integer', (column) => column.check(sql`peopleReceived >= 0`))
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('removedOn', 'text')
    .execute()
  await sql`create index cooperationProjectByStart on cooperationProject (startsOn, id)`.execute(db)
  await linkTable(db, 'projectPartner', ['cooperationProject', 'projectId'], 'partner')
  await linkTable(db, 'projectActivity', ['cooperationProject', 'projectId'], 'activity')
}

async function linkTable(
  db: Kysely<unknown>,
  name: string,
  [owner, ownerId]: readonly [string, string],
  other: string,
): Promise<void> {
  await strictTable(db, name)
    .addColumn(ownerId, 'integer', (column) => column.notNull().references(`${owner}.id`))
    .addColumn(`${other}Id`, 'integer', (column) => column.notNull().references(`${other}.id`))
    .addUniqueConstraint(`${name}Once`, [ownerId, `${other}Id`])
    .execute()
  await db.schema.createIndex(`${name}By${other}`).on(name).column(`${other}Id`).execute()
}

async function createAgreement(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'agreement')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', ['cooperation', 'interconnection', 'twinning', 'other'])),
    )
    .addColumn('signedOn', 'text')
    .addColumn('startsOn', 'text', (column) => column.notNull())
    .addColumn('endsOn', 'text', (column) => column.check(sql`endsOn >= startsOn`))
    .addColumn('endedOn', 'text', (column) => column.check(sql`endedOn >= startsOn`))
    .addColumn('renewsId', 'integer', (column) => column.references('agreement.id'))
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('removedOn', 'text')
    .execute()
  await sql`create index agreementByEnd on agreement (endsOn, id)`.execute(db)
  await db.schema.createIndex('agreementByRenewed').on('agreement').column('renewsId').execute()
  await linkTable(db, 'agreementPartner', ['agreement', 'agreementId'], 'partner')
  await strictTable(db, 'agreementEvidence')
    .addColumn('agreementId', 'integer', (column) => column.notNull().references('agreement.id'))
    .addColumn('fileId', 'integer', (column) => column.notNull().references('evidenceFile.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('addedAt', 'text', (column) => column.notNull())
    .addColumn('removedOn', 'text')
    .addUniqueConstraint('agreementEvidenceOnce', ['agreementId', 'fileId'])
    .execute()
  await db.schema.createIndex('agreementEvidenceByFile').on('agreementEvidence').column('fileId').execute()
}

async function createDelegation(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'delegation')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('direction', 'text', (column) => column.notNull().check(oneOf('direction', ['out', 'in'])))
    .addColumn('programme', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('country', 'text', (column) => column.notNull())
    .addColumn('partnerId', 'integer', (column) => column.references('partner.id'))
    .addColumn('projectId', 'integer', (column) => column.references('cooperationProject.id'))
    .addColumn('activityId', 'integer', (column) => column.references('activity.id'))
    .addColumn('startsOn', 'text', (column) => column.notNull())
    .addColumn('endsOn', 'text', (column) => column.notNull())
    .addColumn('leaders', 'integer', (column) => column.notNull().check(sql`leaders >= 0`))
    .addColumn('librarians', 'integer', (column) => column.notNull().check(sql`librarians >= 0`))
    .addColumn('others', 'integer', (column) => column.notNull().check(sql`others >= 0`))
    .addColumn('people', 'text', (column) => column.notNull())
    .addColumn('funding', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('removedOn', 'text')
    .execute()
  await sql`create index delegationByStart on delegation (startsOn, id)`.execute(db)
  for (const column of ['partnerId', 'projectId', 'activityId'])
    await db.schema.createIndex(`delegationBy${column}`).on('delegation').column(column).execute()
}

async function createMembership(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'membership')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) =>
      column.notNull().check(oneOf('scope', ['domestic', 'international'])),
    )
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('endedOn', 'text', (column) => column.check(sql`endedOn >= since`))
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('feeMinor', 'integer', (column) => column.check(sql`feeMinor >= 0`))
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('removedOn', 'text')
    .execute()
  await strictTable(db, 'membershipFee')
    .addColumn('membershipId', 'integer', (column) => column.notNull().references('membership.id'))
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('paidMinor', 'integer', (column) => column.notNull().check(sql`paidMinor >= 0`))
    .addColumn('paidOn', 'text')
    .addUniqueConstraint('membershipFeeOnce', ['membershipId', 'year'])
    .execute()
}

async function createGift(db: Kysely<unknown>): Promise<void> {
  await withMoney(
    strictTable(db, 'gift')
      .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('kind', 'text', (column) =>
        column.notNull().check(oneOf('kind', ['money', 'books', 'equipment', 'other'])),
      )
      .addColumn('receivedOn', 'text', (column) => column.notNull())
      .addColumn('partnerId', 'integer', (column) => column.references('partner.id'))
      .addColumn('donorName', 'text', (column) => column.notNull())
      .addColumn('origin', 'text', (column) =>
        column.notNull().check(oneOf('origin', ['domestic', 'foreign'])),
      )
      .addColumn('purpose', 'text', (column) =>
        column
          .notNull()
          .check(oneOf('purpose', ['general', 'technology', 'reading', 'training', 'facilities', 'other'])),
      )
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('folded', 'text', (column) => column.notNull())
      .addColumn('valueBasis', 'text', (column) =>
        column.notNull().check(oneOf('valueBasis', ['known', 'estimated', 'unknown'])),
      ),
  )
    .addColumn('copies', 'integer', (column) => column.check(sql`copies >= 0`))
    .addColumn('voucherId', 'integer', (column) => column.references('voucher.id').onDelete('set null'))
    .addColumn('projectId', 'integer', (column) => column.references('cooperationProject.id'))
    .addColumn('activityId', 'integer', (column) => column.references('activity.id'))
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('receiptYear', 'integer')
    .addColumn('receiptNumber', 'integer')
    .addColumn('receiptOn', 'text')
    .addColumn('letterYear', 'integer')
    .addColumn('letterNumber', 'integer')
    .addColumn('letterOn', 'text')
    .addColumn('removedOn', 'text')
    .execute()
  await sql`create index giftByDay on gift (receivedOn, id)`.execute(db)
  // The copies of one delivery are counted by one gift.
  await sql`create unique index giftVoucherOnce on gift (voucherId) where removedOn is null`.execute(db)
  await sql`create unique index giftReceiptOnce on gift (receiptYear, receiptNumber)`.execute(db)
  await sql`create unique index giftLetterOnce on gift (letterYear, letterNumber)`.execute(db)
  for (const column of ['partnerId', 'projectId', 'activityId'])
    await db.schema.createIndex(`giftBy${column}`).on('gift').column(column).execute()
  await strictTable(db, 'giftItem')
    .addColumn('giftId', 'integer', (column) => column.notNull().references('gift.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('quantity', 'integer', (column) => column.notNull().check(sql`quantity > 0`))
    .addColumn('valueMinor', 'integer', (column) => column.check(sql`valueMinor >= 0`))
    .execute()
  await db.schema.createIndex('giftItemByGift').on('giftItem').column('giftId').execute()
}

async function createReport(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'cooperationReport')
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('madeOn', 'text', (column) => column.notNull())
    .addColumn('paper', 'text', (column) => column.notNull())
    .addColumn('paperHash', 'text', (column) => column.notNull())
    .addColumn('removedOn', 'text')
    .execute()
  await strictTable(db, 'cooperationReportSending')
    .addColumn('reportId', 'integer', (column) => column.notNull().references('cooperationReport.id'))
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('sentOn', 'text')
    .execute()
  await db.schema
    .createIndex('cooperationReportSendingByReport')
    .on('cooperationReportSending')
    .column('reportId')
    .execute()
}

async function createRule(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'cooperationRule')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('noticeDays', 'integer', (column) => column.notNull().check(sql`noticeDays between 1 and 730`))
    .addColumn('recipients', 'text', (column) => column.notNull())
    .execute()
  const recipients = JSON.stringify([
    'Cục Văn hóa cơ sở, Gia đình và Thư viện',
    'Thư viện Quốc gia Việt Nam',
    'Hội Thư viện Việt Nam',
  ])
  await sql`insert into cooperationRule (noticeDays, recipients) values (60, ${sql.lit(recipients)})`.execute(
    db,
  )
}
