import { expect, it } from 'vitest'
import type { Shape } from '../drawing.ts'
import { svgOf } from '../drawing.ts'
import { burnUp } from './burn-up.ts'

const words = {
  title: 'Số tên đã xong <2026> & "nay"',
  number: String,
  date: (day: string) => day,
  target: (shown: string) => `Chỉ tiêu ${shown}`,
  stoppage: (machine: string) => machine || 'Ngừng',
}
const told = {
  asOf: '2026-11-15',
  weeks: [
    { to: '2026-11-01', carried: 10 },
    { to: '2026-11-08', carried: 20 },
    { to: '2026-11-15', carried: 30 },
  ],
  stoppages: [{ startedOn: '2026-11-03', endedOn: '2026-11-04', machine: '' }],
  target: 40,
  carried: 30,
  forecastOn: '2026-11-22',
}

function shapes<Kind extends Shape['kind']>(kind: Kind, change: Partial<typeof told> = {}) {
  const drawing = burnUp({ ...told, ...change }, words)
  return (drawing?.shapes ?? []).filter(
    (shape): shape is Extract<Shape, { kind: Kind }> => shape.kind === kind,
  )
}

it('leads in a straight line to the target on the day foretold', () => {
  const line = (manner: string) => shapes('line').find((each) => each.manner === manner)?.points
  const [done, forecast, target] = [line('done'), line('forecast'), line('target')]
  expect(forecast?.[0]).toEqual(done?.at(-1))
  expect(forecast?.at(-1)).toEqual(target?.at(-1))
})

it('keeps room for what was done where the day is far off, and says that it lies beyond', () => {
  const far = shapes('line', { forecastOn: '2036-11-22' }).find(({ manner }) => manner === 'forecast')
  const target = shapes('line').find(({ manner }) => manner === 'target')
  expect(far?.points[1]?.[1]).toBeGreaterThan(target?.points[0]?.[1] ?? 0)
  expect(shapes('text', { forecastOn: '2036-11-22' }).map(({ text }) => text)).toContain('2036-11-22 →')
})

it('writes a day that is near away from today', () => {
  const days = shapes('text', { forecastOn: '2026-11-16' }).filter(({ text }) => text.startsWith('2026-11-1'))
  expect(days.map(({ text, anchor }) => [text, anchor])).toEqual([
    ['2026-11-16', 'start'],
    ['2026-11-15', 'end'],
  ])
})

it('shades the days on which work stood, as wide as they were', () => {
  const [band] = shapes('band')
  const [first, second] = shapes('dot')
  const week = (second?.at[0] ?? 0) - (first?.at[0] ?? 0)
  expect((band?.width ?? 0) / week).toBeCloseTo(2 / 7)
  expect(
    shapes('band', { stoppages: [{ startedOn: '2026-10-01', endedOn: '2026-10-20', machine: '' }] }),
  ).toEqual([])
})

it('is a picture for papers whose words cannot break it', () => {
  const drawing = burnUp(told, words)
  const svg = drawing ? svgOf(drawing) : ''
  expect(svg).toContain('<title>Số tên đã xong &lt;2026&gt; &amp; &quot;nay&quot;</title>')
  expect(svg).toContain('Chỉ tiêu 40')
  expect(burnUp({ ...told, weeks: [] }, words)).toBeNull()
})
