import {
  effectsOfParts,
  movesFrom,
  rowsChanged,
  type RowChange,
  type Tell,
} from '../../shared/indicators/change.ts'
import type { Cause } from '../../shared/indicators/contract.ts'
import {
  currentFormula,
  type Counts,
  type Formula,
  type Indicator,
} from '../../shared/indicators/formulas.ts'
import { namedPeriod } from '../../shared/periods.ts'
import type { Reader } from '../connection.ts'
import { computeAs, measures, weighed, type Computed } from './compute.ts'

/** Causes, and the rows behind each by its kind and measure. */
export type Split = { causes: Cause[]; rows: ReadonlyMap<string, RowChange> }
export type Figure = { figure: Computed; isFrozen: boolean; position: number }
type Between = { indicator: Indicator; otherPeriod: string; before: Figure; now: Figure }

export const rowsKey = (kind: string, measure: string) => `${kind} ${measure}`

/** The change between two figures that have a number each, cause after cause; together they are all of it. */
export async function causesOf(db: Reader, { indicator, otherPeriod, before, now }: Between): Promise<Split> {
  const tell = movesFrom(before.figure.value)
  const by = (version: number) => countedBy(db, { indicator, period: otherPeriod, version })
  const anew = before.isFrozen ? await by(before.figure.version) : before.figure
  const { version } = now.figure
  const base = anew?.version === version ? anew : await by(version)
  if (!anew || !base || [before.figure, anew, base, now.figure].some(isGiven)) return givenChange(before, now)
  const rows = new Map<string, RowChange>()
  const causes: Cause[] = []
  if (before.isFrozen) {
    const changed = await changedAfter(db, before)
    const parts = partsBetween(indicator, [before.figure, anew], { tell, changed })
    for (const { cause, change } of parts) {
      if (cause.effect === 0 && cause.came + cause.went + cause.changed === 0) continue
      const { before: _, now: __, stayed: ___, ...written } = cause
      causes.push({ ...written, kind: 'after_signing' })
      rows.set(rowsKey('after_signing', cause.measure), change)
    }
  }
  if (base.version !== anew.version) {
    const figure = formulaBy(indicator, base.version).compute(countsOf(base))
    causes.push({ kind: 'definition', effect: tell(figure) })
  }
  for (const { cause, change } of partsBetween(indicator, [base, now.figure], { tell })) {
    causes.push(cause)
    rows.set(rowsKey('part', cause.measure), change)
  }
  return { causes, rows }
}

function isGiven({ givenReason }: Computed): boolean {
  return givenReason !== undefined
}

async function countedBy(
  db: Reader,
  { indicator, period, version }: { indicator: Indicator; period: string; version: number },
): Promise<Computed | undefined> {
  const { from, to } = namedPeriod(period)
  return (await computeAs(db, { from, to }, new Map([[indicator.code, version]])))[0]
}

/** What people gave is one cause of its own; it opens the entries. */
function givenChange(before: Figure, now: Figure): Split {
  const measure = 'indicators.given'
  const change = rowsChanged(rowsOf(before.figure, measure), rowsOf(now.figure, measure))
  const effect = movesFrom(before.figure.value)(now.figure.value)
  const { came, went } = change
  const cause = { measure, effect, effects: null, came: came.length, went: went.length, changed: 0 }
  return {
    causes: [{ kind: 'given', ...cause }],
    rows: new Map([[rowsKey('given', measure), { ...change, changed: [] }]]),
  }
}

function rowsOf({ rows }: Computed, measure: string) {
  return rows.find((row) => row.measure === measure) ?? { ids: [] }
}

type Changed = (measure: keyof typeof measures, id: number) => boolean
type Told = { tell: Tell; changed?: Changed }

function partsBetween(
  indicator: Indicator,
  [before, now]: readonly [Computed, Computed],
  { tell, changed }: Told,
) {
  const formula = formulaBy(indicator, now.version)
  const changes = new Map(
    formula.measures.map((measure) => {
      const [was, is] = [rowsOf(before, measure), rowsOf(now, measure)]
      const change = rowsChanged(was, is)
      // What was frozen keeps no weights, so the journal says which of its rows were written anew.
      if (change.moved === null && changed) {
        const kept = new Set(was.ids)
        change.changed = is.ids.filter((id) => kept.has(id) && changed(measure, id))
        change.stayed -= change.changed.length
      }
      return [measure, change] as const
    }),
  )
  const sides = { before: countsOf(before), now: countsOf(now), changes }
  return effectsOfParts(formula, sides, tell).map((part) => {
    const change = changes.get(part.measure) ?? rowsChanged({ ids: [] }, { ids: [] })
    const { came, went, changed: anew, stayed } = change
    return {
      change,
      cause: {
        kind: 'part' as const,
        ...part,
        came: came.length,
        went: went.length,
        changed: anew.length,
        stayed,
      },
    }
  })
}

function formulaBy(indicator: Indicator, version: number): Formula {
  return indicator.formulas.find((formula) => formula.version === version) ?? currentFormula(indicator)
}

function countsOf({ rows }: Computed): Counts {
  return Object.fromEntries(rows.map((row) => [row.measure, weighed(row)])) as Counts
}

/** Rows of a frozen figure that were written after what its signature covers. */
async function changedAfter(db: Reader, { figure, position }: Figure): Promise<Changed> {
  const tables = [...new Set(figure.rows.map(({ measure }) => measures[measure].tableName))]
  const rows =
    tables.length === 0
      ? []
      : await db
          .selectFrom('journalRow')
          .select(['tableName', 'rowId'])
          .distinct()
          .where('tableName', 'in', tables)
          .where('commandId', '>', position)
          .execute()
  const keys = new Set(rows.map(({ tableName, rowId }) => `${tableName} ${rowId}`))
  return (measure, id) => keys.has(`${measures[measure].tableName} ${id}`)
}
