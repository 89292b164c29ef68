import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { placeName } from '../../shared/copies/rules.ts'
import { useQuery } from '../app/operations.ts'
import type { Output } from '../app/operation-types.ts'
import type { Option } from '../ui/Select.tsx'

export type Site = Output<'copies.sites'>[number]
export type Place = { siteId: number; storeId: number | null }

/** One choice for site and store together: `3` is a site, `3/7` a store in it. */
export function placeKey({ siteId, storeId }: Place): string {
  return storeId === null ? String(siteId) : `${siteId}/${storeId}`
}

export function readPlace(key: string): Place | null {
  const match = /^(\d+)(?:\/(\d+))?$/.exec(key)
  if (!match) return null
  return { siteId: Number(match[1]), storeId: match[2] === undefined ? null : Number(match[2]) }
}

/** Open places, or all of them where the past is asked for. */
function placesOf(sites: Site[], withClosed: boolean): Option[] {
  return sites
    .filter((site) => withClosed || site.closedOn === null)
    .flatMap((site) => {
      const stores = site.stores.filter((store) => withClosed || store.closedOn === null)
      const inStores = stores.map((store) => ({
        value: placeKey({ siteId: site.id, storeId: store.id }),
        label: placeName(site.name, store.name),
      }))
      return [...inStores, { value: String(site.id), label: site.name }]
    })
}

export function usePlaces({ withClosed = false } = {}): { options: Option[]; sites: Site[] } {
  const sites = useQuery('copies.sites', {}).value
  return useMemo(
    () => ({ options: placesOf(sites ?? [], withClosed), sites: sites ?? [] }),
    [sites, withClosed],
  )
}

export function useSeriesOptions() {
  const { t } = useTranslation()
  const { value, isLoading } = useQuery('copies.series', {})
  const options = useMemo(
    () =>
      (value ?? []).map(({ id, name, prefix }) => ({
        value: String(id),
        label: prefix ? t('copies.series.named', { name, prefix }) : name,
      })),
    [value, t],
  )
  return { series: value, options, isLoading }
}
