import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRecord, formOf, headingsOf, withForm, withHeading, type RecordFields } from './marc-form.ts'
import { isDataField, type DataField, type MarcField, type MarcRecord } from './marc.ts'

const tags = [
  '100',
  '700',
  '110',
  '710',
  '711',
  '245',
  '250',
  '260',
  '264',
  '300',
  '440',
  '490',
  '830',
  '020',
  '022',
  '041',
  '082',
  '090',
  '600',
  '610',
  '650',
  '651',
  '653',
  '500',
  '520',
  '856',
  '999',
  'ABC',
  '590',
]
const bits = fc.constantFrom(
  'Nguyễn',
  'Du',
  ' ',
  ' ',
  ';',
  ' ; ',
  '; ',
  '.',
  '. ',
  ',',
  ' /',
  ' :',
  '--',
  ' -- ',
  '1987',
  '2010',
  '(',
  '3',
  'T.1',
  'vieeng',
  'eng',
  '\n',
  '9786040000002',
  '0306406152',
  '1859-3100',
  'Đ',
  '',
  '\u0301',
  'X',
  '\t',
  "'",
  '/',
  '=',
)
const text = fc.array(bits, { maxLength: 6 }).map((parts) => parts.join(''))
const code = fc.constantFrom('a', 'a', 'b', 'c', 'd', 'e', 'n', 'p', 'q', 't', 'u', 'v', 'x', '0', '6')
const dataField: fc.Arbitrary<DataField> = fc.record({
  tag: fc.constantFrom(...tags),
  indicators: fc.constantFrom('  ', '1 ', '10', ' 1', '04', 'zz'),
  subfields: fc.array(fc.tuple(code, text), { maxLength: 4 }),
})
const controlField = fc.record({
  tag: fc.constantFrom('001', '005', '007', '008', '008', '245'),
  value: fc.oneof(
    text,
    fc.constantFrom(
      '261121s1999    vm            000 0 vie d',
      '261121nuuuuuuuuvm            000 0 eng d',
      '',
    ),
  ),
})
const field: fc.Arbitrary<MarcField> = fc.oneof(
  { weight: 8, arbitrary: dataField },
  { weight: 1, arbitrary: controlField },
)
const record: fc.Arbitrary<MarcRecord> = fc.record({
  leader: fc.constantFrom('00000nam a2200000 c 4500', '                        '),
  fields: fc.array(field, { maxLength: 12 }),
})
const runs = { numRuns: 1000 }

/** A box that shows the first of several fields shows the next one when it is emptied. */
function asAsked(form: RecordFields, asked: RecordFields): RecordFields {
  const shown = { ...form }
  for (const name of ['ddc', 'callNumber', 'url'] as const) if (asked[name] === '') shown[name] = ''
  return shown
}

describe('the plain form is a lens on the record', () => {
  it('saved unchanged, leaves every byte as it was', () => {
    fc.assert(
      fc.property(record, (any) => {
        expect(JSON.stringify(withForm(any, formOf(any)))).toBe(JSON.stringify(any))
      }),
      runs,
    )
  })

  it('shows after saving what was asked for, whatever stood in the record before', () => {
    fc.assert(
      fc.property(record, record, (any, other) => {
        const asked = formOf(other)
        expect(asAsked(formOf(withForm(any, asked)), asked)).toEqual(asked)
      }),
      runs,
    )
  })

  it('never touches fields it does not know', () => {
    const known = new Set(tags.filter((tag) => !['999', 'ABC', '590'].includes(tag)))
    const unknown = ({ fields }: MarcRecord) =>
      fields.filter((one) => !known.has(one.tag) || !isDataField(one)).filter(({ tag }) => tag !== '008')
    fc.assert(
      fc.property(record, record, (any, other) => {
        expect(unknown(withForm(any, formOf(other)))).toEqual(unknown(any))
      }),
      runs,
    )
  })

  it('changed in one box, leaves all other boxes as they were', () => {
    fc.assert(
      fc.property(record, record, fc.nat(), (any, other, pick) => {
        const [before, asked] = [formOf(any), formOf(other)]
        const names = Object.keys(before) as (keyof RecordFields)[]
        const name = names[pick % names.length] ?? 'title'
        const mixed = { ...before, [name]: asked[name] }
        const after = formOf(withForm(any, mixed))
        expect({ ...after, [name]: null }).toEqual({ ...before, [name]: null })
      }),
      runs,
    )
  })

  it('gives a new record all that it shows', () => {
    fc.assert(
      fc.property(record, (other) => {
        const asked = formOf(other)
        expect(formOf(withForm(emptyRecord('book', '2026-11-21'), asked))).toEqual(asked)
      }),
      runs,
    )
  })
})

describe('the headings of any record', () => {
  it('read as the new one after rewriting, all others as before', () => {
    fc.assert(
      fc.property(record, fc.nat(), (any, pick) => {
        const before = headingsOf(any)
        const chosen = before[pick % before.length]
        if (!chosen) return
        const after = withHeading(any, { kind: chosen.kind, from: chosen.heading, to: 'Tên Mới Hẳn' })
        expect(headingsOf(after)).toEqual(
          before.map((one) =>
            one.kind === chosen.kind && one.heading === chosen.heading
              ? { ...one, heading: 'Tên Mới Hẳn' }
              : one,
          ),
        )
      }),
      runs,
    )
  })
})
