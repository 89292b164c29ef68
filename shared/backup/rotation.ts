import { isoDateAt } from '../dates.ts'

/** How many of each are kept: the newest of a day, of a week, of a month, of a year. */
export type RotationRule = {
  daily: number
  weekly: number
  monthly: number
  yearly: number
  /** For how many years the copy made after a report was signed stays. */
  signedYears: number
}

export type RotatedCopy = {
  id: number
  madeAt: string
  /** Stood its test, and nothing was found wrong with it since. */
  isSound: boolean
  isHeld: boolean
}

export const keepReasons = [
  'newest',
  'recent',
  'daily',
  'weekly',
  'monthly',
  'yearly',
  'signed',
  'held',
] as const
export type KeepReason = (typeof keepReasons)[number]

type Circumstances = { today: string; signedAt: readonly string[] }

const dayMs = 86_400_000
const spans = ['daily', 'weekly', 'monthly', 'yearly'] as const

/** Why each copy of a place stays; one without a reason goes. */
export function keptCopies(
  copies: readonly RotatedCopy[],
  rule: RotationRule,
  { today, signedAt }: Circumstances,
): Map<number, KeepReason[]> {
  const newestFirst = copies.toSorted(byAge)
  const sound = newestFirst.filter(({ isSound }) => isSound)
  const reasons = new Map<number, KeepReason[]>(newestFirst.map(({ id }) => [id, []]))
  const keep = (id: number, reason: KeepReason) => reasons.get(id)?.push(reason)
  const [newest] = sound
  if (newest) keep(newest.id, 'newest')
  // What was not proven is no copy to rely on, but nothing better came after it.
  for (const { id, isSound, madeAt } of newestFirst)
    if (!isSound && (!newest || madeAt > newest.madeAt)) keep(id, 'newest')
  // What somebody copied before a great change is not cleared away by the copy after it.
  for (const { id, madeAt } of sound) if (dayAt(madeAt) >= dayBefore(today)) keep(id, 'recent')
  for (const span of spans) for (const id of newestOfEach(sound, span, rule[span])) keep(id, span)
  for (const id of afterSignings(sound, signedAt, yearsBefore(today, rule.signedYears))) keep(id, 'signed')
  for (const { id, isHeld } of newestFirst) if (isHeld) keep(id, 'held')
  return reasons
}

function byAge(a: RotatedCopy, b: RotatedCopy): number {
  if (a.madeAt === b.madeAt) return b.id - a.id
  return a.madeAt < b.madeAt ? 1 : -1
}

/** Of the last so many spans in which there is a copy, so that a PC that was off for months does not lose all. */
function newestOfEach(newestFirst: readonly RotatedCopy[], span: (typeof spans)[number], count: number) {
  const newestBySpan = new Map<string, number>()
  for (const { id, madeAt } of newestFirst) {
    if (newestBySpan.size >= count) break
    const name = spanOf(madeAt, span)
    if (!newestBySpan.has(name)) newestBySpan.set(name, id)
  }
  return newestBySpan.values()
}

function spanOf(madeAt: string, span: (typeof spans)[number]): string {
  const day = dayAt(madeAt)
  if (span === 'daily') return day
  if (span === 'weekly') return mondayOf(day)
  return day.slice(0, span === 'monthly' ? 7 : 4)
}

function mondayOf(day: string): string {
  const at = Date.parse(day)
  return dayOf(at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs)
}

const dayAt = (instant: string) => isoDateAt(Date.parse(instant))
const dayBefore = (day: string) => dayOf(Date.parse(day) - dayMs)
const dayOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10)

function yearsBefore(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`
}

/** The first copy that holds a signed report as it was signed. */
function afterSignings(
  newestFirst: readonly RotatedCopy[],
  signedAt: readonly string[],
  since: string,
): Set<number> {
  const found = signedAt
    .filter((at) => dayAt(at) > since)
    .map((at) => newestFirst.findLast(({ madeAt }) => madeAt >= at)?.id)
  return new Set(found.filter((id) => id !== undefined))
}

/** The longest that a rule can hold on to a copy that nobody holds. */
function farthestDays({ daily, weekly, monthly, yearly, signedYears }: RotationRule): number {
  return Math.max(daily, weekly * 7, monthly * 31, yearly * 366, signedYears * 366) + 366
}

/**
 * The day on which each copy goes, if one is made every day from now on; null for one that somebody holds. It is found
 * by letting the days pass, since the reasons for which a copy stays follow one another.
 */
export function expiryDays(
  copies: readonly RotatedCopy[],
  rule: RotationRule,
  { today, signedAt }: Circumstances,
): Map<number, string | null> {
  const expiryById = new Map<number, string | null>(copies.map(({ id }) => [id, null]))
  const leaving = new Set(copies.filter(({ isHeld }) => !isHeld).map(({ id }) => id))
  let present = [...copies]
  const last = Date.parse(today) + farthestDays(rule) * dayMs
  for (let at = Date.parse(today); leaving.size > 0 && at <= last; at += dayMs) {
    const day = dayOf(at)
    // Made at noon of the day; the numbers of what is to come are none of any copy's.
    if (day > today) present.push({ id: -at, madeAt: `${day}T05:00:00.000Z`, isSound: true, isHeld: false })
    const reasons = keptCopies(present, rule, { today: day, signedAt })
    present = present.filter(({ id }) => (reasons.get(id) ?? []).length > 0)
    const stays = new Set(present.map(({ id }) => id))
    for (const id of leaving) {
      if (stays.has(id)) continue
      expiryById.set(id, day)
      leaving.delete(id)
    }
  }
  return expiryById
}
