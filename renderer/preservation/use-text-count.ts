import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { useNumberText } from '../ui/use-number-text.ts'

/** On how many pages a text stands, in words; null while nobody knows, and where it stands on none. */
export function useTextCount(text: string, isActive = true): string | null {
  const { t } = useTranslation()
  const number = useNumberText()
  const asked = text.trim()
  const { value: found } = useQuery(
    'preservation.countTexts',
    { text: asked === '' ? '-' : asked.slice(0, 500) },
    { isActive: isActive && asked !== '' },
  )
  if (!found || found.pages === 0 || asked === '') return null
  const { pages, titles, isExact } = found
  const shown = isExact ? number(pages) : t('preservation.texts.atLeast', { pages: number(pages) })
  return t('preservation.texts.count', { count: pages, shown, titles: number(titles) })
}
