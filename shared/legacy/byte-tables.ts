import { composed, partsOf, toneMarks } from './alphabet.ts'
import { textOfUnits, unknownByte, westernCharacters } from './western.ts'
import type { Units } from './western.ts'

/** One byte, one letter or mark: what byte stands for what, and back. */
export type ByteTable = { unitByByte: Uint16Array; byteByCharacter: Map<string, number> }

/**
 * The bytes from `first` on; `·` where the byte is what it is in windows-1252. `controls` are letters where ASCII has
 * control characters, each after its byte in hexadecimal.
 */
function tableOf(first: number, upper: string, controls = ''): ByteTable {
  const characters = [...westernCharacters]
  for (const [at, character] of [...upper].entries()) {
    if (character !== '·') characters[first + at] = character
  }
  for (const [, byte = '', character = ''] of controls.matchAll(/(\w\w)(\S)/g)) {
    characters[Number.parseInt(byte, 16)] = character
  }
  return {
    unitByByte: Uint16Array.from(characters, (character) => character.charCodeAt(0)),
    byteByCharacter: new Map(characters.map((character, byte) => [character, byte])),
  }
}

/**
 * TCVN 5712:1993. VN3, which the .Vn fonts have, defines capitals without tones only; the other capitals
 * and the five marks at 0xB0 are VN2's, which leaves the letters of VN3 where they are.
 */
const tcvn3 = tableOf(
  0xa0,
  '\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ' +
    '\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ' +
    'ẮẦẨẪẤỀặầẩẫấậèỂẻẽ' +
    'éẹềểễếệìỉỄẾỒĩíịò' +
    'Ổỏõóọồổỗốộờởỡớợù' +
    'ỖủũúụừửữứựỳỷỹýỵỐ',
)

/** RFC 1456, version 1.1: six rare capitals stand where ASCII has control characters. */
const viscii = tableOf(
  0x80,
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ' +
    'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
    'Õắằặấầẩậẽẹếềểễệố' +
    'ồổỗỠƠộờởịỰỨỪỬơớƯ' +
    'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ' +
    'ĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
    'àáâãảăữẫèéêẻìíĩỉ' +
    'đựòóôõỏọụùúũủýợỮ',
  '02Ẳ 05Ẵ 06Ẫ 14Ỷ 19Ỹ 1EỴ',
)

/** The chart of the Vietnamese Professionals Society: fourteen capitals among the control characters. */
const vps = tableOf(
  0x80,
  'ÀẢÃẤẦẨọỗĂếềểệẮẰẲ' +
    'Ế··ỀỂỄỐỒỔỖýỷỵỚỜỞ' +
    '·ắằẳẵặỠớÙờởỡŨỨợỪ' +
    'ổỬỲỸÍÌộỈĨÓửữÒỎÕự' +
    'ầÁÂấẩẫậđẻÉÊẹỉễịỹ' +
    'ƯỦồốÔỏơÈừứÚũưÝẺ·' +
    'àáâãảạă·èéêẽìí·ĩ' +
    'ẴĐòóôõ·Ơụùúủ·ỶẼỳ',
  '02Ạ 03Ậ 04Ặ 05Ẹ 06Ệ 10Ị 11Ọ 12Ộ 13Ợ 14Ụ 15Ự 19Ỵ 1CẪ 1DỮ',
)

/** Microsoft's cp1258: windows-1252 with ă đ ơ ư ₫ and the five tones as marks after their vowel. */
const windows1258 = tableOf(
  0xc0,
  '···Ă········\u0300···Đ·\u0309··Ơ·······Ư\u0303····ă········\u0301···đ·\u0323··ơ·······ư₫·',
)

export const byteTables = { tcvn3, viscii, vps, windows1258 }

/** The text of bytes, or of characters that Western misreading made of them; a character beyond them stays. */
export function decodeUnits({ unitByByte }: ByteTable, units: Units): string {
  const out = new Uint16Array(units.length)
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] ?? 0
    out[at] = unit < 0x100 ? (unitByByte[unit] ?? unit) : unit
  }
  return composed(textOfUnits(out))
}

/** A letter the table lacks is split into its vowel and its mark, else it is a question mark, as old programs wrote it. */
export function encodeByTable({ byteByCharacter }: ByteTable, text: string): number[] {
  return [...composed(text)].flatMap((character) => {
    const byte = byteByCharacter.get(character)
    if (byte !== undefined) return [byte]
    const parts = partsOf(character)
    const vowel = parts && byteByCharacter.get(parts.vowel)
    const mark = parts && byteByCharacter.get(toneMarks[parts.tone])
    return vowel === undefined || mark === undefined ? [unknownByte] : [vowel, mark]
  })
}
