import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import type { Period } from '../../shared/reports/contract.ts'
import type { WordAt } from '../../shared/texts.ts'
import type { Column } from '../ui/Table.tsx'
import { PeriodChip } from './PeriodChip.tsx'
import { usePeriodName } from './use-period-name.ts'

export function usePeriodColumns(): Column<Period>[] {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const column = (key: WordAt<'reports.periodColumns'>, widthPx: number) => ({
    key,
    label: t(`reports.periodColumns.${key}`),
    widthPx,
  })
  return [
    {
      ...column('period', 130),
      cell: (period) => <Link to={`/reports/${period.id}`}>{periodName(period.period)}</Link>,
    },
    {
      ...column('span', 200),
      cell: ({ from, to }) => `${displayDate(from)} – ${displayDate(to)}`,
    },
    { ...column('state', 165), cell: (period) => <PeriodChip {...period} /> },
    { ...column('preparedBy', 150), grows: true, cell: (period) => period.preparedBy },
    { ...column('checkedBy', 150), grows: true, cell: (period) => period.checkedBy },
    { ...column('signedBy', 150), grows: true, cell: (period) => period.signedBy },
    { ...column('signedAt', 150), cell: (period) => period.signedAt && displayInstant(period.signedAt) },
  ]
}
