import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Period } from '../../shared/reports/contract.ts'
import { usePeriodName } from '../reports/index.ts'
import { Button } from '../ui/Button.tsx'

type Props = {
  periods: Period[]
  hasPackages: boolean
  /** The period whose page sent the reader here; its button takes the focus. */
  wantedId: number
  isRunning: boolean
  /** Null where the reader may not export. */
  onExport: ((periodId: number) => void) | null
}

/** Signed periods nobody has taken along yet. */
export function WaitingPeriods({ periods, hasPackages, wantedId, isRunning, onExport }: Props) {
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
          </span>
          {onExport && (
            <Button
              kind="primary"
              icon="send"
              autoFocus={period.id === wantedId}
              disabled={isRunning}
              onClick={() => onExport(period.id)}
            >
              {t('sync.waiting.export')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
