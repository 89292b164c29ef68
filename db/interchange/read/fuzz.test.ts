import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MarcRecord } from '../../../shared/catalogue/contract.ts'
import {
  accountOf,
  iso2709Of,
  marcxmlOf,
  mnemonicOf,
  readAll,
  recordsOf,
  sampleRecord,
} from '../../../test/support/marc-files.ts'
import { mutated, seeded } from '../../../test/support/mutations.ts'
import type { Entry, MarcReader } from './entry.ts'
import { readIso2709 } from './iso2709.ts'
import { decodeMarc8 } from './marc8.ts'
import { readMarcText } from './marc-text.ts'
import { readMarcxml } from './marcxml.ts'
import { decodeUtf8 } from './values.ts'

/** KHOSACH_FUZZ=50000 before a release; every run has its share. */
const total = Number(process.env['KHOSACH_FUZZ'] ?? 3000)
const perReader = Math.ceil(total / 3)

type Format = { name: string; reader: MarcReader; write: (number: number) => Buffer; between: string }
const formats: Format[] = [
  { name: 'ISO 2709', reader: readIso2709, write: (number) => iso2709Of(sampleRecord(number)), between: '' },
  {
    name: 'MARCXML',
    reader: readMarcxml,
    write: (number) => Buffer.from(marcxmlOf(sampleRecord(number))),
    between: '\n',
  },
  {
    name: 'text',
    reader: readMarcText,
    write: (number) => Buffer.from(mnemonicOf(sampleRecord(number))),
    between: '',
  },
]

/** Of the type, and already in the form in which it would be stored. */
function isStorable(entry: Entry): boolean {
  if (entry.kind === 'unread') return entry.bytes.length <= Math.min(4096, entry.length)
  const parsed = MarcRecord.safeParse(entry.record)
  return parsed.success && JSON.stringify(parsed.data) === JSON.stringify(entry.record)
}

function faultsOf(entries: readonly Entry[], size: number): string {
  const account = accountOf(entries, size)
  if (account !== '') return account
  const bad = entries.findIndex((entry) => !isStorable(entry))
  return bad === -1 ? '' : `entry ${bad} cannot be stored`
}

async function readingMs(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
/** Without what the machine did in between. */
async function bestMs(work: () => Promise<unknown>): Promise<number> {
  return Math.min(await readingMs(work), await readingMs(work), await readingMs(work))
}

describe.each(formats)('$name', ({ reader, write, between }) => {
  test(
    `${perReader} records with bytes changed stop nothing, lose nothing, and leave their neighbours alone`,
    { timeout: 60_000 + total * 40 },
    async () => {
      const random = seeded(20_260_714)
      const faults: string[] = []
      let lost = 0
      let slowest = { timeMs: 0, read: () => readAll(reader, Buffer.alloc(0)) }
      for (let number = 0; number < perReader; number++) {
        const middle = mutated(write(number), random)
        const parts = [write(1), Buffer.from(between), middle, Buffer.from(between), write(2)]
        const bytes = Buffer.concat(parts)
        const decode = random(4) === 0 ? decodeMarc8 : decodeUtf8
        const read = () => readAll(reader, bytes, { decode })
        let entries: Entry[] = []
        const timeMs = await readingMs(async () => (entries = await read()))
        const inPieces = await readAll(reader, bytes, { size: 1 + random(900), decode })
        if (timeMs > slowest.timeMs) slowest = { timeMs, read }
        const fault = faultsOf(entries, bytes.length)
        if (fault !== '') faults.push(`${number}: ${fault}`)
        if (JSON.stringify(inPieces) !== JSON.stringify(entries)) faults.push(`${number}: chunks matter`)
        const fields = new Set(recordsOf(entries).map((record) => JSON.stringify(record.fields)))
        if (decode !== decodeUtf8) continue
        if (!fields.has(JSON.stringify(sampleRecord(1).fields))) faults.push(`${number}: the record before`)
        if (!fields.has(JSON.stringify(sampleRecord(2).fields))) lost++
      }
      expect(faults).toEqual([])
      const whole = Buffer.concat([write(1), Buffer.from(between), write(2)])
      const wholeMs = await bestMs(() => readAll(reader, whole))
      expect((await bestMs(slowest.read)) / wholeMs).toBeLessThan(50)
      expect(lost / perReader).toBeLessThan(0.05)
    },
  )

  test('a whole file changed in many places', { timeout: 60_000 + total * 10 }, async () => {
    const random = seeded(7)
    const file = Buffer.concat(
      Array.from({ length: 20 }, (_, number) => [write(number), Buffer.from(between)]).flat(),
    )
    for (let round = 0; round < perReader / 50; round++) {
      let bytes: Buffer = file
      for (let times = 0; times < 10; times++) bytes = mutated(bytes, random)
      const entries = await readAll(reader, bytes, { size: 1 + random(5000) })
      expect(faultsOf(entries, bytes.length)).toBe('')
    }
  })
})

const bytes = fc.uint8Array({ maxLength: 2000 })
const isoPieces = fc.constantFrom(
  '00741nam a2200193 a 4500',
  '00100',
  '245001300000',
  '\u001e',
  '\u001d',
  '\u001faTên',
  '10',
  '\r\n',
  'đ',
  '45',
  '##',
  '^a',
)
const xmlPieces = fc.constantFrom(
  '<record>',
  '</record>',
  '<record',
  '<m:record x="',
  '>',
  '<leader>',
  '</leader>',
  '<datafield tag="245">',
  '</datafield>',
  '<subfield code="a">',
  '</subfield>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [',
  ']>',
  '&lt;',
  '&x;',
  '&',
  '<?',
  '?>',
  '"',
  ' ',
  'đ',
  '<record/>',
)
const textPieces = fc.constantFrom(
  '=LDR  ',
  '=245  10$a',
  '\n',
  '\r',
  '\r\n',
  '   ',
  '000000001 24510 L $$a',
  '245 10 |a',
  '$b',
  '00741nam a2200193 a 4500',
  'Tên',
  '{dollar}',
  '001 1',
  '\uFEFF',
  '\t',
)

test.each([
  ['any bytes', readIso2709, bytes],
  ['any bytes', readMarcxml, bytes],
  ['any bytes', readMarcText, bytes],
  ['pieces of ISO 2709', readIso2709, fc.array(isoPieces, { maxLength: 60 })],
  ['pieces of XML', readMarcxml, fc.array(xmlPieces, { maxLength: 60 })],
  ['pieces of text', readMarcText, fc.array(textPieces, { maxLength: 60 })],
] as const)(
  '%s stand in entries, each once, however they come (%#)',
  { timeout: 60_000 + total * 10 },
  async (_, reader, made) => {
    const check = async (given: Uint8Array | string[], size: number) => {
      const file = Buffer.from(given instanceof Uint8Array ? given : given.join(''))
      const entries = await readAll(reader, file)
      expect(faultsOf(entries, file.length)).toBe('')
      expect(await readAll(reader, file, { size })).toEqual(entries)
    }
    const property = fc.asyncProperty<[Uint8Array | string[], number]>(
      made as fc.Arbitrary<Uint8Array | string[]>,
      fc.integer({ min: 1, max: 100 }),
      check,
    )
    await fc.assert(property, { seed: 42, numRuns: Math.ceil(total / 15) })
  },
)
