import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import { lastNumbers } from './numbers.ts'

let test: TestEngine
let clerk: Person

beforeEach(async () => {
  test = await openTestEngine()
  clerk = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const copies = () => clerk.client.copies
const addSeries = (name: string, prefix: string, digits = 6) => copies().addSeries({ name, prefix, digits })
const title = async (more: { material?: 'link' | 'digital' | 'article' | 'serial' } = {}) =>
  valueOf(await clerk.client.catalogue.addTitle({ title: 'Tắt đèn', ...more })).id
const delivery = async () =>
  valueOf(await copies().addVoucher({ number: '1', receivedOn: '2026-05-01', source: 'purchase' })).id

async function enter(titleId: number, lines: object[]) {
  return copies().accession({
    voucherId: await delivery(),
    copies: lines.map((line) => ({ titleId, seriesId: 1, siteId: 1, ...line })),
  })
}

describe('the last number of a series', () => {
  it('is the greatest used or void, wherever it is asked for', async () => {
    valueOf(await addSeries('Sách', 'VN'))
    valueOf(await enter(await title(), [{}]))
    valueOf(await copies().declareVoid({ seriesId: 1, from: 2, to: 3, reason: 'nhãn hỏng' }))
    const [series] = valueOf(await copies().series({}))
    expect(series).toMatchObject({ lastNumber: 3, copies: 1, gaps: 0 })
    expect(await lastNumbers(test.engine.connection.db)).toEqual(new Map([[1, 3]]))
  })
})

describe('two series', () => {
  it('never come to write the same number', async () => {
    valueOf(await addSeries('a', 'KD'))
    const reply = await addSeries('b', 'KD1', 5)
    expect(reply.ok ? null : reply.error).toEqual({
      code: 'prefix_clash',
      details: { id: 1, name: 'a', prefix: 'KD', value: 'KD100001' },
    })
    const other = valueOf(await addSeries('b', 'KE1', 5))
    expect(codeOf(await copies().updateSeries({ ...other, prefix: 'kd1' }))).toBe('prefix_clash')
    expect(codeOf(await copies().updateSeries({ ...other, name: 'c' }))).toBe('ok')
  })

  it('which ran into one another before are told apart line by line', async () => {
    valueOf(await addSeries('a', 'KD'))
    valueOf(await addSeries('b', 'KE1', 5))
    test.engine.connection.raw.exec("update accessionSeries set prefix = 'KD1' where id = 2")
    const reply = await enter(await title(), [{ number: 100_001 }, { seriesId: 2, number: 1 }])
    expect(reply.ok ? null : reply.error).toMatchObject({
      code: 'duplicate_number',
      details: { line: 2, otherLine: 1, value: 'KD100001' },
    })
  })
})

describe('a delivery', () => {
  it.each(['link', 'digital', 'article'] as const)('takes no %s, and names the line', async (material) => {
    valueOf(await addSeries('Sách', 'VN'))
    const reply = await enter(await title(), [{}, { titleId: await title({ material }) }])
    expect(reply.ok ? null : reply.error).toMatchObject({
      code: 'title_without_copies',
      details: { line: 2, title: 'Tắt đèn', material },
    })
  })
})

describe('copies that are no longer there', () => {
  const decision = {
    decisionNumber: '1',
    decidedOn: '2026-06-01',
    withdrawnOn: '2026-06-02',
    ground: 'lost',
    isAboveLimitMeant: true,
  } as const

  it('come back into a closed site only when it is open again', async () => {
    valueOf(await addSeries('Sách', 'VN'))
    const site = valueOf(await copies().addSite({ name: 'Cơ sở 2' }))
    const { ids } = valueOf(await enter(await title(), [{ siteId: site.id }]))
    const { id, rev } = valueOf(await copies().withdraw({ ...decision, copyIds: ids }))
    const named = { id: site.id, name: 'Cơ sở 2' }
    valueOf(await copies().updateSite({ ...named, rev: 1, closedOn: '2026-07-01' }))
    const reply = await copies().takeBackWithdrawal({ id, rev, reason: 'x' })
    expect(reply.ok ? null : reply.error).toEqual({
      code: 'place_closed',
      details: { name: 'Cơ sở 2', copies: 1 },
    })
    valueOf(await copies().updateSite({ ...named, rev: 2 }))
    expect(codeOf(await copies().takeBackWithdrawal({ id, rev, reason: 'x' }))).toBe('ok')
  })

  it('bind no issues once cancelled', async () => {
    valueOf(await addSeries('Tạp chí', 'T'))
    const titleId = await title({ material: 'serial' })
    const { ids } = valueOf(await enter(titleId, [{}]))
    const issues = [{ volume: '1', number: '1', state: 'received' as const }]
    const { ids: issueIds } = valueOf(await clerk.client.catalogue.addIssues({ titleId, issues }))
    valueOf(await clerk.client.catalogue.bindIssues({ issueIds, copyId: ids[0] ?? 0 }))
    valueOf(await copies().cancelCopies({ copyIds: ids, reason: 'ghi nhầm' }))
    expect(valueOf(await clerk.client.catalogue.issues({ titleId })).rows).toMatchObject([{ copyId: null }])
  })

  it('are refused for one reason, before and when it is done', async () => {
    valueOf(await addSeries('Sách', 'VN'))
    const { ids } = valueOf(await enter(await title(), [{}, {}]))
    valueOf(await copies().setStatus({ copyIds: ids.slice(0, 1), status: 'in_rotation' }))
    const wanted = { copyIds: ids, withdrawnOn: '2026-04-01' }
    const { cannot } = valueOf(await copies().previewWithdrawal(wanted))
    expect(cannot.map(({ reason }) => reason)).toEqual(['in_rotation', 'before_accession'])
    const early = { ...decision, decidedOn: '2026-03-01', withdrawnOn: '2026-04-01' }
    expect(codeOf(await copies().withdraw({ ...early, copyIds: ids }))).toBe('copy_away')
    expect(codeOf(await copies().withdraw({ ...early, copyIds: ids.slice(1) }))).toBe('before_accession')
  })
})
