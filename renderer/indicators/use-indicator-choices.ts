import { useMemo } from 'react'
import { indicatorList } from '../../shared/indicators/formulas.ts'
import { useQuery } from '../app/operations.ts'
import type { Option } from '../ui/Select.tsx'
import { useIndicatorTexts } from './use-indicator-texts.ts'

/** The catalogue's codes in its order, then the library's own that are in use. */
export function useIndicatorCodes(): string[] {
  const own = useQuery('indicators.own', {}).value
  return useMemo(
    () => [
      ...indicatorList.map(({ code }) => code),
      ...(own ?? []).filter(({ withdrawnOn }) => withdrawnOn === null).map(({ code }) => code),
    ],
    [own],
  )
}

/** Every indicator by code and name, in the order of the list. */
export function useIndicatorChoices(): Option[] {
  const { name } = useIndicatorTexts()
  const codes = useIndicatorCodes()
  return useMemo(
    () => codes.map((code) => ({ value: code, label: `${code} – ${name(code)}` })),
    [codes, name],
  )
}
