import { useTranslation } from 'react-i18next'
import type { Quarter } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'

/** Quý III/2026 */
export function usePeriodName(): ({ year, quarter }: Quarter) => string {
  const { t } = useTranslation()
  return ({ year, quarter }) =>
    t('reports.periodName', { quarter: t(runtimeKey(`reports.quarters.${quarter}`)), year })
}
