import { isoDateAt } from '../../shared/dates.ts'
import type { Receiver } from '../receiver.ts'
import type { Grouping, Period, PeriodRow, ReportRow, SeriesPoint, Totals } from './contract.ts'

/** Periods that are asked for or of which something came, the latest first. */
export async function periodRows({ store: { db } }: Receiver): Promise<PeriodRow[]> {
  const expected = await db
    .selectFrom('expectedPeriod')
    .select(['periodFrom as from', 'periodTo as to', 'dueOn'])
    .execute()
  const counted = await db
    .selectFrom('counted')
    .innerJoin('library', 'library.id', 'counted.libraryId')
    .select((is) => ['periodFrom as from', 'periodTo as to', is.fn.countAll<number>().as('reported')])
    .where('revokedAt', 'is', null)
    .groupBy(['periodFrom', 'periodTo'])
    .execute()
  const conflicts = await db
    .selectFrom('conflict')
    .select((is) => ['periodFrom as from', 'periodTo as to', is.fn.countAll<number>().as('open')])
    .where('decidedAt', 'is', null)
    .groupBy(['periodFrom', 'periodTo'])
    .execute()
  const { libraries } = await db
    .selectFrom('library')
    .select((is) => is.fn.countAll<number>().as('libraries'))
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const rows = new Map<string, PeriodRow>()
  for (const { from, to, ...known } of [...expected, ...counted, ...conflicts]) {
    const key = `${from} ${to}`
    const row = rows.get(key) ?? { from, to, dueOn: null, libraries, reported: 0, conflicts: 0 }
    if ('dueOn' in known) row.dueOn = known.dueOn
    if ('reported' in known) row.reported = known.reported
    if ('open' in known) row.conflicts = known.open
    rows.set(key, row)
  }
  return [...rows.values()].toSorted((one, other) =>
    one.to === other.to ? one.from.localeCompare(other.from) * -1 : other.to.localeCompare(one.to),
  )
}

/** Every library that may report, with what it stands at for one period. */
export async function reportRows(
  { store: { db }, now }: Receiver,
  { from, to }: Period,
): Promise<ReportRow[]> {
  const today = isoDateAt(now().getTime())
  const expected = await db
    .selectFrom('expectedPeriod')
    .select('dueOn')
    .where('periodFrom', '=', from)
    .where('periodTo', '=', to)
    .executeTakeFirst()
  const isLate = expected !== undefined && expected.dueOn < today
  const rows = await db
    .selectFrom('library')
    .leftJoin('counted', (join) =>
      join
        .onRef('counted.libraryId', '=', 'library.id')
        .on('counted.periodFrom', '=', from)
        .on('counted.periodTo', '=', to),
    )
    .leftJoin('package', 'package.hash', 'counted.packageHash')
    .select([
      'library.id as libraryId',
      'library.code',
      'library.name',
      'library.provinceCode',
      'library.formerProvinceCode',
      'package.receivedAt',
      'package.revision',
      'package.hash as packageHash',
      'package.outcome',
    ])
    .select((is) =>
      is
        .selectFrom('conflict')
        .select((inner) => inner.fn.countAll<number>().as('open'))
        .whereRef('conflict.libraryId', '=', 'library.id')
        .where('conflict.periodFrom', '=', from)
        .where('conflict.periodTo', '=', to)
        .where('conflict.decidedAt', 'is', null)
        .as('conflicts'),
    )
    .where((is) => is.or([is('library.revokedAt', 'is', null), is('package.hash', 'is not', null)]))
    .orderBy('library.provinceCode')
    .orderBy('library.code')
    .execute()
  return rows.map(({ outcome, conflicts, ...row }) => ({
    ...row,
    state: Number(conflicts) > 0 ? 'conflict' : row.packageHash ? 'received' : isLate ? 'late' : 'awaited',
    isMapped: outcome === 'mapped',
  }))
}

const placeColumn = { province: 'provinceCode', formerProvince: 'formerProvinceCode' } as const

/** What the libraries' counted packages add up to, by the province they named in them. */
export async function totalsOf(
  { store: { db } }: Receiver,
  { from, to, by }: Period & { by: Grouping },
): Promise<Totals> {
  const column = placeColumn[by]
  const cells = await db
    .selectFrom('counted')
    .innerJoin('package', 'package.hash', 'counted.packageHash')
    .innerJoin('figure', 'figure.packageHash', 'counted.packageHash')
    .select((is) => [
      `package.${column} as place`,
      'figure.code',
      is.fn.sum<number>('figure.value').as('sum'),
      is.fn.count<number>('figure.value').as('given'),
    ])
    .where('counted.periodFrom', '=', from)
    .where('counted.periodTo', '=', to)
    .where('figure.value', 'is not', null)
    .groupBy([`package.${column}`, 'figure.code'])
    .execute()
  const places = await db
    .selectFrom('counted')
    .innerJoin('package', 'package.hash', 'counted.packageHash')
    .select((is) => [`package.${column} as place`, is.fn.countAll<number>().as('libraries')])
    .where('counted.periodFrom', '=', from)
    .where('counted.periodTo', '=', to)
    .groupBy(`package.${column}`)
    .orderBy(`package.${column}`)
    .execute()
  const { libraries } = await db
    .selectFrom('library')
    .select((is) => is.fn.countAll<number>().as('libraries'))
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const rows = new Map(
    places.map((place) => [place.place, { ...place, values: {} as Record<string, number> }]),
  )
  const sums: Record<string, number> = {}
  const given: Record<string, number> = {}
  for (const cell of cells) {
    const row = rows.get(cell.place)
    if (row) row.values[cell.code] = cell.sum
    sums[cell.code] = (sums[cell.code] ?? 0) + cell.sum
    given[cell.code] = (given[cell.code] ?? 0) + cell.given
  }
  const reported = places.reduce((all, place) => all + place.libraries, 0)
  return { libraries, reported, rows: [...rows.values()], sums, given }
}

/** One figure over all periods. */
export async function seriesOf({ store: { db } }: Receiver, code: string): Promise<SeriesPoint[]> {
  return db
    .selectFrom('counted')
    .innerJoin('figure', 'figure.packageHash', 'counted.packageHash')
    .select((is) => [
      'periodFrom as from',
      'periodTo as to',
      is.fn.sum<number | null>('value').as('sum'),
      is.fn.count<number>('value').as('libraries'),
    ])
    .where('code', '=', code)
    .groupBy(['periodFrom', 'periodTo'])
    .orderBy('periodFrom')
    .orderBy('periodTo')
    .execute()
}
