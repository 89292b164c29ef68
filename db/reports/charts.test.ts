import { afterEach, beforeEach, expect, it } from 'vitest'
import { partOf, partsOf } from '../../test/documents/zip.ts'
import {
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { fileFrom, signQuarter } from '../../test/support/signed.ts'
import type { AnnexTable } from '../../shared/reports/annexes.ts'

let test: TestEngine
let director: Person
let organiser: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  organiser = await test.as('activities')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function hold(name: string, typeCode: string, on = '2026-08-02'): Promise<void> {
  const sessions = [{ on, attended: 30 }]
  valueOf(await organiser.client.activities.add({ name, typeCode, state: 'done', sessions }))
}
async function aim(indicatorCode: string, value: number): Promise<void> {
  const target = { indicatorCode, value, period: '2026', fromOn: '2026-01-02' }
  valueOf(await director.client.plans.addTarget(target))
}
async function chartsOf(id: number): Promise<Map<string | null, AnnexTable[]>> {
  const annexes = valueOf(await director.client.reports.annexes({ id }))
  return new Map(annexes.map(({ name, tables }) => [name, tables.filter(({ drawing }) => drawing !== null)]))
}
const wordsOf = (table: AnnexTable | undefined) =>
  (table?.drawing?.shapes ?? []).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

it('a library that recorded nothing has no chart', async () => {
  const { id } = valueOf(await organiser.client.reports.openPeriod({ period: '2026-Q3' }))
  expect([...(await chartsOf(id)).values()].flat()).toEqual([])
})

it('the page shows the very drawing that a signed report keeps, whatever happens afterwards', async () => {
  await hold('Trưng bày sách địa chí', 'E01')
  await hold('Trưng bày báo xuân', 'E01')
  await hold('Kể chuyện theo sách', 'E02')
  await aim('M2c.12a', 4)
  const { id } = await signQuarter(test)
  const before = await chartsOf(id)
  const [types] = before.get('events') ?? []
  expect(types?.caption).toMatch(/^Hoạt động theo loại: nhiều nhất là “.+” \(2\)$/)
  const [planned] = before.get('figures') ?? []
  expect(planned?.caption).toMatch(/^Tiến độ so với mức giao: đã đạt 0 trong \d+$/)
  expect(wordsOf(planned)).toContain('50 %')
  await hold('Trưng bày muộn', 'E01', '2026-08-05')
  await aim('M2c.12a', 40).catch(() => undefined)
  expect(await chartsOf(id)).toEqual(before)
})

it('each chart is one that Word and Excel draw from cells, and the same at the next print', async () => {
  await hold('Trưng bày sách địa chí', 'E01')
  await hold('Kể chuyện theo sách', 'E02')
  await aim('M2c.12a', 4)
  const { id } = await signQuarter(test)
  const printed = async (format: 'docx' | 'xlsx') =>
    (await fileFrom(test, director, 'reports.produce', { id, format })).bytes
  const docx = await printed('docx')
  const [first, second] = [1, 2].map((at) => partOf(docx, `word/charts/chart${at}.xml`))
  expect(first).toContain('<c:barDir val="bar"/>')
  expect(second).toContain('<c:barDir val="bar"/>')
  const xlsx = await printed('xlsx')
  expect(partOf(xlsx, 'xl/charts/chart1.xml')).toMatch(/<c:cat>.*?<c:f>'[^']+'!\$C\$\d+:\$C\$\d+<\/c:f>/s)
  for (const [bytes, format] of [
    [docx, 'docx'],
    [xlsx, 'xlsx'],
  ] as const) {
    const again = partsOf(await printed(format))
    const different = [...partsOf(bytes)].filter(([path, part]) => !again.get(path)?.equals(part))
    expect(different.map(([path]) => path)).toEqual([])
  }
})

it('what nobody counted is said in the chart, and is no bar of 0', async () => {
  const desk = await test.as('desk')
  const cells = [{ on: '2026-08-03', kindCode: 'onsite_adults', value: 1240 }]
  valueOf(await desk.client.readers.saveCounters({ siteId: 1, cells }))
  const { id } = valueOf(await organiser.client.reports.openPeriod({ period: '2026-Q3' }))
  const channels = (await chartsOf(id)).get('figures')?.at(-1)
  expect(channels?.caption).toContain('“Lượt bạn đọc tại thư viện” (1.240)')
  expect(wordsOf(channels)).toEqual(expect.arrayContaining(['1.240', 'Chưa thu thập']))
  const bars = channels?.drawing?.shapes.filter(({ kind }) => kind === 'bar') ?? []
  expect(bars).toHaveLength(1)
})
