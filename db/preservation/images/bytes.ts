import { readSync } from 'node:fs'

/** A file read here and there, never as a whole. */
export type Bytes = {
  size: number
  /** Fewer than asked for where the file ends. */
  at: (position: number, length: number) => Buffer
}

/** Heads, directories and tails lie close together: one look fetches what the next ones ask for. */
const windowBytes = 65_536

export function bytesOfFile(descriptor: number, size: number): Bytes {
  let from = 0
  let seen: Buffer = Buffer.alloc(0)
  function fetch(position: number, length: number): Buffer {
    const wanted = Math.max(0, Math.min(length, size - position))
    const bytes = Buffer.alloc(wanted)
    let got = 0
    while (got < wanted) {
      const count = readSync(descriptor, bytes, got, wanted - got, position + got)
      if (count === 0) break
      got += count
    }
    return bytes.subarray(0, got)
  }
  return {
    size,
    at(position, length) {
      if (length > windowBytes) return fetch(position, length)
      if (position < from || position + length > from + seen.length) {
        from = position
        seen = fetch(position, windowBytes)
      }
      return seen.subarray(position - from, position - from + length)
    },
  }
}

export function bytesOfBuffer(buffer: Buffer): Bytes {
  return { size: buffer.length, at: (position, length) => buffer.subarray(position, position + length) }
}
