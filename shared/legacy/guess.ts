import { textEncodings } from './encoding.ts'
import type { EncodingGuess, TextEncoding } from './encoding.ts'
import { readingCost } from './plausible.ts'
import { commonCost, syllableCost } from './syllable.ts'
import { plainCost, signedWords, viqrCost } from './viqr-costs.ts'

/** How a word is read in each encoding; an encoding that is not here is not asked. */
export type Readings = Partial<Record<TextEncoding, (word: string) => string>>

/**
 * What an encoding must save, in tenths of a nat, before it is believed rather than that the text is good as it is:
 * rare ones more, and each enough that the chance likeness of a word or two does not change a good text.
 */
const burden: Record<TextEncoding, number> = {
  utf8: 0,
  tcvn3: 55,
  vni: 60,
  utf8_twice: 60,
  viqr: 70,
  marc8: 70,
  windows1258: 80,
  viscii: 85,
  vps: 90,
}

/** A foreign word with marks has no place in an encoding that was made for Vietnamese alone. */
const foreignIn: Partial<Record<TextEncoding, number>> = { tcvn3: 35, vni: 35, viscii: 35, vps: 35 }

/** Bytes that TCVN 5712 has in VN2 only, while files are VN3: capitals with tones, and marks. */
const vn2 = /[\u00AF-\u00B4\u00BA\u00BF-\u00C5\u00CD\u00D9-\u00DB\u00E0\u00F0\u00FF]/
const vn2Cost = 40
/** Of a word that a file in the encoding would not have. */
const strangerCost = 60
/** What UTF-8 makes sense of costs no more. */
const senseAtMost = 130
const beyondBytes = /(?![ŒœŠšŽžŸƒ])[\u0300-\u1FFF\u0100-\u02BF\u3000-\uD7FF]/
const tables = ['tcvn3', 'vni', 'viscii', 'vps', 'windows1258'] as const

/** C0 characters are no separators, since VISCII and VPS have letters there; those of ISO 2709 are. */
// eslint-disable-next-line no-control-regex
const words = /[^\t\n\r\u001D-@[-`{-~]+/g
const isMarked = /[^A-Za-z]/
/** In bytes or characters; what is longer is no word. */
const longest = 1000
/** Enough to be sure; a longer look only takes longer. */
const wordsAtMost = 3000

type Costs = Partial<Record<TextEncoding, number>>

function costsOfMarked(word: string, readings: Readings): Costs {
  const costs: Costs = {}
  for (const encoding of textEncodings) {
    const read = readings[encoding]
    if (read) costs[encoding] = readingCost(read(word), foreignIn[encoding])
  }
  // A word that is Vietnamese already needs no other reading, however much commoner that were: `hoà` is `hồ` in VNI.
  const plain = readings.utf8?.(word)
  if (plain !== undefined && syllableCost(plain) !== null) costs.utf8 = Math.min(costs.utf8 ?? 0, commonCost)
  // What came of misreading bytes has no letters that no byte is taken for; and bytes are seldom UTF-8 by chance.
  const isSense = plain !== undefined && plain !== word && (costs.utf8 ?? 0) <= senseAtMost
  if (isSense || beyondBytes.test(word)) {
    for (const encoding of tables) costs[encoding] = (costs[encoding] ?? 0) + strangerCost
  }
  if (costs.tcvn3 !== undefined && vn2.test(word)) costs.tcvn3 += vn2Cost
  // A file of VIQR has no letters outside ASCII, and one of UTF-8 twice none that are good as they are.
  if (costs.viqr !== undefined) costs.viqr = (costs.utf8 ?? 0) + strangerCost
  if (costs.utf8_twice !== undefined && readings.utf8_twice?.(word) === plain) {
    costs.utf8_twice += strangerCost
  }
  return costs
}

function costsOfSigned(word: string, readings: Readings): Costs {
  const costs: Costs = {}
  for (const encoding of textEncodings) {
    if (readings[encoding]) costs[encoding] = encoding === 'viqr' ? viqrCost(word) : plainCost(word)
  }
  return costs
}

function sumOf(all: Iterable<Costs>, encodings: Iterable<TextEncoding> = textEncodings): Costs {
  const sum: Costs = {}
  for (const costs of all) {
    for (const encoding of encodings) {
      const cost = costs[encoding]
      if (cost !== undefined) sum[encoding] = (sum[encoding] ?? 0) + cost
    }
  }
  return sum
}

const idle = 60

type Ranked = { encoding: TextEncoding; score: number }[]

/** Tenths of a nat by which a step of e is softened, since words of one file are not independent of each other. */
const softness = 20

/** What makes the text no better than it is has nothing to say for itself. */
function burdenOf(encoding: TextEncoding, sum: Costs): number {
  const isIdle = encoding !== 'utf8' && (sum[encoding] ?? 0) >= (sum.utf8 ?? 0)
  return burden[encoding] + (isIdle ? idle : 0)
}

function rankingOf(sum: Costs, readings: Readings): Ranked {
  const asked = textEncodings.filter((encoding) => readings[encoding])
  const costs = asked.map((encoding) => ({ encoding, cost: (sum[encoding] ?? 0) + burdenOf(encoding, sum) }))
  const least = Math.min(...costs.map(({ cost }) => cost))
  const weights = costs.map(({ encoding, cost }) => ({
    encoding,
    weight: Math.exp((least - cost) / softness),
  }))
  const total = weights.reduce((all, { weight }) => all + weight, 0)
  return weights
    .map(({ encoding, weight }) => ({ encoding, score: weight / total }))
    .toSorted((a, b) => b.score - a.score)
}

/** Costs of words, by word. */
export type Measured = Map<string, Costs>
/** `known` is kept from text to text, since texts of one file have many words in common. */
export type Memory = { readings: Readings; known: Measured }

const knownAtMost = 30_000

function remembered(word: string, { known, readings }: Memory, costsOf: typeof costsOfMarked): Costs {
  const found = known.get(word)
  if (found) return found
  if (known.size >= knownAtMost) known.clear()
  const costs = costsOf(word, readings)
  known.set(word, costs)
  return costs
}

/** The words of a text that can tell, each once. */
function measure(text: string, memory: Memory): Measured {
  const found: Measured = new Map()
  for (const [word] of text.matchAll(words)) {
    if (word.length > longest || !isMarked.test(word) || found.has(word)) continue
    found.set(word, remembered(word, memory, costsOfMarked))
  }
  if (memory.readings.viqr) {
    for (const word of signedWords(text)) found.set(word, remembered(word, memory, costsOfSigned))
  }
  return found
}

/** What a sample must cost more than in another encoding to be no part of the file's. */
const misfit = 80

function othersOf(samples: readonly Costs[], encoding: TextEncoding, readings: Readings): TextEncoding[] {
  const others: TextEncoding[] = []
  const reading = [encoding]
  const costIn = (costs: Costs, among: readonly TextEncoding[]) =>
    Math.min(...among.map((one) => costs[one] ?? Infinity))
  for (let left = samples; others.length < 3;) {
    left = left.filter((costs) => costIn(costs, reading) - costIn(costs, textEncodings) >= misfit)
    const likeliest = rankingOf(sumOf(left), readings).find((one) => !reading.includes(one.encoding))
    if (left.length === 0 || !likeliest) break
    others.push(likeliest.encoding)
    reading.push(likeliest.encoding)
  }
  return others
}

/** Of plain ASCII, which all encodings have. */
const certain = { encoding: 'utf8' as const, score: 1 }

/** The encoding that makes of the samples what people write. */
export function guess(samples: readonly string[], memory: Memory): EncodingGuess {
  const all: Measured = new Map()
  const sums: Costs[] = []
  for (const sample of samples) {
    const found = measure(sample, memory)
    if (found.size > 0) sums.push(sumOf(found.values()))
    for (const [word, costs] of found) all.set(word, costs)
    if (all.size > wordsAtMost) break
  }
  const { readings } = memory
  const ranking = all.size === 0 ? [certain] : rankingOf(sumOf(all.values()), readings)
  const best = ranking[0] ?? certain
  const others = othersOf(sums, best.encoding, readings)
  return { encoding: best.encoding, confidence: best.score, ranking, others }
}

/** What another reading must save to be taken for one text of a file whose encoding is known. */
const certainty = 40
const certaintyEach = 60

/**
 * Which of the encodings, the first being the usual one, suits this text. Where `each` word has to be worth a change,
 * nonsense is not changed for other nonsense.
 */
export function cheapest(
  text: string,
  asked: readonly TextEncoding[],
  { each = false, ...memory }: Memory & { each?: boolean },
): TextEncoding {
  const found = measure(text, memory)
  const sum = sumOf(found.values(), new Set(asked))
  const usual = asked[0] ?? 'utf8'
  const least = (sum[usual] ?? 0) - (each ? certaintyEach * found.size : certainty)
  const better = asked.filter((encoding) => (sum[encoding] ?? Infinity) <= least)
  return better.toSorted((a, b) => (sum[a] ?? 0) - (sum[b] ?? 0))[0] ?? usual
}
