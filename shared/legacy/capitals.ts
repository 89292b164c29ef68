import { partsOf, vietnameseVowels } from './alphabet.ts'
import { syllableCost } from './syllable.ts'

/**
 * VN3 has no capitals with tones: they were small letters shown in a font of capitals (.VnTimeH), so `VIÖT` reads
 * `VIệT`. A word is such a one when a toned small letter stands among capitals; a word that could be either, as `Hà`
 * or `ở`, goes with the words around it.
 */
type Case = 'small' | 'capital' | 'capital_ascii' | 'either' | 'silent'

const toned = vietnameseVowels
  .filter(({ letter, tone }) => tone !== '' && letter === letter.toLowerCase())
  .map(({ letter }) => letter)
  .join('')
const capital = 'A-ZĂÂĐÊÔƠƯ'
/** A toned small letter among capitals. */
const amongCapitals = new RegExp(`[${capital}]{2}[${toned}]|[${toned}][${capital}]`)
const capitalWord = new RegExp(`(?<![${capital}])[${capital}]{2,}(?![A-Za-z\\u00C0-\\u1EFF])`, 'g')

function isToned(letter: string): boolean {
  return (partsOf(letter)?.tone ?? '') !== ''
}

function isSmall(letter: string): boolean {
  return letter !== letter.toUpperCase()
}

/** `ÁO` is written `áO`: a capital after a small letter is a sign too. */
function caseOf(word: string): Case {
  const letters = [...word]
  if (letters.some((letter) => isSmall(letter) && !isToned(letter))) return 'small'
  const capitals = letters.filter((letter) => !isSmall(letter)).length
  if (!letters.some(isSmall)) {
    if (capitals < 2 || syllableCost(word) === null) return 'silent'
    return /^[A-Z]+$/.test(word) ? 'capital_ascii' : 'capital'
  }
  const isFirstSmall = isSmall(letters[0] ?? '')
  return capitals > 1 || (capitals === 1 && isFirstSmall) ? 'capital' : 'either'
}

const known = new Map<string, Case>()
const knownAtMost = 30_000
const worthKnowing = 16

function knownCaseOf(word: string): Case {
  const found = known.get(word)
  if (found || word.length > worthKnowing) return found ?? caseOf(word)
  if (known.size >= knownAtMost) known.clear()
  const fresh = caseOf(word)
  known.set(word, fresh)
  return fresh
}

function nearest(cases: readonly Case[], from: number, step: 1 | -1): Case | undefined {
  for (let at = from + step; at >= 0 && at < cases.length; at += step) {
    const found = cases[at]
    if (found === 'small' || found === 'capital') return found
  }
  return undefined
}

function isCapitalBy(cases: readonly Case[], at: number): boolean {
  const around = [nearest(cases, at, -1), nearest(cases, at, 1)].filter((one) => one !== undefined)
  if (around.length === 0) return cases.includes('capital_ascii')
  return around.every((one) => one === 'capital')
}

/** Without any, there is nothing to do: most texts are left here. */
function hasCapitalWord(text: string): boolean {
  return (
    amongCapitals.test(text) || (text.match(capitalWord) ?? []).some((word) => knownCaseOf(word) !== 'silent')
  )
}

const wordPattern = /[A-Za-z\u00C0-\u024F\u1E00-\u1EFF]+/g

/** Capitals where the writer saw capitals. */
export function withCapitals(text: string): string {
  if (!hasCapitalWord(text)) return text
  const words = text.match(wordPattern) ?? []
  const cases = words.map(knownCaseOf)
  const isCapital = (one: Case, at: number) =>
    one === 'capital' || (one === 'either' && isCapitalBy(cases, at))
  if (!cases.some(isCapital)) return text
  let at = 0
  return text.replace(wordPattern, (word) => {
    const one = cases[at] ?? 'silent'
    return isCapital(one, at++) ? word.toUpperCase() : word
  })
}
