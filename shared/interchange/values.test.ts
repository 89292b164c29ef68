import { describe, expect, test } from 'vitest'
import { classIn, dateIn, priceIn, yearIn } from './values.ts'

describe('a price', () => {
  test.each([
    ['45000', 45_000],
    ['45.000', 45_000],
    ['45,000đ', 45_000],
    ['45 000 đồng', 45_000],
    ['1.250.000 VNĐ', 1_250_000],
    ['₫45,000', 45_000],
    ['45.000đ/cuốn', 45_000],
    ['45,000.00', 45_000],
    ['45.000,00', 45_000],
    ['45000.0', 45_000],
    ['120', 120],
    ['0', 0],
  ])('%j is %i đồng', (text, price) => expect(priceIn(text)).toBe(price))

  test.each([
    '45 nghìn',
    '45.5',
    '45,50',
    '0đ85',
    '$12',
    '12 USD',
    '45.000-50.000',
    '1.2.3',
    '4.50.000',
    '-5',
    'miễn phí',
    '9'.repeat(16),
  ])('%j is for a person to read', (text) => expect(priceIn(text)).toBe(null))
})

describe('a day', () => {
  test.each([
    ['21/4/2005', '2005-04-21'],
    ['1-5-98', '1998-05-01'],
    ['21.04.2005', '2005-04-21'],
    ['2005-04-21', '2005-04-21'],
    ['2005/4/21', '2005-04-21'],
    ['2005-04-21T10:00:00', '2005-04-21'],
    ['21/04/2005 08:30', '2005-04-21'],
    ['ngày 21 tháng 4 năm 2005', '2005-04-21'],
    ['38463', '2005-04-21'],
  ])('%j is %s', (text, day) => expect(dateIn(text, 'dmy')).toBe(day))

  test.each(['2005', '4/2005', '31/02/2005', '12/25/2005', '12345', '99999', 'quý I'])('%j is none', (text) =>
    expect(dateIn(text, 'dmy')).toBe(null),
  )

  test('has its month first where the column is in English', () => {
    expect(dateIn('12/25/2005', 'mdy')).toBe('2005-12-25')
    expect(dateIn('1/2/05', 'mdy')).toBe('2005-01-02')
    expect(dateIn('2005-01-02', 'mdy')).toBe('2005-01-02')
  })
})

test.each([
  ['2005', 2005],
  ['Cop. 2005', 2005],
  ['[1998]', 1998],
  ['2005-2006', 2005],
  ['2005-01-01', 2005],
  ['199?', null],
  ['12005', null],
])('the year in %j is %s', (text, year) => expect(yearIn(text)).toBe(year))

test.each([
  ['895.9223', '895.9223', ''],
  ['895.9223 / T450H', '895.9223', 'T450H'],
  ['895,92 T450H', '895.92', 'T450H'],
  ['5.133', '005.133', ''],
  ["895.9'22", '895.922', ''],
  ['895.922 34', '895.92234', ''],
  ['900', '900', ''],
])('%j is class %j and mark %j', (text, ddc, rest) => expect(classIn(text)).toEqual({ ddc, rest }))

test.each(['K5(1)', '5', 'Văn học', '12345', ''])('%j is no class of Dewey', (text) =>
  expect(classIn(text)).toBe(null),
)
