import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'

let test: TestEngine
let organiser: Person

beforeEach(async () => {
  test = await openTestEngine()
  organiser = await test.as('activities')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const overview = async (person: Person = organiser, since: 'visit' | 'week' = 'week') =>
  valueOf(await person.client.home.overview({ since }))
const plan = async (on: string, more: object = {}) =>
  valueOf(
    await organiser.client.activities.add({
      name: `Việc ${on}`,
      typeCode: 'E01',
      sessions: [{ on }],
      ...more,
    }),
  )

describe('what waits for somebody', () => {
  it('is what is planned within seven days, today among them, the earliest day first', async () => {
    for (const on of ['2026-11-10', '2026-11-16', '2026-11-17', '2026-12-01']) await plan(on)
    expect((await overview()).due).toEqual([
      { kind: 'activitiesComing', count: 2, isExact: true, on: '2026-11-10', first: 'Việc 2026-11-10' },
    ])
  })

  it('tells plans whose day is over, and what was held without proof since the quarter before', async () => {
    await plan('2026-11-09')
    const done = { state: 'done' }
    await plan('2026-07-01', done)
    await plan('2026-06-30', done)
    expect((await overview()).missing).toMatchObject([
      { kind: 'activitiesPast', count: 1, on: '2026-11-09' },
      { kind: 'proofMissing', count: 1, on: '2026-07-01' },
    ])
  })

  it('asks for a backup where there is none, of those who make them', async () => {
    expect((await overview(await test.as('director'))).due).toMatchObject([{ kind: 'backupDue' }])
    expect((await overview()).due).toEqual([])
  })

  it('tells agreements, licences and loans that come to their end, of those who may see them', async () => {
    const { cooperation, facilities } = organiser.client
    const { id: partnerId } = valueOf(
      await cooperation.addPartner({ name: 'Thư viện bạn', kind: 'library', origin: 'domestic' }),
    )
    const agreement = { partnerIds: [partnerId], startsOn: '2025-01-01' }
    valueOf(await cooperation.addAgreement({ ...agreement, name: 'Liên thông', endsOn: '2026-12-01' }))
    valueOf(await cooperation.addAgreement({ ...agreement, name: 'Còn lâu', endsOn: '2028-12-01' }))
    const software = { name: 'Thư viện số', licence: 'subscription', fromOn: '2025-01-01' } as const
    valueOf(await facilities.addSoftware({ ...software, licenceUntil: '2026-11-30' }))
    expect((await overview()).due).toMatchObject([
      { kind: 'resourcesEnding', count: 1, on: '2026-11-30', first: 'Thư viện số' },
      { kind: 'agreementsEnding', count: 1, on: '2026-12-01', first: 'Liên thông' },
    ])
    const { catalogue, copies } = (await test.as('cataloguer')).client
    valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VV' }))
    const voucher = { number: 'CT-01', receivedOn: '2020-03-01', source: 'purchase' as const }
    const { id: voucherId } = valueOf(await copies.addVoucher(voucher))
    const { id: titleId } = valueOf(await catalogue.addTitle({ title: 'Số đỏ' }))
    const lines = [{ titleId, seriesId: 1, siteId: 1, storeId: 1 }]
    const [copyId] = valueOf(await copies.accession({ voucherId, copies: lines })).ids
    test.engine.connection.raw
      .prepare(`insert into loan (copyId, groupId, siteId, lentOn, lentAt, dueOn)
        values (?, 1, 1, '2026-10-01', '', '2026-11-01')`)
      .run(copyId)
    const desk = await overview(await test.as('desk'))
    expect(desk.due).toContainEqual({
      kind: 'loansOverdue',
      count: 1,
      isExact: true,
      on: '2026-11-01',
      first: 'Số đỏ',
    })
    expect((await overview()).due.map(({ kind }) => kind)).not.toContain('loansOverdue')
  })

  it('names units with dues unpaid until they have paid', async () => {
    const { association } = organiser.client
    const { id: branchId } = valueOf(
      await association.addBranch({ name: 'Chi hội', foundedOn: '2020-01-01' }),
    )
    valueOf(await association.setRate({ fromYear: 2026, sector: 'public', basis: 'unit', amountMinor: 100 }))
    expect((await overview()).missing).toMatchObject([{ kind: 'duesUnreckoned', count: 1, first: 'Chi hội' }])
    valueOf(await association.reckonDues({ year: 2026, on: '2026-11-01' }))
    expect((await overview()).due).toMatchObject([{ kind: 'duesArrears', count: 1, first: 'Chi hội' }])
    const payment = { branchId, year: 2026, amountMinor: 100, on: '2026-11-02', receiptNumber: 'PT-1' }
    valueOf(await association.payDues(payment))
    expect(await overview()).toMatchObject({ due: [], missing: [] })
  })

  it('says that there are more, rather than counting them all', async () => {
    await plan('2026-11-01')
    test.engine.connection.raw.exec(`
      insert into activity (name, typeCode, state, part, reach, organiser, place, responsible, note, startsOn, endsOn, proof)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 600)
      select 'Việc', typeCode, state, part, reach, '', '', '', '', startsOn, endsOn, proof from activity, n`)
    expect((await overview()).missing).toMatchObject([{ kind: 'activitiesPast', count: 500, isExact: false }])
  })
})

describe('what changed', () => {
  it('is counted by kind since whoever asks signed in the time before', async () => {
    await plan('2026-11-12')
    test.clock.nowMs += 3_600_000
    await organiser.call('users.signIn', { username: 'user-activities', password: 'mat-khau-thu' })
    await plan('2026-11-13')
    test.clock.nowMs += 3_600_000
    await organiser.call('users.signIn', { username: 'user-activities', password: 'mat-khau-thu' })
    const { changed } = await overview(organiser, 'visit')
    expect(changed).toMatchObject({
      isVisit: true,
      since: '2026-11-10T03:00:00.000Z',
      count: 1,
      kinds: [{ operation: 'activities.add', count: 1 }],
    })
    expect((await overview(organiser, 'week')).changed).toMatchObject({ isVisit: false })
  })

  it('leaves a new library to its first steps', async () => {
    expect((await overview()).begun).toEqual({ holdings: false, activities: false, backup: false })
    await plan('2026-11-12')
    expect((await overview()).begun).toMatchObject({ activities: true })
  })
})
