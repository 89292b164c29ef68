import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { signQuarter } from '../../test/support/signed.ts'

let test: TestEngine
let clerk: Person

beforeEach(async () => {
  test = await openTestEngine()
  clerk = await test.as('activities')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const association = () => clerk.client.association
const addBranch = async (name: string, more: object = {}) =>
  valueOf(await association().addBranch({ name, foundedOn: '2015-01-01', ...more })).id
const admit = async (branchId: number, admittedOn: string, count: number) =>
  valueOf(
    await association().admit({
      branchId,
      admittedOn,
      members: Array.from({ length: count }, (_, at) => ({ name: `Nguyễn Văn ${at + 1}` })),
    }),
  ).ids

async function figure(code: string, quarter: number, year = 2026) {
  const { values } = valueOf(await clerk.client.indicators.list({ period: `${year}-Q${quarter}` }))
  return values.find((value) => value.code === code)
}

describe('figures of the association', () => {
  it('are of any day: who came, left, was founded and closed counts from that day on', async () => {
    const id = await addBranch('Chi hội tỉnh', { foundedOn: '2026-02-01' })
    const [first = 0] = await admit(id, '2026-02-10', 3)
    await admit(id, '2026-08-10', 2)
    const left = { name: 'Nguyễn Văn 1', admittedOn: '2026-02-10', leftOn: '2026-07-01' }
    valueOf(await association().updateMember({ ...left, branchId: id, id: first, rev: 1 }))
    expect(await figure('HV.01a', 4, 2025)).toMatchObject({ value: 0 })
    expect(await figure('HV.01b', 1)).toMatchObject({ value: 3 })
    expect(await figure('HV.01b', 2)).toMatchObject({ value: 3 })
    expect(await figure('HV.01b', 3)).toMatchObject({ value: 4 })
    expect(await figure('HV.02', 1)).toMatchObject({ value: 3 })
    expect(await figure('HV.02', 2)).toMatchObject({ value: 0 })
    expect(await figure('HV.02', 3)).toMatchObject({ value: 2 })
  })

  it('are not collected where nobody keeps the association’s register, rather than 0', async () => {
    for (const code of ['HV.01a', 'HV.02', 'HV.03a', 'HV.04', 'HV.05', 'HV.06a'])
      expect(await figure(code, 4)).toMatchObject({ status: 'not_collected', value: null })
  })

  it('open their rows and name nobody', async () => {
    const id = await addBranch('Chi hội tỉnh')
    await admit(id, '2026-10-10', 2)
    const explained = valueOf(await clerk.client.indicators.explain({ code: 'HV.02', period: '2026-Q4' }))
    expect(explained.rows.map(({ label }) => label)).toEqual(['Chi hội tỉnh', 'Chi hội tỉnh'])
    expect(JSON.stringify(explained)).not.toContain('Nguyễn Văn')
  })

  it('stay as they were signed, and say which of their rows were changed afterwards', async () => {
    const id = await addBranch('Chi hội tỉnh')
    const [first = 0] = await admit(id, '2026-08-10', 2)
    await signQuarter(test)
    const left = { name: 'Nguyễn Văn 1', admittedOn: '2026-08-10', leftOn: '2026-09-01' }
    valueOf(await association().updateMember({ ...left, branchId: id, id: first, rev: 1 }))
    const asked = { code: 'HV.01b', period: '2026-Q3' }
    const explained = valueOf(await clerk.client.indicators.explain(asked))
    expect(explained).toMatchObject({ isFrozen: true, value: { value: 2 } })
    expect(explained.rows.map(({ changedSince }) => changedSince)).toEqual([true, false])
  })

  it('of dues are what the ledger of the year said on the day', async () => {
    const id = await addBranch('Chi hội tỉnh')
    await admit(id, '2026-01-05', 4)
    valueOf(
      await association().setRate({ fromYear: 2026, sector: 'public', basis: 'member', amountMinor: 50_000 }),
    )
    valueOf(await association().reckonDues({ year: 2026, on: '2026-02-01' }))
    const payment = {
      branchId: id,
      year: 2026,
      amountMinor: 150_000,
      on: '2026-05-01',
      receiptNumber: 'PT-1',
    }
    const { id: paidId } = valueOf(await association().payDues(payment))
    expect(await figure('HV.03a', 1)).toMatchObject({ value: 0.2 })
    expect(await figure('HV.03b', 1)).toMatchObject({ value: 0 })
    expect(await figure('HV.03c', 2)).toMatchObject({ value: 75 })
    valueOf(await association().correctDues({ id: paidId, on: '2026-08-01', reason: 'Sai' }))
    expect(await figure('HV.03c', 2)).toMatchObject({ value: 75 })
    expect(await figure('HV.03c', 3)).toMatchObject({ value: 0 })
  })

  it('of the self-assessment wait for all five criteria', async () => {
    const scores = (last: number | null) =>
      [16, 18, 15, 17, last].map((score, at) => ({ criterion: at + 1, score }))
    const given = { year: 2026, assessedOn: '2026-10-02' }
    valueOf(await association().saveAssessment({ ...given, rev: null, scores: scores(null) }))
    expect(await figure('HV.05', 4)).toMatchObject({ status: 'not_collected' })
    valueOf(await association().saveAssessment({ ...given, rev: 1, scores: scores(14) }))
    expect(await figure('HV.05', 4)).toMatchObject({ value: 80 })
    expect(await figure('HV.05', 3)).toMatchObject({ status: 'not_collected' })
  })

  it('count one decision for many once', async () => {
    const award = { year: 2026, decidedOn: '2026-03-01', decisionNumber: '01/QĐ' } as const
    for (const recipient of ['Một', 'Hai']) valueOf(await association().addAward({ ...award, recipient }))
    valueOf(await association().addAward({ ...award, recipient: 'Tập thể', receivedBy: 'unit' }))
    expect(await figure('HV.06a', 1)).toMatchObject({ value: 1 })
    expect(await figure('HV.06b', 1)).toMatchObject({ value: 2 })
    expect(await figure('HV.06c', 4)).toMatchObject({ value: 1 })
  })
})

describe('the ledger', () => {
  it('keeps every line: no program changes or takes one away', async () => {
    const id = await addBranch('Chi hội tỉnh')
    const payment = { branchId: id, year: 2026, amountMinor: 1000, on: '2026-05-01', receiptNumber: 'PT-1' }
    valueOf(await association().payDues(payment))
    const { raw } = test.engine.connection
    expect(() => raw.exec('update duesEntry set amountMinor = 1')).toThrow('append-only')
    expect(() => raw.exec('delete from duesEntry')).toThrow('append-only')
  })

  it('lets a receipt be written again once its line was taken back', async () => {
    const id = await addBranch('Chi hội tỉnh')
    const payment = { branchId: id, year: 2026, amountMinor: 1000, on: '2026-05-01', receiptNumber: 'PT-1' }
    const paid = valueOf(await association().payDues(payment))
    expect(codeOf(await association().payDues(payment))).toBe('duplicate_receipt')
    valueOf(await association().correctDues({ id: paid.id, on: '2026-05-02', reason: 'Sai' }))
    expect(codeOf(await association().payDues({ ...payment, amountMinor: 2000 }))).toBe('ok')
  })

  it('balances whatever is reckoned, paid and corrected: owed less paid is what the units still have to pay', async () => {
    const first = await addBranch('Chi hội A')
    const second = await addBranch('Chi hội B')
    const act = fc.record({
      branchId: fc.constantFrom(first, second),
      year: fc.constantFrom(2024, 2025, 2026),
      amountMinor: fc.integer({ min: 1, max: 5_000_000 }),
      isCorrected: fc.boolean(),
    })
    let receipts = 0
    const standing = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (acts) => {
        for (const { isCorrected, ...given } of acts) {
          const receiptNumber = `PT-${++receipts}`
          const { id } = valueOf(await association().payDues({ ...given, on: '2026-05-01', receiptNumber }))
          if (isCorrected) valueOf(await association().correctDues({ id, on: '2026-05-01', reason: 'Sai' }))
          else {
            const key = `${given.branchId} ${given.year}`
            standing.set(key, (standing.get(key) ?? 0) + given.amountMinor)
          }
        }
        for (const year of [2024, 2025, 2026]) {
          const { rows, total } = valueOf(await association().dues({ year }))
          for (const row of rows) expect(row.paidMinor).toBe(standing.get(`${row.branchId} ${year}`) ?? 0)
          expect(total.paidMinor).toBe(rows.reduce((sum, { paidMinor }) => sum + paidMinor, 0))
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('an admission', () => {
  it('leaves no name in the journal', async () => {
    const id = await addBranch('Chi hội tỉnh', { leader: 'Trần Dấu Riêng' })
    valueOf(
      await association().admit({
        branchId: id,
        admittedOn: '2026-10-10',
        members: [{ name: 'Lê Dấu Riêng', cardNumber: 'HV-777' }],
      }),
    )
    const rows = test.engine.connection.raw.prepare('select before, after from journalRow').all()
    expect(JSON.stringify(rows)).not.toMatch(/Dấu Riêng|HV-777/)
  })

  it('is seen by those who look after the association only', async () => {
    for (const role of ['desk', 'reader', 'cataloguer'] as const)
      expect(codeOf(await (await test.as(role)).client.association.members({}))).toBe('forbidden')
  })
})

describe('the report of a year', () => {
  /** The association's report for 2019 prints 101.25 million as the total although 10 million came from advertising. */
  it('adds dues and other income itself, so no total of its own can be wrong', async () => {
    const id = await addBranch('Chi hội tỉnh')
    const pay = (amountMinor: number, receiptNumber: string) =>
      association().payDues({ branchId: id, year: 2019, amountMinor, on: '2019-06-01', receiptNumber })
    valueOf(await pay(63_000_000, 'PT-1'))
    valueOf(await pay(38_250_000, 'PT-2'))
    for (const source of ['Công ty A', 'Công ty B'])
      valueOf(
        await association().addIncome({
          on: '2019-07-01',
          kind: 'advertising',
          source,
          amountMinor: 5_000_000,
        }),
      )
    const { figures } = valueOf(await association().report({ year: 2019 }))
    expect(figures).toMatchObject({
      paidMinor: 101_250_000,
      incomeMinor: 10_000_000,
      takenInMinor: 111_250_000,
      income: [{ kind: 'advertising', amountMinor: 10_000_000 }],
    })
  })

  it('is a paper with the library’s words around the figures', async () => {
    valueOf(await association().setReportTexts({ year: 2026, rev: null, tasks: 'Phát triển hội viên.' }))
    expect(codeOf(await association().setReportTexts({ year: 2026, rev: null, tasks: 'Khác' }))).toBe('stale')
    for (const format of ['docx', 'pdf'])
      expect(await finishedJob(clerk, 'association.produceReport', { year: 2026, format })).toMatchObject({
        state: 'done',
        output: { file: { name: `bao-cao-hoi-2026.${format}` } },
      })
  })
})
