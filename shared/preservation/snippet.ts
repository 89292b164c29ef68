import { fold, words } from '../fold.ts'

export type SnippetPart = { text: string; isHit: boolean }

const wordsBefore = 8
const wordsShown = 30
/** How far apart the words of a hit may stand, as the index asks for it. */
export const hitSpan = 10

/** With the accents as typed where the text has them so, else whatever the accents. */
function wordsSought(text: string, query: string): (word: string) => boolean {
  const typed = words(query.toLowerCase())
  const standing = new Set(words(text.toLowerCase()))
  const form = typed.every((word) => standing.has(word)) ? (word: string) => word.toLowerCase() : fold
  const wanted = new Set(words(form(query)))
  return (word) => wanted.has(form(word))
}

type Word = { at: number; end: number; isHit: boolean }

/** The stretch of a page where most of the words stand closest together, cut at words, with the hits marked. */
export function snippetOf(text: string, query: string): SnippetPart[] {
  const isSought = wordsSought(text, query)
  const found: Word[] = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    isHit: isSought(match[0]),
  }))
  if (found.length === 0) return []
  const first = Math.max(0, bestStart(found, text) - wordsBefore)
  const last = Math.min(found.length, first + wordsShown)
  return partsOf(text, found.slice(first, last), { isCutBefore: first > 0, isCutAfter: last < found.length })
}

/** The first of the hits within whose span the most different words stand. */
function bestStart(found: readonly Word[], text: string): number {
  let best = { at: 0, count: 0 }
  for (const [at, word] of found.entries()) {
    if (!word.isHit) continue
    const near = found.slice(at, at + hitSpan + 2).filter(({ isHit }) => isHit)
    const count = new Set(near.map(({ at: from, end }) => fold(text.slice(from, end)))).size
    if (count > best.count) best = { at, count }
  }
  return best.at
}

type Cut = { isCutBefore: boolean; isCutAfter: boolean }

function partsOf(text: string, shown: readonly Word[], { isCutBefore, isCutAfter }: Cut): SnippetPart[] {
  const parts: SnippetPart[] = []
  let from = shown[0]?.at ?? 0
  const add = (to: number, isHit: boolean) => {
    const piece = text.slice(from, to).replace(/\s+/g, ' ')
    if (piece !== '') parts.push({ text: piece, isHit })
    from = to
  }
  for (const { at, end, isHit } of shown) {
    if (!isHit) continue
    add(at, false)
    add(end, true)
  }
  add(shown.at(-1)?.end ?? from, false)
  if (isCutBefore) parts.unshift({ text: '… ', isHit: false })
  if (isCutAfter) parts.push({ text: ' …', isHit: false })
  return parts
}

/** A whole text with the words that were sought marked. */
export function hitPartsOf(text: string, query: string): SnippetPart[] {
  const isSought = wordsSought(text, query)
  return text
    .split(/([\p{L}\p{N}][\p{L}\p{M}\p{N}]*)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isHit: isSought(piece) }))
}
