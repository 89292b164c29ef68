import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { partOf } from '../../test/documents/zip.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  writeTestFile,
  type TestEngine,
} from '../../test/support/engine.ts'
import { fileFrom, signQuarter, summer } from '../../test/support/signed.ts'
import { createExchange } from '../host/exchange.ts'
import { readQuarter } from './earlier-table.ts'

let test: TestEngine
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const wide = [
  'THƯ VIỆN TỈNH',
  'Mã;Chỉ số;Đơn vị;Quý III/2025;Quý II/2026',
  'M2b.06;Tài liệu số;tài liệu;1.250;"1.300,0"',
  'g.4;Thẻ;thẻ;không áp dụng;',
  'M2a.11;Lượt;lượt;0;chưa thu thập',
].join('\n')
type Way = 'vi' | 'en' | null
const ticketOf = (content: string | Uint8Array) =>
  createExchange(test.engine.dataDir).admit(writeTestFile('bao-cao-cu.csv', content))
const preview = async (content: string | Uint8Array, way: Way = null) =>
  finishedJob(await test.as('director'), 'indicators.previewEarlier', { file: await ticketOf(content), way })
const take = async (content: string, way: Way = 'vi') =>
  finishedJob(await test.as('director'), 'indicators.takeEarlier', {
    file: await ticketOf(content),
    way,
    source: 'Báo cáo 45/BC-TV',
  })
const period = async (quarter = summer) => {
  const { client } = await test.as('director')
  const known = valueOf(await client.reports.periods({})).find((each) => each.period === quarter.period)
  const { id } = known ?? valueOf(await client.reports.openPeriod(quarter))
  return valueOf(await client.reports.period({ id }))
}
const comparedOf = async (code: string) => (await period()).figures.find((figure) => figure.code === code)

describe('figures of reports from before the program', () => {
  it('are understood cell by cell, and what may be two numbers is asked', async () => {
    const asked = (await preview(wide)).output
    expect(asked).toMatchObject({
      doubtful: 1,
      problems: [{ line: 3, header: 'Quý III/2025', text: '1.250', code: 'doubtful_number' }],
    })
    const { output } = await preview(wide, 'vi')
    expect(output).toMatchObject({
      problemCount: 0,
      figureCount: 5,
      figures: [
        { line: 3, code: 'M2b.06', fromOn: '2025-07-01', untilOn: '2025-09-30', value: 1250 },
        { code: 'M2b.06', fromOn: '2026-04-01', value: 1300 },
        { code: 'M2a.10', status: 'not_applicable', value: null },
        { code: 'M2a.11', status: 'known', value: 0 },
        { code: 'M2a.11', status: 'not_collected', value: null },
      ],
    })
  })

  it('are named where they are none, each with its cell', async () => {
    const long = [
      'Mã;Kỳ;Giá trị',
      'X.1;Quý I/2025;5',
      'M2b.06;tháng 3;5',
      'M2b.06;Q2/2025;nhiều',
      'M2b.06;2025-Q1;7',
      'M2b.06;1/2025;7',
      'M2b.06;I/2190;7',
    ].join('\n')
    const { output } = await preview(long)
    expect(output).toMatchObject({ figureCount: 1, figures: [{ line: 5, value: 7 }] })
    expect(
      (output as { problems: { line: number; code: string }[] }).problems.map(({ line, code }) => [
        line,
        code,
      ]),
    ).toEqual([
      [2, 'unknown_code'],
      [3, 'not_a_quarter'],
      [4, 'not_a_number'],
      [6, 'twice'],
      [7, 'in_future'],
    ])
    expect(await take(long)).toMatchObject({ state: 'failed', error: { code: 'file_has_problems' } })
  })

  it('are what a period is compared with, and said so on the page and on paper', async () => {
    expect(await take(wide)).toMatchObject({ state: 'done', output: { figures: 5 } })
    expect(await comparedOf('M2b.06')).toMatchObject({
      previous: { value: 1300, isSigned: false, earlierSource: 'Báo cáo 45/BC-TV' },
      samePeriodLastYear: { value: 1250, earlierSource: 'Báo cáo 45/BC-TV' },
    })
    expect(await comparedOf('g.4')).toMatchObject({ samePeriodLastYear: { status: 'not_applicable' } })
    const { client } = await test.as('reader')
    const question = { code: 'M2b.06', period: '2025-Q3' }
    expect(valueOf(await client.indicators.explain(question)).earlier).toMatchObject({ value: 1250 })
    const { id } = await period()
    const { bytes } = await fileFrom(test, await test.as('director'), 'reports.produce', {
      id,
      format: 'docx',
    })
    expect(partOf(bytes, 'word/document.xml')).toContain('Báo cáo 45/BC-TV')
  })

  it('tell what is usual, so that a figure unlike them is asked about', async () => {
    await take(wide)
    expect((await period()).doubts).toEqual(
      expect.arrayContaining([expect.objectContaining({ rule: 'fell_to_zero', code: 'M2b.06' })]),
    )
  })

  it('never stand for a signed quarter', async () => {
    await signQuarter(test, { period: '2026-Q2' })
    const { output } = await preview(wide, 'vi')
    expect(output).toMatchObject({ problemCount: 2, problems: [{ code: 'signed' }, { code: 'signed' }] })
  })

  it('are taken back as a whole, and used again unless others took their place', async () => {
    await take(wide)
    const { client } = await test.as('director')
    const [report] = valueOf(await client.indicators.earlier({})).rows
    if (!report) return expect.unreachable()
    const undone = valueOf(await client.indicators.undoEarlier(report))
    expect(await comparedOf('M2b.06')).toMatchObject({ previous: { value: 0 } })
    expect(valueOf(await client.indicators.redoEarlier(undone))).toMatchObject({ undoneOn: null })
    expect((await preview(wide, 'vi')).output).toMatchObject({
      figureCount: 0,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'there_already' })]),
    })
  })

  it('come with a template that is read as it was handed out', async () => {
    const { name, bytes } = await fileFrom(test, await test.as('reader'), 'indicators.earlierTemplate', {})
    expect(name).toBe('mau-bao-cao-truoc-day.xlsx')
    expect((await preview(bytes)).output).toMatchObject({ figureCount: 0, problemCount: 0 })
  })
})

it.each([
  ['Quý III/2025', 2025, 3],
  ['quý 3 năm 2025', 2025, 3],
  ['Q4-2024', 2024, 4],
  ['2024-Q4', 2024, 4],
  ['iv/2024', 2024, 4],
])('%s is a quarter', (text, year, quarter) => {
  expect(readQuarter(text)).toEqual({ year, quarter })
})
