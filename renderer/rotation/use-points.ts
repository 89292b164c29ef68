import { useMemo } from 'react'
import { useQuery } from '../app/operations.ts'
import type { Option } from '../ui/Select.tsx'

/** Points that serve on the day, to choose one from. */
export function usePoints(on: string): Option[] {
  const points = useQuery('network.pointNames', { on }).value
  return useMemo(
    () =>
      (points ?? []).map(({ id, name, commune }) => ({
        value: String(id),
        label: commune === '' || name.includes(commune) ? name : `${name} (${commune})`,
      })),
    [points],
  )
}
