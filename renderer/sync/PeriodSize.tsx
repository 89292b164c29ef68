import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'

/** What the line will have to carry, said before anything is sent. */
export function PeriodSize({ periodId }: { periodId: number }) {
  const { t, i18n } = useTranslation()
  const { value } = useQuery('sync.budget', { periodId })
  if (!value) return null
  const style = numberStyle(i18n.language)
  const { packed, limit } = value
  const sizes = { packed: formatSize(packed, style), limit: formatSize(limit, style) }
  return (
    <span className="small">
      {' '}
      · {t(packed > limit ? 'sync.waiting.sizeOver' : 'sync.waiting.size', sizes)}
    </span>
  )
}
