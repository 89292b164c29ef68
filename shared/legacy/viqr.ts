import { composed, partsOf } from './alphabet.ts'
import { vowelWithSigns, wordOf } from './viqr-words.ts'
import type { Word } from './viqr-words.ts'
import { unknownByte } from './western.ts'

/** A word with its signs, or a backslash, which says that the next character is none. */
const wordOrEscape = new RegExp(
  `(?:${vowelWithSigns.source}|[A-Za-z\u00C0-\u024F\u1E00-\u1EFF])+|\\\\(?=[(^+*\`'?~.dD])`,
  'g',
)
/** Of pages and of people. */
const address = /:\/\/|@|www\./
const candidate = /[aeiouyAEIOUY][(^+*`'?~.\\]|[dD][dD]|[dD]\\[dD]/

/** `a(` begins a parenthesis where one is closed that nothing else opened; it is then hidden from the reading, as a character that no text has. */
const parenthesis = '\uFDD3'

function withParentheses(text: string): string {
  if (!text.includes(')') || !/[aA]\(/.test(text)) return text
  let open = 0
  return text.replace(/[aA]\(([^\s()]*\))?|[()]/g, (found, closed: string | undefined) => {
    if (found === '(') open++
    else if (found === ')') open = Math.max(0, open - 1)
    else if (closed !== undefined && open === 0) return found.charAt(0) + parenthesis + closed
    else if (closed !== undefined) open--
    return found
  })
}

type Found = { at: number; word: Word | null }

/** The words, and the backslashes that are to go. */
function wordsIn(text: string): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(wordOrEscape)) {
    const written = match[0]
    if (written !== '\\') found.push({ at: match.index, word: wordOf(written) })
    else if (isEscape(text, match.index)) found.push({ at: match.index, word: null })
  }
  return found
}

/** After a letter that the next character would be a sign of: `a\.`, `o+\?`, and `d\d` where a word begins. */
function isEscape(text: string, at: number): boolean {
  if (!/[dD]/.test(text.charAt(at + 1))) return /[A-Za-z(^+*]/.test(text.charAt(at - 1))
  return /(?:^|[^A-Za-z])[dD]$/.test(text.slice(Math.max(0, at - 2), at))
}

/** Signs that are also punctuation count only in a text that has surer ones, or nothing that is foreign. */
function isSure(words: readonly Found[]): boolean {
  return words.some(({ word }) => word?.isStrong) || words.every(({ word }) => !word?.isForeign)
}

const initial = /^[AEIOUY]\.$/

function decodePlain(text: string): string {
  const found = wordsIn(text)
  const takesAll = isSure(found)
  const isAlone = found.length === 1
  let out = ''
  let from = 0
  for (const { at, word } of found) {
    out += text.slice(from, at)
    from = at + (word?.written.length ?? 1)
    if (!word) continue
    const isRead = word.isStrong || (takesAll && (isAlone || !initial.test(word.written)))
    out += isRead ? word.reading : word.written
  }
  return out + text.slice(from)
}

function decodeAround(text: string): string {
  let out = ''
  let run = ''
  for (const piece of text.split(/(\s+)/)) {
    if (!address.test(piece)) run += piece
    else {
      out += decodePlain(run) + piece
      run = ''
    }
  }
  return out + decodePlain(run)
}

export function decodeViqr(text: string): string {
  if (!candidate.test(text)) return composed(text)
  const source = withParentheses(text)
  const read = address.test(source) ? decodeAround(source) : decodePlain(source)
  return composed(read.includes(parenthesis) ? read.replaceAll(parenthesis, '(') : read)
}

const spelling: Record<string, string> = { ă: 'a(', â: 'a^', ê: 'e^', ô: 'o^', ơ: 'o+', ư: 'u+' }
const sign = /[(^+*`'?~.]/

/** A character that would be read as a sign of the vowel before it is written with a backslash. */
export function encodeViqr(text: string): number[] {
  let out = ''
  let isOpen = false
  for (const character of composed(text)) {
    const parts = partsOf(character)
    const written = parts ? vowelSpelling(parts.vowel) + parts.tone : character
    const isSecondD = /(?:^|[^a-z])d$/i.test(out) && /^d/i.test(character)
    const isEscaped = isSecondD || (isOpen && sign.test(character))
    out += (isEscaped ? '\\' : '') + (character === 'đ' ? 'dd' : character === 'Đ' ? 'DD' : written)
    isOpen = parts !== undefined && parts.tone === ''
  }
  return Array.from(out, (character) => (character > '\u007F' ? unknownByte : character.charCodeAt(0)))
}

function vowelSpelling(letter: string): string {
  const small = letter.toLowerCase()
  const written = spelling[small] ?? small
  return letter === small ? written : written.charAt(0).toUpperCase() + written.slice(1)
}
