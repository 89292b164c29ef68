import { Condition, conditions, type NewCopy } from '../../shared/copies/contract.ts'
import { accessionNumberText, giveNumbers, readAccessionCode } from '../../shared/copies/rules.ts'
import type { EntryRow } from '../ui/EntryGrid.tsx'
import { parseNumber, type NumberStyle } from '../ui/numbers.ts'
import { readPlace } from './use-places.ts'

/** The cells of a delivery's grid; `titleId` and `callNumber` come with the title and are not shown. */
export const deliveryKeys = [
  'titleId',
  'callNumber',
  'title',
  'series',
  'number',
  'barcode',
  'price',
  'place',
  'shelf',
  'enumeration',
  'condition',
] as const
export type DeliveryKey = (typeof deliveryKeys)[number]
export type DeliveryRow = EntryRow<DeliveryKey>
export type Series = { id: number; prefix: string; digits: number; lastNumber: number; materials: string[] }
export type Known = { series: readonly Series[]; places: ReadonlySet<string>; style: NumberStyle }

/** What the words of a problem name. */
type Words = { value?: string; line?: string }
export type DeliveryProblem = { row: number; key: DeliveryKey; code: string; words: Words }
export type Reading = {
  copies: NewCopy[]
  problems: DeliveryProblem[]
  /** The number each row will get, as it stands on the label. */
  numbers: string[]
  amountMinor: number
}

const mostMinor = 1_000_000_000_000

/** Reads the grid: what each row would become, and what is still wrong with it. */
export function readDelivery(rows: readonly DeliveryRow[], known: Known): Reading {
  const problems: DeliveryProblem[] = []
  const read = rows.map((row, at) =>
    readRow(row, known, (key, code, words = {}) => problems.push({ row: at, key, code, words })),
  )
  const lastBySeries = new Map(known.series.map(({ id, lastNumber }) => [id, lastNumber]))
  const given = giveNumbers(read, lastBySeries)
  const numbers = given.map(({ number }, at) => {
    const series = known.series.find(({ id }) => id === read[at]?.seriesId)
    return series ? accessionNumberText(series, number) : ''
  })
  for (const [at, { problem }] of given.entries()) {
    const words = { value: numbers[at] ?? '' }
    if (problem && read[at]?.seriesId) problems.push({ row: at, key: 'number', code: problem, words })
  }
  problems.push(...repeatedBarcodes(rows))
  return {
    // What is written on the books while the grid is filled must hold, so the numbers shown are sent as they are.
    copies: read.map((copy, at) => ({ ...copy, number: given[at]?.number ?? null })),
    problems: problems.toSorted((a, b) => a.row - b.row),
    numbers,
    amountMinor: read.reduce((sum, { priceMinor }) => sum + (priceMinor ?? 0), 0),
  }
}

type Report = (key: DeliveryKey, code: string, words?: Words) => void

function readRow(row: DeliveryRow, { series, places, style }: Known, report: Report): NewCopy {
  const own = series.find(({ id }) => String(id) === row.series)
  if (!own) report('series', 'series_unknown')
  const number = row.number.trim() === '' ? null : numberIn(row.number, own)
  if (number === 0) report('number', 'not_a_number', { value: row.number })
  const price = row.price.trim() === '' ? null : parseNumber(row.price, style)
  const isPriceWrong =
    row.price.trim() !== '' && (price === null || price < 0 || price > mostMinor || !Number.isInteger(price))
  if (isPriceWrong) report('price', 'not_a_price', { value: row.price })
  const place = places.has(row.place) ? readPlace(row.place) : null
  if (!place) report('place', 'place_unknown')
  const condition = Condition.safeParse(row.condition)
  if (!condition.success) report('condition', 'condition_unknown', { value: row.condition })
  return {
    titleId: Number(row.titleId),
    seriesId: own?.id ?? 0,
    number: number || null,
    barcode: row.barcode.trim(),
    priceMinor: isPriceWrong ? null : price,
    siteId: place?.siteId ?? 0,
    storeId: place?.storeId ?? null,
    shelf: row.shelf,
    callNumber: row.callNumber,
    enumeration: row.enumeration,
    condition: condition.success ? condition.data : 'good',
    status: 'available',
    note: '',
  }
}

/** A number typed plain or read off a label with its prefix; 0 where it is neither. */
function numberIn(text: string, series: Series | undefined): number {
  const [meant] = series ? readAccessionCode(text, [series]) : []
  return meant?.number ?? (/^\d{1,12}$/.test(text.trim()) ? Number(text) : 0)
}

function repeatedBarcodes(rows: readonly DeliveryRow[]): DeliveryProblem[] {
  const firstByCode = new Map<string, number>()
  return rows.flatMap(({ barcode }, row) => {
    const code = barcode.trim()
    const first = firstByCode.get(code)
    if (code === '') return []
    if (first === undefined) {
      firstByCode.set(code, row)
      return []
    }
    return [
      {
        row,
        key: 'barcode' as const,
        code: 'barcode_twice',
        words: { value: code, line: String(first + 1) },
      },
    ]
  })
}

/** The series that a kind of material takes its numbers from: the one made for it, else the only one there is. */
export function seriesFor(material: string, series: readonly Series[]): Series | undefined {
  return (
    series.find(({ materials }) => materials.includes(material)) ??
    (series.length === 1 ? series[0] : series.find(({ materials }) => materials.length === 0))
  )
}

export type NewRows = { titleId: number; title: string; count: number } & Pick<
  DeliveryRow,
  'callNumber' | 'series' | 'price' | 'place' | 'shelf' | 'condition'
>

/** The rows of one title: as many as came, alike but for their numbers and barcodes. */
export function rowsOf({ titleId, count, ...cells }: NewRows): DeliveryRow[] {
  const row: DeliveryRow = { ...cells, titleId: String(titleId), number: '', barcode: '', enumeration: '' }
  return Array.from({ length: count }, () => ({ ...row }))
}

/** A draft may be older than the grid: cells it lacks are empty, what is no row is left out. */
export function knownRows(rows: readonly Partial<DeliveryRow>[]): DeliveryRow[] {
  return rows.filter(({ titleId }) => Number(titleId) > 0).map((row) => ({ ...emptyRow, ...row }))
}

const emptyRow: DeliveryRow = {
  titleId: '',
  callNumber: '',
  title: '',
  series: '',
  number: '',
  barcode: '',
  price: '',
  place: '',
  shelf: '',
  enumeration: '',
  condition: conditions[0],
}

/** Which cell a refusal of the engine speaks of, by its code. */
export const keyOfRefusal: Partial<Record<string, DeliveryKey>> = {
  title_not_found: 'title',
  series_not_found: 'series',
  site_not_found: 'place',
  store_not_found: 'place',
  duplicate_barcode: 'barcode',
  duplicate_number: 'number',
  number_void: 'number',
  number_out_of_series: 'number',
}
