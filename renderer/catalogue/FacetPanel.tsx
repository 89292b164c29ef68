import { useTranslation } from 'react-i18next'
import { Material, SpecialClass, type Filters } from '../../shared/catalogue/contract.ts'
import { useTermName } from '../settings/index.ts'
import { FacetGroup, type Facet } from './FacetGroup.tsx'
import type { FacetCounts } from './use-facets.ts'
import { useSiteName } from './use-filter-words.ts'
import type { TitleSearch } from './use-title-search.ts'

type Counted = { key: string; count: number }
type Props = { search: TitleSearch; counts: FacetCounts | undefined; isCurrent: boolean }

/** How many of what is found there are of each kind; each opens a narrower list. */
export function FacetPanel({ search, counts, isCurrent }: Props) {
  const { t } = useTranslation()
  const facets = useFacetsOf(search.search.filters)
  if (!counts)
    return <aside className="facets no-print" aria-label={t('catalogue.facets.title')} aria-busy="true" />
  const groups = [
    { name: 'materials', facets: facets.materials(counts.materials) },
    { name: 'ddc', facets: facets.ddc(counts.ddc) },
    { name: 'decades', facets: facets.decades(counts.decades) },
    { name: 'languages', facets: facets.languages(counts.languages) },
    { name: 'sites', facets: facets.sites(counts.sites) },
    { name: 'classes', facets: facets.classes(counts.classes) },
    { name: 'digital', facets: facets.digital(counts.digital) },
  ] as const
  return (
    <aside className="facets no-print" aria-label={t('catalogue.facets.title')} aria-busy={!isCurrent}>
      {counts.isEstimate && <p className="soft small">{t('catalogue.facets.estimated')}</p>}
      {groups.map((group) => (
        <FacetGroup
          key={group.name}
          label={t(`catalogue.facets.${group.name}`)}
          facets={group.facets}
          isEstimate={counts.isEstimate}
          onFilter={search.filter}
        />
      ))}
    </aside>
  )
}

/** What each count stands for, whether the list is narrowed to it, and the filter that does it or takes it back. */
function useFacetsOf(filters: Filters) {
  const { t } = useTranslation()
  const languageName = useTermName('language')
  const ddcName = useTermName('ddcClass')
  const siteName = useSiteName()
  function several<Value>(
    name: 'materials' | 'languages' | 'classes' | 'siteIds',
    value: Value,
    old: Value[],
  ) {
    const isOn = old.includes(value)
    const next = isOn ? old.filter((other) => other !== value) : [...old, value]
    return { isOn, change: { [name]: next } as Partial<Filters> }
  }
  const known = <Value,>(
    values: Counted[],
    read: (key: string) => Value | undefined,
    facet: (value: Value) => Omit<Facet, 'key' | 'count'>,
  ) =>
    values.flatMap((counted): Facet[] => {
      const value = read(counted.key)
      return value === undefined ? [] : [{ ...counted, ...facet(value) }]
    })
  return {
    materials: (values: Counted[]) =>
      known(
        values,
        (key) => Material.safeParse(key).data,
        (code) => ({
          label: t(`catalogue.materials.${code}`),
          ...several('materials', code, filters.materials),
        }),
      ),
    classes: (values: Counted[]) =>
      known(
        values,
        (key) => SpecialClass.safeParse(key).data,
        (code) => ({
          label: t(`catalogue.specialClasses.${code}`),
          ...several('classes', code, filters.classes),
        }),
      ),
    languages: (values: Counted[]) =>
      known(
        values,
        (key) => key,
        (code) => ({
          label: languageName(code),
          ...several('languages', code, filters.languages),
        }),
      ),
    sites: (values: Counted[]) =>
      known(values, Number, (id) => ({ label: siteName(id), ...several('siteIds', id, filters.siteIds) })),
    ddc: (values: Counted[]) =>
      known(
        values,
        (key) => (/^\d+$/.test(key) ? key : undefined),
        (code) => ({
          label: `${code.padEnd(3, '0')} ${ddcName(code)}`,
          isOn: filters.ddc === code,
          change: { ddc: filters.ddc === code ? '' : code },
        }),
      ),
    decades: (values: Counted[]) =>
      known(
        values.toSorted((a, b) => Number(b.key) - Number(a.key)),
        Number,
        (from) => {
          const isOn = filters.yearFrom === from && filters.yearTo === from + 9
          return {
            label: t('catalogue.facets.decade', { from, to: from + 9 }),
            isOn,
            change: isOn ? { yearFrom: null, yearTo: null } : { yearFrom: from, yearTo: from + 9 },
          }
        },
      ),
    digital: (values: Counted[]) =>
      known(
        values,
        (key) => key === 'true',
        (isDigital) => ({
          label: t(`catalogue.filters.isDigital${isDigital ? 'Yes' : 'No'}`),
          isOn: filters.isDigital === isDigital,
          change: { isDigital: filters.isDigital === isDigital ? null : isDigital },
        }),
      ),
  }
}
