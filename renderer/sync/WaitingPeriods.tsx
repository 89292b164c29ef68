import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Period } from '../../shared/reports/contract.ts'
import { usePeriodName } from '../reports/index.ts'
import { PeriodRoads, type Roads } from './PeriodRoads.tsx'
import { PeriodSize } from './PeriodSize.tsx'

type Props = {
  periods: Period[]
  hasPackages: boolean
  /** The period whose page sent the reader here; its button takes the focus. */
  wantedId: number
  /** Null where the reader may not send. */
  roads: Roads | null
}

/** Signed periods nobody has taken along yet. */
export function WaitingPeriods({ periods, hasPackages, wantedId, roads }: Props) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  if (periods.length === 0) {
    return (
      <p className="soft">
        {t(hasPackages ? 'sync.waiting.none' : 'sync.waiting.nothingSigned')}{' '}
        {!hasPackages && <Link to="/reports">{t('sync.waiting.toReports')}</Link>}
      </p>
    )
  }
  return (
    <ul className="stack">
      {periods.map((period) => (
        <li key={period.id} className="sync-row">
          <Link to={`/reports/${period.id}`}>{periodName(period.period)}</Link>
          <span className="soft">
            {t('sync.waiting.signed', { by: period.signedBy, at: displayInstant(period.signedAt ?? '') })}
            <PeriodSize periodId={period.id} />
          </span>
          {roads && <PeriodRoads period={period} roads={roads} isFirst takesFocus={period.id === wantedId} />}
        </li>
      ))}
    </ul>
  )
}
