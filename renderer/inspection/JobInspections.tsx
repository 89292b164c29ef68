import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import { usePages } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { StandingChip } from './StandingChip.tsx'

/** The inspections that drew from a job, on the page of the job. */
export function JobInspections({ id }: { id: number }) {
  const { t } = useTranslation()
  const { rows, failure } = usePages('inspection.list', { jobId: id })
  if (failure) return <Failure of={failure} />
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{t('inspection.list.title')}</h2>
      <ul className="plain-list">
        {rows.map((inspection) => (
          <li key={inspection.id} className="row">
            <Link to={`/inspection/${inspection.id}`}>{inspection.name}</Link>
            <StandingChip inspection={inspection} />
            <span className="soft">{displayInstant(inspection.drawnAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
