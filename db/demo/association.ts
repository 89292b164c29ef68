import { FriendlyRule } from '../../shared/association/contract.ts'
import { chargeOf } from '../../shared/association/rules.ts'
import { personSortKey, sortKey } from '../../shared/collate.ts'
import { demoBranches, type DemoBranch } from '../../shared/demo/association.ts'
import { fold } from '../../shared/fold.ts'
import type { Writer } from '../connection.ts'
import { insertRows } from '../insert-rows.ts'

const rates = [
  { sector: 'public', basis: 'unit', amountMinor: 1_000_000 },
  { sector: 'specialised', basis: 'member', amountMinor: 50_000 },
  { sector: 'education', basis: 'member', amountMinor: 50_000 },
] as const

/** An association as somebody would have entered it, with this year's dues; its rates are examples and say so. */
export async function insertDemoAssociation(db: Writer, today: string): Promise<void> {
  const year = Number(today.slice(0, 4))
  await insertDoings(db, today)
  const rows = rates.map(({ sector, basis, amountMinor }) => [
    sector,
    basis,
    amountMinor,
    year,
    'Dữ liệu mẫu',
  ])
  await insertRows(db, 'duesRate', ['sector', 'basis', 'amountMinor', 'fromYear', 'document'], rows)
  let unionId: number | null = null
  for (const branch of demoBranches(today)) {
    const branchId = await insertBranch(db, branch, unionId)
    if (branch.kind === 'union') unionId = branchId
    await insertMembers(db, branch, branchId)
    await insertDues(db, { branch, branchId, year, today })
  }
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

async function insertMembers(db: Writer, { members }: DemoBranch, branchId: number): Promise<void> {
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
}

type Given = { branch: DemoBranch; branchId: number; year: number; today: string }

async function insertDues(
  db: Writer,
  { branch: { kind, sector, members, paidPercent }, branchId, year, today }: Given,
): Promise<void> {
  const rate = rates.find((each) => each.sector === sector)
  if (kind === 'union' || !rate) return
  const owed = chargeOf(rate, members.length)
  const line = { branchId, year, on: `${year}-01-15` > today ? today : `${year}-01-15` }
  await db
    .insertInto('duesEntry')
    .values({
      ...line,
      kind: 'charge',
      amountMinor: owed,
      basis: rate.basis,
      rateMinor: rate.amountMinor,
      members: members.length,
    })
    .execute()
  if (paidPercent === 0) return
  await db
    .insertInto('duesEntry')
    .values({
      ...line,
      kind: 'payment',
      amountMinor: (owed * paidPercent) / 100,
      receiptNumber: `PT-${branchId}`,
    })
    .execute()
}

const points = [
  [14, 15, 12, 15, 11],
  [15, 16, 14, 16, 12],
] as const

/** What was given, taken in and assessed: two years, so that one is compared with the other. */
async function insertDoings(db: Writer, today: string): Promise<void> {
  const year = Number(today.slice(0, 4))
  await db
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
    .execute()
  await db
    .insertInto('otherIncome')
    .values({
      on: `${year - 1}-10-05`,
      kind: 'support',
      source: 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh',
      amountMinor: 20_000_000,
    })
    .execute()
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
  }
}
