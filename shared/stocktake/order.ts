/** A book of a run that stands in a wrong place, and its neighbours where it belongs: places in the run. */
export type Stray = { at: number; after: number | null; before: number | null }

/**
 * The longest part of a run that stands in order is taken to be right, so that one book in a wrong place is one fault
 * and not one for each book behind it; all others are strays. Keys compare as they are.
 */
export function straysIn(keys: readonly string[]): Stray[] {
  const inOrder = longestInOrder(keys)
  const isKept = new Set(inOrder)
  return keys.flatMap((key, at) => {
    if (isKept.has(at)) return []
    const next = firstAbove(inOrder.length, (place) => (keys[inOrder[place] ?? 0] ?? '') > key)
    return [{ at, after: inOrder[next - 1] ?? null, before: inOrder[next] ?? null }]
  })
}

/** Places of a longest part that never goes back; by patience sorting, in n log n. */
function longestInOrder(keys: readonly string[]): number[] {
  const ends: number[] = []
  const previous: number[] = []
  keys.forEach((key, at) => {
    const pile = firstAbove(ends.length, (place) => (keys[ends[place] ?? 0] ?? '') > key)
    previous[at] = ends[pile - 1] ?? -1
    ends[pile] = at
  })
  const places: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) places.push(at)
  return places.toReversed()
}

/** The first of so many places at which something holds that holds from there on. */
function firstAbove(count: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
