import { addDays } from '../../shared/dates.ts'
import type { Span } from '../../db/measures.ts'
import { figures, sheetOfLetter, type Count } from './figures.ts'

type Stated = { status: string; value: number | null }
/** What a person said of a quarter. */
type Given = { code: string; fromOn: string; untilOn: string; status: string; value: number | null }

/** What is told of a figure: its records, where there are any, else what a person said, else nothing. */
export function stated(code: string, span: Span, count: Count, given: readonly Given[]): Stated {
  const figure = figures[code]
  if (!figure) throw new Error(`${code} is not worked out`)
  const asked: (number | null)[] = []
  const value = figure.work((measure) => {
    asked.push(count(measure))
    return count(measure) ?? 0
  })
  if (!asked.includes(null)) return { status: value === null ? 'zero_base' : 'known', value }
  const nothing = { status: 'not_collected', value: null }
  const hasRecords = asked.some((counted) => counted !== null && counted > 0)
  const own = given.filter((each) => each.code === (sheetOfLetter[code] ?? code))
  return hasRecords ? nothing : (said(figure.nature, span, own) ?? nothing)
}

function said(nature: string, { from, to }: Span, given: readonly Given[]): Stated | null {
  const whole = given.find((each) => each.fromOn === from && each.untilOn === to)
  if (whole) return { status: whole.status, value: whole.value }
  if (nature === 'at the end') return given.find((each) => each.untilOn === to) ?? null
  if (nature !== 'added up') return null
  let status: string | null = null
  let sum: number | null = 0
  let day = from
  while (day <= to) {
    const next = given.find((each) => each.fromOn === day && each.untilOn <= to)
    if (!next || (status !== null && status !== next.status)) return null
    status = next.status
    sum = sum === null || next.value === null ? null : sum + next.value
    day = addDays(next.untilOn, 1)
  }
  return { status: status ?? '', value: sum }
}
