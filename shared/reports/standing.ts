import { addDays, type IsoDate } from '../dates.ts'
import { findIndicator, natureOf, reportLines } from '../indicators/formulas.ts'
import { periodKindOf } from '../plans/rules.ts'
import type { Compared, ComparedFigure } from './compared-figure.ts'
import { ratioOf } from './ratio.ts'

/** `under_way`: not there yet, and nothing says how far it should be by now. */
export const paces = ['behind', 'under_way', 'on_course', 'reached', 'unknown'] as const
export type Pace = (typeof paces)[number]

export type Aimed = { figure: ComparedFigure & { codes: string[] }; pace: Pace; expected: number | null }

const dayMs = 86_400_000

/** How much of a year is over at the end of a day, in hundredths. */
function shareOfYear(on: IsoDate): number {
  const year = on.slice(0, 4)
  const days = (Date.parse(`${Number(year) + 1}-01-01`) - Date.parse(`${year}-01-01`)) / dayMs
  return ((Date.parse(addDays(on, 1)) - Date.parse(`${year}-01-01`)) / dayMs / days) * 100
}

/** Only what adds up over the year is expected to grow with its days. */
function expectedOf({ code, progress }: ComparedFigure, on: IsoDate): number | null {
  const indicator = findIndicator(code)
  const isOfYear = progress !== null && periodKindOf(progress.period) === 'year'
  return isOfYear && indicator && natureOf(indicator) === 'adds_up' ? shareOfYear(on) : null
}

function paceOf({ progress }: ComparedFigure, expected: number | null): Pace {
  if (!progress || progress.isReached === null) return 'unknown'
  if (progress.isReached) return 'reached'
  if (progress.direction === 'at_most') return 'behind'
  if (expected === null || progress.percent === null) return 'under_way'
  return progress.percent >= expected ? 'on_course' : 'behind'
}

/** Figures that have a target, those that want attention first, and of these the farthest from it. */
export function aimedFigures(figures: readonly ComparedFigure[], on: IsoDate): Aimed[] {
  const percentOf = ({ figure }: Aimed) => figure.progress?.percent ?? 0
  return reportLines(figures)
    .filter(({ progress }) => progress !== null)
    .map((figure) => {
      const expected = expectedOf(figure, on)
      return { figure, expected, pace: paceOf(figure, expected) }
    })
    .toSorted((a, b) => paces.indexOf(a.pace) - paces.indexOf(b.pace) || percentOf(a) - percentOf(b))
}

function standsAtEnd(code: string): boolean {
  const indicator = findIndicator(code)
  return indicator !== undefined && natureOf(indicator) === 'at_end'
}

export type Moved = {
  figure: ComparedFigure & { codes: string[] }
  against: 'lastYear' | 'previous'
  before: Compared
  /** In hundredths of what it was. */
  ratio: number
}

/**
 * What moved most against the same period last year, or else the period before. Small counts leap by chance, so a change
 * weighs by how far it lies beyond what counts of that size are off by themselves. What adds up over a period that still
 * runs is held against no whole one.
 */
export function movedFigures(
  figures: readonly ComparedFigure[],
  { most, isRunning }: { most: number; isRunning: boolean },
): Moved[] {
  const weightOf = ({ figure, before }: Moved) =>
    Math.abs((figure.value ?? 0) - (before.value ?? 0)) / Math.sqrt((before.value ?? 0) + 1)
  return reportLines(figures)
    .filter(({ code }) => !isRunning || standsAtEnd(code))
    .flatMap((figure): Moved[] => {
      const { samePeriodLastYear: lastYear, previous } = figure
      // What comes once a year, as the Day of Books, is not held against another season.
      const side =
        lastYear.status === 'known'
          ? { against: 'lastYear' as const, before: lastYear }
          : { against: 'previous' as const, before: previous }
      const ratio = ratioOf(figure.code, figure, side.before)
      return ratio === null || ratio === 100 ? [] : [{ figure, ...side, ratio }]
    })
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .slice(0, most)
}
