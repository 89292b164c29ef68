import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber, numberStyle } from './numbers.ts'

/** Numbers as the language on screen writes them: 1.234,5. */
export function useNumberText(): (value: number) => string {
  const { language } = useTranslation().i18n
  return useCallback((value) => formatNumber(value, numberStyle(language)), [language])
}
