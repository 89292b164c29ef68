import { useTranslation } from 'react-i18next'
import { sources } from '../../shared/facilities/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import type { Option } from '../ui/Select.tsx'

/** Places and origins to choose from, as every form here offers them. */
export function useChoices(): { sites: Option[]; rooms: Option[]; sourceOptions: Option[] } {
  const { t } = useTranslation()
  const sites = useQuery('copies.sites', {}).value ?? []
  const rooms = useQuery('facilities.rooms', { on: isoDateAt(Date.now()), limit: 200 }).value?.rows ?? []
  return {
    sites: sites
      .filter(({ closedOn }) => closedOn === null)
      .map(({ id, name }) => ({ value: String(id), label: name })),
    rooms: rooms.map(({ id, name }) => ({ value: String(id), label: name })),
    sourceOptions: sources.map((each) => ({ value: each, label: t(`facilities.sources.${each}`) })),
  }
}
