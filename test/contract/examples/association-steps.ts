import { by } from '../example.ts'

/** Tests stand on 10/11/2026. */
export const branch = { name: 'Chi hội Thư viện tỉnh', sector: 'public', foundedOn: '2015-04-20' } as const
export const founded = by('activities', 'association.addBranch', branch)
export const school = by('activities', 'association.addBranch', {
  name: 'Chi hội Thư viện trường học',
  sector: 'education',
  foundedOn: '2018-01-01',
})
export const admission = {
  branchId: 1,
  decisionNumber: '12/QĐ-HTV',
  admittedOn: '2026-10-05',
  members: [
    { name: 'Nguyễn Thị Hòa', cardNumber: 'HV-001' },
    { name: 'Trần Văn An', cardNumber: 'HV-002' },
    { name: 'Lê Thị Bích', position: 'Trưởng phòng' },
  ],
} as const
export const admitted = by('activities', 'association.admit', {
  ...admission,
  members: [...admission.members],
})
export const rate = {
  fromYear: 2026,
  sector: 'public',
  basis: 'member',
  amountMinor: 50_000,
} as const
export const rated = by('activities', 'association.setRate', rate)
export const reckoned = by('activities', 'association.reckonDues', { year: 2026, on: '2026-11-01' })
export const payment = {
  branchId: 1,
  year: 2026,
  amountMinor: 100_000,
  on: '2026-11-05',
  receiptNumber: 'PT-01',
} as const
export const paid = by('activities', 'association.payDues', payment)
export const correction = { id: 1, on: '2026-11-06', reason: 'Ghi nhầm số tiền' } as const
export const income = {
  on: '2026-09-01',
  kind: 'advertising',
  source: 'Công ty In Hòa Phát',
  amountMinor: 10_000_000,
} as const
export const received = by('activities', 'association.addIncome', income)
export const award = {
  year: 2025,
  decidedOn: '2026-02-10',
  kind: 'medal',
  recipient: 'Nguyễn Thị Hòa',
  decisionNumber: '03/QĐ-HTV',
} as const
export const awarded = by('activities', 'association.addAward', award)
export const scores = [16, 18, 15, 17, 14].map((score, at) => ({ criterion: at + 1, score }))
export const assessment = { year: 2026, assessedOn: '2026-11-02', rev: null, scores }
export const assessed = by('activities', 'association.saveAssessment', assessment)
