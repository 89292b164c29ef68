import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inDong, minorPerUnit } from '../../shared/cooperation/money.ts'
import { valueOf, openTestEngine, type Person, type TestEngine } from '../../test/support/engine.ts'
import { signQuarter } from '../../test/support/signed.ts'

let test: TestEngine
let person: Person

beforeEach(async () => {
  test = await openTestEngine()
  person = await test.as('activities')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const figure = async (code: string, quarter = 3, year = 2026) =>
  valueOf(await person.client.indicators.list({ period: `${year}-Q${quarter}` })).values.find(
    (value) => value.code === code,
  )?.value
const foreigner = async (name = 'Quỹ Châu Á') =>
  valueOf(await person.client.cooperation.addPartner({ name, kind: 'fund', origin: 'foreign' })).id

describe('figures of co-operation', () => {
  it('of what stands on a day are told for any day, from the dates alone', async () => {
    const partnerIds = [await foreigner()]
    const { cooperation } = person.client
    const project = { name: 'Dự án', partnerIds, startsOn: '2025-02-01', endedOn: '2026-05-01' }
    valueOf(await cooperation.addProject(project))
    const agreement = { name: 'Kết nghĩa', partnerIds, startsOn: '2025-02-01', endsOn: '2026-06-30' }
    valueOf(await cooperation.addAgreement(agreement))
    valueOf(await cooperation.addMembership({ body: 'CONSAL', since: '2026-04-01' }))
    const told = async (quarter: number, year: number) =>
      Promise.all(['HT.01', 'HT.05', 'M2c.09'].map((code) => figure(code, quarter, year)))
    expect(await told(4, 2024)).toEqual([0, 0, 0])
    expect(await told(1, 2026)).toEqual([1, 1, 0])
    expect(await told(2, 2026)).toEqual([0, 1, 1])
    expect(await told(3, 2026)).toEqual([0, 0, 1])
  })

  it('count a delegation once, whether it stands in the register, in the diary or in both', async () => {
    const { activities, cooperation } = person.client
    const trip = { programme: 'Học tập', startsOn: '2026-08-01', endsOn: '2026-08-03', librarians: 3 }
    valueOf(await cooperation.addDelegation(trip))
    const told = async () => Promise.all(['HT.03a', 'HT.03c'].map((code) => figure(code)))
    expect(await told()).toEqual([1, 3])
    const diary = valueOf(
      await activities.add({
        name: 'Đoàn đi Lào',
        typeCode: 'E12',
        state: 'done',
        details: { direction: 'out' },
        sessions: [{ on: '2026-08-10', attended: 7 }],
      }),
    )
    expect(await told()).toEqual([2, 10])
    valueOf(await cooperation.addDelegation({ ...trip, librarians: 7, activityId: diary.id }))
    expect(await told()).toEqual([2, 10])
    valueOf(await activities.remove({ id: diary.id, rev: diary.rev }))
    expect(await told()).toEqual([2, 10])
  })

  it('tell what was given by origin, purpose and giver, and let go what was removed', async () => {
    const partnerId = await foreigner()
    const { cooperation } = person.client
    const dollars = { currency: 'USD', amountMinor: 100_000, rate: 25_000, rateOn: '2026-07-01' } as const
    const gift = { kind: 'money', what: 'Máy chủ', receivedOn: '2026-07-02', purpose: 'technology' } as const
    const abroad = valueOf(await cooperation.addGift({ ...gift, ...dollars, partnerId }))
    const home = {
      ...gift,
      purpose: 'general',
      amountMinor: 2_500_000,
      donorName: 'Bà Nguyễn Thị Kín',
    } as const
    valueOf(await cooperation.addGift(home))
    valueOf(await cooperation.addGift({ ...home, what: 'Lần hai' }))
    const told = async () =>
      Promise.all(
        ['M3.01a', 'M3.01b', 'M3.02', 'M3.03a', 'M3.03b', 'HT.02a', 'HT.02b'].map((code) => figure(code)),
      )
    expect(await told()).toEqual([5, 25, 25, 1, 1, 1000, 25])
    valueOf(await cooperation.removeRecord({ of: 'gift', id: abroad.id, rev: abroad.rev }))
    expect(await told()).toEqual([5, 0, 0, 0, 1, 0, 0])
    valueOf(await cooperation.restoreRecord({ of: 'gift', id: abroad.id }))
    expect(await told()).toEqual([5, 25, 25, 1, 1, 1000, 25])
  })

  it('leave a signed quarter as it was signed, and mark the gift that was changed since', async () => {
    const { cooperation } = person.client
    const gift = { kind: 'money', what: 'Hỗ trợ', receivedOn: '2026-07-02', amountMinor: 3_000_000 } as const
    const { id, rev } = valueOf(await cooperation.addGift(gift))
    await signQuarter(test)
    valueOf(await cooperation.updateGift({ ...gift, id, rev, amountMinor: 9_000_000 }))
    const asked = { code: 'M3.01a', period: '2026-Q3' }
    const { value, isFrozen, rows } = valueOf(await person.client.indicators.explain(asked))
    expect([value.value, isFrozen]).toEqual([3, true])
    expect(rows).toMatchObject([{ tableName: 'gift', rowId: id, label: 'Hỗ trợ', changedSince: true }])
  })

  it('know a yearly report as sent on the day its last recipient had it', async () => {
    const { cooperation } = person.client
    const report = valueOf(await cooperation.makeYearReport({ year: 2026 }))
    const [first, ...others] = report.sendings
    for (const { id } of others) valueOf(await cooperation.recordSending({ id, sentOn: '2026-11-10' }))
    expect(await figure('HT.06', 4)).toBe(0)
    valueOf(await cooperation.recordSending({ id: first?.id ?? 0, sentOn: '2026-11-10' }))
    expect(await figure('HT.06', 4)).toBe(1)
    const again = valueOf(await cooperation.makeYearReport({ year: 2026 }))
    for (const { id } of again.sendings)
      valueOf(await cooperation.recordSending({ id, sentOn: '2026-11-10' }))
    expect(await figure('HT.06', 4)).toBe(1)
  })
})

it('tells the home page of what ends within the days that the library has set', async () => {
  const { cooperation } = person.client
  const partnerIds = [await foreigner()]
  for (const endsOn of ['2026-10-01', '2026-11-01', '2026-12-01', '2027-03-01'])
    valueOf(await cooperation.addAgreement({ name: endsOn, partnerIds, startsOn: '2025-01-01', endsOn }))
  const told = async () =>
    valueOf(await cooperation.expiring({})).rows.map(({ name, daysLeft }) => [name, daysLeft])
  expect(await told()).toEqual([
    ['2026-11-01', -9],
    ['2026-12-01', 21],
  ])
  const rule = valueOf(await cooperation.rule({}))
  valueOf(await cooperation.setRule({ ...rule, noticeDays: 14 }))
  expect(await told()).toEqual([['2026-11-01', -9]])
})

describe('a partner with records', () => {
  it('stays, and takes over all that another had', async () => {
    const { cooperation } = person.client
    const [one, other] = [await foreigner(), await foreigner('Quy Chau A')]
    const partnerIds = [one, other]
    valueOf(await cooperation.addAgreement({ name: 'Hai bên', partnerIds, startsOn: '2026-01-01' }))
    valueOf(await cooperation.addProject({ name: 'Dự án', partnerIds: [other], startsOn: '2026-01-01' }))
    const gift = { kind: 'books', what: 'Sách', receivedOn: '2026-02-01', valueBasis: 'unknown' } as const
    valueOf(await cooperation.addGift({ ...gift, partnerId: other }))
    const refused = await cooperation.removePartner({ id: other, rev: 1 })
    expect(refused).toMatchObject({
      error: { code: 'partner_in_use', details: { agreements: 1, projects: 1, gifts: 1 } },
    })
    const kept = valueOf(await cooperation.mergePartners({ id: other, intoId: one }))
    expect(kept).toMatchObject({ agreements: 1, projects: 1, gifts: 1 })
    expect(valueOf(await cooperation.agreements({})).rows).toMatchObject([{ partnerIds: [one] }])
  })
})

it('an amount in đồng is the exact product, rounded once', () => {
  const currency = fc.constantFrom(...(['VND', 'USD', 'JPY', 'EUR'] as const))
  const amount = fc.integer({ min: 0, max: 1_000_000_000 })
  const rate = fc.integer({ min: 1, max: 400_000_000 })
  fc.assert(
    fc.property(currency, amount, rate, (name, amountMinor, tenThousandths) => {
      const given = { currency: name, amountMinor, rate: tenThousandths / 10_000 } as const
      const dong = inDong(given) ?? Number.NaN
      if (name === 'VND') return dong === amountMinor
      const base = BigInt(minorPerUnit(name)) * 10_000n
      const exact = BigInt(amountMinor) * BigInt(tenThousandths)
      const off = BigInt(dong) * base - exact
      return off * 2n <= base && off * 2n > -base
    }),
    { numRuns: 500 },
  )
})
