import { composed } from './alphabet.ts'
import { decodeText } from './decode.ts'
import { isCellEncoding, textEncodings } from './encoding.ts'
import type { CellEncoding, EncodingGuess, TextEncoding } from './encoding.ts'
import { cheapest, guess } from './guess.ts'
import type { Memory } from './guess.ts'

export { composed } from './alphabet.ts'
export { decodeTable, decodeText, encodeText } from './decode.ts'
export type { TableEncoding } from './decode.ts'
export { isCellEncoding, textEncodings } from './encoding.ts'
export type { CellEncoding, EncodingGuess, TextEncoding } from './encoding.ts'
export { cheapest, guess } from './guess.ts'
export type { Memory, Readings } from './guess.ts'
export { readUtf8 } from './utf8.ts'
export { asWestern } from './western.ts'

const cells: Memory = {
  readings: Object.fromEntries(
    textEncodings
      .filter(isCellEncoding)
      .map((encoding) => [encoding, (word: string) => decodeText(word, encoding)]),
  ),
  known: new Map(),
}

/** What texts are in that came as characters (cells, XML, what was pasted); `utf8` says that they are good as they are. */
export function guessTexts(samples: readonly string[]): EncodingGuess {
  return guess(samples, cells)
}

/** The text of one cell of a column: as the column's encoding says, unless the cell alone is plainly good already, or in one of `others`. */
export function decodeBestText(
  text: string,
  encoding: CellEncoding,
  others: readonly CellEncoding[] = [],
): string {
  const asked: readonly TextEncoding[] = [encoding, 'utf8', ...others]
  const best = cheapest(text, asked, cells)
  return decodeText(text, others.find((other) => other === best) ?? (best === 'utf8' ? 'utf8' : encoding))
}

export type TextSample = { before: string; after: string }

const sampleWidth = 120

/** Texts that an encoding changes, before and after, for people to judge: different ones, those that say most first. */
export function samplesOf(texts: readonly string[], encoding: CellEncoding, atMost = 5): TextSample[] {
  const changed = new Map<string, TextSample>()
  for (const text of texts) {
    const before = text.slice(0, sampleWidth)
    const after = decodeText(before, encoding)
    if (after !== before && !changed.has(after)) changed.set(after, { before, after })
    if (changed.size >= atMost * 20) break
  }
  return [...changed.values()]
    .toSorted((a, b) => Math.abs(a.after.length - 40) - Math.abs(b.after.length - 40))
    .slice(0, atMost)
}

/** What a pasted text would be if it were of an old encoding; null where it is good as it stands. */
export function legacyReading(text: string): { encoding: TextEncoding; text: string } | null {
  const { encoding } = guessTexts([text])
  if (encoding === 'utf8' || encoding === 'marc8') return null
  const read = decodeText(text, encoding)
  return read === composed(text) ? null : { encoding, text: read }
}
