/** What a number looks like on the book and in the register. */
export type NumberForm = { prefix: string; digits: number }

/** Numbers further above the last one than this are taken for a slip of the finger. */
export const farthestAhead = 10_000
/** Thông tư 02/2020/TT-BVHTTDL: one weeding takes at most a tenth of the stock. */
export const withdrawalLimit = 0.1

export function accessionNumberText({ prefix, digits }: NumberForm, number: number): string {
  return prefix + String(number).padStart(digits, '0')
}

/**
 * A number that two series with different prefixes would both write, as 'KD' with six digits and 'KD1' with five do
 * with KD100001; null where they never can.
 */
export function sharedNumber(one: NumberForm, other: NumberForm): string | null {
  const [short, long] = one.prefix.length <= other.prefix.length ? [one, other] : [other, one]
  const [prefix, longer] = [comparable(short.prefix), comparable(long.prefix)]
  if (!longer.startsWith(prefix)) return null
  const between = longer.slice(prefix.length)
  if (!/^\d*$/.test(between)) return null
  const digits = Math.max(long.digits, short.digits - between.length)
  // Only a number written in full begins with a zero.
  if (between.startsWith('0') && between.length + digits > short.digits) return null
  const isPadded = digits === long.digits && (between !== '' || long.digits === short.digits)
  return long.prefix + (isPadded ? '1'.padStart(digits, '0') : '1'.padEnd(digits, '0'))
}

/**
 * Which numbers a scanned or typed code may mean: in a series whose prefix it begins with, or, given without prefix, in
 * any. Leading zeros and case do not matter.
 */
export function readAccessionCode<S extends NumberForm>(
  code: string,
  series: readonly S[],
): { series: S; number: number }[] {
  const plain = comparable(code)
  return series.flatMap((each) => {
    const prefix = comparable(each.prefix)
    const rest = plain.startsWith(prefix) ? plain.slice(prefix.length) : plain
    const meant = [...new Set([rest, plain])].filter((text) => /^\d{1,15}$/.test(text))
    return meant.map((digits) => ({ series: each, number: Number(digits) }))
  })
}

function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '').toLowerCase()
}

/** The store first: it tells places apart where a narrow cell cuts the rest. */
export function placeName(siteName: string, storeName: string): string {
  return [storeName, siteName].filter((name) => name !== '').join(' · ')
}

export type NumberRun = { from: number; to: number }
export type VoidRun = NumberRun & { reason: string }
export type Gap = NumberRun & { reason: string | null }

/** Parts a run of unused numbers into those declared void, with the reason, and those between. */
export function partByVoids({ from, to }: NumberRun, voids: readonly VoidRun[]): Gap[] {
  const gaps: Gap[] = []
  let next = from
  for (const each of voids.toSorted((a, b) => a.from - b.from)) {
    if (each.to < next || each.from > to) continue
    const begin = Math.max(each.from, next)
    if (begin > next) gaps.push({ from: next, to: begin - 1, reason: null })
    const end = Math.min(each.to, to)
    gaps.push({ from: begin, to: end, reason: each.reason })
    next = end + 1
  }
  if (next <= to) gaps.push({ from: next, to, reason: null })
  return gaps
}

export type Wanted = { seriesId: number; number: number | null }
export type Given = { number: number; problem: 'taken_in_grid' | 'out_of_series' | null }

/**
 * The numbers of a grid in its order: a typed one stays, a blank one is the next after the greatest so far, passing over
 * numbers typed further down. `lastBySeries` is the greatest number used or declared void; 0 where there is none yet,
 * and then the first number may be any, for a library goes on where its paper register ends.
 */
export function giveNumbers(wanted: readonly Wanted[], lastBySeries: ReadonlyMap<number, number>): Given[] {
  const last = new Map(lastBySeries)
  const typed = new Set(wanted.flatMap((each) => (each.number === null ? [] : [nameOf(each, each.number)])))
  const seen = new Set<string>()
  return wanted.map((each) => {
    const greatest = last.get(each.seriesId) ?? 0
    let number = each.number ?? greatest + 1
    while (each.number === null && typed.has(nameOf(each, number))) number += 1
    const isTwice = seen.has(nameOf(each, number))
    const isAhead = greatest > 0 && number > greatest + farthestAhead
    seen.add(nameOf(each, number))
    if (!isAhead) last.set(each.seriesId, Math.max(greatest, number))
    return { number, problem: isTwice ? 'taken_in_grid' : isAhead ? 'out_of_series' : null }
  })
}

function nameOf({ seriesId }: Wanted, number: number): string {
  return `${seriesId} ${number}`
}
