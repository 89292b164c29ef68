import { sql } from 'kysely'
import canonicalize from 'canonicalize'
import type { Progress, Value } from '../../shared/indicators/contract.ts'
import { indicatorList } from '../../shared/indicators/formulas.ts'
import type { NamedPeriod } from '../../shared/periods.ts'
import type { Reader, Writer } from '../connection.ts'
import { sha256 } from '../hash.ts'
import type { Span } from '../measures.ts'
import { computeAll, computeAs, type Computed, type Measured } from './compute.ts'
import { earlierSince } from './earlier-reading.ts'
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
  const figures = computed.map((figure) => ({
    periodId,
    ...packed(figure),
    compared: JSON.stringify(comparisonOf(figure.code)),
  }))
  await db.insertInto('figure').values(figures).execute()
  return hashFigures(figures)
}

function packed({ rows, parameters, givenReason: _, ...value }: Computed) {
  return {
    ...value,
    parameters: JSON.stringify(parameters),
    rowSet: JSON.stringify(
      rows.map(({ ids, weights: _, ...measured }) => ({ ...measured, set: packRows(ids) })),
    ),
  }
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

const givenHead = '[{"measure":"indicators.given"'
/** A figure that was given by hand keeps the reason among its rows, where the hash covers it. */
const givenReason = sql<string | null>`
  case when substr(rowSet, 1, ${givenHead.length}) = ${givenHead} then json_extract(rowSet, '$[0].reason') end
`.as('givenReason')

function withReason({
  givenReason: reason,
  ...value
}: Omit<Value, 'givenReason'> & { givenReason: string | null }): Value {
  return reason === null ? value : { ...value, givenReason: reason }
}

export async function frozenValues(db: Reader, periodId: number): Promise<Value[]> {
  const values = await db
    .selectFrom('figure')
    .select(['code', 'version', 'status', 'value'])
    .select(givenReason)
    .where('periodId', '=', periodId)
    .orderBy('code')
    .execute()
  return values.map(withReason).toSorted((a, b) => placeOf(a.code) - placeOf(b.code))
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

/** What counts for others: as it was signed, or as it was restated last, or up to a restatement of a number. */
export async function officialValues(
  db: Reader,
  periodId: number,
  lastRestatement = Number.MAX_SAFE_INTEGER,
): Promise<Value[]> {
  const signed = await frozenValues(db, periodId)
  const restated = await db
    .selectFrom('restatedFigure')
    .innerJoin('restatement', 'restatement.id', 'restatementId')
    .select(['code', 'version', 'status', 'value'])
    .select(givenReason)
    .where('periodId', '=', periodId)
    .where('number', '<=', lastRestatement)
    .orderBy('number')
    .execute()
  const last = new Map(restated.map((figure) => [figure.code, withReason(figure)]))
  return signed.map((value) => last.get(value.code) ?? value)
}

/** Figures of a signed period that count otherwise now, by the formulas they were signed with. */
export async function changedFigures(
  db: Reader,
  period: Span & { id: number },
): Promise<{ before: Value; now: Computed }[]> {
  const official = await officialValues(db, period.id)
  const versions = new Map(official.map(({ code, version }) => [code, version]))
  const { from, to } = period
  const computed = new Map((await computeAs(db, { from, to }, versions)).map((now) => [now.code, now]))
  return official.flatMap((before) => {
    const now = computed.get(before.code)
    const isSame = !now || (now.status === before.status && now.value === before.value)
    return isSame ? [] : [{ before, now }]
  })
}

/** What is said anew of a signed period as it is written down for good, and the hash of just that. */
export function packedAnew(computed: readonly Computed[]) {
  const figures = computed.map(packed)
  return { figures, figuresHash: hashFigures(figures) }
}

/** Whether what was restated is still what was signed. */
export async function restatedAreIntact(db: Reader, periodId: number): Promise<boolean> {
  const restatements = await db
    .selectFrom('restatement')
    .select(['id', 'figuresHash'])
    .where('periodId', '=', periodId)
    .execute()
  for (const { id, figuresHash } of restatements) {
    const figures = await db
      .selectFrom('restatedFigure')
      .selectAll()
      .where('restatementId', '=', id)
      .execute()
    if (hashFigures(figures) !== figuresHash) return false
  }
  return true
}

const periodsBack = 8

/** What was signed of each figure in the periods of its kind before, or of quarters reported before the program; newest first. */
export async function signedBefore(
  db: Reader,
  { from, kind }: Pick<NamedPeriod, 'from' | 'kind'>,
): Promise<ReadonlyMap<string, readonly number[]>> {
  // Free days are as long as they are: nothing is usual of them.
  if (kind === 'range') return new Map()
  const periods = db
    .selectFrom('period')
    .select('id')
    .where('kind', '=', kind)
    .where('state', '=', 'signed')
    .where('fromOn', '<', from)
    .orderBy('fromOn', 'desc')
    .limit(periodsBack)
  const rows = await db
    .selectFrom('figure')
    .innerJoin('period', 'period.id', 'figure.periodId')
    .select(['code', 'value', 'fromOn as at'])
    .where('status', '=', 'known')
    .where('periodId', 'in', periods)
    .orderBy('fromOn', 'desc')
    .execute()
  const earlier = kind === 'quarter' ? await earlierSince(db, { before: from, quarters: periodsBack }) : []
  const all = [...rows.map(({ code, value, at }) => ({ code, value, at })), ...earlier]
  const byCode = Map.groupBy(
    all.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    ({ code }) => code,
  )
  return new Map([...byCode].map(([code, found]) => [code, found.flatMap(({ value }) => value ?? [])]))
}

/** The target that a figure of a signed period was held against when it was signed. */
export async function frozenProgress(
  db: Reader,
  period: string,
  code: string,
): Promise<ReadonlyMap<string, Progress>> {
  const row = await db
    .selectFrom('figure')
    .innerJoin('period', 'period.id', 'periodId')
    .select('compared')
    .where('period', '=', period)
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
  const reason = sets[0]?.reason
  return {
    ...value,
    ...(reason !== undefined && { givenReason: reason }),
    parameters: JSON.parse(parameters) as Span,
    rows: sets.map(({ set, ...measured }) => ({ ...measured, ids: unpackRows(set) })),
  }
}
