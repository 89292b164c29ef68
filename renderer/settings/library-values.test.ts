import { expect, test } from 'vitest'
import { fieldsOf, libraryFieldNames } from './library-values.ts'

const library = {
  id: '0198c0de-0000-7000-8000-000000000001',
  rev: 3,
  name: 'Thư viện tỉnh Lào Cai',
  code: '',
  provinceCode: '15',
  formerProvinceCode: '10',
  site: '',
  language: 'vi' as const,
  lockAfterMinutes: 15,
  governingBody: '',
  placeName: 'Lào Cai',
  reportSymbol: 'BC-TVT',
  recipients: '',
  signerTitle: '',
  signerName: '',
}

test('the form has every field of the library but its number and its revision', () => {
  expect(Object.keys(fieldsOf(library)).toSorted()).toEqual([...libraryFieldNames].toSorted())
})
