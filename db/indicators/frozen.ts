import canonicalize from 'canonicalize'
import type { Quarter } from '../../shared/dates.ts'
import type { Progress, Value } from '../../shared/indicators/contract.ts'
import { indicatorList } from '../../shared/indicators/formulas.ts'
import type { Reader, Writer } from '../connection.ts'
import { sha256 } from '../hash.ts'
import type { Span } from '../measures.ts'
import { computeAll, type Computed, type Measured } from './compute.ts'
import { packRows, unpackRows } from './row-set.ts'

/**
 * Writes a period's figures down for good, with the rows each was counted from and what it is compared with; answers
 * their common hash.
 */
export async function freezeFigures(
  db: Writer,
  { id: periodId, from, to }: Span & { id: number },
  compare: (values: readonly Value[]) => Promise<(code: string) => unknown>,
): Promise<string> {
  const computed = await computeAll(db, { from, to })
  const comparisonOf = await compare(computed)
  const figures = computed.map(({ rows, parameters, ...value }) => ({
    ...value,
    periodId,
    parameters: JSON.stringify(parameters),
    rowSet: JSON.stringify(rows.map(({ ids, ...measured }) => ({ ...measured, set: packRows(ids) }))),
    compared: JSON.stringify(comparisonOf(value.code)),
  }))
  await db.insertInto('figure').values(figures).execute()
  return hashFigures(figures)
}

/** Over values, formula versions, parameters and rows alike: two reports with one hash say the same. */
export function hashFigures(figures: readonly (Value & { parameters: string; rowSet: string })[]): string {
  const stated = figures
    .map(({ code, version, status, value, parameters, rowSet }) => ({
      code,
      version,
      status,
      value,
      parameters,
      rowSet,
    }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return sha256(canonicalize(stated) ?? '')
}

/** Whether the figures are still those that were signed; a hand edit of the file breaks their hash. */
export async function figuresAreIntact(db: Reader, periodId: number): Promise<boolean> {
  const figures = await db.selectFrom('figure').selectAll().where('periodId', '=', periodId).execute()
  const { figuresHash } = await db
    .selectFrom('period')
    .select('figuresHash')
    .where('id', '=', periodId)
    .executeTakeFirstOrThrow()
  return hashFigures(figures) === figuresHash
}

export async function frozenValues(db: Reader, periodId: number): Promise<Value[]> {
  const values = await db
    .selectFrom('figure')
    .select(['code', 'version', 'status', 'value'])
    .where('periodId', '=', periodId)
    .orderBy('code')
    .execute()
  return values.toSorted((a, b) => placeOf(a.code) - placeOf(b.code))
}

/** What the figures of a signed period were compared with, by code; none of one signed before that was written down. */
export async function frozenComparisons<Comparison>(
  db: Reader,
  periodId: number,
): Promise<Map<string, Comparison>> {
  const rows = await db
    .selectFrom('figure')
    .select(['code', 'compared'])
    .where('periodId', '=', periodId)
    .execute()
  return new Map(
    rows.flatMap(({ code, compared }) =>
      compared === null ? [] : [[code, JSON.parse(compared) as Comparison] as const],
    ),
  )
}

/** The target that a figure of a signed quarter was held against when it was signed. */
export async function frozenProgress(
  db: Reader,
  { year, quarter }: Quarter,
  code: string,
): Promise<ReadonlyMap<string, Progress>> {
  const row = await db
    .selectFrom('figure')
    .innerJoin('period', 'period.id', 'periodId')
    .select('compared')
    .where('year', '=', year)
    .where('quarter', '=', quarter)
    .where('code', '=', code)
    .executeTakeFirst()
  const compared = JSON.parse(row?.compared ?? 'null') as { progress?: Progress | null } | null
  return new Map(compared?.progress ? [[code, compared.progress]] : [])
}

/** Signed or not, figures stand in the order of the catalogue of indicators. */
function placeOf(code: string): number {
  const place = indicatorList.findIndex((indicator) => indicator.code === code)
  return place < 0 ? indicatorList.length : place
}

export async function frozenFigure(db: Reader, periodId: number, code: string): Promise<Computed | null> {
  const figure = await db
    .selectFrom('figure')
    .select(['code', 'version', 'status', 'value', 'parameters', 'rowSet'])
    .where('periodId', '=', periodId)
    .where('code', '=', code)
    .executeTakeFirst()
  if (!figure) return null
  const { parameters, rowSet, ...value } = figure
  const sets = JSON.parse(rowSet) as (Omit<Measured, 'ids'> & { set: string })[]
  return {
    ...value,
    parameters: JSON.parse(parameters) as Span,
    rows: sets.map(({ set, ...measured }) => ({ ...measured, ids: unpackRows(set) })),
  }
}
