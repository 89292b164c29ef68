import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askedCodes } from '../../../shared/reports/form-reading.ts'
import type { FilledForm } from '../../../shared/reports/contract.ts'
import { createExchange } from '../../host/exchange.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  writeTestFile,
  type Person,
  type TestEngine,
} from '../../../test/support/engine.ts'
import { filledForm, formRowOf, numberCell, textCell } from '../../../test/support/filled-form.ts'
import { fileFrom, makeKey, nameLibrary, signQuarter, summer } from '../../../test/support/signed.ts'

let test: TestEngine
let clerk: Person
let unitId: number
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  await nameLibrary(test, { code: 'TV-TINH' })
  clerk = await test.as('activities')
  unitId = valueOf(await clerk.client.reports.addUnit({ code: 'TV-A', name: 'Thư viện A' })).id
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const codes = askedCodes()
const made = async () => (await fileFrom(test, clerk, 'reports.makeForm', { unitId, ...summer })).bytes
const filled = async (cells: Record<string, string>) => filledForm(await made(), cells)
async function given(bytes: Uint8Array, operation = 'reports.readForm') {
  const file = await createExchange(test.engine.dataDir).admit(writeTestFile('phieu.xlsx', bytes))
  return finishedJob(clerk, operation, { file })
}
const read = async (bytes: Uint8Array) => (await given(bytes)).output as FilledForm
const copies = `D${formRowOf('M2b.01')}`
const visits = `D${formRowOf('M2a.11')}`

describe('a form that comes back', () => {
  it('is known by its unit and quarter, and tells blank from 0', async () => {
    const form = await read(await filled({ [copies]: numberCell(1200), [visits]: numberCell(0) }))
    expect(form).toMatchObject({ unitId, name: 'Thư viện A', ...summer, problems: [] })
    expect(form.figures).toEqual([
      { code: 'M2a.11', value: 0 },
      { code: 'M2b.01', value: 1200 },
    ])
    expect(form.blanks).toBe(codes.length - 2)
  })
  it('names each cell that is no number, below zero or counted by a formula', async () => {
    const form = await read(
      await filled({
        [copies]: textCell('khoảng 1.200'),
        [visits]: numberCell(-3),
        [`D${formRowOf('M2a.03')}`]: '><f>10+5</f><v>15</v>',
      }),
    )
    expect(form.problems).toEqual([
      { kind: 'formula', address: `D${formRowOf('M2a.03')}`, code: 'M2a.03', text: '15' },
      { kind: 'negative', address: visits, code: 'M2a.11', text: '-3' },
      { kind: 'text', address: copies, code: 'M2b.01', text: 'khoảng 1.200' },
    ])
    expect(form.figures).toEqual([{ code: 'M2a.03', value: 15 }])
  })
  it('notices codes that were edited, doubled or lost', async () => {
    const at = (code: string) => `A${formRowOf(code)}`
    const form = await read(
      await filled({ [at('M2b.01')]: textCell('M2b.O1'), [at('M2a.12')]: textCell('M2a.11') }),
    )
    expect(form.problems.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'double_code M2a.11',
      'unknown_code M2b.O1',
      'missing_code M2a.12',
      'missing_code M2b.01',
    ])
  })
  it('says where parts are more than their whole, and is taken in all the same', async () => {
    const bytes = await filled({
      [`D${formRowOf('M2a.09a')}`]: numberCell(5),
      [`D${formRowOf('M2a.09a1')}`]: numberCell(9),
      [`D${formRowOf('M3.01a')}`]: numberCell(5),
      [`D${formRowOf('M3.01b')}`]: numberCell(1),
      [`D${formRowOf('M3.02')}`]: numberCell(7),
    })
    expect((await read(bytes)).problems).toMatchObject([
      { kind: 'part_above_whole', code: 'M2a.09a' },
      { kind: 'part_above_sum', code: 'M3.02', text: 'M3.01a + M3.01b' },
    ])
    expect((await given(bytes, 'reports.takeInForm')).state).toBe('done')
  })
  it('of a unit that is not ours, of another kind or torn is refused', async () => {
    const bytes = await made()
    const { rev } = valueOf(await clerk.client.reports.units({}))[0] ?? { rev: 0 }
    valueOf(await clerk.client.reports.updateUnit({ id: unitId, rev, code: 'TV-B', name: 'Thư viện B' }))
    expect((await given(bytes)).error).toMatchObject({
      code: 'form_of_other_unit',
      details: { code: 'TV-A' },
    })
    const list = await fileFrom(test, clerk, 'reports.exportConsolidation', summer)
    expect((await given(list.bytes)).error).toMatchObject({ code: 'not_a_form' })
    expect((await given(bytes.subarray(0, 900))).error).toMatchObject({ code: 'form_unreadable' })
  })
})

describe('taking in a form', () => {
  const shown = async () => valueOf(await clerk.client.reports.consolidation(summer))
  it('adds its figures up, and a newer one counts instead', async () => {
    const first = await filled({ [copies]: numberCell(30) })
    expect((await given(first, 'reports.takeInForm')).output).toMatchObject({ revision: 1 })
    expect((await given(first, 'reports.takeInForm')).error).toMatchObject({ code: 'form_already_taken' })
    await given(await filled({ [copies]: numberCell(31) }), 'reports.takeInForm')
    const { reports, figures } = await shown()
    expect(reports).toMatchObject([
      { source: 'workbook', revision: 2, signedAt: null, isCounted: true },
      { revision: 1, isCounted: false },
    ])
    expect(figures.find(({ code }) => code === 'M2b.01')).toMatchObject({ total: 31, lacking: 0 })
  })
  it('leaves out what still has to be put right', async () => {
    const bytes = await filled({ [copies]: textCell('nhiều') })
    expect((await given(bytes, 'reports.takeInForm')).error).toMatchObject({ code: 'form_has_problems' })
    expect((await shown()).reports).toEqual([])
  })
  it('never goes before a signed package, which counts whenever it comes', async () => {
    await given(await filled({ [copies]: numberCell(30) }), 'reports.takeInForm')
    const other = await openTestEngine({ dataDir: testFolder() })
    await nameLibrary(other, { code: 'TV-A', name: 'Thư viện A' })
    await makeKey(other)
    const { id } = await signQuarter(other)
    const director = await other.as('director')
    const { bytes } = await fileFrom(other, director, 'sync.exportPackage', { periodId: id })
    await other.close()
    expect((await given(bytes, 'reports.takeInPackage')).state).toBe('done')
    expect((await shown()).reports.map(({ source, isCounted }) => ({ source, isCounted }))).toEqual([
      { source: 'package', isCounted: true },
      { source: 'workbook', isCounted: false },
    ])
    const late = await filled({ [copies]: numberCell(31) })
    expect((await given(late, 'reports.takeInForm')).error).toMatchObject({ code: 'package_counts' })
  })
})
