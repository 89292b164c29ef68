import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UnitFigure } from '../../../shared/reports/contract.ts'
import { createExchange } from '../../host/exchange.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  writeTestFile,
  type Person,
  type TestEngine,
} from '../../../test/support/engine.ts'
import { fileFrom, makeKey, nameLibrary, signQuarter, summer } from '../../../test/support/signed.ts'

let province: TestEngine
let clerk: Person
const others: TestEngine[] = []
beforeEach(async () => {
  province = await openTestEngine({ dataDir: testFolder() })
  await nameLibrary(province, { code: 'TV-TINH', name: 'Thư viện tỉnh' })
  await makeKey(province)
  clerk = await province.as('activities')
})
afterEach(async () => {
  for (const each of [province, ...others.splice(0)]) {
    expect(each.faults).toEqual([])
    await each.close()
  }
})

async function library(code: string, copies: number): Promise<TestEngine> {
  const other = await openTestEngine({ dataDir: testFolder() })
  others.push(other)
  await nameLibrary(other, { code, name: `Thư viện ${code}` })
  await makeKey(other)
  await hold(other, copies)
  return other
}
/** Opening stock: copies that add up, titles that do not. */
async function hold(at: TestEngine, copies: number): Promise<void> {
  const { client } = await at.as('cataloguer')
  const row = { siteId: 1, ddc: '8', titles: 2, copies } as const
  valueOf(await client.stock.setOpening({ asOf: '2026-01-01', rows: [row], version: '0.0.0' }))
}
const packageOf = async (from: TestEngine, periodId: number) =>
  (await fileFrom(from, await from.as('director'), 'sync.exportPackage', { periodId })).bytes
async function take(bytes: Uint8Array, input: Record<string, unknown> = {}) {
  const file = await createExchange(province.engine.dataDir).admit(writeTestFile('goi.khosach', bytes))
  return finishedJob(clerk, 'reports.takeInPackage', { file, ...input })
}
const shown = async () => valueOf(await clerk.client.reports.consolidation(summer))
const figure = (figures: UnitFigure[], code: string) => figures.find((each) => each.code === code)

describe('packages of other libraries', () => {
  it('add up what adds up, leave what does not, and stand beside ours', async () => {
    await hold(province, 100)
    for (const [code, copies] of [
      ['TV-A', 30],
      ['TV-B', 12],
    ] as const) {
      const unit = await library(code, copies)
      const { id } = await signQuarter(unit)
      expect((await take(await packageOf(unit, id))).state).toBe('done')
    }
    const { units, reports, figures, isOwnSigned } = await shown()
    expect(units.map(({ name }) => name)).toEqual(['Thư viện TV-A', 'Thư viện TV-B'])
    expect(isOwnSigned).toBe(false)
    expect(figure(figures, 'M2b.01')).toMatchObject({
      manner: 'sum',
      own: { value: 100 },
      total: 42,
      together: 142,
      lacking: 0,
    })
    expect(figure(figures, 'M2b.02')).toMatchObject({ manner: 'distinct', total: null, together: null })
    expect(figure(figures, 'M2b.05b')).toMatchObject({ manner: 'share', total: 0 })
    const [ofA] = figure(figures, 'M2b.01')?.units ?? []
    const origin = reports.find(({ unitId }) => unitId === ofA?.unitId)
    expect(origin).toMatchObject({ fileName: 'goi.khosach', revision: 1, takenBy: 'Người activities' })
    expect(origin?.hash).toMatch(/^[0-9a-f]{64}$/)
  })
  it('that are still missing are counted, never taken for 0', async () => {
    valueOf(await clerk.client.reports.addUnit({ code: 'TV-A', name: 'Thư viện A' }))
    valueOf(await clerk.client.reports.addUnit({ code: 'TV-B', name: 'Thư viện B' }))
    expect(figure((await shown()).figures, 'M2b.01')).toMatchObject({ total: null, lacking: 2 })
    const unit = await library('TV-A', 30)
    const { id } = await signQuarter(unit)
    expect((await take(await packageOf(unit, id))).output).toMatchObject({
      isNewUnit: false,
      name: 'Thư viện A',
    })
    expect(figure((await shown()).figures, 'M2b.01')).toMatchObject({ total: 30, lacking: 1 })
  })
  it('of a newer revision count instead of the older, in whatever order they come', async () => {
    const unit = await library('TV-A', 30)
    const { id, rev } = await signQuarter(unit)
    const first = await packageOf(unit, id)
    const { client } = await unit.as('cataloguer')
    const sold = { material: 'digital', digitalOrigin: 'bought', addedOn: '2026-08-02' } as const
    valueOf(await client.catalogue.addTitle({ title: 'Sót', ...sold }))
    const director = await unit.as('director')
    valueOf(await director.client.reports.restate({ id, rev, reason: 'Sót', password: testPassword }))
    const second = await packageOf(unit, id)
    await take(second)
    expect((await take(first)).output).toMatchObject({ revision: 1, countedRevision: 2 })
    const { reports } = await shown()
    expect(reports.map(({ revision, isCounted }) => ({ revision, isCounted }))).toEqual([
      { revision: 2, isCounted: true },
      { revision: 1, isCounted: false },
    ])
    valueOf(await clerk.client.reports.takeBackUnitReport({ id: reports[0]?.id ?? 0 }))
    expect((await shown()).reports).toMatchObject([{ revision: 1, isCounted: true }])
    valueOf(await clerk.client.reports.restoreUnitReport({ id: reports[0]?.id ?? 0 }))
    expect((await shown()).reports).toHaveLength(2)
  })
})

describe('a package', () => {
  it('is taken in once, is not ours, and is not believed when it was changed', async () => {
    const unit = await library('TV-A', 30)
    const { id } = await signQuarter(unit)
    const bytes = await packageOf(unit, id)
    await take(bytes)
    expect((await take(bytes)).error).toMatchObject({ code: 'already_taken' })
    const altered = Buffer.from(bytes)
    altered[bytes.length - 20] = (altered[bytes.length - 20] ?? 0) ^ 1
    expect((await take(altered)).error).toMatchObject({ code: 'package_altered' })
    expect((await take(Buffer.from('xin chào'))).error).toMatchObject({ code: 'not_a_package' })
    const own = await signQuarter(province)
    expect((await take(await packageOf(province, own.id))).error).toMatchObject({ code: 'own_package' })
  })
  it('of the same revision with other contents is a conflict that is named', async () => {
    const unit = await library('TV-A', 30)
    const { id } = await signQuarter(unit)
    await take(await packageOf(unit, id))
    province.engine.connection.raw.exec(`update unitReport set hash = '${'0'.repeat(64)}'`)
    expect((await take(await packageOf(unit, id))).error).toMatchObject({
      code: 'revision_conflict',
      details: { name: 'Thư viện TV-A', period: '2026-Q3', revision: 1 },
    })
  })
  it('signed with another key is taken in on a person’s word only', async () => {
    const unit = await library('TV-A', 30)
    const { id } = await signQuarter(unit)
    await take(await packageOf(unit, id))
    const [report] = (await shown()).reports
    valueOf(await clerk.client.reports.takeBackUnitReport({ id: report?.id ?? 0 }))
    province.engine.connection.raw.exec(`update reportingUnit set keyFingerprint = '${'1'.repeat(64)}'`)
    expect((await take(await packageOf(unit, id))).error).toMatchObject({ code: 'other_key' })
    expect((await take(await packageOf(unit, id), { acceptsKey: true })).state).toBe('done')
    expect((await shown()).units[0]?.keyFingerprint).not.toBe('1'.repeat(64))
  })
})

describe('the list of units', () => {
  it('knows each code once, and gives back what was taken off', async () => {
    const { reports } = clerk.client
    const { id, rev } = valueOf(await reports.addUnit({ code: 'TV-A', name: 'Thư viện A' }))
    expect(codeOf(await reports.addUnit({ code: 'TV-A', name: 'Khác' }))).toBe('unit_exists')
    valueOf(await reports.updateUnit({ id, rev, code: 'TV-A1', name: 'Thư viện A1' }))
    expect(codeOf(await reports.updateUnit({ id, rev, code: 'TV-A2', name: 'x' }))).toBe('stale')
    valueOf(await reports.removeUnit({ id }))
    expect(valueOf(await reports.units({}))).toEqual([])
    valueOf(await reports.restoreUnit({ id }))
    expect(valueOf(await reports.units({}))).toMatchObject([{ code: 'TV-A1' }])
  })
  it('leaves as a sheet, with what does not add up in words', async () => {
    const unit = await library('TV-A', 30)
    const { id } = await signQuarter(unit)
    await take(await packageOf(unit, id))
    const { name, bytes } = await fileFrom(province, clerk, 'reports.exportConsolidation', summer)
    expect(name).toBe('tong-hop-2026-Q3.xlsx')
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })
})
