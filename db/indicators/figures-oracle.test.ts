import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  currentFormula,
  indicatorList,
  type Counts,
  type MeasureName,
} from '../../shared/indicators/formulas.ts'
import { figures } from '../../test/oracle/figures.ts'
import {
  history,
  openHistories,
  runsOf,
  span,
  timeoutMs,
  within,
  type Turn,
} from '../../test/oracle/history.ts'
import { holdings } from '../../test/oracle/holdings.ts'
import { peopleRecounts } from '../../test/oracle/people.ts'
import { tablesOf, type Recount } from '../../test/oracle/rows.ts'
import { servicesAndPlaces } from '../../test/oracle/services.ts'
import { stated } from '../../test/oracle/stated.ts'
import { visits } from '../../test/oracle/visits.ts'
import type { TestEngine } from '../../test/support/engine.ts'
import type { Span } from '../measures.ts'
import { computeValues, measures, onceEach, weighed } from './compute.ts'

const recounts: Partial<Record<string, Recount>> = {
  ...holdings,
  ...servicesAndPlaces,
  ...peopleRecounts,
  ...visits,
}

vi.setConfig({ testTimeout: timeoutMs(6) })
let test: TestEngine
beforeAll(async () => {
  test = await openHistories()
}, 60_000)
afterAll(() => test.close())

const quarters = [
  ['2025-10-01', '2025-12-31'],
  ['2026-01-01', '2026-03-31'],
  ['2026-04-01', '2026-06-30'],
  ['2026-07-01', '2026-09-30'],
] as const
const aligned = fc.constantFrom(...quarters).map(([from, to]) => ({ from, to }))
const yearSoFar = fc.constantFrom(...quarters).map(([, to]) => ({ from: `${to.slice(0, 4)}-01-01`, to }))
/** What nobody has looked at once it is gone. */
const emptied: fc.Arbitrary<string[]> = fc.subarray([
  'award',
  'connection',
  'counterValue',
  'linkCheck',
  'population',
  'roomMeasure',
  'servicePointAnswer',
  'software',
])
type Said = { code: string; quarter: (typeof quarters)[number]; status: string; value: number }
const said: fc.Arbitrary<Said[]> = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom(
      'M2a.02',
      'M2a.08',
      'M2a.11',
      'M2a.12',
      'M2a.13',
      'M2b.18',
      'M2b.19a',
      'HV.06b',
      'D206.05',
    ),
    quarter: fc.constantFrom(...quarters),
    status: fc.constantFrom('known', 'known', 'known', 'not_applicable', 'not_collected'),
    value: fc.nat(900),
  }),
  { maxLength: 20, selector: ({ code, quarter }) => `${code} ${quarter[0]}` },
)

/** Half a year of which people told two quarters, with nothing counted; and a day on which nothing happened. */
const examples: [Turn[], Span[], { emptied: string[]; said: Said[] }][] = [
  [
    [],
    [
      { from: '2026-01-01', to: '2026-06-30' },
      { from: '2026-02-14', to: '2026-02-14' },
    ],
    {
      emptied: ['award', 'counterValue'],
      said: [
        { code: 'M2a.11', quarter: quarters[1], status: 'known', value: 40 },
        { code: 'M2a.11', quarter: quarters[2], status: 'known', value: 2 },
        { code: 'M2a.13', quarter: quarters[1], status: 'known', value: 40 },
        { code: 'M2a.13', quarter: quarters[2], status: 'not_applicable', value: 0 },
        { code: 'HV.06b', quarter: quarters[2], status: 'not_applicable', value: 0 },
      ],
    },
  ],
]
/** What figures were found to be, so that none of the four is passed over. */
const seen = new Set<string>()

/** From the raw rows; what only a module’s own test recounts, as the module counts it. */
async function countsOf(asked: Span): Promise<ReadonlyMap<MeasureName, number | null>> {
  const { raw, db } = test.engine.connection
  const rows = tablesOf(raw)
  const once = onceEach()
  const counts = new Map<MeasureName, number | null>()
  for (const name of Object.keys(measures) as MeasureName[]) {
    const recount = recounts[name]
    const found = recount ? null : await measures[name].find(db, asked, once)
    const counted = !found || found.isCollected === false ? null : weighed(found)
    counts.set(name, recount ? recount(rows, asked) : counted)
  }
  return counts
}

/** Figures that are not what their words make of the rows: the code, what it says, what it should say. */
async function wrong(asked: Span) {
  const { raw, db } = test.engine.connection
  const counts = await countsOf(asked)
  const given = tablesOf(raw)('givenFigure').filter(({ removedOn }) => removedOn === null)
  const told = await computeValues(db, asked, { only: new Set(Object.keys(figures)) })
  return told.flatMap(({ code, status, value }) => {
    const should = stated(code, asked, (name) => counts.get(name) ?? null, given)
    seen.add(should.status)
    return should.status === status && should.value === value
      ? []
      : [{ code, ...asked, says: { status, value }, should }]
  })
}

it('whatever the history, every figure of any days is what its words make of the raw rows', async () => {
  const { raw } = test.engine.connection
  const property = fc.asyncProperty(
    history,
    fc.array(fc.oneof(span, aligned, yearSoFar), { minLength: 1, maxLength: 3 }),
    fc.record({ emptied, said }),
    async (turns, spans, more) =>
      within(raw, turns, async () => {
        for (const table of more.emptied) raw.exec(`delete from "${table}"`)
        const give =
          raw.prepare(`insert into givenFigure (code, fromOn, untilOn, status, value, reason, givenAt)
          values (?, ?, ?, ?, ?, 'Sổ tay', '2026-10-01T00:00:00.000Z')`)
        for (const { code, quarter, status, value } of more.said)
          give.run(code, ...quarter, status, status === 'known' ? value : null)
        for (const asked of spans) expect(await wrong(asked)).toEqual([])
      }),
  )
  await fc.assert(property, { ...runsOf(6), examples })
  expect(seen).toEqual(new Set(['known', 'zero_base', 'not_collected', 'not_applicable']))
})

it('every figure of the catalogue is worked out once more, and no other', () => {
  expect(Object.keys(figures).toSorted()).toEqual(indicatorList.map(({ code }) => code).toSorted())
})

it('whatever was counted, every formula of today makes of it what its words make', () => {
  const names = Object.keys(measures)
  // Round sums of money, and what they are a share of, fall just between two hundredths.
  const round = fc.nat(400_000).map((times) => times * 5_000)
  const count = fc.oneof(fc.constantFrom(0, 800), fc.nat(20), fc.nat(2_000), round)
  const counted = fc.array(count, { minLength: names.length, maxLength: names.length })
  const property = fc.property(counted, (values) => {
    const counts = Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0])) as Counts
    for (const indicator of indicatorList)
      expect(currentFormula(indicator).compute(counts), indicator.code).toBe(
        figures[indicator.code]?.work((name) => counts[name]),
      )
  })
  fc.assert(property, runsOf(300))
})
