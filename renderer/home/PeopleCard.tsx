import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'

/** Who can sign in, and whether somebody is there to sign the reports. */
export function PeopleCard() {
  const { t } = useTranslation()
  const { value: users, failure } = useQuery('users.list', {})
  const active = (users ?? []).filter((user) => user.disabledAt === null)
  const hasDirector = active.some((user) => user.role === 'director')
  return (
    <section className="card">
      <h2>{t('home.people.title')}</h2>
      <Failure of={failure} />
      {users && (
        <>
          <p className={hasDirector ? 'fact' : 'fact warn'}>
            <Icon name={hasDirector ? 'people' : 'warning'} />
            <span>
              {t('home.people.active', { count: active.length })}{' '}
              {!hasDirector && t('home.people.noDirector')}
            </span>
          </p>
          <div className="actions">
            <Link className="button" to="/users">
              {t('home.people.open')}
            </Link>
          </div>
        </>
      )}
    </section>
  )
}
