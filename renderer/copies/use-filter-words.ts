import { useTranslation } from 'react-i18next'
import type { CopyFilters } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useTermName } from '../settings/index.ts'
import type { FilterName } from './copies-address.ts'
import { usePlaces, useSeriesOptions } from './use-places.ts'
import { useWords } from './use-words.ts'

/** What a filter asks for, in the words its chip shows. */
export function useFilterWords() {
  const { t } = useTranslation()
  const { word } = useWords()
  const { sites } = usePlaces({ withClosed: true })
  const { options: series } = useSeriesOptions()
  const languageName = useTermName('language')
  const ddcName = useTermName('ddcClass')

  return (name: Exclude<FilterName, 'text'>, filters: CopyFilters): string => {
    const value = filters[name]
    if (value === null) return ''
    switch (name) {
      case 'siteId':
        return sites.find(({ id }) => id === value)?.name ?? String(value)
      case 'storeId':
        return sites.flatMap(({ stores }) => stores).find(({ id }) => id === value)?.name ?? String(value)
      case 'seriesId':
        return series.find((each) => each.value === String(value))?.label ?? String(value)
      case 'state':
        return word('copies.states', String(value))
      case 'status':
        return word('copies.statuses', String(value))
      case 'condition':
        return word('copies.conditions', String(value))
      case 'source':
        return word('catalogue.sources', String(value))
      case 'material':
        return word('catalogue.materials', String(value))
      case 'class':
        return word('catalogue.specialClasses', String(value))
      case 'language':
        return languageName(String(value))
      case 'ddc':
        return value === '-' ? t('copies.filters.noDdc') : ddcName(String(value))
      case 'decade':
        return value === '-'
          ? t('copies.filters.noYear')
          : t('copies.filters.tenYears', { from: String(value), to: Number(value) + 9 })
      case 'isOpening':
      case 'isMerged':
        return t(value === true ? 'copies.filters.yes' : 'copies.filters.no')
      case 'titleId':
      case 'voucherId':
      case 'withdrawalId':
        return t('copies.filters.numbered', { id: Number(value) })
      default:
        return displayDate(String(value))
    }
  }
}
