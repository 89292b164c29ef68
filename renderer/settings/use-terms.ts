import { useMemo } from 'react'
import { useLanguage } from '../app/texts.ts'
import { useQuery } from '../app/operations.ts'
import type { Input } from '../app/operation-types.ts'
import type { Option } from '../ui/Select.tsx'

type ListName = Input<'settings.list'>['list']

/** The terms of a reference list, to choose from. */
export function useTerms(list: ListName): Option[] {
  const language = useLanguage()
  const terms = useQuery('settings.list', { list }).value
  return useMemo(
    () =>
      (terms ?? []).map(({ code, name, nameEn }) => ({
        value: code,
        label: language === 'en' ? nameEn : name,
        hint: code,
      })),
    [terms, language],
  )
}

/** A term by its name; a code no list knows stays as it is. */
export function useTermName(list: ListName): (code: string) => string {
  const terms = useTerms(list)
  return (code) => terms.find(({ value }) => value === code)?.label ?? code
}
