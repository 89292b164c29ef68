/** What windows-1252 shows for the bytes 0x80–0x9F; the five it leaves empty pass as the control characters of Latin-1. */
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const byteByCharacter = new Map(
  [...upperControls].map((character, at) => [character.charCodeAt(0), 0x80 + at]),
)

/** What each byte looks like once a program has taken it for windows-1252. */
export const westernCharacters: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? (upperControls[byte - 0x80] ?? '') : String.fromCharCode(byte),
)

/** The byte that a misread character stands for, whether windows-1252 or Latin-1 misread it; -1 for a character of neither. */
export function westernByte(unit: number): number {
  return unit < 0x100 ? unit : (byteByCharacter.get(unit) ?? -1)
}

/** The bytes as a program sees them that takes them for windows-1252. */
export function asWestern(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += westernCharacters[byte] ?? ''
  return text
}

/** Bytes, or characters that bytes were taken for, mixed with characters that are none. */
export type Units = Uint8Array | Uint16Array

/** As code units: misread characters as the bytes they stand for, all others as they are. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const byte = westernByte(unit)
    units[at] = byte === -1 ? unit : byte
  }
  return units
}

/** What old programs wrote for a character that their encoding lacks. */
export const unknownByte = 0x3f

const chunk = 8192

/** Code units as text, in pieces that fit the stack. */
export function textOfUnits(units: Uint16Array): string {
  if (units.length <= chunk) return Reflect.apply(String.fromCharCode, null, units)
  let text = ''
  for (let at = 0; at < units.length; at += chunk) {
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, at + chunk))
  }
  return text
}
