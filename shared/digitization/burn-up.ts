import type { Drawing, Shape } from '../drawing.ts'

type Told = {
  asOf: string
  weeks: readonly { to: string; carried: number }[]
  stoppages: readonly { startedOn: string; endedOn: string | null; machine: string }[]
  target: number
  carried: number
  forecastOn: string | null
}
export type BurnUpWords = {
  title: string
  number: (value: number) => string
  date: (day: string) => string
  target: (shown: string) => string
  stoppage: (machine: string) => string
}

const box = { height: 200, left: 8, right: 104, top: 18, bottom: 26 }
const base = box.height - box.bottom
/** As wide as a page of the screen; a sheet of paper takes fewer, so that its letters are not made smaller. */
const screenWidth = 900
export const paperWidth = 600
/** Half of one day in words, and all of another. */
const roomOfDay = 130

/**
 * Titles carried through, from zero to the target, with the days on which work stood, and on to the day that is foretold;
 * a day farther off than these weeks are long lies beyond the edge, so that what was done keeps its room.
 */
export function burnUp(told: Told, words: BurnUpWords, width = screenWidth): Drawing | null {
  const { weeks, target, carried, asOf, forecastOn } = told
  const [first] = weeks
  if (!first) return null
  const start = Date.parse(first.to)
  const now = Date.parse(asOf)
  const end = foretold(told)
  const reach = end?.time ?? now
  const most = Math.max(1, target, carried)
  const wide = width - box.left - box.right
  const x = (time: number) => box.left + ((time - start) / Math.max(1, reach - start)) * wide
  const y = (value: number) => base - (value / most) * (base - box.top)
  const [left, right] = [x(start), x(reach)]
  // Two days that lie side by side are written away from each other.
  const isNear = right - x(now) < roomOfDay
  const text = (at: readonly [number, number], shown: string, anchor: 'start' | 'middle' | 'end'): Shape => ({
    kind: 'text',
    at,
    text: shown,
    anchor,
  })
  const shapes: Shape[] = [
    ...bands(told, { start, now, x, words }),
    {
      kind: 'line',
      manner: 'axis',
      points: [
        [left, base],
        [right, base],
      ],
    },
  ]
  if (target > 0) {
    const points = [
      [left, y(target)],
      [right, y(target)],
    ] as const
    shapes.push({ kind: 'line', manner: 'target', points })
    shapes.push(text([right + 8, y(target) + 4], words.target(words.number(target)), 'start'))
  }
  shapes.push({
    kind: 'line',
    manner: 'done',
    points: weeks.map((week) => [x(Date.parse(week.to)), y(week.carried)]),
  })
  if (forecastOn !== null && end) {
    shapes.push({
      kind: 'line',
      manner: 'forecast',
      points: [
        [x(now), y(carried)],
        [right, y(end.carried)],
      ],
    })
    const day = Date.parse(forecastOn) <= reach ? words.date(forecastOn) : `${words.date(forecastOn)} →`
    shapes.push(text([right, box.height - 8], day, isNear ? 'start' : 'end'))
  }
  for (const week of weeks)
    shapes.push({
      kind: 'dot',
      at: [x(Date.parse(week.to)), y(week.carried)],
      label: `${words.date(week.to)}: ${words.number(week.carried)}`,
    })
  if (carried !== target)
    shapes.push(text([x(now) + 8, Math.min(base - 6, y(carried) + 16)], words.number(carried), 'start'))
  shapes.push(text([left, box.height - 8], words.date(first.to), 'start'))
  shapes.push(
    text([x(now), box.height - 8], words.date(asOf), forecastOn === null || isNear ? 'end' : 'middle'),
  )
  return { width, height: box.height, title: words.title, shapes }
}

/** Where the line of the forecast ends: at the day foretold, or on its way there at the edge. */
export function foretold({
  weeks,
  asOf,
  target,
  carried,
  forecastOn,
}: Omit<Told, 'stoppages'>): { time: number; carried: number } | null {
  const [first] = weeks
  if (!first || forecastOn === null) return null
  const [now, day] = [Date.parse(asOf), Date.parse(forecastOn)]
  const time = Math.min(day, now + Math.max(1, now - Date.parse(first.to)))
  return { time, carried: carried + ((target - carried) * (time - now)) / (day - now) }
}

type Frame = { start: number; now: number; x: (time: number) => number; words: BurnUpWords }

/** Both days of a stoppage are lost, so its band ends with its last day. */
function bands({ stoppages }: Told, { start, now, x, words }: Frame): Shape[] {
  return stoppages.flatMap(({ startedOn, endedOn, machine }) => {
    const from = Math.max(start, Date.parse(startedOn))
    const to = Math.min(now, endedOn === null ? now : Date.parse(endedOn) + 86_400_000)
    if (to <= from) return []
    const label = `${words.stoppage(machine)}: ${words.date(startedOn)}`
    return [{ kind: 'band', x: x(from), width: x(to) - x(from), top: box.top, bottom: base, label }]
  })
}
