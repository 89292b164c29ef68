import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createExchange } from '../../db/host/exchange.ts'
import type { Verification } from '../../shared/reports/contract.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  writeTestFile,
  type Person,
  type TestEngine,
} from '../support/engine.ts'
import { filledForm, formRowOf, numberCell, textCell } from '../support/filled-form.ts'
import { fileFrom, nameLibrary, signQuarter } from '../support/signed.ts'
import { printed, savedAgain } from './office.ts'
import { codesOn } from './raster.ts'
import { rezipped } from '../support/rezipped.ts'

let test: TestEngine
let director: Person
let id: number
const seal = /^KHOSACH:TV-01\/2026-Q3\/1\/[0-9A-F]{64}$/

beforeAll(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  await nameLibrary(test, {
    name: 'Thư viện tỉnh Lâm Đồng',
    governingBody: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lâm Đồng',
    placeName: 'Lâm Đồng',
    recipients: 'Như trên;\nLưu: VT.',
  })
  const { client } = await test.as('cataloguer')
  const bought = { material: 'digital', digitalOrigin: 'bought' } as const
  valueOf(await client.catalogue.addTitle({ title: 'Một', ...bought, addedOn: '2026-08-01' }))
  const opened = await signQuarter(test)
  id = opened.id
  valueOf(await client.catalogue.addTitle({ title: 'Hai', ...bought, addedOn: '2026-08-02' }))
  const again = { id, rev: opened.rev, reason: 'Nhập sót', password: testPassword }
  valueOf(await director.client.reports.restate(again))
})
afterAll(() => test.close())

const made = async (format: string, restatement: number | null = null) =>
  (await fileFrom(test, director, 'reports.produce', { id, format, restatement })).bytes
async function verified(bytes: Uint8Array, format: string): Promise<Verification> {
  const file = await createExchange(test.engine.dataDir).admit(writeTestFile(`bao-cao.${format}`, bytes))
  return (await finishedJob(director, 'reports.verifyFile', { file })).output as Verification
}

describe.each(['docx', 'xlsx'] as const)('a signed report that LibreOffice saved as %s', (format) => {
  it('is intact', async () => {
    const saved = await savedAgain(await made(format), format)
    const found = await verified(saved, format)
    expect(found).toMatchObject({ verdict: 'intact', report: { periodId: id, revision: 1 } })
    expect(found.figureCount).toBeGreaterThan(150)
    expect((await verified(await savedAgain(await made(format, 1), format), format)).verdict).toBe('intact')
  })
  it('tells the figure that was changed before it was saved', async () => {
    const edited = await rezipped(await made(format, 1), (_, xml) =>
      format === 'docx'
        ? xml.replace(/(KS_M2b_09_after".*?<w:t[^>]*>)2(<\/w:t>)/, '$17$2')
        : xml.replace(/(<c r="F\d+"[^>]*>)<v>2<\/v>/, '$1<v>7</v>'),
    )
    const { verdict, differences } = await verified(await savedAgain(edited, format), format)
    expect(verdict).toBe('figures_differ')
    const code = format === 'docx' ? 'M2b.09' : 'M2b.06'
    expect(differences).toMatchObject([{ code, signed: '2', found: '7' }])
  })
})

describe.each(['docx', 'xlsx', 'pdf'] as const)('the QR of a report in %s', (format) => {
  it('is read off the paper, and says what stands at its foot', async () => {
    const paper = await printed(await made(format), format)
    const [code, ...others] = await codesOn(paper.pdf)
    expect(code).toMatch(seal)
    expect(others).toEqual([])
    expect(paper.text.replace(/\s+/g, '')).toContain(code)
  })
})

it('a form that was filled in and saved in LibreOffice is read as it was filled in', async () => {
  const { client } = await test.as('activities')
  const { id: unitId } = valueOf(await client.reports.addUnit({ code: 'TV-A', name: 'Thư viện A' }))
  const clerk = await test.as('activities')
  const { bytes } = await fileFrom(test, clerk, 'reports.makeForm', { unitId, period: '2026-Q3' })
  const copies = `D${formRowOf('M2b.01')}`
  const visits = `D${formRowOf('M2a.11')}`
  const filled = await filledForm(bytes, { [copies]: numberCell(1200.5), [visits]: textCell('nhiều') })
  const file = await createExchange(test.engine.dataDir).admit(
    writeTestFile('phieu.xlsx', await savedAgain(filled, 'xlsx')),
  )
  const { output } = await finishedJob(clerk, 'reports.readForm', { file })
  expect(output).toMatchObject({
    unitId,
    figures: [{ code: 'M2b.01', value: 1200.5 }],
    problems: [{ kind: 'text', address: visits, code: 'M2a.11', text: 'nhiều' }],
  })
})
