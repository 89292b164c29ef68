import type { Counts, Formula, MeasureName } from './formulas.ts'

/** Ids ascending, as a measure finds them. */
export type CountedRows = { ids: readonly number[]; weight?: number; weights?: readonly number[] }

export const steps = ['came', 'went', 'changed'] as const
type Step = (typeof steps)[number]

/** Which rows came, went and weigh otherwise, and by how much each of the three moved what is counted. */
export type RowChange = Record<Step, number[]> & {
  stayed: number
  /** Null where what is counted cannot be said of a row: points that several shipments went to. */
  moved: Record<Step, number> | null
}

export type PartEffect = {
  measure: MeasureName
  before: number
  now: number
  effect: number | null
  /** The same by what became of the rows; null where that cannot be said. */
  effects: Record<Step, number | null> | null
}

/** How far a figure has moved since it last had a number; null while it has none. */
export type Tell = (figure: number | null) => number | null

export function movesFrom(start: number | null): Tell {
  let last = start
  return (figure) => {
    if (figure === null || last === null) return null
    const moved = toHundredths(figure - last)
    last = figure
    return moved
  }
}

type Sides = { before: Counts; now: Counts; changes?: ReadonlyMap<string, Pick<RowChange, 'moved'>> }

/**
 * What each part did to a figure, as the parts of before are exchanged for those of now one after another: together
 * they are the whole change. Null where the figure has no base at that point; the next that has one tells for both.
 */
export function effectsOfParts(
  { measures, compute }: Pick<Formula, 'measures' | 'compute'>,
  { before, now, changes = new Map() }: Sides,
  tell: Tell = movesFrom(compute(before)),
): PartEffect[] {
  let mixed = before
  function exchange(measure: MeasureName, value: number): number | null {
    if (mixed[measure] === value) return 0
    mixed = { ...mixed, [measure]: value }
    return tell(compute(mixed))
  }
  return measures.map((measure) => {
    const moved = changes.get(measure)?.moved ?? null
    const part = { measure, before: before[measure], now: now[measure] }
    if (moved === null) return { ...part, effect: exchange(measure, part.now), effects: null }
    const came = exchange(measure, part.before + moved.came)
    const went = exchange(measure, part.before + moved.came + moved.went)
    const changed = exchange(measure, part.now)
    return { ...part, effect: addedUp([came, went, changed]), effects: { came, went, changed } }
  })
}

/** Null only where none of them has a number. */
export function addedUp(effects: readonly (number | null)[]): number | null {
  const known = effects.flatMap((effect) => effect ?? [])
  return known.length === 0 ? null : toHundredths(known.reduce((sum, effect) => sum + effect, 0))
}

/** Differences of figures with two decimals have two decimals, so that 0.3 − 0.1 is 0.2. */
export function toHundredths(value: number): number {
  const rounded = Math.round(value * 100) / 100
  return rounded === 0 ? 0 : rounded
}

export function rowsChanged(before: CountedRows, now: CountedRows): RowChange {
  const change: RowChange = { came: [], went: [], changed: [], stayed: 0, moved: null }
  const moved = { came: 0, went: 0, changed: 0 }
  const weightOf = ({ weights }: CountedRows, at: number) => weights?.[at] ?? 1
  let at = 0
  const goBy = (isOver: (id: number) => boolean) => {
    for (; at < before.ids.length && !isOver(before.ids[at] ?? 0); at++) {
      change.went.push(before.ids[at] ?? 0)
      moved.went -= weightOf(before, at)
    }
  }
  for (const [place, id] of now.ids.entries()) {
    goBy((known) => known >= id)
    if (before.ids[at] === id) {
      const difference = weightOf(now, place) - weightOf(before, at)
      if (difference === 0) change.stayed++
      else change.changed.push(id)
      moved.changed += difference
      at++
    } else {
      change.came.push(id)
      moved.came += weightOf(now, place)
    }
  }
  goBy(() => false)
  return { ...change, moved: isByRow(before) && isByRow(now) ? moved : null }
}

/** Whether every row says what it weighs. */
function isByRow({ ids, weight, weights }: CountedRows): boolean {
  return weight === undefined || ids.length === 0 || weights !== undefined
}
