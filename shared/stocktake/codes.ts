import { cleanText } from '../fold.ts'
import type { ScanRepair } from './rules.ts'

/** What a code may have been before a keyboard changed it. */
export type Reading = { code: string; repair: ScanRepair }

/** Without what a scanner or a file puts around it: the form in which codes are kept and looked up. */
export function plainCode(typed: string): string {
  return cleanText(typed.replace(/\n/g, ' '))
}

const mostReadings = 120

/**
 * Other readings of a code that no copy bears, as keyboards are known to spoil them; `typed` is the code as it came.
 * Only traces that a layout or an input method leaves are undone: a code without them is somebody else's label, and
 * stays what it is.
 */
export function readingsOf(typed: string): Reading[] {
  const code = plainCode(typed)
  const spoilt: Reading[] = [
    ...azertyReadings(code),
    ...vietnameseReadings(typed.trim()),
    ...composedReadings(code, telexKeys, 'telex'),
    ...composedReadings(code, vniKeys, 'vni'),
  ]
  const all = [
    ...repeatedReading(code),
    ...inOtherCase({ code, repair: 'caps' }),
    ...spoilt.flatMap((reading) => [reading, ...inOtherCase(reading)]),
  ]
  const seen = new Set([code])
  return all.filter((reading) => !seen.has(reading.code) && seen.add(reading.code)).slice(0, mostReadings)
}

/** A scanner that loses the Enter between two readings of one label sends them as one code. */
function repeatedReading(code: string): Reading[] {
  const half = /^(.{4,}?) ?\1$/.exec(code)?.[1]
  return half === undefined ? [] : [{ code: half, repair: 'number' }]
}

/** Caps Lock turns each letter's case round; some scanners write only one case. */
function inOtherCase({ code, repair }: Reading): Reading[] {
  const turned = Array.from(code, (each) =>
    each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase(),
  )
  return [turned.join(''), code.toUpperCase(), code.toLowerCase()].map((other) => ({ code: other, repair }))
}

/** What a French keyboard writes for the keys that a scanner presses as on an American one. */
const azertyDigits: Readonly<Record<string, string>> = {
  '&': '1',
  é: '2',
  '"': '3',
  "'": '4',
  '(': '5',
  '-': '6',
  è: '7',
  _: '8',
  ç: '9',
  à: '0',
}
const azertyLetters: Readonly<Record<string, string>> = {
  a: 'q',
  q: 'a',
  z: 'w',
  w: 'z',
  A: 'Q',
  Q: 'A',
  Z: 'W',
  W: 'Z',
  ',': 'm',
  '?': 'M',
  ')': '-',
  '°': '_',
  ':': '.',
  '!': '/',
}

function azertyReadings(code: string): Reading[] {
  const signs = Array.from(code)
  if (/\d/.test(code) || !signs.some((sign) => sign in azertyDigits)) return []
  return [
    {
      code: signs.map((sign) => azertyDigits[sign] ?? azertyLetters[sign] ?? sign).join(''),
      repair: 'azerty',
    },
  ]
}

/** The row of figures of Windows' own Vietnamese keyboard: ă â ê ô, the five tones, đ. */
const vietnameseLetters: Readonly<Record<string, string>> = {
  'a\u0306': '1',
  'a\u0302': '2',
  'e\u0302': '3',
  'o\u0302': '4',
  đ: '0',
}
const vietnameseTones: Readonly<Record<string, string>> = {
  '\u0300': '5',
  '\u0309': '6',
  '\u0303': '7',
  '\u0301': '8',
  '\u0323': '9',
}
const shapes = '\u0306\u0302\u031B'

/** Sign by sign as they came: put into their normal order, the tones no longer tell in which one they were typed. */
function vietnameseReadings(code: string): Reading[] {
  if (/\d/.test(code)) return []
  const read = Array.from(code, (sign) =>
    lettersOf(sign).map(({ base, shape, tones }) => {
      const figure = vietnameseLetters[(base + shape).toLowerCase()]
      return (figure ?? base + shape) + tones.map((tone) => vietnameseTones[tone] ?? tone).join('')
    }),
  )
  const text = read.flat().join('').normalize('NFC')
  return /\d/.test(text) ? [{ code: text, repair: 'vietnamese' }] : []
}

type Letter = { base: string; shape: string; tones: string[] }

/** Each letter taken apart: the bare one, hat, breve or horn, and tones. */
function lettersOf(text: string): Letter[] {
  const clusters = text.normalize('NFD').match(/\P{M}\p{M}*|\p{M}+/gu) ?? []
  return clusters.map((cluster) => {
    const [first = ''] = cluster
    const isMark = /\p{M}/u.test(first)
    const marks = Array.from(isMark ? cluster : cluster.slice(first.length))
    return {
      base: isMark ? '' : first,
      shape: marks.filter((mark) => shapes.includes(mark)).join(''),
      tones: marks.filter((mark) => !shapes.includes(mark)),
    }
  })
}

/** The keys an input method makes marks of: by base letter and mark, or by mark alone. */
type Keys = Readonly<Record<string, string>>
const telexKeys: Keys = {
  'a\u0302': 'a',
  'e\u0302': 'e',
  'o\u0302': 'o',
  '\u0306': 'w',
  '\u031B': 'w',
  đ: 'd',
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
}
const vniKeys: Keys = {
  '\u0302': '6',
  '\u0306': '8',
  '\u031B': '7',
  đ: '9',
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
}

/**
 * An input method takes a key for a mark wherever it follows within the word, so the key may have stood after its
 * letter or further on: Đ is DD, and ĐA is DDA or DAD.
 */
function composedReadings(code: string, keys: Keys, repair: 'telex' | 'vni'): Reading[] {
  const letters = lettersOf(code)
  const isComposed = letters.some(
    ({ base, shape, tones }) => /[đĐ]/.test(base) || shape + tones.join('') !== '',
  )
  if (!isComposed) return []
  let texts: { done: string; held: string }[] = [{ done: '', held: '' }]
  for (const letter of letters) {
    const isLetter = /\p{L}/u.test(letter.base)
    const pressed = pressedKeys(letter, keys)
    texts = texts
      .flatMap(({ done, held }) => {
        if (!isLetter) return [{ done: done + held + pressed.base + pressed.marks, held: '' }]
        const waiting = held + pressed.marks
        const later = waiting === '' ? [] : [{ done: done + pressed.base, held: waiting }]
        const earlier = held === '' ? [] : [{ done: done + held + pressed.base, held: pressed.marks }]
        return [{ done: done + pressed.base + waiting, held: '' }, ...later, ...earlier]
      })
      .slice(0, mostReadings)
  }
  return texts.map(({ done, held }) => ({ code: done + held, repair }))
}

function pressedKeys({ base, shape, tones }: Letter, keys: Keys): { base: string; marks: string } {
  const isStroked = /[đĐ]/.test(base)
  const bare = base === 'đ' ? 'd' : base === 'Đ' ? 'D' : base
  const found = [
    ...(isStroked ? [keys['đ'] ?? ''] : []),
    ...(shape === '' ? [] : [keys[bare.toLowerCase() + shape] ?? keys[shape] ?? shape]),
    ...tones.map((tone) => keys[tone] ?? tone),
  ].join('')
  return { base: bare, marks: bare === bare.toUpperCase() ? found.toUpperCase() : found }
}
