import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eventKinds } from './contract.ts'
import { stateOn } from './rules.ts'

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`)
const event = fc.record({ kind: fc.constantFrom(...eventKinds), on: day, days: fc.option(fc.nat(9)) })
const life = fc
  .record({ retiredOn: fc.option(day), told: fc.array(event, { maxLength: 8 }) })
  .map(({ retiredOn, told }) => ({
    retiredOn,
    events: told.map(({ kind, on, days }, at) => ({
      id: at + 1,
      kind,
      on,
      until: kind === 'repair' && days !== null ? later(on, days) : null,
    })),
  }))

function later(on: string, days: number): string {
  return new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10)
}

it('what comes later changes no day before it', () => {
  fc.assert(
    fc.property(life, day, ({ retiredOn, events }, on) => {
      const known = events.filter((each) => each.on <= on)
      const retired = retiredOn !== null && retiredOn <= on ? retiredOn : null
      expect(stateOn({ retiredOn, events }, on)).toBe(stateOn({ retiredOn: retired, events: known }, on))
    }),
  )
})

it('says what the day before said, unless something happened on the day', () => {
  fc.assert(
    fc.property(life, day, ({ retiredOn, events }, on) => {
      const days = [retiredOn, ...events.flatMap((each) => [each.on, each.until])]
      if (!days.includes(on))
        expect(stateOn({ retiredOn, events }, on)).toBe(stateOn({ retiredOn, events }, later(on, -1)))
    }),
  )
})

it('does not ask in which order events are told', () => {
  fc.assert(
    fc.property(life, day, ({ retiredOn, events }, on) => {
      expect(stateOn({ retiredOn, events: events.toReversed() }, on)).toBe(stateOn({ retiredOn, events }, on))
    }),
  )
})

it('of two events of one day the one told last speaks', () => {
  const on = '2026-02-03'
  const events = [
    { id: 1, kind: 'broken' as const, on, until: null },
    { id: 2, kind: 'working' as const, on, until: null },
  ]
  expect(stateOn({ retiredOn: null, events }, on)).toBe('working')
})

it('a repair that gave it back leaves it working from that day on', () => {
  const events = [{ id: 1, kind: 'repair' as const, on: '2026-02-03', until: '2026-02-05' }]
  const states = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05'].map((on) =>
    stateOn({ retiredOn: null, events }, on),
  )
  expect(states).toEqual(['working', 'repair', 'repair', 'working'])
})
