import { describe, expect, test } from 'vitest'
import type { LabelDesign, SheetFields } from './design.ts'
import {
  callNumberLines,
  callNumberParts,
  corrected,
  filled,
  fitDesign,
  isAscii,
  measuredCorrection,
  nextPlace,
  overhang,
  pagesFor,
  placeOnSheet,
  spread,
  testCross,
} from './rules.ts'

const sheet: SheetFields = {
  name: 'A4',
  pageWidthMm: 210,
  pageHeightMm: 297,
  marginLeftMm: 4.75,
  marginTopMm: 10.7,
  columns: 5,
  rows: 13,
  labelWidthMm: 38.1,
  labelHeightMm: 21.2,
  gapXMm: 2.5,
  gapYMm: 0,
}

test('a code is ASCII without control characters', () => {
  expect(isAscii('VV 001234')).toBe(true)
  expect(isAscii('ĐV001')).toBe(false)
  expect(isAscii('VV\t1')).toBe(false)
  expect(isAscii('')).toBe(false)
})

test('fields are filled in, and what has no value leaves no space behind', () => {
  expect(filled('{storeCode} {accessionNumber}\n{title}', { accessionNumber: 'VV01' })).toBe('VV01')
  expect(filled('Kho {storeName} · {shelf}', { storeName: 'Mượn', shelf: 'A1' })).toBe('Kho Mượn · A1')
})

describe('a call number on a spine', () => {
  test('goes one part to a line', () => {
    expect(callNumberParts('895.922334 ĐRP T.2 2021')).toEqual(['895.922334', 'ĐRP', 'T.2', '2021'])
    expect(callNumberParts('  ')).toEqual([])
  })
  test('a class number printed in groups of three stays together', () => {
    expect(callNumberParts('895.922 34 NG527A')).toEqual(['895.92234', 'NG527A'])
  })
  test('a part too long for its line is broken at its point, then after every third figure', () => {
    const fits = (line: string) => line.length <= 7
    expect(callNumberLines('895.922334 ĐRP', fits)).toEqual(['895', '.922334', 'ĐRP'])
    const narrow = (line: string) => line.length <= 4
    expect(callNumberLines('895.922334', narrow)).toEqual(['895', '.922', '334'])
  })
  test('a mark that cannot be broken stays whole', () => {
    expect(callNumberLines('NGUYENVANA', (line) => line.length <= 4)).toEqual(['NGUYENVANA'])
  })
})

test('a design stretches to the stock, its letters no more than the narrower side allows', () => {
  const design: LabelDesign = {
    widthMm: 50,
    heightMm: 30,
    elements: [
      {
        type: 'text',
        xMm: 10,
        yMm: 3,
        widthMm: 30,
        heightMm: 6,
        text: 'a',
        sizePt: 10,
        align: 'center',
        vertical: 'middle',
        isBold: false,
        isWrapped: false,
        isCallNumber: false,
      },
    ],
  }
  expect(fitDesign(design, { widthMm: 50, heightMm: 30 })).toBe(design)
  expect(fitDesign(design, { widthMm: 100, heightMm: 15 })).toMatchObject({
    widthMm: 100,
    heightMm: 15,
    elements: [{ xMm: 20, yMm: 1.5, widthMm: 60, heightMm: 3, sizePt: 5 }],
  })
})

describe('on a sheet', () => {
  test('places go along the rows', () => {
    expect(placeOnSheet(sheet, 0)).toEqual({ xMm: 4.75, yMm: 10.7 })
    const seventh = placeOnSheet(sheet, 6)
    expect(seventh.xMm).toBeCloseTo(4.75 + 40.6)
    expect(seventh.yMm).toBeCloseTo(10.7 + 21.2)
  })
  test('labels begin at the first free place and go on to the next page', () => {
    expect(spread(4, { startAt: 5, perPage: 6 })).toEqual([
      { page: 0, place: 4 },
      { page: 0, place: 5 },
      { page: 1, place: 0 },
      { page: 1, place: 1 },
    ])
    expect(pagesFor(4, { startAt: 5, perPage: 6 })).toBe(2)
    expect(pagesFor(0, { startAt: 5, perPage: 6 })).toBe(0)
  })
  test('the next run goes on where this one ended', () => {
    expect(nextPlace(4, { startAt: 5, perPage: 6 })).toBe(3)
    expect(nextPlace(2, { startAt: 5, perPage: 6 })).toBe(1)
  })
  test('labels that stand over the page are told by side and length', () => {
    expect(overhang(sheet)).toBe(null)
    expect(overhang({ ...sheet, columns: 6 })).toEqual({ side: 'right', byMm: 35.9 })
    expect(overhang({ ...sheet, rows: 14 })).toEqual({ side: 'bottom', byMm: 10.5 })
  })
})

describe('the printer', () => {
  const exact = { shiftXMm: 0, shiftYMm: 0, scaleXPercent: 100, scaleYPercent: 100 }
  /** What a printer that is 2 mm off to the right and prints 1 % too long makes of a place. */
  const printed = (mm: number) => 2 + 1.01 * mm

  test('the cross is at a round number of millimetres', () => {
    expect(testCross(sheet)).toEqual({ xMm: 100, yMm: 140, acrossMm: 100, alongMm: 100 })
    expect(testCross({ pageWidthMm: 50, pageHeightMm: 30 })).toEqual({
      xMm: 25,
      yMm: 15,
      acrossMm: 40,
      alongMm: 24,
    })
  })
  test('what was measured on the test page gives the correction', () => {
    const meant = testCross(sheet)
    const measured = { xMm: printed(100), yMm: 140, acrossMm: 101, alongMm: 100 }
    const correction = measuredCorrection(measured, { meant, used: exact })
    expect(correction).toEqual({ shiftXMm: -1.98, shiftYMm: 0, scaleXPercent: 99.01, scaleYPercent: 100 })
    const sent = corrected({ xMm: 60, yMm: 60 }, correction)
    expect(printed(sent.xMm)).toBeCloseTo(60, 1)
  })
  test('measured on a page that was corrected already, it refines what there was', () => {
    const used = { ...exact, shiftXMm: -1, scaleXPercent: 99 }
    const at = printed(corrected({ xMm: 100, yMm: 0 }, used).xMm)
    const measured = { xMm: at, yMm: 140, acrossMm: 100 * 0.99 * 1.01, alongMm: 100 }
    const correction = measuredCorrection(measured, { meant: testCross(sheet), used })
    expect(printed(corrected({ xMm: 60, yMm: 0 }, correction).xMm)).toBeCloseTo(60, 1)
  })
})
