/** Length and first bits of a UTF-8 sequence by its first byte; 0 for a byte that begins none. */
function lengthOf(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2
  if (byte >= 0xe0 && byte <= 0xef) return 3
  return byte >= 0xf0 && byte <= 0xf4 ? 4 : 0
}

const leastByLength = [0, 0, 0x80, 0x800, 0x10000]

/** The character whose UTF-8 bytes stand at `at`, and how many they are; null where they are none. */
export function sequenceAt(units: ArrayLike<number>, at: number): { code: number; length: number } | null {
  const first = units[at] ?? 0
  const length = lengthOf(first)
  if (length === 0) return null
  let code = first & (0x7f >> length)
  for (let next = at + 1; next < at + length; next++) {
    const unit = units[next] ?? 0
    if (unit < 0x80 || unit > 0xbf) return null
    code = (code << 6) | (unit & 0x3f)
  }
  const isSound = code >= (leastByLength[length] ?? 0) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isSound ? { code, length } : null
}

/** Half a surrogate pair, which UTF-8 cannot hold, is written as U+FFFD. */
export function encodeUtf8(text: string): number[] {
  return [...text.toWellFormed()].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) return [code]
    if (code < 0x800) return [0xc0 | (code >> 6), 0x80 | (code & 0x3f)]
    const last = [0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
    if (code < 0x10000) return [0xe0 | (code >> 12), ...last]
    return [0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), ...last]
  })
}

/** A text whose characters are bytes, read as UTF-8; U+FFFD where they are none. */
export function readUtf8(bytes: string): string {
  const units = Array.from(bytes, (character) => character.charCodeAt(0))
  let text = ''
  for (let at = 0; at < units.length;) {
    const unit = units[at] ?? 0
    const found = unit < 0x80 ? { code: unit, length: 1 } : sequenceAt(units, at)
    text += found ? String.fromCodePoint(found.code) : '\uFFFD'
    at += found?.length ?? 1
  }
  return text
}
