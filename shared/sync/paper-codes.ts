import { crockford, crockfordBytes } from './crockford.ts'
import { utf8 } from './bytes.ts'
import type { Hash } from './package.ts'

/**
 * A package as texts for QR codes: `KHOSACH:1:<number>:<of>:<hash of the file>:<check>:<bytes>`. Only signs of the
 * alphanumeric mode, which packs them into five and a half bits.
 */
const part = /^KHOSACH:1:(\d{1,2}):(\d{1,2}):([0-9A-F]{16}):([0-9A-F]{8}):([0-9A-HJKMNP-TV-Z]+)$/
/** Fits into version 25 with a quarter of it spoilt (ISO/IEC 18004), some 6 cm on paper. */
const bytesPerCode = 860
export const mostCodes = 99

export function codesOf(bytes: Uint8Array, hash: Hash): string[] {
  const of = Math.max(1, Math.ceil(bytes.length / bytesPerCode))
  if (of > mostCodes) throw new RangeError(`a package of ${bytes.length} bytes is too long for paper`)
  const name = hash(bytes).slice(0, 16).toUpperCase()
  return Array.from({ length: of }, (_, index) => {
    const data = crockford(bytes.subarray(index * bytesPerCode, (index + 1) * bytesPerCode))
    return `KHOSACH:1:${index + 1}:${of}:${name}:${checkOf(data, hash)}:${data}`
  })
}

export type JoinedCodes =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; reason: 'no_codes' | 'codes_mixed' | 'codes_altered' }
  | { ok: false; reason: 'codes_missing'; missing: number[] }

/** In any order, twice or with other lines between them, as a telephone hands them on. */
export function joinCodes(lines: readonly string[], hash: Hash): JoinedCodes {
  const parts = lines.flatMap((line) => {
    const [, number, of, name, check, data = ''] = part.exec(line.trim()) ?? []
    return number ? [{ number: Number(number), of: Number(of), name, check, data }] : []
  })
  const [first] = parts
  if (!first) return { ok: false, reason: 'no_codes' }
  const { of, name } = first
  if (parts.some((each) => each.name !== name || each.of !== of)) return { ok: false, reason: 'codes_mixed' }
  const byNumber = new Map(
    parts.filter(({ data, check }) => checkOf(data, hash) === check).map((each) => [each.number, each.data]),
  )
  const numbers = Array.from({ length: of }, (_, index) => index + 1)
  const missing = numbers.filter((number) => !byNumber.has(number))
  if (missing.length > 0) return { ok: false, reason: 'codes_missing', missing }
  const bytes = Uint8Array.from(
    numbers.flatMap((number) => [...(crockfordBytes(byNumber.get(number) ?? '') ?? [])]),
  )
  return hash(bytes).slice(0, 16).toUpperCase() === name
    ? { ok: true, bytes }
    : { ok: false, reason: 'codes_altered' }
}

function checkOf(data: string, hash: Hash): string {
  return hash(utf8(data)).slice(0, 8).toUpperCase()
}
