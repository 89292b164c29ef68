import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { MeasureName } from '../../shared/indicators/formulas.ts'
import { holdings } from '../../test/oracle/holdings.ts'
import { history, openHistories, runsOf, span, timeoutMs, within } from '../../test/oracle/history.ts'
import { peopleRecounts } from '../../test/oracle/people.ts'
import { tablesOf, type Recount } from '../../test/oracle/rows.ts'
import { servicesAndPlaces } from '../../test/oracle/services.ts'
import { visits } from '../../test/oracle/visits.ts'
import type { TestEngine } from '../../test/support/engine.ts'
import { isMeasure, measures, onceEach, weighed } from './compute.ts'

const recounts: Record<string, Recount> = { ...holdings, ...servicesAndPlaces, ...peopleRecounts, ...visits }

/** Measures that a module’s own property test recounts from whole records, or whose few rows its tests say by hand. */
const elsewhere: readonly [RegExp, string][] = [
  [/^activities\./, 'db/activities/counting.test.ts'],
  [/^plans\./, 'db/plans/counting.test.ts'],
  [/^network\./, 'db/network/counting.test.ts'],
  [/^stock\./, 'shared/stock/rules.test.ts'],
  [/^cooperation\./, 'db/cooperation/counting.test.ts'],
  [/^association\.friendlyPoints$/, 'db/association/association.test.ts'],
  [/^digitization\.described$/, 'db/digitization/collections.test.ts'],
  [/^indicators\.given$/, 'shared/indicators/given.test.ts'],
]

vi.setConfig({ testTimeout: timeoutMs(6) })
let test: TestEngine
beforeAll(async () => {
  test = await openHistories()
}, 60_000)
afterAll(() => test.close())

it('whatever the history, every measure is what a slow recount of the raw rows gives, on any day', async () => {
  const { raw, db } = test.engine.connection
  const names = Object.keys(recounts).filter(isMeasure)
  const property = fc.asyncProperty(
    history,
    fc.array(span, { minLength: 1, maxLength: 2 }),
    async (turns, spans) =>
      within(raw, turns, async () => {
        for (const asked of spans) {
          const rows = tablesOf(raw)
          const once = onceEach()
          for (const name of names) {
            const found = await measures[name].find(db, asked, once)
            const counted = found.isCollected === false ? null : weighed(found)
            expect(counted, `${name} ${asked.from} ${asked.to}`).toBe(recounts[name]?.(rows, asked))
            expect(new Set(found.ids).size, name).toBe(found.ids.length)
            const { count = () => counted } = measures[name]
            expect(await count(db, asked, once), name).toBe(counted)
            expect(found.weights?.length ?? found.ids.length, name).toBe(found.ids.length)
          }
        }
      }),
  )
  await fc.assert(property, runsOf(6))
})

it('every measure that an indicator counts by is recounted here or by its module', () => {
  const nowhere = (Object.keys(measures) as MeasureName[]).filter(
    (name) => recounts[name] === undefined && !elsewhere.some(([pattern]) => pattern.test(name)),
  )
  expect(nowhere).toEqual([])
  for (const name of Object.keys(recounts)) expect(isMeasure(name), name).toBe(true)
  for (const [, file] of elsewhere) {
    expect(existsSync(file), file).toBe(true)
    expect(readFileSync(file, 'utf8'), file).toContain('expect(')
  }
})
