/** The records of [MS-XLS] that a table is read from; Excel 5 and 95 wrote most of them alike. */
export const record = {
  formula: 0x0006,
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  richString: 0x00d6,
  xf: 0x00e0,
  mergeCells: 0x00e5,
  sst: 0x00fc,
  labelSst: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  rk: 0x027e,
  format: 0x041e,
  formatOf95: 0x001e,
  bof: 0x0809,
} as const

export type BiffRecord = { id: number; at: number; data: Uint8Array; view: DataView }

/** One record after another from a place in the stream; a record cut off is the last. */
export function* recordsFrom(stream: Uint8Array, start: number): Generator<BiffRecord> {
  const whole = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = start; at + 4 <= stream.length;) {
    const length = whole.getUint16(at + 2, true)
    const data = stream.subarray(at + 4, at + 4 + length)
    if (data.length < length) return
    yield {
      id: whole.getUint16(at, true),
      at,
      data,
      view: new DataView(data.buffer, data.byteOffset, data.byteLength),
    }
    at += 4 + length
  }
}

/** A number in four bytes: a whole one, or the upper half of a double; perhaps a hundred times too large. */
export function rkNumber(rk: number): number {
  const bits = new DataView(new ArrayBuffer(8))
  bits.setInt32(0, rk & ~3)
  const value = rk & 2 ? rk >> 2 : bits.getFloat64(0)
  return rk & 1 ? value / 100 : value
}

const western = new TextDecoder('windows-1252')
const wide = new TextDecoder('utf-16le')
const isWide = 1

/** Text with its length before it; before Excel 97 in bytes, which fonts of the time show as Vietnamese. */
export function textAt(
  data: Uint8Array,
  at: number,
  { lengthBytes, is95 }: { lengthBytes: 1 | 2; is95: boolean },
): string {
  const length = (data[at] ?? 0) + (lengthBytes === 2 ? (data[at + 1] ?? 0) * 256 : 0)
  const from = at + lengthBytes
  if (is95) return western.decode(data.subarray(from, from + length))
  return characters(data, { from: from + 1, length, isDouble: ((data[from] ?? 0) & isWide) !== 0 })
}

type Run = { from: number; length: number; isDouble: boolean }

function characters(data: Uint8Array, { from, length, isDouble }: Run): string {
  return isDouble
    ? wide.decode(data.subarray(from, from + length * 2))
    : // Each byte is the lower half of a UTF-16 unit.
      Buffer.from(data.buffer, data.byteOffset + from, Math.min(length, data.length - from)).toString(
        'latin1',
      )
}

const hasRuns = 8
const hasPhonetics = 4

/**
 * The shared strings, from the record and those that continue it. A string may be cut anywhere between characters, and
 * the rest then says anew whether its characters are wide.
 */
export function sharedStrings(blocks: readonly Uint8Array[]): string[] {
  const [first = new Uint8Array()] = blocks
  const most = first.length >= 8 ? new DataView(first.buffer, first.byteOffset).getUint32(4, true) : 0
  const found: string[] = []
  let block = 0
  let at = 8
  const data = () => blocks[block] ?? new Uint8Array()
  const step = () => {
    while (at >= data().length && block < blocks.length) {
      at -= data().length
      block += 1
    }
  }
  const number = (bytes: 2 | 4) => {
    step()
    const view = new DataView(data().buffer, data().byteOffset, data().byteLength)
    const value = bytes === 2 ? view.getUint16(at, true) : view.getUint32(at, true)
    at += bytes
    return value
  }
  while (found.length < most) {
    step()
    if (block >= blocks.length) return found
    const length = number(2)
    let flags = data()[at] ?? 0
    at += 1
    const extra = (flags & hasRuns ? number(2) * 4 : 0) + (flags & hasPhonetics ? number(4) : 0)
    let text = ''
    let left = length
    while (left > 0 && block < blocks.length) {
      const isDouble = (flags & isWide) !== 0
      const here = Math.min(left, Math.floor((data().length - at) / (isDouble ? 2 : 1)))
      text += characters(data(), { from: at, length: here, isDouble })
      at += here * (isDouble ? 2 : 1)
      left -= here
      if (left === 0) break
      block += 1
      flags = data()[0] ?? 0
      at = 1
    }
    found.push(text)
    at += extra
  }
  return found
}
