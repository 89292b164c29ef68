import type { Filters } from '../../shared/catalogue/search.ts'
import { normalIsbn } from '../../shared/catalogue/rules.ts'
import { fold, spellingsOf, words } from '../../shared/fold.ts'
import { tagMark } from './search-index.ts'

/** More words than anybody types; the index refuses expressions without end. */
const longestQuery = 40

export type Phrase = { words: string[]; isQuoted: boolean }

/** Words one by one, and those in quotation marks together. */
export function phrasesOf(text: string, form: (text: string) => string): Phrase[] {
  const phrases: Phrase[] = []
  for (const [, quoted, plain] of text.replace(/[“”]/g, '"').matchAll(/"([^"]*)"|([^"]+)/g)) {
    const found = words(form(quoted ?? plain ?? ''))
    if (quoted === undefined) phrases.push(...found.map((word) => ({ words: [word], isQuoted: false })))
    else if (found.length > 0) phrases.push({ words: found, isQuoted: true })
  }
  return phrases.slice(0, longestQuery)
}

/** Accents as typed, for the index that keeps them. */
export function typed(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[ðɖ]/g, 'đ')
}

/** Every phrase must occur; the last one may be unfinished where that is asked for. User text never reaches MATCH unquoted. */
export function allOf(phrases: readonly Phrase[], { isLastOpen }: { isLastOpen: boolean }): string {
  return phrases
    .map((phrase, at) => {
      const isOpen = isLastOpen && at === phrases.length - 1 && !phrase.isQuoted
      const [asTyped = [], ...others] = spellingsOf(phrase.words)
      // Only what was typed may be unfinished: “ky” is no beginning of “kinh”.
      const ways = [
        `"${asTyped.join(' ')}"${isOpen ? '*' : ''}`,
        ...others.map((way) => `"${way.join(' ')}"`),
      ]
      return ways.length === 1 ? ways[0] : `(${ways.join(' OR ')})`
    })
    .join(' AND ')
}

/** The MATCH text for a text as somebody types it. */
export function ftsQuery(text: string): string {
  return allOf(phrasesOf(text, fold), { isLastOpen: true })
}

/** The MATCH text for running text, where words that stand far apart have nothing to do with each other. */
export function closeTogether(text: string, span: number): string {
  const phrases = phrasesOf(text, fold).map(({ words: each }) => `"${each.join(' ')}"`)
  return phrases.length > 1 ? `NEAR(${phrases.join(' ')}, ${span})` : phrases.join('')
}

/** Every word with the accents as typed, for an index that knows words and not where they stand. */
export function withAccents(text: string): string {
  return words(typed(text))
    .slice(0, longestQuery)
    .map((word) => `"${word}"`)
    .join(' AND ')
}

const wordColumns = ['title', 'author', 'subject', 'publisher'] as const

/** Filters that name words: a column and what must stand in it. */
export function wordMatches(filters: Filters): string[] {
  const matches: string[] = []
  for (const column of wordColumns) {
    const phrases = phrasesOf(filters[column], fold)
    if (phrases.length > 0) matches.push(`${column} : (${allOf(phrases, { isLastOpen: true })})`)
  }
  const callNumber = words(fold(filters.callNumber)).join(' ')
  if (callNumber) matches.push(`callNumber : (^ "${callNumber}" *)`)
  const isbn = normalIsbn(filters.isbn) ?? words(filters.isbn).join('')
  if (isbn) matches.push(`numbers : ("${fold(isbn)}" *)`)
  return matches
}

const tag = (text: string) => `"${tagMark}${text.replaceAll('_', '')}"`
const anyOf = (tags: readonly string[]) => `tags : (${tags.join(' OR ')})`

/** Filters that stand as tokens of their own in the index. */
export function tagMatches(filters: Filters): string[] {
  const matches: string[] = []
  const { materials, languages, classes } = filters
  if (materials.length > 0) matches.push(anyOf(materials.map((material) => tag(`m${material}`))))
  if (languages.length > 0) {
    matches.push(anyOf(languages.map((language) => tag(`l${language.replace(/[^a-zA-Z]/g, '')}`))))
  }
  if (classes.length > 0) matches.push(anyOf(classes.map((each) => tag(`s${each}`))))
  if (filters.isDigital !== null) matches.push(anyOf([tag(filters.isDigital ? 'digital' : 'paper')]))
  const digits = filters.ddc.replace(/[^0-9]/g, '')
  if (digits) matches.push(anyOf([digits.length <= 3 ? tag(`k${digits}`) : `${tag(`f${digits}`)}*`]))
  if (filters.yearFrom !== null || filters.yearTo !== null) {
    matches.push(anyOf(yearTags(filters.yearFrom ?? 0, filters.yearTo ?? 2200)))
  }
  return matches
}

/** Whole centuries and decades where the span holds them, single years at its ends. */
function yearTags(from: number, to: number): string[] {
  const tags: string[] = []
  let year = from
  while (year <= to) {
    const [size, name] =
      year % 100 === 0 && year + 99 <= to
        ? ([100, 'c'] as const)
        : year % 10 === 0 && year + 9 <= to
          ? ([10, 'd'] as const)
          : ([1, 'y'] as const)
    tags.push(tag(`${name}${year / size}`))
    year += size
  }
  return tags.length > 0 ? tags : [tag('none')]
}
