import { expect, it } from 'vitest'
import type { Progress } from '../indicators/contract.ts'
import type { ComparedFigure } from './compared-figure.ts'
import { aimedFigures, movedFigures } from './standing.ts'

const unknown = { status: 'not_collected' as const, value: null, isSigned: false }
const known = (value: number) => ({ status: 'known' as const, value, isSigned: true })

function figure(code: string, value: number | null, rest: Partial<ComparedFigure> = {}): ComparedFigure {
  return {
    code,
    version: 1,
    status: value === null ? 'not_collected' : 'known',
    value,
    previous: unknown,
    samePeriodLastYear: unknown,
    yearToDate: null,
    progress: null,
    ...rest,
  }
}
function aim(target: number, toDate: number | null, rest: Partial<Progress> = {}): { progress: Progress } {
  const percent = toDate === null ? null : (toDate / target) * 100
  const isReached = percent === null ? null : percent >= 100
  const held = { period: '2026', scope: 'library', direction: 'at_least', value: target } as const
  return { progress: { ...held, toDate, percent, isReached, ...rest } }
}

const pacesOn = (on: string, ...figures: ComparedFigure[]) =>
  aimedFigures(figures, on).map(({ figure: { code }, pace }) => [code, pace])

it('what adds up over the year is behind once it is less than the days that are over', () => {
  const half = figure('M2a.11', 50, aim(100, 50))
  expect(pacesOn('2026-06-30', half)).toEqual([['M2a.11', 'on_course']])
  expect(pacesOn('2026-09-30', half)).toEqual([['M2a.11', 'behind']])
})

it('what stands at the end of the year is under way until it is reached', () => {
  const stock = figure('M2b.01', 90, aim(100, 90))
  expect(pacesOn('2026-12-30', stock)).toEqual([['M2b.01', 'under_way']])
  expect(pacesOn('2026-02-01', figure('M2b.01', 100, aim(100, 100)))).toEqual([['M2b.01', 'reached']])
})

it('a limit that is passed is behind, and what nobody counted is unknown and no 0', () => {
  const over = aim(10, 12, { direction: 'at_most', percent: null, isReached: false })
  expect(pacesOn('2026-06-30', figure('M2b.05b', 12, over), figure('M2a.13', null, aim(100, null)))).toEqual([
    ['M2b.05b', 'behind'],
    ['M2a.13', 'unknown'],
  ])
})

it('what wants attention stands first, the farthest from its target before the others', () => {
  const far = figure('M2a.11', 10, aim(100, 10))
  const near = figure('M2a.12', 40, aim(100, 40))
  const reached = figure('M2b.01', 100, aim(100, 100))
  expect(pacesOn('2026-06-30', reached, near, far).map(([code]) => code)).toEqual([
    'M2a.11',
    'M2a.12',
    'M2b.01',
  ])
  expect(pacesOn('2026-06-30', figure('M2b.02', 5))).toEqual([])
})

const whole = { most: 5, isRunning: false }

it('a change of thousands goes before a leap from 1 to 3', () => {
  const many = figure('M2a.11', 12_000, { samePeriodLastYear: known(9000) })
  const few = figure('M2c.12a', 3, { samePeriodLastYear: known(1) })
  const same = figure('M2a.14', 7, { samePeriodLastYear: known(7) })
  expect(movedFigures([few, many, same], whole).map(({ figure: { code }, ratio }) => [code, ratio])).toEqual([
    ['M2a.11', 133.33],
    ['M2c.12a', 300],
  ])
})

it('where a year before nobody counted, the period before tells; where neither did, nothing moved', () => {
  const since = figure('M2a.11', 20, { previous: known(10) })
  expect(movedFigures([since, figure('M2a.12', 5)], whole)).toMatchObject([
    { against: 'previous', ratio: 200 },
  ])
  expect(movedFigures([figure('M2a.11', 20)], whole)).toEqual([])
  const yearly = figure('HV.07b', 0, { samePeriodLastYear: known(0), previous: known(1850) })
  expect(movedFigures([yearly], whole)).toEqual([])
})

it('of a period that still runs only what stands on a day is compared', () => {
  const visits = figure('M2a.11', 20, { samePeriodLastYear: known(90) })
  const stock = figure('M2b.01', 110, { samePeriodLastYear: known(100) })
  const moved = movedFigures([visits, stock], { most: 5, isRunning: true })
  expect(moved.map(({ figure: { code } }) => code)).toEqual(['M2b.01'])
})
