import { describe, expect, test } from 'vitest'
import type { LabelDesign } from '../../shared/labels/contract.ts'
import { codesFor, elementTypes, isOff, moved, newElement, nextName, resized } from './design-edits.ts'

const label: LabelDesign = { widthMm: 38.1, heightMm: 21.2, elements: [] }

describe('elements', () => {
  test('new ones lie on their label, whatever they are', () => {
    for (const type of elementTypes) expect(isOff(newElement(type, 'spine', label), label), type).toBe(false)
    expect(newElement('barcode', 'card', label)).toMatchObject({ field: 'cardNumber' })
    expect(codesFor('spine')).not.toContain('cardNumber')
  })
  test('are carried by half millimetres, and not off their label', () => {
    const element = { ...newElement('qr', 'spine', label), xMm: 2, yMm: 1, widthMm: 10, heightMm: 10 }
    expect(moved(element, { xMm: 1.3, yMm: -5 }, label)).toMatchObject({ xMm: 3.5, yMm: 0 })
    expect(moved(element, { xMm: 99, yMm: 99 }, label)).toMatchObject({ xMm: 28.1, yMm: 11.2 })
  })
  test('grow to the edge of their label and never vanish', () => {
    const element = { ...newElement('box', 'spine', label), xMm: 2, yMm: 1, widthMm: 10, heightMm: 10 }
    expect(resized(element, { xMm: 99, yMm: 0.5 }, label)).toMatchObject({ widthMm: 36.1, heightMm: 10.5 })
    expect(resized(element, { xMm: -99, yMm: -99 }, label)).toMatchObject({ widthMm: 1, heightMm: 1 })
  })
})

test('a copy takes the next free number', () => {
  expect(nextName('Nhãn gáy', ['Nhãn gáy'])).toBe('Nhãn gáy (2)')
  expect(nextName('Nhãn gáy (2)', ['Nhãn gáy', 'NHÃN GÁY (2)'])).toBe('Nhãn gáy (3)')
})
