import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import type { MarcRecord } from '../../../shared/catalogue/contract.ts'
import type { ExportProblem } from '../../../shared/interchange/contract.ts'
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
import { marcxmlWriter } from './marcxml.ts'

/** As a parser that nobody here wrote reads it. */
function read(xml: string): MarcRecord[] {
  const records: MarcRecord[] = []
  let text = ''
  let code = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    expect(uri).toBe('http://www.loc.gov/MARC21/slim')
    const of = (name: string) => attributes[name]?.value ?? ''
    const fields = records.at(-1)?.fields
    text = ''
    code = of('code')
    if (local === 'record') records.push({ leader: '', fields: [] })
    if (local === 'controlfield') fields?.push({ tag: of('tag'), value: '' })
    if (local === 'datafield')
      fields?.push({ tag: of('tag'), indicators: of('ind1') + of('ind2'), subfields: [] })
  })
  parser.on('text', (piece) => void (text += piece))
  parser.on('closetag', ({ local }) => {
    const record = records.at(-1)
    const field = record?.fields.at(-1)
    if (local === 'leader' && record) record.leader = text
    if (local === 'controlfield' && field && 'value' in field) field.value = text
    if (local === 'subfield' && field && 'subfields' in field) field.subfields.push([code, text])
  })
  parser.write(xml).close()
  return records
}

function written(items: Exported[]) {
  const problems: ExportProblem[] = []
  const writer = marcxmlWriter({ report: (problem) => problems.push(problem), copies: '952' })
  const xml = fileBy(writer, items).toString('utf8')
  return { xml, problems, records: read(xml) }
}

it('writes what it was given', () => {
  const { records, problems } = written([exportedOf(kieu)])
  expect(records).toEqual([{ ...kieu, leader: '00000nam a2200000 c 4500' }])
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

it('is well-formed whatever stands in a record, and tells what it changed', () => {
  fc.assert(
    fc.property(anyJunk, (record) => {
      const { records, problems } = written([exportedOf(record)])
      expect(records).toHaveLength(1)
      const fields = records[0]?.fields.toSorted(byText)
      const isSame = JSON.stringify(fields) === JSON.stringify(record.fields.toSorted(byText))
      expect(isSame || problems.length > 0).toBe(true)
    }),
    { numRuns: 500 },
  )
})

/** Control fields come first in MARCXML, wherever they stood. */
function byText(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}

it('repairs what the schema refuses, and nothing else', () => {
  const odd = recordOf(['245 1# $aNhan đề', '24A Z9 $€Giá', '650  4 '], '00000|am a22#####|a 4500')
  const { records, problems } = written([
    exportedOf({ ...odd, fields: [...odd.fields, { tag: '500', value: 'Trơn' }] }),
  ])
  expect(records).toEqual([
    {
      leader: '00000 am a2200000 a 4500',
      fields: recordOf(['245 1  $aNhan đề', '24A  9 $9Giá', '500    $aTrơn']).fields,
    },
  ])
  expect(problems.map(({ code, detail }) => `${code} ${detail}`)).toEqual([
    'leader_repaired 00000|am a22#####|a 4500',
    'field_repaired 245',
    'field_repaired 24A',
    'field_left_out 650',
    'field_repaired 500',
  ])
})

it('drops characters that XML cannot hold, and says in which field', () => {
  const { records, problems } = written([
    exportedOf(recordOf(['245 10 $aMột\u0007 hai\ud800 ba\uffff\r\nbốn'])),
  ])
  expect(records[0]?.fields).toEqual(recordOf(['245 10 $aMột hai ba\r\nbốn']).fields)
  expect(problems).toEqual([{ titleId: 1, code: 'characters_dropped', detail: '245' }])
})

it('puts copies after the record’s own fields', () => {
  const { records } = written([exportedOf(kieu, { copies: [copyOf(), copyOf()] })])
  expect(records[0]?.fields.slice(-2).map(({ tag }) => tag)).toEqual(['952', '952'])
})
