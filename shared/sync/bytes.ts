const base64urlDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Both are in Node and in every browser, which this tree knows nothing else of. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const TextDecoder: new (
  label: 'utf-8',
  options: { fatal: true; ignoreBOM: true },
) => { decode(bytes: Uint8Array): string }

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Throws on a lone surrogate, which has no UTF-8 form. */
export function utf8(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new TypeError('a lone surrogate has no UTF-8 form')
  return encoder.encode(text)
}

/** Throws on anything that is not UTF-8, rather than reading it as something else. */
export function utf8Text(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const digits = Math.min(bytes.length - at, 3) + 1
    for (let digit = 0; digit < digits; digit++) text += base64urlDigits[(group >> (18 - 6 * digit)) & 63]
  }
  return text
}

/** Null for any text that `base64url` would not have written. */
export function base64urlBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let heldBits = 0
  let written = 0
  for (const digit of text) {
    const value = base64urlDigits.indexOf(digit)
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffff
    heldBits += 6
    if (heldBits >= 8) {
      heldBits -= 8
      bytes[written++] = (held >> heldBits) & 255
    }
  }
  return base64url(bytes) === text ? bytes : null
}
