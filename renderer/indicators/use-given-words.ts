import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { spanText } from '../../shared/dates.ts'
import { periodBetween } from '../../shared/periods.ts'
import { periodText } from '../../shared/period-text.ts'
import type { GivenFields, Value } from '../../shared/indicators/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'

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
        const named = periodBetween(given.fromOn, given.untilOn)
        return named ? periodText(t, named.period, 'name') : spanText(given.fromOn, given.untilOn)
      },
      stated: ({ status, value }) =>
        value === null ? t(`ui.figure.${status === 'known' ? 'blank' : status}`) : number(value),
    }),
    [t, number],
  )
}
