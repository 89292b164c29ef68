import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from '../app/operations.ts'
import { jobsAddress } from '../digitization/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

const kinds: readonly { taken: 'mine' | 'back' | 'pool'; icon: IconName }[] = [
  { taken: 'mine', icon: 'edit' },
  { taken: 'back', icon: 'restore' },
  { taken: 'pool', icon: 'people' },
]

/** The operator's day: what they hold, what came back to them, and what anybody of their role may take. */
export function JobsCard() {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2>
        <Link to={jobsAddress({})}>{t('home.jobs.title')}</Link>
      </h2>
      {kinds.map(({ taken, icon }) => (
        <JobsOf key={taken} taken={taken} icon={icon} />
      ))}
      <div className="actions">
        <Link className="button primary" to="/digitization/jobs/desk">
          {t('home.jobs.desk')}
        </Link>
      </div>
    </section>
  )
}

const shownJobs = 4

function JobsOf({ taken, icon }: (typeof kinds)[number]) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { value, failure } = useQuery('digitization.jobs', { taken, limit: shownJobs })
  if (!value) return <Failure of={failure} />
  const { count } = value.total
  return (
    <div className="stack tight">
      <p className="fact">
        <Icon name={icon} />
        {count === 0 ? (
          <span className="soft">{t(`home.jobs.none.${taken}`)}</span>
        ) : (
          <Link to={jobsAddress({ taken })}>{t(`home.jobs.${taken}`, { count, shown: number(count) })}</Link>
        )}
      </p>
      <ul className="home-list">
        {value.rows.map(({ id, code, title, stageName }) => (
          <li key={id}>
            <span className="soft small nowrap">{code}</span>
            <Link to={`/digitization/jobs/${id}`}>{title}</Link>
            <span className="soft small nowrap">{stageName}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
