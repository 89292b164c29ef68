import { CardEntry, type LabelSource } from '../../shared/labels/contract.ts'
import { readAccessionCode, type NumberForm } from '../../shared/copies/rules.ts'
import type { EntryProblem, EntryRow } from '../ui/entry-rows.ts'

export const cardKeys = ['personName', 'cardNumber', 'unit', 'validUntil'] as const
export type CardKey = (typeof cardKeys)[number]
export type CardRow = EntryRow<CardKey>
export type WantedCopy = { id: number; accessionNumber: string; title: string }

/** What the page has been told so far, of every kind of source; half filled in is no source yet. */
export type Wanted = {
  by: LabelSource['by']
  copies: WantedCopy[]
  voucherId: string
  seriesId: string
  /** The ends of a range as they were typed or scanned, with the series' prefix or without, and the numbers meant. */
  fromCode: string
  toCode: string
  from: number | null
  to: number | null
  siteId: string
  cards: CardRow[]
}

export const sources = ['copies', 'voucher', 'series', 'unlabelled', 'cards'] as const

export const blankCard: CardRow = { personName: '', cardNumber: '', unit: '', validUntil: '' }
export const nothingWanted: Wanted = {
  by: 'unlabelled',
  copies: [],
  voucherId: '',
  seriesId: '',
  fromCode: '',
  toCode: '',
  from: null,
  to: null,
  siteId: '',
  cards: [blankCard],
}

const isBlank = (row: CardRow) => cardKeys.every((key) => row[key].trim() === '')

/** The list as typed; rows that hold nothing are no cards. */
export function readCards(rows: readonly CardRow[]): {
  cards: CardEntry[]
  lacking: { row: number; key: CardKey }[]
} {
  const cards: CardEntry[] = []
  const lacking: { row: number; key: CardKey }[] = []
  for (const [at, row] of rows.entries()) {
    if (isBlank(row)) continue
    const read = CardEntry.safeParse(row)
    if (read.success) cards.push(read.data)
    else
      for (const { path } of read.error.issues)
        lacking.push({ row: at, key: cardKeys.find((key) => key === path[0]) ?? 'personName' })
  }
  return { cards, lacking }
}

export function cardProblems(
  lacking: ReturnType<typeof readCards>['lacking'],
  wordOf: (key: CardKey) => string,
): EntryProblem<CardKey>[] {
  return lacking.map(({ row, key }) => ({ row, key, text: wordOf(key) }))
}

/** What is wanted, once enough is known of it. */
export function sourceOf(wanted: Wanted): LabelSource | null {
  const { by, copies, voucherId, seriesId, from, to, siteId, cards } = wanted
  switch (by) {
    case 'copies':
      return copies.length > 0 ? { by, copyIds: copies.map(({ id }) => id) } : null
    case 'voucher':
      return voucherId === '' ? null : { by, voucherId: Number(voucherId) }
    case 'series': {
      const isRange = isPlace(from) && isPlace(to) && from <= to
      return seriesId !== '' && isRange ? { by, seriesId: Number(seriesId), from, to } : null
    }
    case 'unlabelled':
      return { by, siteId: siteId === '' ? null : Number(siteId) }
    case 'cards': {
      const read = readCards(cards)
      return read.cards.length > 0 && read.lacking.length === 0 ? { by, cards: read.cards } : null
    }
  }
}

type Series = NumberForm & { id: number }
type Ends = Pick<Wanted, 'seriesId' | 'fromCode' | 'toCode'>
type RangeProblem = { end: 'fromCode' | 'toCode'; code: 'numberUnclear' | 'otherSeries' | 'rangeWrong' }

/** The numbers that two codes mean; a prefix says of which series, and what was scanned last decides. */
export function rangeTyped(now: Wanted, typed: Partial<Ends>, series: readonly Series[]): Wanted {
  const next = { ...now, ...typed }
  const last = typed.toCode ?? typed.fromCode ?? ''
  const named = seriesNamed(last, series)
  const seriesId = named.length === 1 && named[0] ? String(named[0].id) : next.seriesId
  const numberIn = (code: string) =>
    readAccessionCode(code, series).find((read) => String(read.series.id) === seriesId)?.number ?? null
  return { ...next, seriesId, from: numberIn(next.fromCode), to: numberIn(next.toCode) }
}

/** A bare number names the only series there is. */
function seriesNamed(code: string, series: readonly Series[]): Series[] {
  const read = readAccessionCode(code, series).map((each) => each.series)
  return /^\d*$/.test(code.trim()) && series.length > 1 ? [] : [...new Set(read)]
}

/** Another series for the same numbers: the prefix of the former one goes. */
export function rangeInSeries(now: Wanted, seriesId: string): Wanted {
  const bare = (code: string, number: number | null) => (number === null ? code : String(number))
  return { ...now, seriesId, fromCode: bare(now.fromCode, now.from), toCode: bare(now.toCode, now.to) }
}

export function rangeProblem(
  { seriesId, fromCode, toCode, from, to }: Wanted,
  series: readonly Series[],
): RangeProblem | null {
  for (const [end, code, number] of [
    ['fromCode', fromCode, from],
    ['toCode', toCode, to],
  ] as const) {
    if (code.trim() === '' || isPlace(number)) continue
    const isKnown = readAccessionCode(code, series).length > 0
    // A bare number waits for the series to be chosen.
    if (isKnown && seriesId === '' && /^\d+$/.test(code.trim())) continue
    return { end, code: isKnown && number === null ? 'otherSeries' : 'numberUnclear' }
  }
  return isPlace(from) && isPlace(to) && from > to ? { end: 'toCode', code: 'rangeWrong' } : null
}

const isPlace = (number: number | null): number is number =>
  number !== null && Number.isInteger(number) && number >= 1
