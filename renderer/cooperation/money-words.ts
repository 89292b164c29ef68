import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { inDong, minorPerUnit } from '../../shared/cooperation/rules.ts'
import type { Money } from '../../shared/cooperation/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Amount = Pick<Money, 'currency' | 'amountMinor'>

/** 7.000.000 USD; what is not known is said in words and never shown as 0. */
export function useMoneyText(): (amount: Amount) => string {
  const { t } = useTranslation()
  const number = useNumberText()
  return useCallback(
    ({ currency, amountMinor }) =>
      amountMinor === null
        ? t('cooperation.page.unknown')
        : `${number(amountMinor / minorPerUnit(currency))} ${currency === 'VND' ? t('cooperation.paper.dong') : currency}`,
    [t, number],
  )
}

export function useDongText(): (money: Omit<Money, 'rateOn'>) => string {
  const text = useMoneyText()
  return useCallback((money) => text({ currency: 'VND', amountMinor: inDong(money) }), [text])
}
