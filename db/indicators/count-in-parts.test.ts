import { afterAll, beforeAll, expect, it } from 'vitest'
import { isoDateAt } from '../../shared/dates.ts'
import { indicatorParts, partOf, type IndicatorPart } from '../../shared/indicators/formulas.ts'
import { namedPeriod } from '../../shared/periods.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type TestEngine,
} from '../../test/support/engine.ts'
import { computeValues } from './compute.ts'
import { progressOf } from './progress.ts'

let test: TestEngine
beforeAll(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  const job = await finishedJob(await test.as('administrator'), 'demo.fill', { titles: 30, seed: 3 })
  expect(job.state).toBe('done')
}, 60_000)
afterAll(() => test.close())

const asked = async (period: string, part?: IndicatorPart) => {
  const { client } = await test.as('reader')
  return client.indicators.list({ period, ...(part && { part }) })
}

/** All at once, past what is remembered. */
async function atOnce(period: string) {
  const { db } = test.engine.connection
  const values = await computeValues(db, namedPeriod(period))
  const progress = await progressOf(db, { period, values, day: isoDateAt(Date.now()) })
  return values.map((value) => ({ ...value, progress: progress.get(value.code) ?? null }))
}

it.each([
  ['2026-Q3', indicatorParts],
  ['2026-H1', indicatorParts.toReversed()],
])('%s is the same part by part, in whatever order, as all at once', async (period, parts) => {
  const whole = await atOnce(period)
  for (const part of parts)
    expect(valueOf(await asked(period, part)).values).toEqual(
      whole.filter(({ code }) => partOf(code) === part),
    )
  expect(valueOf(await asked(period)).values).toEqual(whole)
  expect(whole.some(({ progress }) => progress !== null)).toBe(true)
})

it('a part asks nothing of what it does not need, and one that failed is counted anew', async () => {
  const { raw } = test.engine.connection
  const whole = await atOnce('2026-Q2')
  const known = (part: IndicatorPart) => whole.filter(({ code }) => partOf(code) === part)
  raw.exec('alter table digitizationEvent rename to eventsAway')
  expect(valueOf(await asked('2026-Q2', 'hv')).values).toEqual(known('hv'))
  expect(codeOf(await asked('2026-Q2', 'm2b'))).toBe('internal')
  raw.exec('alter table eventsAway rename to digitizationEvent')
  expect(valueOf(await asked('2026-Q2', 'm2b')).values).toEqual(known('m2b'))
})
