import { partsOf, tones, withTone } from './alphabet.ts'
import type { Tone } from './alphabet.ts'
import { syllableCost } from './syllable.ts'

/** RFC 1456, and the `*` that others wrote for the horn. */
const shapes: Record<string, string> = {
  'a(': 'ă',
  'a^': 'â',
  'e^': 'ê',
  'o^': 'ô',
  'o+': 'ơ',
  'o*': 'ơ',
  'u+': 'ư',
  'u*': 'ư',
}

export const vowelWithSigns =
  /(?:[aA](?:\^(?!\d)|\()?|[eE](?:\^(?!\d))?|[oO](?:\^(?!\d)|[+*](?!\d))?|[uU](?:[+*](?!\d))?|[iIyY])[`'?~.]?/g
/** Signs that words of other languages do not have. */
const strong = /[aA]\^|[aA]\(.|[eEoO]\^|[oOuU][+*]|[`~]|^[dD][dD]./
/** Signs that are punctuation elsewhere, but not inside three letters that then are a syllable; two are `I'm` and `a.m.` */
const inside = /[a-zA-Z]{2}[^a-zA-Z]*[?.'][a-zA-Z]|[?.'][a-zA-Z]{2}/

function letterOf(written: string): string {
  const last = written.at(-1) ?? ''
  const tone: Tone = written.length > 1 ? (tones.find((one) => one === last) ?? '') : ''
  const shape = tone === '' ? written : written.slice(0, -1)
  const small = shapes[shape.toLowerCase()] ?? shape.toLowerCase()
  const first = written.charAt(0)
  return withTone(first === first.toLowerCase() ? small : small.toUpperCase(), tone) ?? written
}

function spoken(written: string): string {
  return (
    written
      .replace(/^[dD][dD]/, (pair) => (pair.startsWith('d') ? 'đ' : 'Đ'))
      .replace(vowelWithSigns, letterOf)
      // Many wrote the horn once: `nguo+`i`.
      .replace(/[uU](?=[ơờởỡớợƠỜỞỠỚỢ]\p{L})/u, (letter) => (letter === 'u' ? 'ư' : 'Ư'))
  )
}

function countOfTones(word: string): number {
  return [...word].filter((letter) => (partsOf(letter)?.tone ?? '') !== '').length
}

/** Letters and signs of the longest word there is; nothing longer is worth a look. */
const longest = 24

/** What a word with signs says; itself where its signs are none, as in `What?`, `d.d.` or `e^x`. */
function readingOf(written: string): string {
  const full = spoken(written)
  if (syllableCost(full) !== null || /^[^\0-\u007F]$/.test(full)) return full
  // The tone stands elsewhere, so that the last sign is punctuation: `ho`a.`
  const [, head = '', end = ''] = /^(.+)([.?'])$/.exec(written) ?? []
  const short = spoken(head)
  if (end !== '' && syllableCost(short) !== null) return short + end
  const isName = strong.test(written) && countOfTones(full) <= 1 && full.length > 2 && /^\p{L}+$/u.test(full)
  return isName ? full : written
}

export type Word = { written: string; reading: string; isStrong: boolean; isForeign: boolean }

const known = new Map<string, Word>()
const knownAtMost = 30_000

/** A word with its signs, read. */
export function wordOf(written: string): Word {
  const word = known.get(written)
  if (word) return word
  if (written.length > longest) return { written, reading: written, isStrong: false, isForeign: true }
  const reading = readingOf(written)
  const isVietnamese = reading !== written || syllableCost(written) !== null
  const isForeign = !isVietnamese && !/^(?:\P{L}*\p{L}|\p{Lu}+)\P{L}*$/u.test(written)
  const fresh = {
    written,
    reading,
    isStrong: reading !== written && (strong.test(written) || inside.test(written)),
    isForeign,
  }
  if (known.size >= knownAtMost) known.clear()
  known.set(written, fresh)
  return fresh
}
