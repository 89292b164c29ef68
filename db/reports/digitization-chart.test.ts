import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestEngine, testFolder, valueOf, type TestEngine } from '../../test/support/engine.ts'
import { fileFrom, signQuarter } from '../../test/support/signed.ts'
import { partOf } from '../../test/documents/zip.ts'

let test: TestEngine

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const targets = (titles: number) => [{ class: 'ancient' as const, titles, pages: 10 * titles }]
async function plan(titles: number) {
  const { client } = await test.as('digitizer')
  return valueOf(
    await client.digitization.addProject({ year: 2026, name: `Đợt ${titles}`, targets: targets(titles) }),
  )
}
async function printed(id: number) {
  const director = await test.as('director')
  const { bytes } = await fileFrom(test, director, 'reports.produce', { id, format: 'docx' })
  return bytes
}
const chartIn = (bytes: Buffer) => partOf(bytes, 'word/charts/chart1.xml').replace(/r:id="[^"]*"/, 'r:id=""')
const wordsIn = (bytes: Buffer) => partOf(bytes, 'word/document.xml').replace(/<[^>]+>/g, ' ')

it('a report of a library that digitizes nothing says nothing of it', async () => {
  const { id } = await signQuarter(test)
  const bytes = await printed(id)
  expect(() => chartIn(bytes)).toThrow(/no part/)
  expect(wordsIn(bytes)).not.toContain('Số hóa, đến ngày')
})

it('a signed report keeps its chart and its words, whatever is planned later', async () => {
  await plan(40)
  const { id } = await signQuarter(test)
  const [chart, words] = [chartIn(await printed(id)), wordsIn(await printed(id))]
  expect(words).toContain('Số hóa, đến ngày 30/09/2026:')
  expect(words).toContain('Đã xong 0 trong 40 tên của chỉ tiêu.')
  expect(chart).toContain('<c:v>Chỉ tiêu</c:v>')
  await plan(60)
  const again = await printed(id)
  expect([chartIn(again), wordsIn(again)]).toEqual([chart, words])
})

it('an open one follows what counts now, and goes no further than today', async () => {
  const preparer = await test.as('activities')
  const { id } = valueOf(await preparer.client.reports.openPeriod({ period: '2026-Q4' }))
  await plan(40)
  await plan(60)
  const words = wordsIn(await printed(id))
  expect(words).toContain('Số hóa, đến ngày 10/11/2026:')
  expect(words).toContain('Đã xong 0 trong 100 tên của chỉ tiêu.')
})
