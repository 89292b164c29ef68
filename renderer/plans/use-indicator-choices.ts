import { useMemo } from 'react'
import { indicatorList } from '../../shared/indicators/formulas.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import type { Option } from '../ui/Select.tsx'

/** Every indicator by code and name, in the order of the list. */
export function useIndicatorChoices(): Option[] {
  const { name } = useIndicatorTexts()
  return useMemo(
    () => indicatorList.map(({ code }) => ({ value: code, label: `${code} – ${name(code)}` })),
    [name],
  )
}
