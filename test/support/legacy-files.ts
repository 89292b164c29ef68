import { encodeText } from '../../shared/legacy/rules.ts'
import type { CellEncoding, TextEncoding } from '../../shared/legacy/rules.ts'
import { demoTitle } from '../../shared/demo/rules.ts'

const today = '2026-11-20'

/** The texts of a catalogue record, as a library without Unicode would have typed them. */
export function recordTexts(seed: number, number: number): string[] {
  const title = demoTitle(seed, number, today)
  return [
    title.title,
    title.subtitle,
    title.responsibility,
    title.publisher,
    title.authors,
    title.note,
  ].filter((text) => text !== '')
}

/** As ISO 2709 has it, without leader and directory, which are digits. */
export function recordBytes(texts: readonly string[], encode: (text: string) => Uint8Array): Uint8Array {
  const codes = [...'abcdefgh']
  const fields = texts.map((text, at) => {
    const start = `  \u001F${codes[at] ?? 'z'}`
    return [...Buffer.from(start), ...encode(text), 0x1e]
  })
  return Uint8Array.from([...fields.flat(), 0x1d])
}

const tones: Record<string, number> = {
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0301': 0xec,
  '\u0323': 0xf2,
}

/** As the Vietnamese keyboard of Windows types it: every tone is a mark of its own, also where there is a letter that has it. */
function typed1258(text: string): Uint8Array {
  const bytes = [...text.normalize('NFC')].flatMap((character) => {
    const parts = character.normalize('NFD')
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? ''
    const mark = tones[tone]
    if (mark === undefined) return [...encodeText(character, 'windows1258')]
    return [...encodeText(parts.replace(tone, '').normalize('NFC'), 'windows1258'), mark]
  })
  return Uint8Array.from(bytes)
}

const ansel: Record<string, number> = {
  '\u0309': 0xe0,
  '\u0300': 0xe1,
  '\u0301': 0xe2,
  '\u0302': 0xe3,
  '\u0303': 0xe4,
  '\u0306': 0xe6,
  '\u0308': 0xe8,
  '\u0327': 0xf0,
  '\u0323': 0xf2,
  Đ: 0xa3,
  Ơ: 0xac,
  Ư: 0xad,
  đ: 0xb3,
  ơ: 0xbc,
  ư: 0xbd,
}

/** ANSEL: the marks before their letter, the horned letters whole. */
export function marc8Bytes(text: string): Uint8Array {
  const bytes = [...text.normalize('NFC')].flatMap((character) => {
    const parts = character.normalize('NFD')
    const isHorned = parts.includes('\u031B')
    const [base = '', ...marks] = parts.replace('\u031B', '')
    const letter = isHorned ? `${base}\u031B`.normalize('NFC') : base
    const code = letter.charCodeAt(0)
    return [...marks.map((mark) => ansel[mark] ?? 0x3f), code < 0x80 ? code : (ansel[letter] ?? 0x3f)]
  })
  return Uint8Array.from(bytes)
}

function withStars(text: string): Uint8Array {
  return encodeText(text, 'viqr').map((byte, at, bytes) =>
    byte === 0x2b && /[ouOU]/.test(String.fromCharCode(bytes[at - 1] ?? 0)) ? 0x2a : byte,
  )
}

function twiceByLatin1(text: string): Uint8Array {
  return Buffer.from(Buffer.from(text).toString('latin1'))
}

function as(encoding: CellEncoding): (text: string) => Uint8Array {
  return (text) => encodeText(text, encoding)
}

function capitalsAs(encoding: CellEncoding): (text: string) => Uint8Array {
  return (text) => encodeText(text.toUpperCase(), encoding)
}

export type Writer = { name: string; encoding: TextEncoding; encode: (text: string) => Uint8Array }

/** How files of each encoding are met. */
export const writers: readonly Writer[] = [
  { name: 'utf8', encoding: 'utf8', encode: as('utf8') },
  { name: 'utf8 decomposed', encoding: 'utf8', encode: (text) => encodeText(text.normalize('NFD'), 'utf8') },
  { name: 'tcvn3', encoding: 'tcvn3', encode: as('tcvn3') },
  { name: 'tcvn3 capitals', encoding: 'tcvn3', encode: capitalsAs('tcvn3') },
  { name: 'vni', encoding: 'vni', encode: as('vni') },
  { name: 'vni capitals', encoding: 'vni', encode: capitalsAs('vni') },
  { name: 'viqr', encoding: 'viqr', encode: as('viqr') },
  { name: 'viqr stars', encoding: 'viqr', encode: withStars },
  { name: 'viscii', encoding: 'viscii', encode: as('viscii') },
  { name: 'viscii capitals', encoding: 'viscii', encode: capitalsAs('viscii') },
  { name: 'vps', encoding: 'vps', encode: as('vps') },
  { name: 'vps capitals', encoding: 'vps', encode: capitalsAs('vps') },
  { name: 'windows1258', encoding: 'windows1258', encode: as('windows1258') },
  { name: 'windows1258 typed', encoding: 'windows1258', encode: typed1258 },
  { name: 'utf8_twice', encoding: 'utf8_twice', encode: as('utf8_twice') },
  { name: 'utf8_twice latin1', encoding: 'utf8_twice', encode: twiceByLatin1 },
  { name: 'marc8', encoding: 'marc8', encode: marc8Bytes },
]
