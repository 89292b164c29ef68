import { useTranslation } from 'react-i18next'
import { periodText } from '../../shared/period-text.ts'

/** Quý III/2026, 6 tháng đầu năm 2026 */
export function usePeriodName(): (period: string) => string {
  const { t } = useTranslation()
  return (period) => periodText(t, period, 'name')
}
