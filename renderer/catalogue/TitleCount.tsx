import { useTranslation } from 'react-i18next'
import { useNumberText } from '../ui/use-number-text.ts'

type Total = { count: number; isExact: boolean }

/** How many were found; a list that stops counting early is told the whole number by the counts beside it. */
export function TitleCount({ total, counted }: { total: Total | undefined; counted?: Total | undefined }) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (!total) return null
  const best = !total.isExact && counted && counted.count > total.count ? counted : total
  const shown = number(best.count)
  return (
    <span aria-live="polite">
      {t(best.isExact ? 'catalogue.list.count' : 'catalogue.list.countAtLeast', { count: best.count, shown })}
    </span>
  )
}
