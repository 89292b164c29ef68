import { expect, it } from 'vitest'
import { isbdEntry } from './isbd.ts'
import { emptyRecord, formOf, withForm, type RecordFields } from './marc-form.ts'
import type { MarcRecord } from './marc.ts'

const empty = formOf(emptyRecord('book', '2026-11-21'))
const kieu: RecordFields = {
  ...empty,
  title: 'Truyện Kiều',
  part: 'T.1',
  subtitle: 'Thơ',
  responsibility: 'Nguyễn Du ; Đào Duy Anh chú giải',
  authors: 'Nguyễn Du; Đào Duy Anh',
  edition: 'Tái bản lần thứ 2',
  place: 'H.',
  publisher: 'Văn học',
  publishedYear: 2019,
  extent: '215 tr. : minh họa ; 20 cm',
  series: 'Văn học trong nhà trường ; T.3',
  isbn: '9786040000002',
  summary: 'Chuyện nàng Kiều.',
}

it('an entry is in the order and the marks of ISBD', () => {
  expect(isbdEntry(kieu)).toEqual({
    heading: 'Nguyễn Du',
    description:
      'Truyện Kiều. T.1 : Thơ / Nguyễn Du ; Đào Duy Anh chú giải. - Tái bản lần thứ 2. - H. : Văn học, 2019. - 215 tr. : minh họa ; 20 cm. - (Văn học trong nhà trường ; T.3). - ISBN 9786040000002',
    summary: '',
  })
  expect(isbdEntry(kieu, { hasSummary: true }).summary).toBe('Chuyện nàng Kiều.')
})

it('an entry of a bare record has nothing but its title', () => {
  expect(isbdEntry({ ...empty, title: 'Truyện Kiều' })).toEqual({
    heading: '',
    description: 'Truyện Kiều',
    summary: '',
  })
})

it('two places go with their two publishers', () => {
  const both = {
    ...empty,
    title: 'X',
    place: 'H.; Tp. Hồ Chí Minh',
    publisher: 'Văn học; Trẻ',
    publishedYear: 2019,
  }
  expect(isbdEntry(both).description).toBe('X. - H. : Văn học ; Tp. Hồ Chí Minh : Trẻ, 2019')
})

it('the record adds size, illustrations and the main entry', () => {
  const record: MarcRecord = withForm(emptyRecord('book', '2026-11-21'), {
    ...empty,
    title: 'X',
    authors: 'Nguyễn Du',
  })
  const field = {
    tag: '300',
    indicators: '  ',
    subfields: [
      ['a', '215 tr. :'],
      ['b', 'minh họa ;'],
      ['c', '20 cm'],
    ] as [string, string][],
  }
  const whole = { ...record, fields: [...record.fields, field] }
  expect(isbdEntry(formOf(whole), { record: whole })).toMatchObject({
    heading: 'Nguyễn Du',
    description: 'X. - 215 tr. : minh họa ; 20 cm',
  })
})

it('an article stands in its journal, with the year, the issue and the pages', () => {
  const article = { ...empty, title: 'Lễ hội Gióng', responsibility: 'Nguyễn Chí Bền', publishedYear: 2020 }
  const host = (g: string): MarcRecord => ({
    leader: '00000nab a2200000 c 4500',
    fields: [
      {
        tag: '773',
        indicators: '0 ',
        subfields: [
          ['t', 'Văn hóa nghệ thuật.'],
          ['g', g],
        ],
      },
    ],
  })
  const expected = 'Lễ hội Gióng / Nguyễn Chí Bền // Văn hóa nghệ thuật'
  expect(isbdEntry(article, { record: host('Số 5, tr. 12-15') }).description).toBe(
    `${expected}. - 2020. - Số 5. - Tr. 12-15`,
  )
  expect(isbdEntry(article, { record: host('Số 5 (2020). - Tr. 12-15') }).description).toBe(
    `${expected}. - Số 5 (2020). - Tr. 12-15`,
  )
})
