import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { spanName } from '../../shared/period-text.ts'
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
      span: ({ fromOn, untilOn }) => spanName(t, fromOn, untilOn),
      stated: ({ status, value }) =>
        value === null ? t(`ui.figure.${status === 'known' ? 'blank' : status}`) : number(value),
    }),
    [t, number],
  )
}
