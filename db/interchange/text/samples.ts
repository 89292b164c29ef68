import { isAscii } from 'node:buffer'
import { asWestern } from '../../../shared/legacy/rules.ts'
import type { TextEncoding, TextSample } from '../../../shared/legacy/rules.ts'
import { decodeBytes } from './decode.ts'
import type { Decode } from './decode.ts'

/** Fields that are not plain ASCII, as a program without the encoding shows them and as they are meant. */
export function samplesOfBytes(
  fields: readonly Uint8Array[],
  encoding: TextEncoding,
  { marc8, atMost = 5 }: { marc8: Decode; atMost?: number },
): TextSample[] {
  const samples = new Map<string, TextSample>()
  for (const field of fields) {
    if (samples.size >= atMost) break
    if (isAscii(field) && encoding !== 'viqr') continue
    const before = asWestern(field)
    const after = decodeBytes(field, encoding, marc8)
    if (after !== before) samples.set(after, { before, after })
  }
  return [...samples.values()]
}
