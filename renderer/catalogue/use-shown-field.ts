import { useTranslation } from 'react-i18next'
import { digitalOrigins, materials, type Title } from '../../shared/catalogue/contract.ts'
import type { Json } from '../../shared/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useTermName } from '../settings/index.ts'

/** What a column holds, as people say it; empty where nothing is there. */
export function useShownField(): (name: keyof Title, value: Json | undefined) => string {
  const { t } = useTranslation()
  const languageName = useTermName('language')
  return (name, value) => {
    if (name === 'hostId' && typeof value === 'number') return t('journal.values.record', { id: value })
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'string' || value === '') return ''
    if (name === 'language') return languageName(value)
    if (name === 'addedOn' || name === 'removedOn') return displayDate(value)
    const material = name === 'material' && materials.find((known) => known === value)
    if (material) return t(`catalogue.materials.${material}`)
    const origin = name === 'digitalOrigin' && digitalOrigins.find((known) => known === value)
    if (origin) return t(`catalogue.digitalOrigins.${origin}`)
    return value
  }
}
