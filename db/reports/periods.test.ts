import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import type { FileTicket } from '../../shared/door.ts'
import { makeKey, nameLibrary, signQuarter } from '../../test/support/signed.ts'

let test: TestEngine
let director: Person
let preparer: Person
let cataloguer: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  preparer = await test.as('activities')
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
const shown = async (id: number) => valueOf(await director.client.reports.period({ id }))
const bought = async (id: number) => (await shown(id)).figures.find(({ code }) => code === 'M2b.09')

it('periods that overlap stand side by side, each signed by itself', async () => {
  await add('Một', '2026-02-01')
  await add('Hai', '2026-05-01')
  const spring = await signQuarter(test, { period: '2026-Q1' })
  const half = await signQuarter(test, { period: '2026-H1' })
  const days = await signQuarter(test, { period: '2026-01-20..2026-02-10' })
  expect([await bought(spring.id), await bought(half.id), await bought(days.id)]).toMatchObject([
    { value: 1 },
    { value: 2 },
    { value: 1 },
  ])
  await add('Ba', '2026-05-02')
  const changed = async (id: number) =>
    valueOf(await director.client.reports.changes({ id })).figures.length > 0
  expect([await changed(spring.id), await changed(half.id), await changed(days.id)]).toEqual([
    false,
    true,
    false,
  ])
})

it('each is compared with the one of its kind before it and with that of the year before', async () => {
  await add('Một', '2025-03-01')
  await add('Hai', '2025-08-01')
  await signQuarter(test, { period: '2025-H1' })
  await signQuarter(test, { period: '2025-H2' })
  const { id } = valueOf(await preparer.client.reports.openPeriod({ period: '2026-H1' }))
  expect(await bought(id)).toMatchObject({
    value: 0,
    previous: { value: 1, isSigned: true },
    samePeriodLastYear: { value: 1, isSigned: true },
  })
})

it('whoever signs is told of earlier ones of the kind that are not signed', async () => {
  const spring = valueOf(await preparer.client.reports.openPeriod({ period: '2026-Q1' }))
  valueOf(await preparer.client.reports.openPeriod({ period: '2025' }))
  const summer = valueOf(await preparer.client.reports.openPeriod({ period: '2026-Q3' }))
  expect((await shown(summer.id)).unsignedBefore).toEqual([{ id: spring.id, period: '2026-Q1' }])
  expect((await shown(spring.id)).unsignedBefore).toEqual([])
})

it('nine months begin with the year, so their stock is not held against that of nine months before', async () => {
  await nameLibrary(test)
  const { id } = valueOf(await preparer.client.reports.openPeriod({ period: '2026-9M' }))
  expect((await shown(id)).doubts).toEqual([])
  expect(codeOf(await preparer.client.reports.openPeriod({ period: '2026-9M' }))).toBe('period_exists')
  expect(codeOf(await preparer.client.reports.openPeriod({ period: '2027-H1' }))).toBe('period_in_future')
  expect(codeOf(await preparer.client.reports.openPeriod({ period: '2026-01-01..2026-03-31' }))).toBe(
    'invalid_input',
  )
})

it('a half-year travels to the Ministry under its own name, free days never', async () => {
  await nameLibrary(test)
  await makeKey(test)
  const half = await signQuarter(test, { period: '2026-H1' })
  const days = await signQuarter(test, { period: '2026-01-20..2026-02-10' })
  expect(valueOf(await director.client.sync.status({})).unsent).toBe(1)
  const { output } = await finishedJob(director, 'sync.exportPackage', { periodId: half.id })
  const { file } = output as { file: FileTicket }
  expect(file.name).toBe('01-TV-01-2026-H1-1.khosach')
  const read = await finishedJob(director, 'sync.verifyPackage', { file })
  expect(read.output).toMatchObject({
    payload: {
      period: { period: '2026-H1', kind: 'half_year', from: '2026-01-01', to: '2026-06-30' },
    },
  })
  expect(await finishedJob(director, 'sync.exportPackage', { periodId: days.id })).toMatchObject({
    error: { code: 'period_not_sent' },
  })
})
