import { fold, words } from './fold.ts'

const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
/** Tone order of Vietnamese dictionaries: none, huyền, hỏi, ngã, sắc, nặng. */
const toneMarks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const toneClass = /[\u0300\u0309\u0303\u0301\u0323]/u
/** One for each tone, all before any digit or letter: hà before han, as ha before han. */
const toneDigits = '!"#$%&'
const longestNumber = 16

/** Numbers go by value, so that volume 2 stands before volume 10. */
function numberKey(digits: string): string {
  const value = digits.replace(/^0+(?=\d)/, '')
  return String.fromCharCode(48 + Math.min(value.length, longestNumber)) + value
}

function letterKey(bare: string): string {
  const rank = letters.indexOf(bare)
  // A mark unknown to Vietnamese (ç, ü) does not move a letter out of its place.
  const known = rank >= 0 ? rank : letters.indexOf(fold(bare) || '~')
  return known >= 0 ? String.fromCharCode(65 + known) : `~${fold(bare)}`
}

/** Vietnamese has some seven thousand syllables, so nearly every one has been met before. */
const keyBySyllable = new Map<string, string>()
const mostSyllables = 20_000

function syllableKey(syllable: string): string {
  const known = keyBySyllable.get(syllable)
  if (known !== undefined) return known
  if (keyBySyllable.size >= mostSyllables) keyBySyllable.clear()
  const key = newSyllableKey(syllable)
  keyBySyllable.set(syllable, key)
  return key
}

function newSyllableKey(syllable: string): string {
  let shape = ''
  let tone = 0
  for (const part of syllable
    .toLowerCase()
    .normalize('NFD')
    .match(/[0-9]+|\P{M}\p{M}*/gu) ?? []) {
    const mark = toneClass.exec(part)?.[0]
    if (mark) tone = toneMarks.indexOf(mark)
    const bare = part.replace(toneClass, '').normalize('NFC')
    shape += /^[0-9]/.test(bare) ? numberKey(bare) : letterKey(bare)
  }
  return shape + toneDigits.charAt(tone)
}

/** A key whose plain byte order is Vietnamese alphabetical order, syllable by syllable as in printed catalogues. */
export function sortKey(text: string): string {
  return words(text.normalize('NFC')).map(syllableKey).join(' ')
}

/** People are listed by their given name, which stands last. */
export function personSortKey(name: string): string {
  const [given = '', ...others] = name.trim().split(/\s+/).toReversed()
  return sortKey([given, ...others.toReversed()].join(' '))
}

export function byPersonName(a: { name: string }, b: { name: string }): number {
  const [keyA, keyB] = [personSortKey(a.name), personSortKey(b.name)]
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0
}
