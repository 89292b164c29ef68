import { CardEntry, type LabelSource } from '../../shared/labels/contract.ts'
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

const isPlace = (number: number | null): number is number =>
  number !== null && Number.isInteger(number) && number >= 1
