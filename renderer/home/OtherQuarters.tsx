import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, displayInstant, quarterBounds, quarterOf, type IsoDate } from '../../shared/dates.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import type { Period } from '../../shared/reports/contract.ts'
import { useCan } from '../app/permissions.ts'
import { PeriodChip, usePeriodName } from '../reports/index.ts'
import { Icon } from '../ui/icons.tsx'
import { lastSigned } from './quarter-in-focus.ts'

type Props = { periods: readonly Period[]; shownId: number | null; today: IsoDate }

/** Beside the quarter that wants attention: how the running one stands, and which was signed last. */
export function OtherQuarters({ periods, shownId, today }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const periodName = usePeriodName()
  const running = quarterOf(today)
  const opened = periods.find(({ period }) => period === quarterPeriod(running))
  const signed = lastSigned(periods)
  const name = periodName(quarterPeriod(running))
  return (
    <ul className="home-list">
      <li>
        <Icon name="chart" />
        <Link to="/reports/year">{t('home.quarter.year')}</Link>
      </li>
      {(!opened || opened.id !== shownId) && (
        <li>
          <Icon name="calendar" />
          {opened ? (
            <Link to={`/reports/${opened.id}`}>{t('home.quarter.running', { period: name })}</Link>
          ) : can('reports.prepare') ? (
            <Link to={`/reports?open=${quarterPeriod(running)}`}>
              {t('home.quarter.runningUnopened', { period: name })}
            </Link>
          ) : (
            <span>{t('home.quarter.runningUnopened', { period: name })}</span>
          )}
          {opened ? (
            <PeriodChip {...opened} />
          ) : (
            <span className="soft small nowrap">
              {t('home.quarter.until', { to: displayDate(quarterBounds(running).to) })}
            </span>
          )}
        </li>
      )}
      {signed === undefined && (
        <li>
          <Icon name="lock" />
          <span className="soft">{t('home.quarter.noneSigned')}</span>
        </li>
      )}
      {signed && signed.id !== shownId && (
        <li>
          <Icon name="lock" />
          <Link to={`/reports/${signed.id}`}>
            {t('home.quarter.lastSigned', { period: periodName(signed.period) })}
          </Link>
          <span className="soft small nowrap">{signed.signedAt && displayInstant(signed.signedAt)}</span>
        </li>
      )}
    </ul>
  )
}
