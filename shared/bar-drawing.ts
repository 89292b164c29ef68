import type { BarManner, Drawing, Shape } from './drawing.ts'

/** `shown` says the number, or why there is none; '' says nothing, as where nobody set anything. */
export type BarValue = { value: number | null; shown: string; manner: BarManner }
export type BarGroup = { label: string; values: readonly BarValue[] }
type Told = {
  title: string
  groups: readonly BarGroup[]
  /** What each manner means, where there are two. */
  legend?: readonly { manner: BarManner; label: string }[]
  /** A value that all are held against, as a target is. */
  mark?: { at: number; label: string }
}

const width = 600
const namesWide = 236
const numbersWide = 100
const lineHigh = 16
const barHigh = 12
const gap = 9
const headHigh = 22
/** Letters of 13 points in the paper's face are this wide on average, a little more to be safe. */
const letterWide = 6.1
const mostLines = 3
/** What lies far beyond the mark is cut there, so that those below it keep their room. */
const beyondMark = 1.6

/** Lying bars from 0, each with its name before it and its number behind it: read without an axis, and without colours. */
export function barDrawing({ title, groups, legend = [], mark }: Told): Drawing | null {
  if (groups.length === 0) return null
  const reach = reachOf(groups, mark)
  const barsWide = width - namesWide - numbersWide
  const lengthOf = (value: number) => (Math.min(Math.max(0, value), reach) / reach) * barsWide
  const markAt = mark ? namesWide + lengthOf(mark.at) : null
  const shapes: Shape[] = legendShapes(legend)
  const top = legend.length > 0 || mark ? headHigh : 4
  let y = top
  for (const group of groups) {
    const lines = linesOf(group.label)
    const high = Math.max(lines.length * lineHigh, group.values.length * (barHigh + 3))
    lines.forEach((text, at) => {
      const baseline = y + (high - lines.length * lineHigh) / 2 + at * lineHigh + 12
      shapes.push({ kind: 'text', at: [namesWide - 8, baseline], text, anchor: 'end' })
    })
    group.values.forEach(({ value, shown, manner }, at) => {
      const barTop = y + (high - group.values.length * (barHigh + 3)) / 2 + at * (barHigh + 3) + 1.5
      const length = value === null ? 0 : lengthOf(value)
      if (value !== null)
        shapes.push({
          kind: 'bar',
          x: namesWide,
          y: barTop,
          width: length,
          height: barHigh,
          manner,
          label: `${group.label}: ${shown}`,
        })
      const text = value !== null && value > reach ? `${shown} →` : shown
      const isAside = value === null
      if (text !== '')
        shapes.push({
          kind: 'text',
          at: [beside(namesWide + length + 6, text, markAt), barTop + barHigh - 1.5],
          text,
          anchor: 'start',
          ...(isAside ? { isAside } : {}),
        })
    })
    y += high + gap
  }
  const bottom = y - gap + 4
  shapes.push(upright(namesWide, { top, bottom }, 'axis'))
  if (mark && markAt !== null) {
    shapes.push(upright(markAt, { top, bottom }, 'target'))
    shapes.push({ kind: 'text', at: [markAt, 14], text: mark.label, anchor: 'middle' })
  }
  return { width, height: bottom + 4, title, shapes }
}

function reachOf(groups: readonly BarGroup[], mark: Told['mark']): number {
  const most = Math.max(
    0,
    mark?.at ?? 0,
    ...groups.flatMap(({ values }) => values.map(({ value }) => value ?? 0)),
  )
  return (mark ? Math.min(most, mark.at * beyondMark) : most) || 1
}

/** A number is not struck through by the line of the mark: it stands behind it. */
function beside(x: number, text: string, markAt: number | null): number {
  const isStruck = markAt !== null && x - 2 < markAt && markAt < x + text.length * letterWide + 2
  return isStruck ? markAt + 6 : x
}

function upright(
  x: number,
  { top, bottom }: { top: number; bottom: number },
  manner: 'axis' | 'target',
): Shape {
  return {
    kind: 'line',
    manner,
    points: [
      [x, top],
      [x, bottom],
    ],
  }
}

function legendShapes(legend: NonNullable<Told['legend']>): Shape[] {
  let x = namesWide
  return legend.flatMap(({ manner, label }): Shape[] => {
    const left = x
    x += 18 + label.length * letterWide + 20
    return [
      { kind: 'bar', x: left, y: 4, width: 12, height: barHigh, manner, label },
      { kind: 'text', at: [left + 18, 14], text: label, anchor: 'start' },
    ]
  })
}

/** A name in as many lines as it needs, up to three; the table beside has it whole. */
export function linesOf(label: string): string[] {
  const room = Math.floor((namesWide - 12) / letterWide)
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= mostLines) return lines
  const kept = lines.slice(0, mostLines)
  return [...kept.slice(0, -1), `${(kept.at(-1) ?? '').slice(0, room - 1)}…`]
}
