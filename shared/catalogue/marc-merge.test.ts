import { expect, test } from 'vitest'
import { missingFields, plainText } from './marc-merge.ts'
import type { MarcRecord } from './marc.ts'

const field = (tag: string, text: string) => ({
  tag,
  indicators: '  ',
  subfields: [['a', text] as [string, string]],
})
const record = (...fields: MarcRecord['fields']): MarcRecord => ({
  leader: '00000nam a2200000 a 4500',
  fields,
})
const missing = (kept: MarcRecord, other: MarcRecord) =>
  missingFields(kept, other).map((each) => `${each.tag} ${plainText(each)}`)

test('what only the other record says is missing', () => {
  const kept = record(field('245', 'Số đỏ'), field('650', 'Tiểu thuyết'))
  const other = record(
    { tag: '001', value: '99' },
    field('082', '895.9223'),
    field('100', 'Vũ Trọng Phụng'),
    field('245', 'SỐ ĐỎ'),
    field('650', 'TIỂU THUYẾT'),
    field('650', 'Văn học hiện thực'),
    field('910', 'riêng của nơi khác'),
  )
  expect(missing(kept, other)).toEqual(['082 895.9223', '100 Vũ Trọng Phụng', '650 Văn học hiện thực'])
})

test('a field that stands once is not taken over beside the one that is there', () => {
  expect(
    missing(record(field('082', '1'), field('100', 'A')), record(field('082', '2'), field('110', 'B'))),
  ).toEqual([])
})
