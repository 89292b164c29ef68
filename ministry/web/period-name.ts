import { useTranslation } from 'react-i18next'
import { quarterOf, spanText } from '../../shared/dates.ts'
import { periodBetween } from '../../shared/periods.ts'
import type { Period } from '../office/contract.ts'

const roman = ['', 'I', 'II', 'III', 'IV']

/** A period by its bounds: Quý III/2026, 6 tháng đầu năm 2026, Năm 2026, or its days. */
export function usePeriodName(): (period: Period) => string {
  const { t } = useTranslation()
  return ({ from, to }) => {
    const named = periodBetween(from, to)
    const { year, quarter } = quarterOf(from)
    switch (named?.kind) {
      case 'quarter':
        return t('ministry.periods.quarter', { quarter: roman[quarter], year })
      case 'half_year':
        return t(quarter === 1 ? 'ministry.periods.firstHalf' : 'ministry.periods.secondHalf', { year })
      case 'nine_months':
        return t('ministry.periods.nineMonths', { year })
      case 'year':
        return t('ministry.periods.year', { year })
      default:
        return spanText(from, to)
    }
  }
}

export function periodKey({ from, to }: Period): string {
  return `${from}_${to}`
}

export function periodOf(key: string): Period | null {
  const [from, to] = key.split('_')
  return from && to ? { from, to } : null
}
