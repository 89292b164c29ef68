import { fold, words } from '../fold.ts'
import { type ChapterName, type Handbook, chapterNames, textsOf } from './chapter.ts'

export type Place = { chapter: ChapterName; section: number; title: string; excerpt: string }
type Spoken = (text: string) => string
export type IndexedSection = Place & { folded: string; foldedTitle: string }

/** Each section as it reads on screen; `spoken` puts the screen's words in the place of their names. */
export function indexOf(handbook: Handbook, spoken: Spoken): IndexedSection[] {
  return chapterNames.flatMap((chapter) => {
    const { title, summary, sections } = handbook[chapter]
    return sections.map((section, at) => {
      const text = [...(at === 0 ? [summary] : []), ...section.blocks.flatMap(textsOf)].map(spoken).join(' ')
      const heading = `${title} › ${section.title}`
      const folded = words(fold(`${heading} ${text}`)).join(' ')
      const foldedTitle = words(fold(heading)).join(' ')
      return { chapter, section: at, title: heading, excerpt: text, folded, foldedTitle }
    })
  })
}

/**
 * Sections that have all these words, or beginnings of them: those called so, then those where they stand together,
 * then the rest.
 */
export function findSections(index: readonly IndexedSection[], typed: string): Place[] {
  const wanted = words(fold(typed))
  if (wanted.length === 0) return []
  const phrase = wanted.join(' ')
  const has = (text: string, word: string) => ` ${text}`.includes(` ${word}`)
  const hasAll = (text: string) => wanted.every((word) => has(text, word))
  const rankOf = ({ folded, foldedTitle }: IndexedSection) =>
    hasAll(foldedTitle) ? 0 : has(folded, phrase) ? 1 : 2
  return index
    .filter(({ folded }) => hasAll(folded))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map(({ chapter, section, title, excerpt }) => ({
      chapter,
      section,
      title,
      excerpt: around(excerpt, wanted),
    }))
}

const excerptLength = 160

/** A stretch of the text that begins a little before the words; folding keeps the number of composed letters. */
function around(text: string, wanted: readonly string[]): string {
  const folded = fold(text)
  const placeOf = (pattern: string) => folded.search(new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}`, 'u'))
  const together = placeOf(wanted.join(String.raw`[^\p{L}\p{N}]+`))
  const at = together === -1 ? placeOf(wanted[0] ?? '') : together
  const from = at <= excerptLength / 2 ? 0 : text.indexOf(' ', at - excerptLength / 2) + 1
  const end = text.indexOf(' ', from + excerptLength)
  const piece = end === -1 ? text.slice(from) : text.slice(from, end)
  return `${from > 0 ? '… ' : ''}${piece}${end === -1 ? '' : ' …'}`
}
