import { useTranslation } from 'react-i18next'
import type { Dimension } from '../../shared/stock/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useQuery } from '../app/operations.ts'
import { useTermName } from '../settings/index.ts'

/** What a part of a division is called. */
export function useKeyNames(): (dimension: Dimension, key: string) => string {
  const { t } = useTranslation()
  const ddcName = useTermName('ddcClass')
  const languageName = useTermName('language')
  const sites = useQuery('copies.sites', {}).value ?? []
  const word = (place: string, key: string) => t(runtimeKey(`${place}.${key}`), { defaultValue: key })
  return (dimension, key) => {
    if (key === '-') return t(`stock.unknown.${dimension}`)
    switch (dimension) {
      case 'ddc':
        return /^\d$/.test(key) ? `${key}00 ${ddcName(key)}` : key
      case 'language':
        return languageName(key)
      case 'site':
        return sites.find(({ id }) => String(id) === key)?.name ?? key
      case 'year':
        return t('stock.decade', { from: key, to: Number(key) + 9 })
      case 'material':
        return word('catalogue.materials', key)
      case 'source':
        return word('catalogue.sources', key)
      case 'class':
        return word('catalogue.specialClasses', key)
      case 'condition':
        return word('copies.conditions', key)
    }
  }
}
