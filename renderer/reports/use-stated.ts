import { useTranslation } from 'react-i18next'
import type { Value } from '../../shared/indicators/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'

/** A figure in a sentence: its number, or why there is none. */
export function useStated(): (figure: Pick<Value, 'status' | 'value'>) => string {
  const { t } = useTranslation()
  const number = useNumberText()
  return ({ status, value }) =>
    value === null ? t(`ui.figure.${status === 'known' ? 'blank' : status}`) : number(value)
}
