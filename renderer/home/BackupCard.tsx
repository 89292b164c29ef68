import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { daysSince } from '../backup/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'

const freshDays = 7

/** When the last proven copy was made, and whether that is too long ago. */
export function BackupCard() {
  const { t } = useTranslation()
  const { value: status, failure } = useQuery('backup.status', {})
  const provenAt = status?.lastProvenAt
  const days = provenAt ? daysSince(provenAt, Date.now()) : null
  const isFresh = days !== null && days <= freshDays
  return (
    <section className="card">
      <h2>{t('home.backup.title')}</h2>
      <Failure of={failure} />
      {status && (
        <>
          <p className={isFresh ? 'fact' : 'fact warn'}>
            <Icon name={isFresh ? 'shield' : 'warning'} />
            <span>
              {provenAt ? t('home.backup.proven', { at: displayInstant(provenAt) }) : t('home.backup.none')}
              {days !== null && !isFresh && ` ${t('home.backup.old', { count: days })}`}
            </span>
          </p>
          <div className="actions">
            <Link className={isFresh ? 'button' : 'button primary'} to="/backup">
              {t('home.backup.open')}
            </Link>
          </div>
        </>
      )}
    </section>
  )
}
