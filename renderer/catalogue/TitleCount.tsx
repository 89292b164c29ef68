import { useTranslation } from 'react-i18next'
import { useNumberText } from '../ui/use-number-text.ts'

export function TitleCount({ total }: { total: { count: number; isExact: boolean } | undefined }) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (!total) return null
  const shown = number(total.count)
  return (
    <span aria-live="polite">
      {t(total.isExact ? 'catalogue.list.count' : 'catalogue.list.countAtLeast', {
        count: total.count,
        shown,
      })}
    </span>
  )
}
