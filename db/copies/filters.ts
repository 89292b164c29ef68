import { sql, type RawBuilder } from 'kysely'
import type { CopyFilters } from '../../shared/copies/contract.ts'
import { readAccessionCode, type NumberForm } from '../../shared/copies/rules.ts'
import { fold, words } from '../../shared/fold.ts'

type Condition = RawBuilder<unknown>
type SeriesForm = NumberForm & { id: number }

/** Conditions on the copy alone, and those that need its title. */
export type Conditions = { onCopy: Condition[]; onTitle: Condition[]; isNarrow: boolean }

export function conditionsOf(filters: CopyFilters, series: readonly SeriesForm[]): Conditions {
  const { titleId, voucherId, withdrawalId } = filters
  const text = filters.text.trim()
  const onCopy = [
    ...stateConditions(filters),
    ...dayConditions(filters),
    ...equals('titleId', titleId),
    ...equals('voucherId', voucherId),
    ...equals('withdrawalId', withdrawalId),
    ...equals('seriesId', filters.seriesId),
    ...equals('status', filters.status),
    ...placeConditions(filters),
    ...(filters.source === null
      ? []
      : [sql`copy.voucherId in (select id from voucher where source = ${filters.source})`]),
    ...(filters.isOpening === null
      ? []
      : [sql`copy.voucherId in (select id from voucher where isOpening = ${filters.isOpening ? 1 : 0})`]),
    ...(filters.isMerged === null
      ? []
      : [
          sql`copy.voucherId in (select id from voucher where (mergerId is not null) = ${filters.isMerged ? 1 : 0})`,
        ]),
    ...(text === '' ? [] : [sql`copy.id in (${textIds(text, series)})`]),
  ]
  const isNarrow = [titleId, voucherId, withdrawalId].some((each) => each !== null) || text !== ''
  return { onCopy, onTitle: titleConditions(filters), isNarrow }
}

function equals(column: string, value: number | string | null): Condition[] {
  return value === null ? [] : [sql`copy.${sql.ref(column)} = ${value}`]
}

function stateConditions({ state, asOf }: CopyFilters): Condition[] {
  const isKept = sql`copy.cancelledOn is null`
  const isThere = asOf === null ? [] : [sql`copy.accessionedOn <= ${asOf}`]
  switch (state) {
    case 'all':
      return isThere
    case 'counted':
      return [isKept, ...isThere]
    case 'cancelled':
      return [sql`copy.cancelledOn is not null`, ...isThere]
    case 'withdrawn':
      return [isKept, asOf === null ? sql`copy.withdrawnOn is not null` : sql`copy.withdrawnOn <= ${asOf}`]
    case 'live':
      return asOf === null
        ? [isKept, sql`copy.withdrawnOn is null`]
        : [isKept, ...isThere, sql`(copy.withdrawnOn is null or copy.withdrawnOn > ${asOf})`]
  }
}

function dayConditions(filters: CopyFilters): Condition[] {
  const { accessionedFrom, accessionedTo, withdrawnFrom, withdrawnTo } = filters
  return [
    ...(accessionedFrom === null ? [] : [sql`copy.accessionedOn >= ${accessionedFrom}`]),
    ...(accessionedTo === null ? [] : [sql`copy.accessionedOn <= ${accessionedTo}`]),
    ...(withdrawnFrom === null ? [] : [sql`copy.withdrawnOn >= ${withdrawnFrom}`]),
    ...(withdrawnTo === null ? [] : [sql`copy.withdrawnOn <= ${withdrawnTo}`]),
  ]
}

/** Place and condition at the end of a day: as today, but for copies that have left that state since. */
function placeConditions({ siteId, storeId, condition, asOf }: CopyFilters): Condition[] {
  const wanted = Object.entries({ siteId, storeId, condition }).filter(([, value]) => value !== null)
  if (asOf === null) return wanted.flatMap(([column, value]) => equals(column, value))
  return wanted.map(
    ([column, value]) => sql`(
      (copy.${sql.ref(column)} = ${value}
        and copy.id not in (select copyId from copyPast where untilOn > ${asOf}))
      or copy.id in (
        select copyId from copyPast where id in (
          select cast(substr(min(untilOn || printf('%016d', id)), 11) as integer) from copyPast
          where untilOn > ${asOf} group by copyId)
        and ${sql.ref(column)} = ${value}))`,
  )
}

function titleConditions(filters: CopyFilters): Condition[] {
  const { material, language, ddc, decade, class: named, asOf } = filters
  return [
    ...(material === null ? [] : [sql`title.material = ${material}`]),
    ...(language === null ? [] : [sql`title.language = ${language}`]),
    ...(ddc === null
      ? []
      : [ddc === '-' ? sql`title.ddc = ''` : sql`substr(title.ddc, 1, ${ddc.length}) = ${ddc}`]),
    ...(decade === null
      ? []
      : [
          decade === '-'
            ? sql`title.publishedYear is null`
            : sql`title.publishedYear / 10 = ${Math.floor(Number(decade) / 10)}`,
        ]),
    ...(named === null ? [] : [classCondition(named, asOf)]),
  ]
}

function classCondition(named: string, asOf: string | null): Condition {
  const then =
    asOf === null ? sql`endedOn is null` : sql`setOn <= ${asOf} and (endedOn is null or endedOn > ${asOf})`
  return sql`title.id in (select titleId from titleClass where class = ${named} and ${then})`
}

/** Merged copies by the number or the label they had before. */
function formerIds(starts: readonly string[], text: string): Condition[] {
  const byNumber = starts.map(
    (start) => sql`select copyId from formerCopy
      where accessionNumber >= ${start} and accessionNumber < ${`${start}\u{10FFFF}`} and copyId is not null`,
  )
  return [
    ...byNumber,
    sql`select copyId from formerCopy where barcode = ${text} and barcode != '' and copyId is not null`,
  ]
}

/** Copies that a text names: by the beginning of a number, a barcode, or words of the title. */
function textIds(text: string, series: readonly SeriesForm[]): Condition {
  const starts = [...new Set([text, text.toUpperCase()])]
  const byNumber = starts.map(
    (start) => sql`select id from copy
      where accessionNumber >= ${start} and accessionNumber < ${`${start}\u{10FFFF}`}`,
  )
  const byCode = readAccessionCode(text, series).map(
    (meant) => sql`select id from copy where seriesId = ${meant.series.id} and number = ${meant.number}`,
  )
  const match = words(fold(text))
    .map((word) => `"${word}"*`)
    .join(' ')
  const byTitle = sql`select copy.id from titleSearch join copy on copy.titleId = titleSearch.rowid
    where titleSearch match ${match}`
  const all = [
    ...byNumber,
    ...byCode,
    sql`select id from copy where barcode = ${text} and barcode != ''`,
    ...formerIds(starts, text),
    ...(match === '' ? [] : [byTitle]),
  ]
  return sql.join(all, sql` union `)
}
