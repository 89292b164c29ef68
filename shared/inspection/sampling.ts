export const largestSeed = 999_999_999
/** More pages nobody looks at; a lot that needs more is inspected in parts. */
export const largestSample = 20_000

export type SampledPage = {
  /** Which job of the lot, in the lot's order. */
  job: number
  /** Which of that job's pages, from 0. */
  page: number
}

type Draw = {
  /** How many pages each job has, in the order of the lot. */
  pagesByJob: readonly number[]
  size: number
  seed: number
  /** At least one page of every job that has any, even where that makes the sample larger. */
  fromEachJob: boolean
}

/**
 * A simple random sample without doubles, in the order of the lot. It is whole-number arithmetic on the seed alone, so
 * that the same lot, size and seed give the same pages on any PC and in any later version.
 */
export function drawSample({ pagesByJob, size, seed, fromEachJob }: Draw): SampledPage[] {
  const starts: number[] = []
  let population = 0
  for (const pages of pagesByJob) {
    starts.push(population)
    population += pages
  }
  const below = numbersFrom(seed)
  const chosen = new Set<number>()
  if (fromEachJob)
    for (const [job, pages] of pagesByJob.entries())
      if (pages > 0) chosen.add((starts[job] ?? 0) + below(pages))
  const wanted = Math.min(size, population)
  const swapped = new Map<number, number>()
  for (let at = 0; chosen.size < wanted; at++) {
    const other = at + below(population - at)
    chosen.add(swapped.get(other) ?? other)
    swapped.set(other, swapped.get(at) ?? at)
  }
  return placesOf(
    [...chosen].toSorted((a, b) => a - b),
    starts,
  )
}

function placesOf(chosen: readonly number[], starts: readonly number[]): SampledPage[] {
  let job = 0
  return chosen.map((at) => {
    while (job + 1 < starts.length && (starts[job + 1] ?? 0) <= at) job++
    return { job, page: at - (starts[job] ?? 0) }
  })
}

const all32 = 2 ** 32

/** Whole numbers below a limit, each as likely as the other (mulberry32, D. Bau's and T. Ettinger's public code). */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return (limit) => {
    // What does not divide evenly is drawn again, or the first pages would come up more often.
    const fair = all32 - (all32 % limit)
    let drawn = next()
    while (drawn >= fair) drawn = next()
    return drawn % limit
  }
}
