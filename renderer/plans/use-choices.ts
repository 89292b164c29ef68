import { isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import type { Option } from '../ui/Select.tsx'

const offeredAtMost = 200

/** Documents and plans to rest on, as the forms here offer them. */
export function useChoices(): { documents: Option[]; roadmaps: Option[] } {
  const asked = { on: isoDateAt(Date.now()), limit: offeredAtMost }
  const documents = useQuery('plans.documents', asked).value?.rows ?? []
  const roadmaps = useQuery('plans.roadmaps', asked).value?.rows ?? []
  return {
    documents: documents.map(({ id, number, name }) => ({
      value: String(id),
      label: number === '' || name.includes(number) ? name : `${number} – ${name}`,
    })),
    roadmaps: roadmaps.map(({ id, name }) => ({ value: String(id), label: name })),
  }
}
