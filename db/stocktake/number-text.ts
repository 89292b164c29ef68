import type { TFunction } from 'i18next'

/** Numbers within sentences, as the language of the paper writes them. */
export function numberIn(t: TFunction): (value: number) => string {
  const style = new Intl.NumberFormat(t('stocktake.minutes.locale'))
  return (value) => style.format(value)
}
