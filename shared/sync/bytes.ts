const base64urlDigits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Throws on a lone surrogate, which has no UTF-8 form. */
export function utf8(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new TypeError('a lone surrogate has no UTF-8 form')
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3
    bytes[length++] = more === 0 ? code : ((0xff00 >> (more + 1)) & 0xff) | (code >> (6 * more))
    for (let left = more - 1; left >= 0; left--) bytes[length++] = 0x80 | ((code >> (6 * left)) & 63)
    if (more === 3) at++
  }
  return bytes.slice(0, length)
}

const percent = 0x25

/** Throws on anything that is not UTF-8, rather than reading it as something else. */
export function utf8Text(bytes: Uint8Array): string {
  let escaped = ''
  for (const byte of bytes) {
    escaped +=
      byte < 0x80 && byte !== percent ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`
  }
  return decodeURIComponent(escaped)
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
