import { expect, test } from 'vitest'
import type { MarcField, MarcRecord } from '../../shared/catalogue/contract.ts'
import { comparedLines, differences } from './compared-fields.ts'

const leader = ' '.repeat(24)
const subject = (text: string): MarcField => ({ tag: '650', indicators: ' 4', subfields: [['a', text]] })
const record = (...fields: MarcField[]): MarcRecord => ({ leader, fields })

test('pairs what is alike first, then what stands for one another', () => {
  const lines = comparedLines(
    record(subject('Văn học'), subject('Thơ')),
    record(subject('Thơ'), subject('Văn học Việt Nam'), subject('Truyện')),
  )
  expect(lines.map(({ tag, mine, theirs, isSame }) => [tag, textOf(mine), textOf(theirs), isSame])).toEqual([
    ['LDR', leader, leader, true],
    ['650', 'Văn học', 'Văn học Việt Nam', false],
    ['650', 'Thơ', 'Thơ', true],
    ['650', '', 'Truyện', false],
  ])
})

test('lengths counted anew are no difference, the kind of record is', () => {
  const of = (text: string) => ({ leader: text, fields: [] })
  const lines = comparedLines(of('00766nam a2200193 c 4500'), of('00000nam a2200000 c 4500'))
  expect(differences(lines)).toBe(0)
  expect(differences(comparedLines(of('00766nam a2200193 c 4500'), of('00000ncm a2200000 c 4500')))).toBe(1)
})

test('the numbers of another system are no difference', () => {
  const lines = comparedLines(record({ tag: '001', value: 'a' }), record({ tag: '001', value: 'b' }))
  expect(differences(lines)).toBe(0)
  expect(differences(comparedLines(record(subject('Thơ')), record()))).toBe(1)
})

function textOf(field: MarcField | null): string {
  if (field === null) return ''
  return 'value' in field ? field.value : field.subfields.map(([, text]) => text).join(' ')
}
