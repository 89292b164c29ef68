import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import type { Option } from '../ui/Select.tsx'

export function useLanguages(): Option[] {
  const { i18n } = useTranslation()
  const terms = useQuery('settings.list', { list: 'language' }).value
  return useMemo(
    () =>
      (terms ?? []).map(({ code, name, nameEn }) => ({
        value: code,
        label: i18n.language === 'en' ? nameEn : name,
        hint: code,
      })),
    [terms, i18n.language],
  )
}

export function useLanguageName(): (code: string) => string {
  const languages = useLanguages()
  return (code) => languages.find((language) => language.value === code)?.label ?? code
}
