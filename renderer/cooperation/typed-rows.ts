import type { Fee, GiftItem } from '../../shared/cooperation/contract.ts'
import { minorPerUnit } from '../../shared/cooperation/rules.ts'
import { displayDate, parseDate } from '../../shared/dates.ts'
import type { EntryRow } from '../ui/EntryGrid.tsx'
import { formatNumber, parseNumber, type NumberStyle } from '../ui/numbers.ts'

export type ItemKey = 'id' | 'name' | 'quantity' | 'value'
export type ItemRow = EntryRow<ItemKey>
export type FeeKey = 'year' | 'amount' | 'date'
export type FeeRow = EntryRow<FeeKey>
type Told<Key extends string> = { row: number; key: Key }
type Reading = { style: NumberStyle; currency: string }

export const emptyItem: ItemRow = { id: '', name: '', quantity: '1', value: '' }
export const emptyFee: FeeRow = { year: '', amount: '', date: '' }

const amountText = (minor: number, { style, currency }: Reading) =>
  formatNumber(minor / minorPerUnit(currency), style)

function readAmount(text: string, { style, currency }: Reading): number | null {
  const value = parseNumber(text, style)
  return value === null || value < 0 ? null : Math.round(value * minorPerUnit(currency))
}

export function itemRows(items: readonly GiftItem[], reading: Reading): ItemRow[] {
  return items.map(({ id, name, quantity, valueMinor }) => ({
    id: id === null ? '' : String(id),
    name,
    quantity: formatNumber(quantity, reading.style),
    value: valueMinor === null ? '' : amountText(valueMinor, reading),
  }))
}

/** What the rows of equipment mean, and which of their cells mean nothing; rows left empty stand for nothing. */
export function readItems(
  rows: readonly ItemRow[],
  reading: Reading,
): { items: GiftItem[]; problems: Told<ItemKey>[] } {
  const items: GiftItem[] = []
  const problems: Told<ItemKey>[] = []
  for (const [row, { id, name, quantity, value }] of rows.entries()) {
    if (name.trim() === '' && value.trim() === '') continue
    const count = parseNumber(quantity, reading.style)
    const valueMinor = value.trim() === '' ? null : readAmount(value, reading)
    if (name.trim() === '') problems.push({ row, key: 'name' })
    const isCount = count !== null && Number.isInteger(count) && count >= 1
    if (!isCount) problems.push({ row, key: 'quantity' })
    if (value.trim() !== '' && valueMinor === null) problems.push({ row, key: 'value' })
    items.push({ id: id === '' ? null : Number(id), name, quantity: isCount ? count : 0, valueMinor })
  }
  return { items, problems }
}

export function feeRows(fees: readonly Fee[], reading: Reading): FeeRow[] {
  return fees.map(({ year, paidMinor, paidOn }) => ({
    year: String(year),
    amount: amountText(paidMinor, reading),
    date: paidOn === null ? '' : displayDate(paidOn),
  }))
}

export function readFees(
  rows: readonly FeeRow[],
  reading: Reading,
): { fees: Fee[]; problems: Told<FeeKey>[] } {
  const fees: Fee[] = []
  const problems: Told<FeeKey>[] = []
  for (const [row, { year, amount, date }] of rows.entries()) {
    if (year.trim() === '' && amount.trim() === '' && date.trim() === '') continue
    const isYear = /^\d{4}$/.test(year.trim())
    const paidMinor = readAmount(amount, reading)
    const paidOn = date.trim() === '' ? null : parseDate(date)
    if (!isYear) problems.push({ row, key: 'year' })
    if (paidMinor === null) problems.push({ row, key: 'amount' })
    if (date.trim() !== '' && paidOn === null) problems.push({ row, key: 'date' })
    fees.push({ year: isYear ? Number(year) : 0, paidMinor: paidMinor ?? -1, paidOn })
  }
  return { fees, problems }
}
