import { useCallback, useMemo } from 'react'
import { useQuery } from '../app/operations.ts'
import type { Option } from '../ui/Select.tsx'

/** The library's own scale of digital skills. */
export function useSkillLevels(): { options: Option[]; nameOf: (level: number) => string } {
  const rule = useQuery('staff.rule', {}).value
  const options = useMemo(
    () => (rule?.skillLevels ?? []).map(({ name }, at) => ({ value: String(at + 1), label: name })),
    [rule],
  )
  const nameOf = useCallback((level: number) => options[level - 1]?.label ?? String(level), [options])
  return { options, nameOf }
}
