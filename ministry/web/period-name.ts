import { useTranslation } from 'react-i18next'
import { quarterBounds, quarterOf, spanText } from '../../shared/dates.ts'
import type { Period } from '../office/contract.ts'

const roman = ['', 'I', 'II', 'III', 'IV']

/** A period by its bounds: Quý III/2026, 6 tháng đầu năm 2026, Năm 2026, or its days. */
export function usePeriodName(): (period: Period) => string {
  const { t } = useTranslation()
  return ({ from, to }) => {
    const { year, quarter } = quarterOf(from)
    const bounds = quarterBounds({ year, quarter })
    if (bounds.from === from && bounds.to === to) {
      return t('ministry.periods.quarter', { quarter: roman[quarter], year })
    }
    if (from === `${year}-01-01` && to === `${year}-12-31`) return t('ministry.periods.year', { year })
    if (from === `${year}-01-01` && to === `${year}-06-30`) return t('ministry.periods.firstHalf', { year })
    if (from === `${year}-07-01` && to === `${year}-12-31`) return t('ministry.periods.secondHalf', { year })
    if (from === `${year}-01-01` && to === `${year}-09-30`) return t('ministry.periods.nineMonths', { year })
    return spanText(from, to)
  }
}

export function periodKey({ from, to }: Period): string {
  return `${from}_${to}`
}

export function periodOf(key: string): Period | null {
  const [from, to] = key.split('_')
  return from && to ? { from, to } : null
}
