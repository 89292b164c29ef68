import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createDocuments(db)
  await createRoadmaps(db)
  await createMoney(db)
  await createTargets(db)
  await addGuidingDocuments(db)
}

async function createDocuments(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'policyDocument')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('number', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('issuedOn', 'text')
    .addColumn('issuer', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('kind', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('kind', [
            'mechanism',
            'policy',
            'project',
            'resolution',
            'directive',
            'law',
            'decree',
            'decision',
            'circular',
            'letter',
            'other',
          ]),
        ),
    )
    .addColumn('field', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('field', [
            'general',
            'digital',
            'digitization',
            'reading',
            'service',
            'staff',
            'funding',
            'other',
          ]),
        ),
    )
    .addColumn('origin', 'text', (column) => column.notNull().check(oneOf('origin', ['own', 'outer'])))
    /** The words by which the report rests on it; blank where it does not. */
    .addColumn('quotedAs', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('removedOn', 'text')
    .execute()
  await strictTable(db, 'policyStage')
    .addColumn('documentId', 'integer', (column) => column.notNull().references('policyDocument.id'))
    .addColumn('stage', 'text', (column) =>
      column.notNull().check(oneOf('stage', ['review', 'advise', 'consult', 'issue', 'amend'])),
    )
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addUniqueConstraint('policyStageOnce', ['documentId', 'stage', 'on'])
    .execute()
  await db.schema.createIndex('policyStageByDay').on('policyStage').columns(['on', 'documentId']).execute()
}

async function createRoadmaps(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'roadmap')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', ['it', 'digital_library', 'digitization', 'training', 'other'])),
    )
    .addColumn('documentId', 'integer', (column) => column.references('policyDocument.id'))
    .addColumn('startsOn', 'text', (column) => column.notNull())
    /** The last day of its validity. */
    .addColumn('endsOn', 'text', (column) => column.notNull().check(sql`endsOn >= startsOn`))
    .addColumn('submittedOn', 'text')
    .addColumn('approvedOn', 'text', (column) => column.check(sql`approvedOn >= submittedOn`))
    .addColumn('number', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('approvedBy', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('replacedOn', 'text', (column) => column.check(sql`replacedOn >= approvedOn`))
    .addColumn('replacedById', 'integer', (column) => column.references('roadmap.id'))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('removedOn', 'text')
    .execute()
  await strictTable(db, 'milestone')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('roadmapId', 'integer', (column) => column.notNull().references('roadmap.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('workshopGroup', 'text', (column) =>
      column.check(
        oneOf('workshopGroup', [
          'infrastructure',
          'software',
          'standards',
          'digital_stock',
          'staff',
          'finance',
        ]),
      ),
    )
    .addColumn('taskGroup', 'text', (column) =>
      column.check(
        oneOf('taskGroup', [
          'awareness',
          'law',
          'infrastructure',
          'data',
          'platforms',
          'security',
          'people',
          'cooperation',
        ]),
      ),
    )
    /** As first planned; delays stand beside it. */
    .addColumn('dueOn', 'text', (column) => column.notNull())
    .addColumn('post', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('doneOn', 'text')
    .addColumn('evidence', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('removedOn', 'text')
    .execute()
  await db.schema.createIndex('milestoneByRoadmap').on('milestone').columns(['roadmapId', 'dueOn']).execute()
  await strictTable(db, 'milestoneDelay')
    .addColumn('milestoneId', 'integer', (column) => column.notNull().references('milestone.id'))
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('dueOn', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addUniqueConstraint('milestoneDelayOnce', ['milestoneId', 'on'])
    .execute()
}

async function createMoney(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'allocation')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('source', 'text', (column) =>
      column.notNull().check(oneOf('source', ['budget', 'donation', 'project', 'other'])),
    )
    .addColumn('purpose', 'text', (column) =>
      column.notNull().check(oneOf('purpose', ['modernization', 'other'])),
    )
    .addColumn('documentNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('allocatedOn', 'text', (column) => column.notNull())
    .addColumn('amount', 'integer', (column) => column.notNull().check(sql`amount > 0`))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('removedOn', 'text')
    .execute()
  await db.schema.createIndex('allocationByYear').on('allocation').columns(['year', 'allocatedOn']).execute()
  await strictTable(db, 'disbursement')
    .addColumn('allocationId', 'integer', (column) => column.notNull().references('allocation.id'))
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('amount', 'integer', (column) => column.notNull().check(sql`amount > 0`))
    .addColumn('documentNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await db.schema
    .createIndex('disbursementByAllocation')
    .on('disbursement')
    .columns(['allocationId', 'on'])
    .execute()
}

async function createTargets(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'indicatorTarget')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    /** Kept also when the list of indicators has it no more. */
    .addColumn('indicatorCode', 'text', (column) => column.notNull())
    /** 2026, 2026-Q3, or the day by which: 2025-12-31. */
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) =>
      column.notNull().check(oneOf('scope', ['library', 'province', 'national'])),
    )
    .addColumn('direction', 'text', (column) =>
      column.notNull().check(oneOf('direction', ['at_least', 'at_most'])),
    )
    /** Null: from its day on there is none. */
    .addColumn('value', 'real', (column) => column.check(sql`value >= 0`))
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('documentId', 'integer', (column) => column.references('policyDocument.id'))
    .addColumn('roadmapId', 'integer', (column) => column.references('roadmap.id'))
    .addColumn('source', 'text', (column) => column.notNull().defaultTo(''))
    .addUniqueConstraint('indicatorTargetOnce', ['indicatorCode', 'period', 'scope', 'fromOn'])
    .execute()
}

type Guiding = {
  name: string
  number: string
  issuedOn: string | null
  issuer: string
  kind: string
  field: string
}

/** What the reports of libraries rest on; a day that no source gave is left blank. */
const guiding: readonly Guiding[] = [
  {
    name: 'Chương trình chuyển đổi số ngành thư viện đến năm 2025, định hướng đến năm 2030',
    number: '206/QĐ-TTg',
    issuedOn: '2021-02-11',
    issuer: 'Thủ tướng Chính phủ',
    kind: 'decision',
    field: 'digital',
  },
  {
    name: 'Hiện đại hóa, nâng cao chất lượng phục vụ của hệ thống thư viện công cộng',
    number: '2024/BVHTTDL-TV',
    issuedOn: '2018-05-15',
    issuer: 'Bộ Văn hóa, Thể thao và Du lịch',
    kind: 'letter',
    field: 'general',
  },
  {
    name: 'Đề án phát triển văn hóa đọc trong cộng đồng đến năm 2020, định hướng đến năm 2030',
    number: '329/QĐ-TTg',
    issuedOn: '2017-03-15',
    issuer: 'Thủ tướng Chính phủ',
    kind: 'decision',
    field: 'reading',
  },
  {
    name: 'Nghị quyết số 33-NQ/TW',
    number: '33-NQ/TW',
    issuedOn: null,
    issuer: 'Ban Chấp hành Trung ương',
    kind: 'resolution',
    field: 'general',
  },
  {
    name: 'Chỉ thị số 42-CT/TW',
    number: '42-CT/TW',
    issuedOn: null,
    issuer: 'Ban Bí thư',
    kind: 'directive',
    field: 'reading',
  },
]

/** The targets for 2025 whose text was seen; each province sets its own beside them. */
const decisionTargets: readonly [code: string, value: number][] = [
  ['D206.01', 100],
  ['D206.02', 1],
  ['D206.03', 70],
  ['D206.04', 100],
]

async function addGuidingDocuments(db: Kysely<unknown>): Promise<void> {
  for (const { name, number, issuedOn, issuer, kind, field } of guiding)
    await sql`insert into policyDocument (name, number, issuedOn, issuer, kind, field, origin)
      values (${name}, ${number}, ${issuedOn}, ${issuer}, ${kind}, ${field}, 'outer')`.execute(db)
  for (const [code, value] of decisionTargets)
    await sql`insert into indicatorTarget
      (indicatorCode, period, scope, direction, value, fromOn, documentId, source)
      select ${code}, '2025-12-31', 'national', 'at_least', ${value}, issuedOn, id, ''
      from policyDocument where number = '206/QĐ-TTg'`.execute(db)
}
