import { expect, test } from 'vitest'
import { classesLike, classNumberOf, classOf } from './ddc-classes.ts'

const classes = [
  { value: '8', label: 'Văn học' },
  { value: '80', label: 'Văn học nói chung' },
  { value: '89', label: 'Văn học các nước khác' },
  { value: '9', label: 'Lịch sử, địa lý' },
]

test('a class number belongs to its division, else to its main class', () => {
  expect(classOf(classes, '895.922')?.value).toBe('89')
  expect(classOf(classes, '813')?.value).toBe('8')
  expect(classOf(classes, '')).toBeUndefined()
  expect(classOf(classes, 'VL 12')).toBeUndefined()
})

test('classes are found by digits and by words without marks', () => {
  expect(classesLike(classes, '89').map(({ value }) => value)).toEqual(['8', '89'])
  expect(classesLike(classes, 'van hoc').map(({ value }) => value)).toEqual(['8', '80', '89'])
  const astronomy = { value: '52', label: 'Thiên văn học' }
  expect(classesLike([astronomy, ...classes], 'van hoc').at(-1)).toEqual(astronomy)
  expect(classesLike(classes, 'dia ly').map(({ value }) => value)).toEqual(['9'])
  expect(classesLike(classes, '  ')).toEqual([])
})

test('a chosen class gives a number of three digits', () => {
  expect(classNumberOf('8')).toBe('800')
  expect(classNumberOf('89')).toBe('890')
})
