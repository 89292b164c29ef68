import { useQuery } from '../app/operations.ts'
import type { Option } from '../ui/Select.tsx'

/** Two hundred are decades of campaigns. */
const offeredAtMost = 200

export function useCampaigns(): Option[] {
  const campaigns = useQuery('activities.campaigns', { limit: offeredAtMost }).value?.rows ?? []
  return campaigns.map(({ id, name, year }) => ({
    value: String(id),
    label: year === null || name.includes(String(year)) ? name : `${name} ${year}`,
  }))
}
