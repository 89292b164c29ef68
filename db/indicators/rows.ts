import { signedPeriod } from './signed-period.ts'
import { fold } from '../../shared/fold.ts'
import type { Indicator } from '../../shared/indicators/formulas.ts'
import { namedPeriod } from '../../shared/periods.ts'
import type { Reader } from '../connection.ts'
import { journalHead } from '../journal/index.ts'
import { compute, measures, type Computed, type Measured } from './compute.ts'
import { frozenFigure } from './frozen.ts'

const readAtOnce = 1000

/** A figure of a period as it was signed, or as it counts now; `position` is the entry of the journal it rests on. */
export async function figureOf(
  db: Reader,
  indicator: Indicator,
  period: string,
): Promise<{ figure: Computed; isFrozen: boolean; position: number }> {
  const signed = await signedPeriod(db, period)
  const frozen = signed ? await frozenFigure(db, signed.id, indicator.code) : null
  if (frozen) return { figure: frozen, isFrozen: true, position: signed?.position ?? 0 }
  const { from, to } = namedPeriod(period)
  const figure = await compute(db, indicator, { from, to })
  return { figure, isFrozen: false, position: (await journalHead(db)).position }
}

export type Labelled = { tableName: string; rowId: number; label: string; detail: string }

/** Rows of one measure with what people know them by, in the order asked for. */
export async function labelled(
  db: Reader,
  { measure, ids }: Pick<Measured, 'measure' | 'ids'>,
): Promise<Labelled[]> {
  const { tableName, label } = measures[measure]
  const byId = new Map((await label(db, ids)).map((row) => [row.id, row]))
  return ids.map((rowId) => ({
    tableName,
    rowId,
    label: byId.get(rowId)?.label ?? '',
    detail: byId.get(rowId)?.detail ?? '',
  }))
}

type Told = (rows: readonly Labelled[]) => void

/** All rows behind a figure that have the words, a thousand at a time; `told` hears of each thousand that was read. */
export async function rowsWith(
  db: Reader,
  { figure, text }: { figure: Computed; text: string },
  told: Told = () => undefined,
): Promise<Measured[]> {
  const words = fold(text.trim())
  const found: Measured[] = []
  for (const { measure, ids } of figure.rows) {
    const kept: number[] = []
    for (let from = 0; from < ids.length; from += readAtOnce) {
      const rows = await labelled(db, { measure, ids: ids.slice(from, from + readAtOnce) })
      const having = rows.filter(({ label, detail }) => fold(`${label} ${detail}`).includes(words))
      for (const { rowId } of having) kept.push(rowId)
      told(having)
    }
    found.push({ measure, ids: kept })
  }
  return found
}

/** How many rows of each table a figure rests on. */
export function countsOf(rows: readonly Measured[]): { tableName: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { measure, ids } of rows) {
    const { tableName } = measures[measure]
    counts.set(tableName, (counts.get(tableName) ?? 0) + ids.length)
  }
  return [...counts].filter(([, count]) => count > 0).map(([tableName, count]) => ({ tableName, count }))
}
