import type { TFunction } from 'i18next'
import { minorPerUnit } from '../../shared/cooperation/money.ts'
import type { Gift, Money } from '../../shared/cooperation/contract.ts'

/** 7.000.000 USD; empty where it is not known. */
export function amountText(
  { currency, amountMinor }: Pick<Money, 'currency' | 'amountMinor'>,
  t: TFunction,
): string {
  if (amountMinor === null) return ''
  return `${numberText(amountMinor / minorPerUnit(currency), t)} ${currency === 'VND' ? t('cooperation.paper.dong') : currency}`
}

export function numberText(value: number, t: TFunction): string {
  return value.toLocaleString(t('cooperation.paper.locale'), { maximumFractionDigits: 4 })
}

/** As papers and lists name a donor: who wished not to be named, or was never asked, is told as that. */
export function donorText({ partner, donorName }: Pick<Gift, 'partner' | 'donorName'>, t: TFunction): string {
  return partner?.name ?? (donorName || t('cooperation.gift.unnamed'))
}
