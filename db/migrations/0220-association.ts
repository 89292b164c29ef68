import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const sectors = ['public', 'specialised', 'education', 'other']
const bases = ['member', 'unit']

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('library')
    .addColumn('friendlyRule', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute()
  await branches(db)
  await dues(db)
  await incomeAndAwards(db)
  await friendly(db)
  await strictTable(db, 'associationReport')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('year', 'integer', (column) => column.notNull().unique())
    .addColumn('results', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('tasks', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('proposals', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await sql`create index activityPlanned on activity (endsOn, id) where state = 'planned' and removedOn is null`.execute(
    db,
  )
  await sql`create index activityUnproved on activity (endsOn, id) where proof = 'missing' and removedOn is null`.execute(
    db,
  )
  await sql`create index journalCommandByDay on journalCommand (at, operation)`.execute(db)
  await sql`create index signInByUser on signIn (userId, id)`.execute(db)
}

async function branches(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'branch')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('sortKey', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', ['union', 'branch'])))
    .addColumn('sector', 'text', (column) => column.notNull().check(oneOf('sector', sectors)))
    .addColumn('parentId', 'integer', (column) => column.references('branch.id'))
    .addColumn('leader', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('decisionNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('foundedOn', 'text', (column) => column.notNull())
    .addColumn('closedOn', 'text')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await sql`create index branchByParent on branch (parentId) where parentId is not null`.execute(db)
  await strictTable(db, 'member')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('branchId', 'integer', (column) => column.notNull().references('branch.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('sortKey', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('position', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('cardNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('decisionNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('admittedOn', 'text', (column) => column.notNull())
    .addColumn('leftOn', 'text')
    .addColumn('leftReason', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema.createIndex('memberBySortKey').on('member').columns(['sortKey', 'id']).execute()
  await db.schema
    .createIndex('memberByBranch')
    .on('member')
    .columns(['branchId', 'sortKey', 'id', 'admittedOn', 'leftOn'])
    .execute()
  await db.schema.createIndex('memberByAdmission').on('member').columns(['admittedOn', 'leftOn']).execute()
  await sql`create unique index memberByCard on member (cardNumber) where cardNumber != ''`.execute(db)
}

async function dues(db: Kysely<unknown>): Promise<void> {
  /** What is asked of a unit from a year on, until a later line says otherwise. */
  await strictTable(db, 'duesRate')
    .addColumn('fromYear', 'integer', (column) => column.notNull())
    .addColumn('sector', 'text', (column) => column.notNull().check(oneOf('sector', sectors)))
    .addColumn('basis', 'text', (column) => column.notNull().check(oneOf('basis', bases)))
    .addColumn('amountMinor', 'integer', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull().defaultTo(''))
    .addUniqueConstraint('duesRateOnce', ['fromYear', 'sector'])
    .execute()
  /** Append-only: a line is corrected by another that takes its amount back. */
  await strictTable(db, 'duesEntry')
    .addColumn('branchId', 'integer', (column) => column.notNull().references('branch.id'))
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(oneOf('kind', ['charge', 'payment'])))
    .addColumn('amountMinor', 'integer', (column) => column.notNull())
    .addColumn('on', 'text', (column) => column.notNull())
    /** How a charge was reckoned; null for a payment. */
    .addColumn('basis', 'text', (column) => column.check(oneOf('basis', bases)))
    .addColumn('rateMinor', 'integer')
    .addColumn('members', 'integer')
    .addColumn('receiptNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('correctsId', 'integer', (column) => column.unique().references('duesEntry.id'))
    .execute()
  await db.schema
    .createIndex('duesEntryByYear')
    .on('duesEntry')
    .columns(['year', 'branchId', 'kind', 'on', 'amountMinor'])
    .execute()
  await db.schema.createIndex('duesEntryByBranch').on('duesEntry').columns(['branchId', 'id']).execute()
  await sql`create index duesEntryByReceipt on duesEntry (receiptNumber) where receiptNumber != ''`.execute(
    db,
  )
}

async function incomeAndAwards(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'otherIncome')
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', ['support', 'sponsorship', 'advertising', 'other'])),
    )
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('amountMinor', 'integer', (column) => column.notNull())
    .addColumn('receiptNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('activityId', 'integer', (column) => column.references('activity.id'))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('correctsId', 'integer', (column) => column.unique().references('otherIncome.id'))
    .execute()
  await db.schema.createIndex('otherIncomeByDay').on('otherIncome').columns(['on', 'id']).execute()
  await sql`create index otherIncomeByActivity on otherIncome (activityId) where activityId is not null`.execute(
    db,
  )
  await strictTable(db, 'award')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('decidedOn', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', ['medal', 'merit', 'certificate', 'title', 'other'])),
    )
    .addColumn('receivedBy', 'text', (column) =>
      column.notNull().check(oneOf('receivedBy', ['person', 'unit'])),
    )
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('branchId', 'integer', (column) => column.references('branch.id'))
    .addColumn('decisionNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('issuer', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('reason', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema.createIndex('awardByDay').on('award').columns(['decidedOn', 'id']).execute()
  await db.schema.createIndex('awardByYear').on('award').columns(['year', 'decidedOn', 'id']).execute()
  await sql`create index awardByBranch on award (branchId) where branchId is not null`.execute(db)
}

async function friendly(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'friendlyAssessment')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('year', 'integer', (column) => column.notNull().unique())
    .addColumn('assessedOn', 'text', (column) => column.notNull())
    /** Scale and weights as they were: a later change of the setting does not touch what was given. */
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await strictTable(db, 'friendlyScore')
    .addColumn('assessmentId', 'integer', (column) => column.notNull().references('friendlyAssessment.id'))
    .addColumn('criterion', 'integer', (column) => column.notNull().check(sql`criterion between 1 and 5`))
    .addColumn('score', 'real')
    .addColumn('remark', 'text', (column) => column.notNull().defaultTo(''))
    .addUniqueConstraint('friendlyScoreOnce', ['assessmentId', 'criterion'])
    .execute()
  await strictTable(db, 'friendlyProof')
    .addColumn('scoreId', 'integer', (column) => column.notNull().references('friendlyScore.id'))
    .addColumn('fileId', 'integer', (column) => column.notNull().references('evidenceFile.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('addedAt', 'text', (column) => column.notNull())
    .addColumn('removedOn', 'text')
    .addUniqueConstraint('friendlyProofOnce', ['scoreId', 'fileId'])
    .execute()
  await db.schema.createIndex('friendlyProofByFile').on('friendlyProof').column('fileId').execute()
}
