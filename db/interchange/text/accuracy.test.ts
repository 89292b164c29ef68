import { describe, expect, it } from 'vitest'
import { between, chance, diceOf, list, pick } from '../../../shared/demo/dice.ts'
import type { Dice } from '../../../shared/demo/dice.ts'
import { demoTitle } from '../../../shared/demo/rules.ts'
import {
  asWestern,
  decodeText,
  encodeText,
  guessTexts,
  isCellEncoding,
} from '../../../shared/legacy/rules.ts'
import { recordBytes, recordTexts, writers } from '../../../test/support/legacy-files.ts'
import type { Writer } from '../../../test/support/legacy-files.ts'
import { anselReading } from './ansel.ts'
import { decodeBytes, latin1Of } from './decode.ts'
import { decodeBest, guessBytes } from './guess.ts'

const seed = 20_261_120
const patienceMs = 120_000
const files = Array.from({ length: 120 }, (_, file) =>
  Array.from({ length: 20 }, (_, row) => recordTexts(seed, file * 20 + row)),
)

function shareRight(isRight: (records: string[][]) => boolean): number {
  return files.filter(isRight).length / files.length
}

describe.each(writers)('20 records of $name', ({ encoding, encode }) => {
  it(
    'are known by their bytes in 99.5 % of files',
    () => {
      const share = shareRight(
        (records) => guessBytes(records.map((texts) => recordBytes(texts, encode))).encoding === encoding,
      )
      expect(share).toBeGreaterThanOrEqual(0.995)
    },
    patienceMs,
  )

  it(
    'are known as a column of titles that a program misread',
    () => {
      if (!isCellEncoding(encoding)) return
      const shown = (text: string) =>
        encoding === 'utf8'
          ? text
          : asWestern(encoding === 'utf8_twice' ? encodeText(text, 'utf8') : encode(text))
      const share = shareRight(
        (records) => guessTexts(records.map((texts) => shown(texts[0] ?? ''))).encoding === encoding,
      )
      expect(share).toBeGreaterThanOrEqual(0.995)
    },
    patienceMs,
  )
})

/** Words of languages that the demo catalogue has not, each list one language. */
const elsewhere = [
  list(
    'Einführung in die|Ökologie|für|Anfänger|Müller|Größe|Wörterbuch|Übungen|zur|Geschichte|Käthe|Schäfer|über|Völker|Straße|Länder',
  ),
  list(
    'Introducción a|la|economía|española|Historia de|España|Año|niños|Gómez|Martínez|según|José|él|música|cómo|está',
  ),
  list(
    'Introdução à|língua|portuguesa|São Paulo|João|ação|não|coração|Três|lições|Gonçalves|é|história|países|às',
  ),
  list('Introduzione|alla|città|però|più|università|perché|libertà|è|così|società|Niccolò|già|verità|può'),
  list('Så gör man|på|är|för|från|Svensson|Åke|kärlek|över|öar|språk|blå|människor|når'),
  list('Úvod do|dějin|české|literatury|Dvořák|příručka|učebnice|město|život|řeka|Žižka|škola|člověk|můj'),
  list('Wstęp do|historii|Łódź|język|polski|książka|życie|świat|Wałęsa|miłość|człowiek|dzień|rząd|źródło'),
  list('Türkçe|öğretmen|için|İstanbul|şehir|güzel|çocuk|dünya|ülke|ağaç|kış|yağmur|değil'),
  list('Thaï|Laïc|Où|là|Hanoï|Noël|naïf|été|à|âge|maïs|coût|goût|Saïgon|déjà|être|Annam|Tonkin'),
]

const pool = Array.from({ length: 6000 }, (_, number) => demoTitle(seed + 1, number, '2026-11-20'))
const pools = ['eng', 'fre', 'rus', 'chi'].map((language) =>
  pool.filter((title) => title.language === language).map(({ title }) => title),
)

function foreignTitle(dice: Dice): string {
  const words = pick(dice, elsewhere)
  return Array.from({ length: between(dice, 2, 6) }, () => pick(dice, words)).join(' ')
}

type Maker = (dice: Dice, file: number) => string
const vietnamese: Maker = (dice) => recordTexts(seed + 2, between(dice, 0, 50_000)).join(' ')
const english: Maker = (dice) => pick(dice, pools[0] ?? [])
const makers: readonly [string, Maker][] = [
  ['Vietnamese', vietnamese],
  ['decomposed Vietnamese', (dice, file) => vietnamese(dice, file).normalize('NFD')],
  [
    'English, French, Russian and Chinese, one in each file',
    (dice, file) => pick(dice, pools[file % 4] ?? []),
  ],
  ['other languages, one in each file', (dice, file) => foreignTitle({ state: dice.state ^ file })],
  ['all languages mixed', (dice, file) => (chance(dice) < 0.5 ? vietnamese(dice, file) : foreignTitle(dice))],
  ['almost only ASCII', (dice, file) => (chance(dice) < 0.95 ? english(dice, file) : foreignTitle(dice))],
]

describe.each(makers)('good text stays as it is: %s', (_, make) => {
  it(
    'in 400 files',
    () => {
      for (let file = 0; file < 400; file++) {
        const dice = diceOf(seed + 3, file)
        const texts = Array.from({ length: [20, 20, 5, 2][file % 4] ?? 1 }, () => make(dice, file))
        const byBytes = guessBytes(texts.map((text) => Buffer.from(text)))
        expect(byBytes.encoding, texts.join('\n')).toBe('utf8')
        expect(guessTexts(texts).encoding, texts.join('\n')).toBe('utf8')
        for (const text of texts) {
          expect(decodeBest(Buffer.from(text), 'utf8', { others: byBytes.others }).text).toBe(
            text.normalize('NFC'),
          )
        }
      }
    },
    patienceMs,
  )
})

const utf8: Writer = { name: 'utf8', encoding: 'utf8', encode: (text) => encodeText(text, 'utf8') }
const marc8 = (bytes: Uint8Array) => anselReading(latin1Of(bytes))

/** Fields read otherwise than they were written, of a file in which one record of twenty is in another encoding. */
function misread(main: Writer, minor: Writer): { share: number; ofMinor: number } {
  const records = Array.from({ length: 200 }, (_, row) => {
    const by = row % 20 === 7 ? minor : main
    return { by, texts: recordTexts(seed + 4, row) }
  })
  const guess = guessBytes(records.map(({ texts, by }) => recordBytes(texts, by.encode)))
  expect(guess.encoding).toBe(main.encoding)
  const fields = records.flatMap(({ texts, by }) =>
    texts.map((text) => {
      const bytes = by.encode(text)
      const read = decodeBest(bytes, guess.encoding, { others: guess.others, marc8 }).text
      return { by, isRight: read === decodeBytes(bytes, by.encoding, marc8) }
    }),
  )
  const wrong = fields.filter(({ isRight }) => !isRight)
  const minorFields = fields.filter(({ by }) => by === minor).length
  return {
    share: wrong.length / fields.length,
    ofMinor: wrong.filter(({ by }) => by === minor).length / minorFields,
  }
}

describe.each(writers.filter(({ encoding }) => encoding !== 'utf8'))('mixed with UTF-8: $name', (writer) => {
  it(
    '5 % of UTF-8 in an old file',
    () => {
      expect(misread(writer, utf8).share).toBeLessThan(0.005)
    },
    patienceMs,
  )

  it(
    '5 % of an old encoding in a file of UTF-8',
    () => {
      const { share, ofMinor } = misread(utf8, writer)
      expect(share).toBeLessThan(0.005)
      // Two words of VIQR without a mark inside may be two sentences.
      expect(ofMinor).toBeLessThan(writer.encoding === 'viqr' ? 0.15 : 0.01)
    },
    patienceMs,
  )
})

it('what is guessed right is read right', () => {
  for (const records of files.slice(0, 20)) {
    for (const text of records.flat().filter((one) => /^[\0-\u024F\u1E00-\u1EFF]*$/.test(one))) {
      expect(decodeText(asWestern(encodeText(text, 'vni')), 'vni')).toBe(text)
      expect(decodeBytes(encodeText(text, 'vps'), 'vps')).toBe(text)
      expect(decodeBytes(encodeText(text, 'windows1258'), 'windows1258')).toBe(text)
    }
  }
})
