import { useQuery } from '../app/operations.ts'
import { useKept } from '../app/kept.ts'

/** The site that people count at stays chosen from page to page. */
export function useCountingSite() {
  const sites = useQuery('copies.sites', {}).value
  const open = (sites ?? []).filter(({ closedOn }) => closedOn === null)
  const [kept, setSiteId] = useKept<number | null>('readers.site', null)
  const siteId = open.find(({ id }) => id === kept)?.id ?? open[0]?.id ?? null
  return {
    siteId,
    setSiteId,
    isKnown: sites !== undefined,
    options: open.map(({ id, name }) => ({ value: String(id), label: name })),
  }
}
