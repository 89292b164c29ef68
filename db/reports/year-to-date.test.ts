import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { signQuarter } from '../../test/support/signed.ts'

let test: TestEngine
let director: Person
let cataloguer: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  cataloguer = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const add = async (title: string, addedOn: string) =>
  valueOf(
    await cataloguer.client.catalogue.addTitle({
      title,
      material: 'digital',
      digitalOrigin: 'bought',
      addedOn,
    }),
  )
const figureIn = async (id: number, code: string) =>
  valueOf(await director.client.reports.period({ id })).figures.find((figure) => figure.code === code)

it('flows add up from the first of January, stocks are what they are at the end, and both are frozen', async () => {
  await add('Năm trước', '2025-11-01')
  await add('Quý I', '2026-02-01')
  await add('Quý II', '2026-05-01')
  const { id } = await signQuarter(test, { period: '2026-Q2' })
  expect(await figureIn(id, 'M2b.09')).toMatchObject({ value: 1, yearToDate: { status: 'known', value: 2 } })
  expect(await figureIn(id, 'M2b.06')).toMatchObject({ value: 3, yearToDate: { status: 'known', value: 3 } })
  // All of the stock is digital: a share, counted anew from its parts.
  expect(await figureIn(id, 'M2b.07')).toMatchObject({ value: 100, yearToDate: { value: 100 } })
  expect(await figureIn(id, 'M2b.18')).toMatchObject({ yearToDate: { value: null } })
  await add('Ghi muộn', '2026-03-01')
  expect(await figureIn(id, 'M2b.09')).toMatchObject({ yearToDate: { value: 2 } })
})

it('a report that was signed before the year so far was kept says nothing of it', async () => {
  const { id } = await signQuarter(test, { period: '2026-Q2' })
  const { raw } = test.engine.connection
  raw.exec('drop trigger if exists figure_journal_update')
  raw.exec(`update figure set compared = json_remove(compared, '$.yearToDate')`)
  expect(await figureIn(id, 'M2b.09')).toMatchObject({ yearToDate: null })
})
