import { isAscii, isUtf8 } from 'node:buffer'
import { cheapest, decodeTable, decodeText, guess, readUtf8 } from '../../../shared/legacy/rules.ts'
import type {
  EncodingGuess,
  Memory,
  Readings,
  TableEncoding,
  TextEncoding,
} from '../../../shared/legacy/rules.ts'
import { anselReading } from './ansel.ts'
import { decodeBytes, latin1Of } from './decode.ts'
import type { Decode } from './decode.ts'

function byTable(encoding: TableEncoding): (word: string) => string {
  return (word) => decodeTable(Buffer.from(word, 'latin1'), encoding)
}

/** Of a word whose characters are bytes. */
const readings: Readings = {
  utf8: (word) => readUtf8(word).normalize('NFC'),
  tcvn3: byTable('tcvn3'),
  vni: byTable('vni'),
  viqr: readUtf8,
  viscii: byTable('viscii'),
  vps: byTable('vps'),
  windows1258: byTable('windows1258'),
  utf8_twice: (word) => decodeText(readUtf8(word), 'utf8_twice'),
  marc8: anselReading,
}
const memory: Memory = { readings, known: new Map() }

/** Without the codes of subfields, which stand against the first word. */
function wordsOf(bytes: Uint8Array): string {
  const [first = '', ...subfields] = latin1Of(bytes).split('\u001F')
  return [first, ...subfields.map((subfield) => subfield.slice(1))].join(' ')
}

/** What a file is in, of stretches of it: records, or fields. */
export function guessBytes(samples: readonly Uint8Array[]): EncodingGuess {
  return guess(samples.map(wordsOf), memory)
}

export type Best = { text: string; encoding: TextEncoding }
export type BestOptions = { others?: readonly TextEncoding[]; marc8?: Decode }

function cheapestOf(bytes: Uint8Array, asked: readonly TextEncoding[]): TextEncoding {
  return cheapest(wordsOf(bytes), asked, memory)
}

/** Whose bytes may all be ASCII. */
const inAscii: readonly TextEncoding[] = ['viqr', 'viscii', 'vps']
/** Whose bytes may be UTF-8 by chance, or always are. */
const inUtf8: readonly TextEncoding[] = ['viscii', 'vps', 'utf8_twice']

/** Whose bytes need not be UTF-8, the commonest first. */
const inBytes: readonly TextEncoding[] = ['tcvn3', 'vni', 'windows1258', 'viscii', 'vps', 'marc8']

type Choice = { others: readonly TextEncoding[]; all: readonly TextEncoding[] }

function bestEncoding(bytes: Uint8Array, file: TextEncoding, { others, all }: Choice): TextEncoding {
  const isAmong = (encodings: readonly TextEncoding[]) => others.some((other) => encodings.includes(other))
  if (isAscii(bytes)) return isAmong(inAscii) ? cheapestOf(bytes, [file, ...others]) : file
  const isOfUtf8 = file === 'utf8' || file === 'utf8_twice'
  if (isUtf8(bytes)) {
    if (isOfUtf8 && !isAmong(inUtf8)) return file
    return cheapestOf(bytes, [file, 'utf8', ...others])
  }
  if (isOfUtf8) return likeliestOf(bytes, others) ?? likeliestOf(bytes, all) ?? 'utf8'
  return others.length === 0 ? file : cheapestOf(bytes, [file, ...others])
}

/** Of bytes that are no UTF-8; null where they are no words in anything, so that this is seen. */
function likeliestOf(bytes: Uint8Array, among: readonly TextEncoding[]): TextEncoding | null {
  const best = cheapest(wordsOf(bytes), ['utf8', ...among], { ...memory, each: true })
  return best === 'utf8' || best === 'utf8_twice' ? null : best
}

/**
 * The text of one record or field of a file that is mostly in `file`. Bytes that the file's encoding makes nonsense
 * of are read as what they are by themselves: UTF-8, or one of `others`, which the guess of the file named.
 */
export function decodeBest(bytes: Uint8Array, file: TextEncoding, options: BestOptions = {}): Best {
  const isReadable = (encoding: TextEncoding) => encoding !== 'marc8' || options.marc8 !== undefined
  const choice = { others: (options.others ?? []).filter(isReadable), all: inBytes.filter(isReadable) }
  const encoding = bestEncoding(bytes, file, choice)
  return { encoding, text: decodeBytes(bytes, encoding, options.marc8 ?? latin1Of) }
}
