import type { CardStanding, ConsentGiver, LoanException, ReaderRule } from './reader.ts'

type Terms = Pick<LoanException, 'days' | 'copies' | 'renewals'>

/** The rule for this group and this material; what says both goes before a material, a material before a group. */
export function termsFor(
  rule: Pick<ReaderRule, 'days' | 'copies' | 'renewals' | 'exceptions'>,
  { groupId, material }: { groupId: number; material: string },
): Terms {
  const fits = rule.exceptions.filter(
    (each) =>
      (each.groupId === null || each.groupId === groupId) &&
      (each.material === null || each.material === material) &&
      (each.groupId !== null || each.material !== null),
  )
  const weight = (each: LoanException) => (each.material === null ? 0 : 2) + (each.groupId === null ? 0 : 1)
  const [first] = fits.toSorted((a, b) => weight(b) - weight(a))
  const { days, copies, renewals } = first ?? rule
  return { days, copies, renewals }
}

const dayMs = 86_400_000

export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10)
}

/** The same day of a later month, or its last one. */
export function monthsAfter(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10)
}

export function lateDaysOf(
  loan: { dueOn: string; returnedOn: string | null; lostOn: string | null },
  today: string,
): number {
  const until = loan.returnedOn ?? loan.lostOn ?? today
  return Math.max(0, Math.round((Date.parse(until) - Date.parse(loan.dueOn)) / dayMs))
}

type Held = {
  expiresOn: string | null
  suspendedOn: string | null
  suspendedUntil: string | null
}

/** A suspension ends after its last day by itself, or when it is lifted. */
export function standingOf({ expiresOn, suspendedOn, suspendedUntil }: Held, today: string): CardStanding {
  if (expiresOn === null) return 'none'
  const isSuspended = suspendedOn !== null && (suspendedUntil === null || suspendedUntil >= today)
  if (isSuspended) return 'suspended'
  return expiresOn < today ? 'expired' : 'valid'
}

/** From this age on a child consents too, beside its parent or guardian (Law 91/2025/QH15). */
const consentsFrom = 7

/** Whose consent must stand before data of this person are kept. */
export function consentsNeeded(
  { isChild, bornOn }: { isChild: boolean; bornOn: string | null },
  today: string,
): ConsentGiver[] {
  if (!isChild) return ['reader']
  const isYoung = bornOn !== null && monthsAfter(bornOn, consentsFrom * 12) > today
  return isYoung ? ['guardian'] : ['reader', 'guardian']
}

export function cardNumber(
  { cardPrefix, cardDigits }: Pick<ReaderRule, 'cardPrefix' | 'cardDigits'>,
  number: number,
): string {
  return `${cardPrefix}${String(number).padStart(cardDigits, '0')}`
}
