import type { Decode, Entry, MarcReader } from './entry.ts'
import { readIso2709 } from './iso2709.ts'
import { readMarcText } from './marc-text.ts'
import { readMarcxml } from './marcxml.ts'
import type { SourceKind } from './sniff.ts'
import { SourceProblem } from './source-problem.ts'
import type { Source } from './source.ts'
import { decodeUtf8 } from './values.ts'

export type { Decode, Entry, MarcReader, ReadProblem, ReadProblemCode } from './entry.ts'
export { decodeMarc8 } from './marc8.ts'
export { openSource, type Source } from './source.ts'
export { SourceProblem, type SourceProblemCode } from './source-problem.ts'
export { decodeUtf8 } from './values.ts'

const readers: Partial<Record<SourceKind, MarcReader>> = {
  iso2709: readIso2709,
  marcxml: readMarcxml,
  marc_text: readMarcText,
}

/** Tables have no records of their own: columns must be given a meaning first. */
export function hasMarcRecords({ kind }: Source): boolean {
  return readers[kind] !== undefined
}

/**
 * The records of a file, and what gave none. `decodeUtf8` as `decode` is the fast way, and lets XML and UTF-16 be what
 * they say they are; any other decoding is taken for a decision about this file.
 */
export function readEntries(
  source: Source,
  { decode = decodeUtf8 }: { decode?: Decode } = {},
): AsyncIterable<Entry[]> {
  const reader = readers[source.kind]
  if (!reader) throw source.problem ?? new SourceProblem('unknown_format', source.name)
  return reader(source.chunks(), { decode })
}
