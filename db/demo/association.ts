import { FriendlyRule } from '../../shared/association/contract.ts'
import { chargeOf } from '../../shared/association/rules.ts'
import { personSortKey, sortKey } from '../../shared/collate.ts'
import { demoBranches, type DemoBranch } from '../../shared/demo/association.ts'
import { fold } from '../../shared/fold.ts'
import type { Writer } from '../connection.ts'
import { insertRows } from '../insert-rows.ts'

export type AssociationIds = {
  awards: number[]
  assessments: number[]
  income: number[]
  branches: number[]
  members: number[]
  duesEntries: number[]
  duesRates: number[]
}

const rates = [
  { sector: 'public', basis: 'unit', amountMinor: 1_000_000 },
  { sector: 'specialised', basis: 'member', amountMinor: 50_000 },
  { sector: 'education', basis: 'member', amountMinor: 50_000 },
] as const

/** An association as somebody would have entered it, with this year's dues; its rates are examples and say so. */
export async function insertDemoAssociation(db: Writer, today: string): Promise<AssociationIds> {
  const year = Number(today.slice(0, 4))
  const made: AssociationIds = {
    ...(await insertDoings(db, today)),
    branches: [],
    members: [],
    duesEntries: [],
    duesRates: [],
  }
  for (const rate of rates) {
    const { id } = await db
      .insertInto('duesRate')
      .values({ ...rate, fromYear: year, document: 'Dữ liệu mẫu' })
      .returning('id')
      .executeTakeFirstOrThrow()
    made.duesRates.push(id)
  }
  let unionId: number | null = null
  for (const branch of demoBranches(today)) {
    const branchId = await insertBranch(db, branch, unionId)
    if (branch.kind === 'union') unionId = branchId
    made.branches.push(branchId)
    made.members.push(...(await insertMembers(db, branch, branchId)))
    made.duesEntries.push(...(await insertDues(db, { branch, branchId, year, today })))
  }
  return made
}

async function insertBranch(db: Writer, branch: DemoBranch, parentId: number | null): Promise<number> {
  const { members: _, paidPercent: __, ...fields } = branch
  const keys = { sortKey: sortKey(branch.name), folded: fold(branch.name) }
  const { id } = await db
    .insertInto('branch')
    .values({ ...fields, ...keys, parentId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function insertMembers(db: Writer, { members }: DemoBranch, branchId: number): Promise<number[]> {
  await insertRows(
    db,
    'member',
    ['branchId', 'name', 'sortKey', 'folded', 'cardNumber', 'admittedOn'],
    members.map(({ name, cardNumber, admittedOn }) => [
      branchId,
      name,
      personSortKey(name),
      fold(name),
      cardNumber,
      admittedOn,
    ]),
  )
  const rows = await db.selectFrom('member').select('id').where('branchId', '=', branchId).execute()
  return rows.map(({ id }) => id)
}

type Given = { branch: DemoBranch; branchId: number; year: number; today: string }

async function insertDues(
  db: Writer,
  { branch: { kind, sector, members, paidPercent }, branchId, year, today }: Given,
): Promise<number[]> {
  const rate = rates.find((each) => each.sector === sector)
  if (kind === 'union' || !rate) return []
  const owed = chargeOf(rate, members.length)
  const line = { branchId, year, on: `${year}-01-15` > today ? today : `${year}-01-15` }
  const charge = await db
    .insertInto('duesEntry')
    .values({
      ...line,
      kind: 'charge',
      amountMinor: owed,
      basis: rate.basis,
      rateMinor: rate.amountMinor,
      members: members.length,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (paidPercent === 0) return [charge.id]
  const payment = await db
    .insertInto('duesEntry')
    .values({
      ...line,
      kind: 'payment',
      amountMinor: (owed * paidPercent) / 100,
      receiptNumber: `PT-${branchId}`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return [charge.id, payment.id]
}

const points = [
  [14, 15, 12, 15, 11],
  [15, 16, 14, 16, 12],
] as const

/** What was given, taken in and assessed: two years, so that one is compared with the other. */
async function insertDoings(
  db: Writer,
  today: string,
): Promise<Pick<AssociationIds, 'awards' | 'assessments' | 'income'>> {
  const year = Number(today.slice(0, 4))
  const award = await db
    .insertInto('award')
    .values({
      year: year - 1,
      decidedOn: `${year - 1}-12-20`,
      kind: 'medal',
      receivedBy: 'unit',
      recipient: 'Phòng Phục vụ bạn đọc',
      folded: fold('Phòng Phục vụ bạn đọc 15/QĐ-HTV'),
      decisionNumber: '15/QĐ-HTV',
      issuer: 'Hội Thư viện Việt Nam',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const income = await db
    .insertInto('otherIncome')
    .values({
      on: `${year - 1}-10-05`,
      kind: 'support',
      source: 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh',
      amountMinor: 20_000_000,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const assessments: number[] = []
  for (const [at, given] of points.entries()) {
    const assessedYear = year - points.length + at
    const { id } = await db
      .insertInto('friendlyAssessment')
      .values({
        year: assessedYear,
        assessedOn: `${assessedYear}-12-10`,
        rule: JSON.stringify(FriendlyRule.parse({})),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const rows = given.map((score, place) => [id, place + 1, score])
    await insertRows(db, 'friendlyScore', ['assessmentId', 'criterion', 'score'], rows)
    assessments.push(id)
  }
  return { awards: [award.id], assessments, income: [income.id] }
}
