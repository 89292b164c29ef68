import { expect, test } from 'vitest'
import type { LabelField } from '../../shared/labels/contract.ts'
import { shownText, storedText, unknownFields } from './field-words.ts'

const names: Partial<Record<LabelField, string>> = { accessionNumber: 'Số ĐKCB', storeName: 'Kho' }
const nameOf = (field: LabelField) => names[field] ?? field

test('fields are shown by their names and kept by their keys', () => {
  const stored = 'Kho {storeName}\n{accessionNumber}'
  expect(shownText(stored, nameOf)).toBe('Kho {Kho}\n{Số ĐKCB}')
  expect(storedText('Kho {Kho}\n{số đkcb }', nameOf)).toBe(stored)
  expect(storedText(shownText(stored, nameOf), nameOf)).toBe(stored)
})

test('braces around other words stay, and are told', () => {
  expect(storedText('{Số kho}', nameOf)).toBe('{Số kho}')
  expect(unknownFields('{Số kho} {storeName}')).toEqual(['Số kho'])
})
