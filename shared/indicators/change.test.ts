import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addedUp, effectsOfParts, rowsChanged, toHundredths, type CountedRows } from './change.ts'
import { indicatorList, type Counts } from './formulas.ts'

const countsOf = (values: readonly number[], measures: readonly string[]) =>
  Object.fromEntries(measures.map((measure, at) => [measure, values[at] ?? 0])) as Counts

/** Rows that weigh something, some of which both sides have. */
const rows = fc
  .uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 25 }), weight: fc.nat(400) }), {
    selector: ({ id }) => id,
    maxLength: 18,
  })
  .map((all): Required<CountedRows> => {
    const sorted = all.toSorted((a, b) => a.id - b.id)
    const weights = sorted.map(({ weight }) => weight)
    return { ids: sorted.map(({ id }) => id), weights, weight: weights.reduce((sum, each) => sum + each, 0) }
  })
const parts = fc.array(fc.record({ before: rows, now: rows }), { minLength: 8, maxLength: 8 })

it('the effects of all parts of any indicator, told by their rows, are exactly its whole change', () => {
  const formulas = indicatorList.flatMap((indicator) => indicator.formulas)
  fc.assert(
    fc.property(fc.constantFrom(...formulas), parts, (formula, sides) => {
      const { measures } = formula
      const before = countsOf(
        sides.map((side) => side.before.weight),
        measures,
      )
      const now = countsOf(
        sides.map((side) => side.now.weight),
        measures,
      )
      const changes = new Map(
        measures.map((measure, at) => {
          const side = sides[at]
          return [measure, rowsChanged(side?.before ?? { ids: [] }, side?.now ?? { ids: [] })]
        }),
      )
      const [from, to] = [formula.compute(before), formula.compute(now)]
      if (from === null || to === null) return
      const told = effectsOfParts(formula, { before, now, changes })
      expect(addedUp(told.map(({ effect }) => effect)) ?? 0).toBe(toHundredths(to - from))
      for (const { effect, effects } of told)
        expect(addedUp(effects ? [effects.came, effects.went, effects.changed] : [])).toBe(effect)
    }),
  )
})

it('a part that stands on its own has its own difference as its effect', () => {
  const formula = { measures: ['copies.held'], compute: (counts: Counts) => counts['copies.held'] } as const
  const [before, now] = [countsOf([10], formula.measures), countsOf([4], formula.measures)]
  expect(effectsOfParts(formula, { before, now })).toEqual([
    { measure: 'copies.held', before: 10, now: 4, effect: -6, effects: null },
  ])
})

it('rows that came, went, weigh otherwise and stayed are those of the two sets, and explain all of the difference', () => {
  fc.assert(
    fc.property(rows, rows, (before, now) => {
      const [was, is] = [before, now].map(
        ({ ids, weights }) => new Map(ids.map((id, at) => [id, weights[at] ?? 0])),
      )
      const { came, went, changed, stayed, moved } = rowsChanged(before, now)
      expect(came).toEqual(now.ids.filter((id) => !was?.has(id)))
      expect(went).toEqual(before.ids.filter((id) => !is?.has(id)))
      expect(changed).toEqual(now.ids.filter((id) => was?.has(id) && was.get(id) !== is?.get(id)))
      expect(stayed + changed.length + came.length).toBe(now.ids.length)
      expect((moved?.came ?? 0) + (moved?.went ?? 0) + (moved?.changed ?? 0)).toBe(now.weight - before.weight)
    }),
  )
})

it('says nothing of single rows where only their sum has a weight', () => {
  expect(rowsChanged({ ids: [1, 2], weight: 1 }, { ids: [2, 3], weight: 2 })).toEqual({
    came: [3],
    went: [1],
    changed: [],
    stayed: 1,
    moved: null,
  })
})
