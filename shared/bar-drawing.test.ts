import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { barDrawing, linesOf } from './bar-drawing.ts'
import { svgOf, type Drawing, type Shape } from './drawing.ts'

const group = (label: string, value: number | null, shown = String(value)) => ({
  label,
  values: [{ value, shown, manner: 'now' as const }],
})
const barsOf = (drawing: Drawing | null) =>
  (drawing?.shapes ?? []).filter((shape): shape is Extract<Shape, { kind: 'bar' }> => shape.kind === 'bar')
const textsOf = (drawing: Drawing | null) =>
  (drawing?.shapes ?? []).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

it('nothing to tell makes no drawing', () => {
  expect(barDrawing({ title: 'Trống', groups: [] })).toBeNull()
})

it('0 is a bar without length and its number; what nobody collected has no bar and says so', () => {
  const drawing = barDrawing({
    title: 'Lượt',
    groups: [
      group('Tại chỗ', 0, '0'),
      group('Lưu động', null, 'Chưa thu thập'),
      group('Trực tuyến', null, ''),
    ],
  })
  expect(barsOf(drawing)).toMatchObject([{ label: 'Tại chỗ: 0', width: 0 }])
  expect(textsOf(drawing)).toEqual(['Tại chỗ', '0', 'Lưu động', 'Chưa thu thập', 'Trực tuyến'])
})

it('bars are as long as their values, and one far beyond the mark is cut and says so', () => {
  const told = { title: 'Tiến độ', mark: { at: 100, label: 'Mức giao' } }
  const bars = barsOf(barDrawing({ ...told, groups: [group('A', 50), group('B', 25)] }))
  expect(bars[0]?.width).toBeCloseTo((bars[1]?.width ?? 0) * 2)
  const cut = barDrawing({ ...told, groups: [group('A', 80), group('B', 2500, '2.500 %')] })
  expect(textsOf(cut)).toContain('2.500 % →')
  expect(barsOf(cut)[0]?.width).toBeCloseTo((barsOf(cut)[1]?.width ?? 0) / 2)
})

it('two manners are told apart without colour', () => {
  const both = [
    { value: 5, shown: '5', manner: 'now' as const },
    { value: 4, shown: '4', manner: 'before' as const },
  ]
  const drawing = barDrawing({ title: 'Lượt', groups: [{ label: 'Tại chỗ', values: both }] })
  const svg = drawing && svgOf(drawing)
  expect(svg).toContain('fill="#333"')
  expect(svg).toContain('fill="#fff" stroke="#333"')
})

it('whatever the names and numbers, all of it lies within the drawing', () => {
  const value = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: null })
  const groups = fc.array(
    fc.record({
      label: fc.string({ maxLength: 200 }),
      values: fc.tuple(value).map(([one]) => [{ value: one, shown: '1', manner: 'now' as const }]),
    }),
    { minLength: 1, maxLength: 15 },
  )
  fc.assert(
    fc.property(groups, fc.boolean(), (asked, isMarked) => {
      const mark = isMarked ? { mark: { at: 100, label: 'Mức giao' } } : {}
      const drawing = barDrawing({ title: 'T', groups: asked, ...mark })
      if (!drawing) throw new Error('no drawing')
      for (const bar of barsOf(drawing)) {
        expect(bar.width).toBeGreaterThanOrEqual(0)
        expect(bar.x + bar.width).toBeLessThanOrEqual(drawing.width)
        expect(bar.y + bar.height).toBeLessThanOrEqual(drawing.height)
      }
      for (const shape of drawing.shapes)
        if (shape.kind === 'text') expect(shape.at[1]).toBeLessThanOrEqual(drawing.height)
    }),
  )
})

it('a long name takes up to three lines', () => {
  const long =
    'Trang thông tin điện tử có dịch vụ trực tuyến, tích hợp Hệ tri thức Việt số hóa của cả nước và của tỉnh, thành phố'
  expect(linesOf(long)).toHaveLength(3)
  expect(linesOf(long).at(-1)).toMatch(/…$/)
  expect(linesOf('Thẻ bạn đọc')).toEqual(['Thẻ bạn đọc'])
})
