import { describe, expect, it } from 'vitest'
import {
  contentWidthMm,
  evenLines,
  fitWidths,
  shareOut,
  tableFontPt,
  textWidthPt,
  wrappedLines,
} from './paper.ts'

const sum = (widths: number[]) => widths.reduce((all, width) => all + width, 0)
const face = { sizePt: 12, weight: 'regular' } as const

describe('the line', () => {
  it('is 165 mm wide upright and 252 mm lying', () => {
    expect(contentWidthMm('portrait')).toBe(165)
    expect(contentWidthMm('landscape')).toBe(252)
  })
  it('is shared out to the last unit', () => {
    expect(shareOut(1000, [1, 1, 1])).toEqual([333, 334, 333])
  })
  it('gives a narrow column the width it needs and the others the rest by weight', () => {
    const widths = fitWidths(1000, [1, 10, 20], [200, 10, 10])
    expect(widths).toEqual([200, 267, 533])
    expect(sum(widths)).toBe(1000)
  })
  it('is filled exactly even where the columns need more than there is', () => {
    expect(sum(fitWidths(100, [1, 1], [300, 100]))).toBe(100)
  })
  it('takes smaller letters for many columns', () => {
    expect([4, 7, 9].map((columns) => tableFontPt(columns, 'portrait'))).toEqual([12, 11, 10])
  })
})

describe('widths of text', () => {
  it('are those of Times New Roman, marks or none', () => {
    expect(textWidthPt('Ab', 10)).toBeCloseTo(12.22)
    expect(textWidthPt('Ậb', 10)).toBeCloseTo(12.22)
    expect(textWidthPt('Đđ', 10)).toBeCloseTo(12.22)
  })
  it('break lines at spaces and at line breaks, and keep a word too long for the room', () => {
    expect(wrappedLines('aaa bbb\nccc', textWidthPt('aaa', 12), face)).toEqual(['aaa', 'bbb', 'ccc'])
    expect(wrappedLines('aaaaaaaa b', 5, face)).toEqual(['aaaaaaaa', 'b'])
  })
  it('make even lines of a long name, as few as without', () => {
    const name = 'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH LÂM ĐỒNG'
    expect(evenLines(name, 205, face)).toEqual(['SỞ VĂN HÓA, THỂ THAO VÀ', 'DU LỊCH TỈNH LÂM ĐỒNG'])
  })
})
