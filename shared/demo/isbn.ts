import { chance, diceOf } from './dice.ts'
import { timingOf } from './timing.ts'

/** Viet Nam's group 978-604 leaves six digits before the check digit. */
const groupSize = 1_000_000
const firstYearWithIsbn = 2008

/** Unique among the first two million numbers of a seed; empty for older books and some others. */
export function isbnOf(seed: number, number: number, today: string): string {
  return hasIsbn(seed, number, today) ? withCheckDigit(`978604${digitsOf(seed, number)}`) : ''
}

/** Two numbers a million apart share their digits: the second has an ISBN only where the first has none. */
function hasIsbn(seed: number, number: number, today: string): boolean {
  if (number > groupSize && hasIsbn(seed, number - groupSize, today)) return false
  return (
    timingOf(seed, number, today).year >= firstYearWithIsbn &&
    chance(diceOf(seed + 1, -number - groupSize)) < 0.94
  )
}

/** The multiplier has no divisor in common with a million, so no two of a million numbers meet. */
function digitsOf(seed: number, number: number): string {
  return String(((number % groupSize) * 611_953 + (seed % groupSize)) % groupSize).padStart(6, '0')
}

function withCheckDigit(digits: string): string {
  let sum = 0
  for (let at = 0; at < 12; at++) sum += Number(digits[at]) * (at % 2 ? 3 : 1)
  return digits + ((10 - (sum % 10)) % 10)
}
