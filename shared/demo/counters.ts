import { isoDateAt, type IsoDate } from '../dates.ts'

export type DemoCount = { on: IsoDate; kindCode: string; value: number; source: string }

const dayMs = 86_400_000
const daysBack = 730

type Pattern = { kindCode: string; usual: number; inSummer: number }

/** What a middling provincial library counts in a day; children come in the holidays. */
const daily: readonly Pattern[] = [
  { kindCode: 'onsite_children', usual: 38, inSummer: 95 },
  { kindCode: 'onsite_adults', usual: 64, inSummer: 58 },
  { kindCode: 'onsite_disabled', usual: 1, inSummer: 1 },
  { kindCode: 'onsite_minority', usual: 6, inSummer: 9 },
  { kindCode: 'in_house_children', usual: 70, inSummer: 180 },
  { kindCode: 'in_house_adults', usual: 120, inSummer: 105 },
  { kindCode: 'lent_children', usual: 22, inSummer: 40 },
  { kindCode: 'lent_adults', usual: 41, inSummer: 37 },
  { kindCode: 'internet', usual: 18, inSummer: 26 },
]
const monthly: readonly Pattern[] = [
  { kindCode: 'web_visits', usual: 4200, inSummer: 4900 },
  { kindCode: 'digital_uses', usual: 650, inSummer: 720 },
  { kindCode: 'cards_valid', usual: 4300, inSummer: 4400 },
]

const monthlySource = 'Thống kê của trang thông tin, sổ cấp thẻ'

/** Two years of counts up to today; closed on Mondays, as many are. */
export function demoCounters(today: IsoDate): DemoCount[] {
  const lastMs = Date.parse(today)
  return Array.from({ length: daysBack }, (_, at) => lastMs - (daysBack - 1 - at) * dayMs).flatMap((ms) => {
    const on = isoDateAt(ms)
    const ofDay =
      new Date(ms).getUTCDay() === 1 ? [] : daily.map((pattern) => countOf(pattern, on, ms / dayMs))
    const isFirst = on.endsWith('-01')
    if (!isFirst) return ofDay
    const ofMonth = monthly.map((pattern) => ({ ...countOf(pattern, on, ms / dayMs), source: monthlySource }))
    return [...ofDay, ...ofMonth]
  })
}

function countOf({ kindCode, usual, inSummer }: Pattern, on: IsoDate, day: number): DemoCount {
  const month = Number(on.slice(5, 7))
  const middle = month >= 6 && month <= 8 ? inSummer : usual
  // The same numbers each time, up and down by a third.
  const sway = ((day * 37 + usual * 11) % 61) / 61 - 0.5
  return { on, kindCode, value: Math.max(0, Math.round(middle * (1 + sway * 0.66))), source: '' }
}
