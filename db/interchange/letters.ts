import { isAscii } from 'node:buffer'
import { profileEncodings, type ImportProfile } from '../../shared/interchange/contract.ts'
import {
  decodeBestText,
  guessTexts,
  isCellEncoding,
  type EncodingGuess,
  type TextEncoding,
} from '../../shared/legacy/rules.ts'
import {
  decodeMarc8,
  decodeUtf8,
  hasMarcRecords,
  readEntries,
  type Decode,
  type Source,
} from './read/index.ts'
import { sampleRows } from './table-source.ts'
import { decodeBest, guessBytes } from './text/index.ts'

/** In what letters a run's files are: most of them, and what single records may be in instead. */
export type Letters = { encoding: TextEncoding; others: TextEncoding[] }

const mostSamples = 400
const mostSampleBytes = 400_000

/** Fields of the beginning of a file, as bytes; those in plain ASCII say nothing. */
export async function sampleFields(source: Source): Promise<Uint8Array[]> {
  const fields: Uint8Array[] = []
  let bytes = 0
  const decode: Decode = (field) => {
    bytes += field.length
    if (fields.length < mostSamples && !isAscii(field)) fields.push(Uint8Array.from(field))
    return decodeUtf8(field)
  }
  for await (const entries of readEntries(source, { decode }))
    if (entries.length > 0 && (bytes > mostSampleBytes || fields.length >= mostSamples)) break
  return fields
}

export async function guessOf(source: Source): Promise<EncodingGuess> {
  if (hasMarcRecords(source)) return guessBytes(await sampleFields(source))
  const { bytes, cells } = await sampleRows(source)
  return bytes ? guessBytes(bytes) : guessTexts(cells)
}

export async function lettersOf(
  sources: readonly Source[],
  { encoding }: Pick<ImportProfile, 'encoding'>,
): Promise<Letters> {
  if (encoding !== 'auto') return { encoding, others: [] }
  const [first] = sources
  if (!first) return { encoding: 'utf8', others: [] }
  const { encoding: guessed, others } = await guessOf(first)
  return { encoding: guessed, others }
}

/** As a run keeps it: the first word names most of the file. */
export function lettersText({ encoding, others }: Letters): string {
  return [encoding, ...others].join(' ')
}

export function parseLetters(text: string): Letters {
  const known = text
    .split(' ')
    .filter((name): name is TextEncoding => name !== 'auto' && profileEncodings.some((each) => each === name))
  const [encoding = 'utf8', ...others] = known
  return { encoding, others }
}

/** The plain way of UTF-8 also lets XML and UTF-16 be what they say they are. */
export function decodeFor({ encoding, others }: Letters): Decode {
  if (encoding === 'utf8' && others.length === 0) return decodeUtf8
  return (bytes) => decodeBest(bytes, encoding, { others, marc8: decodeMarc8 }).text
}

/** Cells came as characters; MARC-8 is nothing that a table could be in. */
export function decodeCellFor({ encoding, others }: Letters): (cell: string) => string {
  if (!isCellEncoding(encoding) || (encoding === 'utf8' && others.length === 0))
    return (cell) => cell.normalize('NFC')
  const known = others.filter(isCellEncoding)
  return (cell) => decodeBestText(cell, encoding, known)
}
