import { specialClasses } from '../../shared/catalogue/contract.ts'
import {
  dimensions,
  type Dimension,
  type Figures,
  type Opening,
  type Slice,
} from '../../shared/stock/contract.ts'
import type { Reader } from '../connection.ts'
import { besideOn } from './beside.ts'
import { holdingsOn, type Kin } from './holdings.ts'
import { openingOn, sumOf } from './opening.ts'

type Sums = Map<string, Omit<Slice, 'key'>>

export async function figuresOn(db: Reader, day: string): Promise<Figures> {
  const holdings = await holdingsOn(db, day)
  const opening = (await openingOn(db, day)).filter(({ remaining }) => remaining > 0)
  const openingTitles = sumOf(opening, ({ remainingTitles }) => remainingTitles)
  const openingCopies = sumOf(opening, ({ remaining }) => remaining)
  const by = Object.fromEntries(
    dimensions.map((dimension) => [dimension, slicesOf(dimension, holdings, opening)]),
  ) as Figures['by']
  return {
    asOf: day,
    titles: sumOf(holdings, ({ titles }) => titles) + openingTitles,
    copies: sumOf(holdings, ({ titles, held }) => titles * held.length) + openingCopies,
    openingTitles,
    openingCopies,
    ...(await besideOn(db, day)),
    by,
  }
}

function slicesOf(dimension: Dimension, holdings: readonly Kin[], opening: readonly Opening[]): Slice[] {
  const sums: Sums = new Map()
  for (const kin of holdings) {
    for (const [key, copies] of keysOf(dimension, kin)) {
      addTo(sums, key, { titles: kin.titles, copies: copies * kin.titles })
    }
  }
  for (const cell of opening) {
    const key = openingKey(dimension, cell)
    if (key !== null) addTo(sums, key, { titles: cell.remainingTitles, copies: cell.remaining }, true)
  }
  return [...sums].map(([key, counts]) => ({ key, ...counts })).toSorted(byKey)
}

/** Every key a title falls under, with how many of its copies do: a title held in two places counts once in each. */
function keysOf(dimension: Dimension, { held, classes, ...kin }: Kin): Iterable<[string, number]> {
  switch (dimension) {
    case 'ddc':
    case 'language':
    case 'material':
    case 'year':
      return [[kin[dimension], held.length]]
    case 'class':
      return classes.split(' ').flatMap((each) => (each === '' ? [] : [[each, held.length]]))
    case 'site':
    case 'condition':
    case 'source': {
      const copies = new Map<string, number>()
      for (const copy of held) copies.set(copy[dimension], (copies.get(copy[dimension]) ?? 0) + 1)
      return copies
    }
  }
}

/** A balance says neither condition nor year; which of its titles are of a special class nobody knows yet. */
function openingKey(dimension: Dimension, cell: Opening): string | null {
  switch (dimension) {
    case 'ddc':
      return cell.ddc === '' ? '-' : cell.ddc
    case 'site':
      return String(cell.siteId)
    case 'condition':
    case 'year':
      return '-'
    case 'class':
      return null
    case 'language':
    case 'material':
    case 'source':
      return cell[dimension]
  }
}

function addTo(
  sums: Sums,
  key: string,
  { titles, copies }: { titles: number; copies: number },
  isOpening = false,
): void {
  const sum = sums.get(key) ?? { titles: 0, copies: 0, openingTitles: 0, openingCopies: 0 }
  sum.titles += titles
  sum.copies += copies
  if (isOpening) {
    sum.openingTitles += titles
    sum.openingCopies += copies
  }
  sums.set(key, sum)
}

const fixedOrder: readonly string[] = specialClasses

/** In the order of keys; what is not known stands last. */
function byKey(a: Slice, b: Slice): number {
  if (a.key === '-' || b.key === '-') return a.key === b.key ? 0 : a.key === '-' ? 1 : -1
  const placed = fixedOrder.indexOf(a.key) - fixedOrder.indexOf(b.key)
  return placed || a.key.length - b.key.length || (a.key < b.key ? -1 : 1)
}
