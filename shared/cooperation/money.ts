import * as z from 'zod'
import { isoDate } from '../fields.ts'

/** Currencies that libraries here were given money in. */
export const currencies = [
  'VND',
  'USD',
  'EUR',
  'JPY',
  'KRW',
  'CNY',
  'GBP',
  'AUD',
  'CAD',
  'SEK',
  'CHF',
  'SGD',
  'THB',
  'LAK',
  'KHR',
  'INR',
  'HUF',
  'RUB',
] as const
export type Currency = (typeof currencies)[number]

/** Those without a smaller unit in use. */
const whole: readonly string[] = ['VND', 'JPY', 'KRW', 'LAK', 'KHR']

/** An amount as it was given; one in a foreign currency keeps the rate of the day it was reckoned at. */
export const moneyFields = {
  currency: z.enum(currencies).default('VND'),
  /** In the smallest unit of its currency; null where nobody knows. */
  amountMinor: z.int().min(0).max(9e15).nullable().default(null),
  /** Đồng for one unit of the currency, at most four decimals. */
  rate: z.number().positive().max(10_000_000).nullable().default(null),
  rateOn: isoDate.nullable().default(null),
}
export const Money = z.object(moneyFields)
export type Money = z.output<typeof Money>

export function minorPerUnit(currency: string): number {
  return whole.includes(currency) ? 1 : 100
}

export function isForeign({ currency, amountMinor }: Pick<Money, 'currency' | 'amountMinor'>): boolean {
  return currency !== 'VND' && amountMinor !== null
}

const ratePlaces = 10_000n

/** In whole đồng, halves up; null where the amount or its rate is not known. */
export function inDong({ currency, amountMinor, rate }: Omit<Money, 'rateOn'>): number | null {
  if (amountMinor === null) return null
  if (currency === 'VND') return amountMinor
  if (rate === null) return null
  // Whole numbers all the way: 0.1 + 0.2 has no place in a sum that somebody signs.
  const exact = BigInt(amountMinor) * BigInt(Math.round(rate * Number(ratePlaces)))
  const base = BigInt(minorPerUnit(currency)) * ratePlaces
  return Number((exact * 2n + base) / (base * 2n))
}

/** What an amount without a rate, or none at all, keeps of its other fields. */
export function settledMoney(money: Money): Money & { amountVnd: number | null } {
  const rated = isForeign(money) && money.rate !== null
  const { currency, amountMinor } = money
  return {
    currency,
    amountMinor,
    rate: rated ? money.rate : null,
    rateOn: rated ? money.rateOn : null,
    amountVnd: inDong(money),
  }
}
