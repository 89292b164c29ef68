import { useTranslation } from 'react-i18next'
import type { Filters } from '../../shared/catalogue/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { useTermName } from '../settings/index.ts'
import { activeFilters, filterNames, noFilters, type FilterName } from './search-address.ts'

export type FilterWord = { name: FilterName; text: string; without: Partial<Filters> }

/** What narrows a search, in words, and what taking it away would leave. */
export function useFilterWords(filters: Filters): FilterWord[] {
  const { t } = useTranslation()
  const languageName = useTermName('language')
  const siteName = useSiteName(filters.siteIds.length > 0)
  const authority = useQuery(
    'catalogue.authority',
    { id: filters.authorityId ?? 1 },
    { isActive: filters.authorityId !== null },
  ).value
  const host = useQuery(
    'catalogue.title',
    { id: filters.hostId ?? 1 },
    { isActive: filters.hostId !== null },
  ).value
  const active = activeFilters(filters)

  function words(name: FilterName): { value: string; without: Partial<Filters> }[] {
    const one = (value: string) => [{ value, without: { [name]: noFilters[name] } }]
    const each = <Value>(values: Value[], word: (value: Value) => string) =>
      values.map((value) => ({
        value: word(value),
        without: { [name]: values.filter((other) => other !== value) },
      }))
    switch (name) {
      case 'languages':
        return each(filters.languages, languageName)
      case 'materials':
        return each(filters.materials, (code) => t(`catalogue.materials.${code}`))
      case 'classes':
        return each(filters.classes, (code) => t(`catalogue.specialClasses.${code}`))
      case 'siteIds':
        return each(filters.siteIds, siteName)
      case 'isDigital':
      case 'hasCopies':
        return one(t(`catalogue.filters.${name}${filters[name] ? 'Yes' : 'No'}`))
      case 'authorityId':
        return one(authority?.heading ?? '…')
      case 'hostId':
        return one(host?.title ?? '…')
      case 'countedOn':
        return one(displayDate(filters.countedOn ?? ''))
      default:
        return one(String(filters[name] ?? ''))
    }
  }
  return filterNames
    .filter((name) => name in active)
    .flatMap((name) =>
      words(name).map(({ value, without }) => ({
        name,
        without,
        text:
          name === 'isDigital' || name === 'hasCopies'
            ? value
            : t('catalogue.filters.chip', { name: t(`catalogue.filters.${name}`), value }),
      })),
    )
}

export function useSiteName(isActive = true): (id: number) => string {
  const sites = useQuery('copies.sites', {}, { isActive }).value
  return (id) => sites?.find((site) => site.id === id)?.name ?? String(id)
}
