/** Base 32 by Douglas Crockford: no I, L, O or U, so that what is read aloud or off paper is typed right. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** A check sign is the remainder by 37, so that any wrong sign and any two that changed places show. */
const checkSigns = `${signs}*~$=U`

/** Five bits a sign; the last one is filled up with zeros. */
export function crockford(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let heldBits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    heldBits += 8
    while (heldBits >= 5) {
      heldBits -= 5
      text += signs[(held >> heldBits) & 31]
    }
    held &= 31
  }
  if (heldBits > 0) text += signs[(held << (5 - heldBits)) & 31]
  return text
}

/** Null for signs of no alphabet of this kind; bits beyond the last whole byte are dropped. */
export function crockfordBytes(text: string): Uint8Array | null {
  const bytes: number[] = []
  let held = 0
  let heldBits = 0
  for (const sign of text) {
    const value = signs.indexOf(sign)
    if (value < 0) return null
    held = (held << 5) | value
    heldBits += 5
    if (heldBits < 8) continue
    heldBits -= 8
    bytes.push(held >> heldBits)
    held &= (1 << heldBits) - 1
  }
  return Uint8Array.from(bytes)
}

export function checkSign(text: string): string {
  let rest = 0
  for (const sign of text) {
    const value = signs.indexOf(sign)
    // No sign fits a text that is none of this alphabet.
    if (value < 0) return '?'
    rest = (rest * 32 + value) % 37
  }
  return checkSigns[rest] ?? ''
}

/** As people type it: lower case, spaces and dashes, O for 0, I and L for 1. */
export function tidy(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}
