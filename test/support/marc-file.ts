import { closeSync, openSync, writeSync } from 'node:fs'
import { emptyRecord, withForm } from '../../shared/catalogue/rules.ts'
import { isDataField, type MarcField, type MarcRecord } from '../../shared/catalogue/contract.ts'
import { demoTitle } from '../../shared/demo/rules.ts'

const day = '2026-11-10'

/** A record as another system exports it: a book of the sample library with its number there and its copies in 952. */
export function foreignRecord(number: number, copies = 2): MarcRecord {
  const { material, addedOn: _, ...fields } = demoTitle(7, number, day)
  const { fields: described, leader } = withForm(emptyRecord(material, day), fields)
  const items = Array.from({ length: copies }, (_each, at): MarcField => {
    const accession = `KD${String(number * copies + at + 1).padStart(7, '0')}`
    return {
      tag: '952',
      indicators: '  ',
      subfields: [
        ['a', 'TVT'],
        ['c', 'Kho đọc'],
        ['o', fields.callNumber],
        ['p', accession],
        ['d', '2015-03-02'],
        ['g', '45000'],
      ],
    }
  })
  return {
    leader,
    fields: [
      { tag: '001', value: `vn${String(number).padStart(8, '0')}` },
      { tag: '003', value: 'TVKHAC' },
      { tag: '005', value: '20150302093000.0' },
      {
        tag: '040',
        indicators: '  ',
        subfields: [
          ['a', 'TVKHAC'],
          ['b', 'vie'],
          ['e', 'AACR2'],
        ],
      },
      ...described,
      ...items,
    ],
  }
}

/** One record in ISO 2709, in Unicode, its lengths right. */
export function iso2709Of({ leader, fields }: MarcRecord): Buffer {
  let directory = ''
  const parts: Buffer[] = []
  let at = 0
  for (const field of fields) {
    const text = isDataField(field)
      ? field.indicators + field.subfields.map(([code, value]) => `\u001F${code}${value}`).join('')
      : field.value
    const bytes = Buffer.from(`${text}\u001E`)
    directory += `${field.tag}${String(bytes.length).padStart(4, '0')}${String(at).padStart(5, '0')}`
    parts.push(bytes)
    at += bytes.length
  }
  const base = 24 + directory.length + 1
  const length = String(base + at + 1).padStart(5, '0')
  const head = `${length}${leader.slice(5, 9)}a22${String(base).padStart(5, '0')}${leader.slice(17, 20)}4500`
  return Buffer.concat([Buffer.from(`${head}${directory}\u001E`), ...parts, Buffer.from('\u001D')])
}

/** A file of so many such records, written piece by piece. */
export function writeMarcFile(path: string, records: number, copies = 2): void {
  const file = openSync(path, 'w')
  const piece: Buffer[] = []
  for (let number = 0; number < records; number++) {
    piece.push(iso2709Of(foreignRecord(number, copies)))
    if (piece.length === 1000 || number === records - 1) writeSync(file, Buffer.concat(piece.splice(0)))
  }
  closeSync(file)
}
