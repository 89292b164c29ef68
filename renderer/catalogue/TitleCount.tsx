import { useTranslation } from 'react-i18next'
import { formatNumber, numberStyle } from '../ui/numbers.ts'

export function TitleCount({ total }: { total: { count: number; isExact: boolean } | undefined }) {
  const { t, i18n } = useTranslation()
  if (!total) return null
  const shown = formatNumber(total.count, numberStyle(i18n.language))
  return (
    <span aria-live="polite">
      {t(total.isExact ? 'catalogue.list.count' : 'catalogue.list.countAtLeast', {
        count: total.count,
        shown,
      })}
    </span>
  )
}
