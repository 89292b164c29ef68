/** Doubled before it is fuller than this. */
const fullest = 0.7
const firstSize = 1 << 12

/**
 * Remembers under which place of a file a key was first met: 12 bytes a key, so that a file of millions of records fits
 * in little memory. Keys are told apart by 64 bits of hash; two of a hundred million would meet once in four thousand
 * files, and then one record is offered as the double of another.
 */
export type PlaceBook = {
  /** The place where the key was met before; null when this is the first time, which is kept. */
  met(key: string, place: number): number | null
}

export function createPlaceBook(): PlaceBook {
  let table = newTable(firstSize)
  let count = 0

  function slotOf({ size, high, low, place }: Table, one: number, two: number): number {
    let slot = one & (size - 1)
    while (place[slot] !== 0 && (high[slot] !== one || low[slot] !== two)) slot = (slot + 1) & (size - 1)
    return slot
  }
  function grow(): void {
    const old = table
    table = newTable(old.size * 2)
    for (let at = 0; at < old.size; at++) {
      const place = old.place[at] ?? 0
      if (place === 0) continue
      const [one, two] = [old.high[at] ?? 0, old.low[at] ?? 0]
      put(table, slotOf(table, one, two), { one, two, place })
    }
  }
  return {
    met(key, place) {
      const [one, two] = hash(key)
      const slot = slotOf(table, one, two)
      const known = table.place[slot] ?? 0
      if (known !== 0) return known
      put(table, slot, { one, two, place })
      count += 1
      if (count > table.size * fullest) grow()
      return null
    },
  }
}

type Table = { size: number; high: Uint32Array; low: Uint32Array; place: Uint32Array }

function newTable(size: number): Table {
  return { size, high: new Uint32Array(size), low: new Uint32Array(size), place: new Uint32Array(size) }
}

function put(table: Table, slot: number, kept: { one: number; two: number; place: number }): void {
  table.high[slot] = kept.one
  table.low[slot] = kept.two
  table.place[slot] = kept.place
}

/** Two 32-bit hashes that mix each character with different multipliers. */
function hash(key: string): [number, number] {
  let one = 0xdeadbeef
  let two = 0x41c6ce57
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at)
    one = Math.imul(one ^ code, 2654435761)
    two = Math.imul(two ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return [one >>> 0, two >>> 0]
}
