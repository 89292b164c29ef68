import { useTranslation } from 'react-i18next'
import { fewestForShare } from '../../shared/inspection/rules.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Share = { bad: number; pages: number; low: number; high: number }

/** How many of how many, and between what the true share lies; the share itself only where it means something. */
export function useShareText(): (share: Share) => string {
  const { t } = useTranslation()
  const number = useNumberText()
  const percent = (share: number) => number(Math.round(1000 * share) / 10)
  return ({ bad, pages, low, high }) =>
    t(pages < fewestForShare ? 'inspection.rates.span' : 'inspection.rates.share', {
      bad: number(bad),
      pages: number(pages),
      share: percent(bad / Math.max(1, pages)),
      low: percent(low),
      high: percent(high),
    })
}
