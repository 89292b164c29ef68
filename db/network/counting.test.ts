import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pointKinds, pointMeasures, standings } from '../../shared/network/contract.ts'
import {
  exchangeStateOn,
  figureOn,
  networkKinds,
  standingOf,
  surveyedKinds,
} from '../../shared/network/rules.ts'
import { openTestEngine } from '../../test/support/engine.ts'
import { insertRow } from '../plain-rows.ts'
import { measures } from './measures.ts'

const day = fc.integer({ min: 0, max: 1000 }).map((n) => {
  const month = String((Math.floor(n / 28) % 12) + 1).padStart(2, '0')
  return `${2024 + (n % 3)}-${month}-${String((n % 28) + 1).padStart(2, '0')}`
})
const identity = fc.record({ fromOn: day, kind: fc.constantFrom(...pointKinds) })
const answer = fc.record({
  year: fc.constantFrom(2024, 2025, 2026),
  website: fc.constantFrom('yes', 'no', null),
})
const point = fc.record({
  identities: fc.uniqueArray(identity, { minLength: 1, maxLength: 3, selector: ({ fromOn }) => fromOn }),
  closedOn: fc.option(day),
  answers: fc.uniqueArray(answer, { maxLength: 3, selector: ({ year }) => year }),
})
type Point = typeof point extends fc.Arbitrary<infer Given> ? Given : never

/** What a person would say who goes through the list with a finger on the day. */
function kindOn({ identities, closedOn }: Point, on: string) {
  if (closedOn !== null && closedOn <= on) return null
  const before = identities.filter(({ fromOn }) => fromOn <= on)
  return before.toSorted((a, b) => (a.fromOn < b.fromOn ? 1 : -1))[0]?.kind ?? null
}

it('measures count what a plain recount of the list counts, on any day', async () => {
  const test = await openTestEngine()
  const { db: writer } = test.engine.connection
  const once = <Result>(_: string, work: () => Promise<Result>) => work()
  await fc.assert(
    fc.asyncProperty(fc.array(point, { maxLength: 6 }), day, async (points, to) => {
      const rows: { id: number; given: Point }[] = []
      for (const given of points) {
        const id = await insertRow(writer, 'servicePoint', { closedOn: given.closedOn })
        for (const each of given.identities)
          await insertRow(writer, 'servicePointIdentity', { pointId: id, name: 'Điểm', ...each })
        for (const { year, website } of given.answers)
          await insertRow(writer, 'servicePointAnswer', {
            pointId: id,
            year,
            website,
            answeredOn: `${year}-06-15`,
          })
        rows.push({ id, given })
      }
      const idsOf = async (name: keyof typeof measures) =>
        (await measures[name].find(writer, { from: '2024-01-01', to }, once)).ids
      const wanted = (isCounted: (given: Point) => boolean) =>
        rows.filter(({ given }) => isCounted(given)).map(({ id }) => id)
      const isIn = (kinds: readonly string[]) => (given: Point) => kinds.includes(kindOn(given, to) ?? '')
      const isKnown = points.some(({ identities }) => identities.some(({ fromOn }) => fromOn <= to))
      if (isKnown) {
        expect(await idsOf('network.points')).toEqual(wanted(isIn(networkKinds)))
        for (const kind of pointKinds)
          expect(await idsOf(`network.points.${kind}`)).toEqual(wanted(isIn([kind])))
      }
      const saysYes = (given: Point) =>
        isIn(surveyedKinds)(given) &&
        given.answers.some(
          ({ year, website }) =>
            website === 'yes' && String(year) === to.slice(0, 4) && `${year}-06-15` <= to,
        )
      expect(await idsOf('network.withWebsite')).toEqual(wanted(saysYes))
      for (const table of ['servicePointAnswer', 'servicePointIdentity', 'servicePoint'] as const)
        await writer.deleteFrom(table).execute()
    }),
    { numRuns: 40 },
  )
  await test.close()
})

const amount = fc.option(fc.nat(50))
const figure = fc.record({ fromOn: day, copies: amount, titles: amount, serials: amount, areaM2: amount })
const figures = fc.uniqueArray(figure, { maxLength: 6, selector: ({ fromOn }) => fromOn })

it('a figure is the last that was told by the day, whatever others were told later', () => {
  fc.assert(
    fc.property(figures, day, fc.constantFrom(...pointMeasures), (facts, on, measure) => {
      const told = facts.filter((fact) => fact.fromOn <= on && fact[measure] !== null)
      const last = told.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1)).at(-1) ?? null
      expect(figureOn(facts, measure, on)).toBe(last)
      expect(figureOn(facts.toReversed(), measure, on)).toBe(last)
    }),
  )
})

it('what is not known is never lacking, and one that lacks is enough', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...standings)), (all) => {
      const standing = standingOf(all)
      expect(standing === null).toBe(all.length === 0)
      expect(standing === 'not_met').toBe(all.includes('not_met'))
      expect(standing === 'met').toBe(all.length > 0 && all.every((each) => each === 'met'))
    }),
  )
})

const exchange = fc.record({
  kind: fc.constantFrom('loan' as const, 'file' as const),
  sentOn: fc.option(day),
  dueOn: fc.option(day),
  returnedOn: fc.option(day),
  refusedOn: fc.option(day),
})

it('an exchange stands as it would if nothing after the day had been written', () => {
  fc.assert(
    fc.property(exchange, day, (given, on) => {
      const known = (each: string | null) => (each !== null && each <= on ? each : null)
      const then = {
        ...given,
        sentOn: known(given.sentOn),
        returnedOn: known(given.returnedOn),
        refusedOn: known(given.refusedOn),
      }
      expect(exchangeStateOn(given, on)).toBe(exchangeStateOn(then, on))
    }),
  )
})
