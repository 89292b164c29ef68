import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type MarcRecord } from '../../../shared/catalogue/contract.ts'
import type { CopyField, ExportProblem } from '../../../shared/interchange/contract.ts'
import {
  anyJunk,
  anyRecord,
  copyOf,
  exportedOf,
  fileBy,
  kieu,
  recordOf,
} from '../../../test/support/exported.ts'
import type { Exported } from '../../standards/exported.ts'
import { iso2709Writer } from './iso2709.ts'

/** By the standard's letter: lengths and places from leader and directory, nothing guessed. */
function read(bytes: Buffer): MarcRecord[] {
  const records: MarcRecord[] = []
  for (let at = 0; at < bytes.length;) {
    const length = Number(bytes.toString('latin1', at, at + 5))
    const record = bytes.subarray(at, at + length)
    const base = Number(record.toString('latin1', 12, 17))
    expect([record.at(-1), record[base - 1], (base - 25) % 12]).toEqual([0x1d, 0x1e, 0])
    const entries = Array.from({ length: (base - 25) / 12 }, (_, index) =>
      record.toString('latin1', 24 + index * 12, 36 + index * 12),
    )
    const fields = entries.map((entry) => {
      const begin = base + Number(entry.slice(7))
      const body = record.subarray(begin, begin + Number(entry.slice(3, 7)))
      expect(body.at(-1)).toBe(0x1e)
      return fieldOf(
        entry.slice(0, 3),
        new TextDecoder('utf-8', { fatal: true }).decode(body.subarray(0, -1)),
      )
    })
    records.push({ leader: record.toString('latin1', 0, 24), fields })
    at += length
  }
  return records
}

function fieldOf(tag: string, text: string): MarcRecord['fields'][number] {
  if (tag.startsWith('00')) return { tag, value: text }
  const [indicators = '', ...subfields] = text.split('\x1f')
  return {
    tag,
    indicators,
    subfields: subfields.map((each): [string, string] => [each.slice(0, 1), each.slice(1)]),
  }
}

function written(items: Exported[], copies: CopyField = 'none') {
  const problems: ExportProblem[] = []
  const writer = iso2709Writer({ report: (problem) => problems.push(problem), copies })
  const bytes = fileBy(writer, items)
  return { bytes, problems, codes: problems.map(({ code }) => code), records: read(bytes) }
}

it('writes what it was given, byte for byte in UTF-8', () => {
  const { bytes, problems, records } = written([exportedOf(kieu)])
  expect(records).toEqual([{ ...kieu, leader: expect.stringMatching(/^\d{5}nam a22\d{5} c 4500$/) }])
  expect(Number(bytes.toString('latin1', 0, 5))).toBe(bytes.length)
  expect(problems).toEqual([])
})

it('gives back any record', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 5 }), (all) => {
      const { records, problems } = written(all.map((record) => exportedOf(record)))
      expect(records.map(({ fields }) => fields)).toEqual(all.map(({ fields }) => fields))
      expect(problems).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('writes a sound file of whatever stands in a record, and tells what it changed', () => {
  fc.assert(
    fc.property(anyJunk, (record) => {
      const { records, problems } = written([exportedOf(record)])
      expect(records).toHaveLength(1)
      const isSame = JSON.stringify(records[0]?.fields) === JSON.stringify(record.fields)
      expect(isSame || problems.length > 0).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('lets a long note go on in another field of its kind', () => {
  const summary = 'Phần tóm tắt rất dài của một bộ địa chí. '.repeat(500)
  const { records, codes } = written([exportedOf(recordOf(['245 10 $aĐịa chí', `520    $a${summary}`]))])
  const notes = records[0]?.fields.slice(1) ?? []
  expect(notes.length).toBeGreaterThan(2)
  expect(notes.map((field) => ('subfields' in field ? field.subfields[0]?.[1] : '')).join('')).toBe(summary)
  expect(codes).toEqual(['field_split'])
})

it('cuts a note without spaces between two signs', () => {
  const summary = '𡨸'.repeat(4000)
  const { records } = written([exportedOf(recordOf(['245 10 $aChữ Nôm', `520    $a${summary}`]))])
  const texts = records[0]?.fields
    .slice(1)
    .map((field) => ('subfields' in field ? field.subfields[0]?.[1] : ''))
  expect(texts?.join('')).toBe(summary)
})

it('leaves out a record whose digits could not count it, and says which', () => {
  const long = recordOf(['245 10 $aDài', `650  4 $a${'x'.repeat(10_000)}`])
  const longer = recordOf([
    '245 10 $aDài hơn',
    ...Array.from({ length: 20 }, () => `500    $a${'y'.repeat(6000)}`),
  ])
  const { records, problems } = written([
    exportedOf(long, { id: 7 }),
    exportedOf(longer, { id: 8 }),
    exportedOf(kieu, { id: 9 }),
  ])
  expect(records).toHaveLength(1)
  expect(problems).toEqual([
    { titleId: 7, code: 'field_too_long', detail: '650: 10005' },
    { titleId: 8, code: 'record_too_long', detail: '120392' },
  ])
})

it('writes a field of just the length that four digits count', () => {
  const fits = recordOf(['245 10 $aVừa', `650  4 $a${'x'.repeat(9999 - 5)}`])
  expect(written([exportedOf(fits)]).codes).toEqual([])
})

it('spreads very many copies over records that are otherwise alike', () => {
  const copies = Array.from({ length: 1500 }, (_, at) =>
    copyOf({ accessionNumber: `B.${at}`, barcode: `${at}` }),
  )
  const { records, codes } = written([exportedOf(kieu, { copies })], '952')
  expect(codes).toEqual(['record_split'])
  expect(records.length).toBeGreaterThan(1)
  const own = records.map(({ fields }) => fields.filter(({ tag }) => tag !== '952'))
  for (const fields of own) expect(fields).toEqual(kieu.fields)
  const items = records.flatMap(({ fields }) => fields.filter(({ tag }) => tag === '952'))
  expect(items).toHaveLength(1500)
})

it.each([
  [
    '952',
    '952    $aThư viện tỉnh$bThư viện tỉnh$cKD$d2020-03-01$epurchase$g12000$iVN.000001$o895.92212 TR527K$p893001$ybook',
  ],
  ['852', '852    $bThư viện tỉnh$cKho đọc$h895.92212 TR527K$jVN.000001$p893001'],
] as const)('writes copies as %s', (as, line) => {
  const { records } = written([exportedOf(kieu, { copies: [copyOf()] })], as)
  expect(records[0]?.fields.slice(kieu.fields.length)).toEqual(recordOf([line]).fields)
})

it('tells of a copy what another system has to know', () => {
  const gone = copyOf({ status: 'missing', condition: 'damaged', callNumber: 'KD 12', note: 'Rách bìa' })
  const { records } = written([exportedOf(kieu, { copies: [gone] })], '952')
  const [item] = records[0]?.fields.slice(-1) ?? []
  expect(item).toMatchObject({
    subfields: expect.arrayContaining([
      ['1', '4'],
      ['4', '1'],
      ['o', 'KD 12'],
      ['x', 'Rách bìa'],
    ]),
  })
})

it('brings no copy twice where a record still carries those it came with', () => {
  const withItems = recordOf(['245 10 $aCũ', '952    $acũ$p111'])
  const { records } = written([exportedOf(withItems, { copies: [copyOf()] })], '952')
  expect(records[0]?.fields.filter(({ tag }) => tag === '952')).toHaveLength(1)
  const without = written([exportedOf(withItems)], '952')
  expect(without.records[0]?.fields.filter(({ tag }) => tag === '952')).toHaveLength(1)
})
