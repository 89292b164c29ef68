import { isAscii } from 'node:buffer'
import type { ImportProfile } from '../../shared/interchange/contract.ts'
import { guessTexts, type EncodingGuess } from '../../shared/legacy/rules.ts'
import type { Letters } from './letters.ts'
import { decodeUtf8, hasMarcRecords, readEntries, type Decode, type Source } from './read/index.ts'
import { sampleRows } from './table-source.ts'
import { guessBytes } from './text/index.ts'

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
  const first = sources.find(({ kind }) => kind !== 'unknown')
  if (!first) return { encoding: 'utf8', others: [] }
  const { encoding: guessed, others } = await guessOf(first)
  return { encoding: guessed, others }
}
