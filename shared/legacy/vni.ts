import { composed, partsOf, vietnameseVowels } from './alphabet.ts'
import type { Tone } from './alphabet.ts'
import { textOfUnits, unknownByte, westernByte, westernCharacters } from './western.ts'
import type { Units } from './western.ts'

/** The chart of VNI Software for Windows: a letter, then one sign that is all its marks. The capital's sign is a capital. */
const plainSigns: Record<Tone, string> = { '': '', '`': 'ø', '?': 'û', '~': 'õ', "'": 'ù', '.': 'ï' }
const hatSigns: Record<Tone, string> = { '': 'â', '`': 'à', '?': 'å', '~': 'ã', "'": 'á', '.': 'ä' }
const breveSigns: Record<Tone, string> = { '': 'ê', '`': 'è', '?': 'ú', '~': 'ü', "'": 'é', '.': 'ë' }

/** Letters that are one byte whatever their marks. */
const whole: Record<string, string> = {
  đ: 'ñ',
  ơ: 'ô',
  ư: 'ö',
  í: 'í',
  ì: 'ì',
  ỉ: 'æ',
  ĩ: 'ó',
  ị: 'ò',
  ỵ: 'î',
}

const bases: Record<string, string> = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'ô', ư: 'ö' }

function signOf(vowel: string, tone: Tone): string {
  if (vowel === 'ă') return breveSigns[tone]
  return 'âêô'.includes(vowel) ? hatSigns[tone] : plainSigns[tone]
}

function writtenSmall(letter: string): string {
  const parts = partsOf(letter)
  if (whole[letter] !== undefined || !parts) return whole[letter] ?? letter
  return (bases[parts.vowel] ?? parts.vowel) + signOf(parts.vowel, parts.tone)
}

const written = new Map<string, string>(
  [...vietnameseVowels.map(({ letter }) => letter), 'đ', 'Đ'].map((letter) => {
    const small = letter.toLowerCase()
    return [letter, letter === small ? writtenSmall(small) : writtenSmall(small).toUpperCase()]
  }),
)

function unit(character: string): number {
  return character.charCodeAt(0)
}

const wholeByByte = Uint16Array.from(westernCharacters, unit)
for (const [letter, byte] of Object.entries(whole)) {
  wholeByByte[unit(byte)] = unit(letter)
  wholeByByte[unit(byte.toUpperCase())] = unit(letter.toUpperCase())
}

/** By base and sign in one number; typists mixed the cases of the two, and the base's is what was seen. */
const letterByPair = new Uint16Array(0x10000)
for (const { letter, vowel, tone } of vietnameseVowels) {
  const small = vowel.toLowerCase()
  const base = bases[small] ?? small
  const sign = signOf(small, tone)
  if (sign === '') continue
  const isSmall = vowel === small
  for (const asSign of [sign, sign.toUpperCase()]) {
    letterByPair[(unit(isSmall ? base : base.toUpperCase()) << 8) | unit(asSign)] = unit(letter)
  }
}

export function decodeVni(units: Units): string {
  const out = new Uint16Array(units.length)
  let length = 0
  for (let at = 0; at < units.length; at++) {
    const here = units[at] ?? 0
    const next = units[at + 1] ?? 0
    const pair = here < 0x100 && next >= 0x80 && next < 0x100 ? (letterByPair[(here << 8) | next] ?? 0) : 0
    if (pair !== 0) at++
    out[length++] = pair || (here < 0x100 ? (wholeByByte[here] ?? here) : here)
  }
  return composed(textOfUnits(out.subarray(0, length)))
}

export function encodeVni(text: string): number[] {
  return [...composed(text)].flatMap((letter) =>
    [...(written.get(letter) ?? letter)].map((character) => {
      const byte = westernByte(unit(character))
      return byte === -1 ? unknownByte : byte
    }),
  )
}
