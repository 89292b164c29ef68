import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, previousQuarter } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { useCan } from '../app/permissions.ts'
import { Icon } from '../ui/icons.tsx'
import { usePeriodName } from './use-period-name.ts'

type Period = Output<'reports.period'>

/** What still stands in the way, each with the place where it is solved. */
export function ProblemList({ period }: { period: Period }) {
  const { t } = useTranslation()
  const can = useCan()
  const periodName = usePeriodName()
  return (
    <ul className="stack">
      {period.problems.map((problem) => (
        <li key={problem} className="fact warn">
          <Icon name={problem === 'profile_incomplete' ? 'warning' : 'calendar'} />
          <span>
            {t(`reports.problems.${problem}`, {
              to: displayDate(period.to),
              previous: periodName(previousQuarter(period)),
            })}{' '}
            {problem === 'profile_incomplete' &&
              (can('settings.manage') ? (
                <Link to="/settings">{t('reports.problems.toSettings')}</Link>
              ) : (
                <span className="soft">{t('reports.problems.askAdministrator')}</span>
              ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
