import { useMemo } from 'react'
import { indicatorList } from '../../shared/indicators/formulas.ts'
import type { Option } from '../ui/Select.tsx'
import { useIndicatorTexts } from './use-indicator-texts.ts'

/** Every indicator by code and name, in the order of the list. */
export function useIndicatorChoices(): Option[] {
  const { name } = useIndicatorTexts()
  return useMemo(
    () => indicatorList.map(({ code }) => ({ value: code, label: `${code} – ${name(code)}` })),
    [name],
  )
}
