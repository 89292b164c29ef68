import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { quarterOf, spanText } from '../../shared/dates.ts'
import type { GivenFields, Value } from '../../shared/indicators/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { choiceOf } from './given-form.ts'

type Words = {
  span: (given: Pick<GivenFields, 'fromOn' | 'untilOn'>) => string
  stated: (given: Pick<Value, 'status' | 'value'>) => string
}

/** The period and the value of a given figure in words. */
export function useGivenWords(): Words {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => ({
      span(given) {
        const { year, quarter } = quarterOf(given.fromOn)
        const choice = choiceOf(given)
        if (choice === null) return spanText(given.fromOn, given.untilOn)
        return choice === 'year'
          ? t('indicators.given.yearName', { year })
          : t('reports.periodName', { quarter: t(runtimeKey(`reports.quarters.${quarter}`)), year })
      },
      stated: ({ status, value }) =>
        value === null ? t(`ui.figure.${status === 'known' ? 'blank' : status}`) : number(value),
    }),
    [t, number],
  )
}
