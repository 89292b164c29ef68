import { rmSync } from 'node:fs'
import { openConnection } from '../connection.ts'

/** 8 bytes each; keys beyond seven tenths of them go to a file, so that no import takes more memory than another. */
const usualSlots = 1 << 19
const share = 0.7

/**
 * Remembers under which place of a file a key was first met. Keys are told apart by their hashes: a slot's number and 32
 * bits more, so that two of a million would be taken for one another in one file of ten thousand, and then one record
 * is offered as the double of another.
 */
export type PlaceBook = {
  /** The place where the key was met before; null when this is the first time, which is kept. */
  met(key: string, place: number): number | null
  close(): Promise<void>
}

/** `overflowFile` is made when it is needed, and gone when the book is closed. */
export function createPlaceBook(overflowFile: string, slots = usualSlots): PlaceBook {
  const mostKept = slots * share
  const tags = new Uint32Array(slots)
  const places = new Uint32Array(slots)
  let count = 0
  let overflow: Overflow | null = null
  return {
    met(key, place) {
      const [one, two] = hash(key)
      let slot = one & (slots - 1)
      while (places[slot] !== 0 && tags[slot] !== two) slot = (slot + 1) & (slots - 1)
      const known = places[slot] ?? 0
      if (known !== 0) return known
      if (count >= mostKept) {
        overflow ??= openOverflow(overflowFile)
        return overflow.met(one, two, place)
      }
      tags[slot] = two
      places[slot] = place
      count += 1
      return null
    },
    close: async () => overflow?.close(),
  }
}

type Overflow = {
  met(one: number, two: number, place: number): number | null
  close(): Promise<void>
}

/** Nothing of it outlives the run, so nothing of it is made safe. */
function openOverflow(file: string): Overflow {
  const { raw, close } = openConnection(file, { readonly: false })
  raw.pragma('journal_mode = OFF')
  raw.pragma('synchronous = OFF')
  raw.exec(
    'create table seen (one integer, two integer, place integer, primary key (one, two)) without rowid',
  )
  const find = raw.prepare('select place from seen where one = ? and two = ?').pluck()
  const keep = raw.prepare('insert into seen values (?, ?, ?)')
  raw.exec('begin')
  return {
    met(one, two, place) {
      const known = find.get(one, two)
      if (known === undefined) keep.run(one, two, place)
      return known === undefined ? null : Number(known)
    },
    async close() {
      await close()
      rmSync(file, { force: true })
    },
  }
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
