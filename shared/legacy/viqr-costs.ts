import { syllableCost } from './syllable.ts'
import { decodeViqr } from './viqr.ts'

/** Costs in tenths of a nat, as in `plausible.ts`: of signs as plain text, by how far it is from what people write. */
const cost = { ending: 30, apostrophe: 40, stops: 50, inner: 100, sum: 80, odd: 140 }

const withSigns = /[aeiouyAEIOUY][(^+*`'?~.]|^[dD][dD]/

const longest = 40

/** Words that VIQR could be in: ASCII, with a sign after a vowel. */
export function signedWords(text: string): string[] {
  return text
    .split(/[\s,;:!"[\]{}/–—=<>|&#$%_-]+/)
    .filter((word) => word.length <= longest && /^[!-~]+$/.test(word) && withSigns.test(word))
}

/** What the word costs where it is no VIQR. */
export function plainCost(word: string): number {
  if (/(?:[aA](?:\^|\((?!\S*\)))|[eEoO]\^|[oOuU][+*])[`'?~.]|[a-zA-Z][`?~^][a-zA-Z]/.test(word))
    return cost.odd
  if (/[oOuU][+*][a-zA-Z]|[aA]\([a-zA-Z]+(?!\S*\))/.test(word)) return cost.odd
  if (/^[dD][dD][a-zA-Z]/.test(word) || /[`~^]$/.test(word)) return cost.odd
  if (/[a-zA-Z][oOuU][+*]/.test(word)) return cost.odd
  if (/[+*]/.test(word)) return cost.sum
  if (/'[a-zA-Z]/.test(word)) return cost.apostrophe
  if (/^[a-zA-Z]{2,}\.[a-z]+$/.test(word)) return cost.inner
  return /\.[a-zA-Z]/.test(word) ? cost.stops : cost.ending
}

/** What it costs as VIQR. */
export function viqrCost(word: string): number {
  const read = decodeViqr(word)
  if (read === word) return plainCost(word)
  const syllables = read.split(/[^\p{L}\p{M}]+/u).filter((syllable) => syllable !== '')
  let sum = 0
  for (const syllable of syllables) sum += syllableCost(syllable) ?? cost.odd
  return sum
}
