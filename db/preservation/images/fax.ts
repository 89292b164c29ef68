import { BrokenFile } from './facts.ts'
import { blackTable, modeTable, passes, runsFollow, whiteTable, type CodeTable } from './fax-codes.ts'

export type FaxForm = {
  width: number
  height: number
  /** `g4`: T.6; `g3`: T.4 with marks between the lines; `lines`: T.4 without them, each line in bytes of its own. */
  kind: 'g4' | 'g3' | 'lines'
  /** Of `g3`: a bit behind each mark says how the next line is told. */
  hasTags?: boolean
}

/** Positions at which the colour changes, white first; beyond the last one stands the width. */
type Changes = number[]

/** Pages of black and white as fax machines pack them: rows of bits, 1 for what was sent as black. */
export function unpackFax(packed: Buffer, { width, height, kind, hasTags = false }: FaxForm): Buffer {
  const bits = new BitReader(packed)
  const rowBytes = Math.ceil(width / 8)
  const plain = Buffer.alloc(rowBytes * height)
  let above: Changes = []
  for (let row = 0; row < height; row += 1) {
    if (kind === 'lines') bits.toByte()
    const isRelative = kind === 'g4' || (kind === 'g3' && passMark(bits) && hasTags && bits.take(1) === 0)
    // A mark where a line should begin says that no more lines follow (T.6: EOFB, T.4: RTC).
    if (kind !== 'lines' && bits.peek(markBits) === mark) break
    if (bits.isOver) throw new BrokenFile('cut_short')
    const changes = (isRelative ? relative : plainRuns)(bits, { width, above })
    blacken(plain.subarray(row * rowBytes, (row + 1) * rowBytes), changes, width)
    above = changes
  }
  return plain
}

const mark = 1
const markBits = 12

/** The mark before a line, with whatever zeros fill it up. */
function passMark(bits: BitReader): boolean {
  let zeros = 0
  while (bits.peek(1, zeros) === 0 && !bits.isOverAt(zeros)) zeros += 1
  if (zeros < markBits - 1) return false
  bits.take(1, zeros)
  return true
}

type Line = { width: number; above: Changes }

/** A line told by its runs alone. */
function plainRuns(bits: BitReader, { width }: Line): Changes {
  const changes: Changes = []
  for (let at = 0; at < width;) {
    at += runOf(bits, changes.length % 2 === 0 ? whiteTable : blackTable)
    changes.push(at)
  }
  return changes
}

/** A line told by where it differs from the one above it. */
function relative(bits: BitReader, { width, above }: Line): Changes {
  const changes: Changes = []
  let at = -1
  let place = 0
  while (at < width) {
    // The first change above that lies behind here and goes to the other colour.
    while (place > 0 && (above[place - 1] ?? width) > at) place -= 1
    while (place < above.length && (above[place] ?? width) <= at) place += 1
    if (place % 2 !== changes.length % 2) place += 1
    const mode = bits.next(modeTable)
    if (mode === passes) at = above[place + 1] ?? width
    else if (mode === runsFollow) {
      const isWhite = changes.length % 2 === 0
      const first = Math.max(at, 0) + runOf(bits, isWhite ? whiteTable : blackTable)
      at = first + runOf(bits, isWhite ? blackTable : whiteTable)
      changes.push(first, at)
    } else {
      const to = (above[place] ?? width) + mode
      if (to < at || to < 0) throw new BrokenFile('broken_structure')
      at = to
      changes.push(at)
    }
  }
  return changes
}

/** A run is one short code, with long ones before it as they are needed. */
function runOf(bits: BitReader, table: CodeTable): number {
  let run = 0
  for (;;) {
    const part = bits.next(table)
    run += part
    if (part < 64) return run
  }
}

function blacken(row: Buffer, changes: Changes, width: number): void {
  for (let at = 0; at < changes.length; at += 2) {
    const from = Math.min(changes[at] ?? width, width)
    const to = Math.min(changes[at + 1] ?? width, width)
    for (let x = from; x < to;) {
      if (x % 8 === 0 && x + 8 <= to) {
        row[x >> 3] = 0xff
        x += 8
      } else {
        row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7))
        x += 1
      }
    }
  }
}

/** Bits of a stream, the highest of each byte first; behind its end there are zeros. */
class BitReader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get isOver(): boolean {
    return this.isOverAt(0)
  }

  isOverAt(offset: number): boolean {
    return this.#at + offset >= this.#bytes.length * 8
  }

  peek(count: number, offset = 0): number {
    const at = this.#at + offset
    const first = at >> 3
    const three =
      ((this.#bytes[first] ?? 0) << 16) | ((this.#bytes[first + 1] ?? 0) << 8) | (this.#bytes[first + 2] ?? 0)
    return (three >> (24 - (at & 7) - count)) & ((1 << count) - 1)
  }

  take(count: number, offset = 0): number {
    const bits = this.peek(count, offset)
    this.#at += offset + count
    return bits
  }

  toByte(): void {
    this.#at = (this.#at + 7) & ~7
  }

  next({ bits, values, lengths }: CodeTable): number {
    const ahead = this.peek(bits)
    const length = lengths[ahead] ?? 0
    if (length === 0) throw new BrokenFile(this.isOver ? 'cut_short' : 'broken_structure')
    this.#at += length
    return values[ahead] ?? 0
  }
}
