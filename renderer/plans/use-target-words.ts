import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { Target } from '../../shared/plans/contract.ts'
import { periodKindOf } from '../../shared/plans/rules.ts'
import { usePeriodName } from '../reports/index.ts'
import { useNumberText } from '../ui/use-number-text.ts'

/** A target as people say it: ≥ 70, of Quý III/2026, đến 31/12/2025. */
export function useTargetWords() {
  const { t } = useTranslation()
  const number = useNumberText()
  const periodName = usePeriodName()
  return {
    amount: ({ value, direction }: Pick<Target, 'value' | 'direction'>) =>
      value === null
        ? t('plans.targets.none')
        : t(direction === 'at_least' ? 'plans.targets.atLeast' : 'plans.targets.atMost', {
            value: number(value),
          }),
    period(period: string): string {
      switch (periodKindOf(period)) {
        case 'year':
          return t('plans.targets.ofYear', { year: period })
        case 'quarter':
          return periodName(period)
        case 'date':
          return t('plans.targets.byDay', { on: displayDate(period) })
      }
    },
  }
}
