import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BoardColumn, Job, JobFilters } from '../../shared/digitization/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { PriorityChip } from './JobChips.tsx'
import { jobsAddress } from './jobs-address.ts'

/** Where work waits: a column for each kind of it, with the first jobs of each; its numbers open the list. */
export function JobBoard({ filters: { projectId } }: { filters: JobFilters }) {
  const { t } = useTranslation()
  const board = useQuery('digitization.board', { projectId }, { keepsPrevious: true })
  return (
    <>
      <Failure of={board.failure} />
      <div
        className="job-board"
        role="list"
        aria-label={t('digitization.board.label')}
        aria-busy={board.isLoading}
      >
        {board.value?.map((column) => (
          <Column key={column.kind} column={column} projectId={projectId} />
        ))}
      </div>
    </>
  )
}

function Column({ column, projectId }: { column: BoardColumn; projectId: number | null }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { kind, jobs, taken, urgent, expectedPages, first } = column
  const facts = [
    taken > 0 && t('digitization.board.taken', { shown: number(taken) }),
    urgent > 0 && t('digitization.board.urgent', { shown: number(urgent) }),
    expectedPages > 0 && t('digitization.board.pages', { shown: number(expectedPages) }),
  ].filter((fact) => fact !== false)
  const address = jobsAddress({ stageKind: kind, projectId })
  return (
    <section role="listitem" className="job-column">
      <h2>{t(`digitization.kinds.${kind}`)}</h2>
      {jobs === 0 ? (
        <p className="soft small">{t('digitization.board.none')}</p>
      ) : (
        <>
          <p className="small">
            <Link className="figure-value" to={address}>
              {t('digitization.board.jobs', { shown: number(jobs) })}
            </Link>
            {facts.length > 0 && ` · ${facts.join(' · ')}`}
          </p>
          <ul>
            {first.map((job) => (
              <Card key={job.id} job={job} />
            ))}
          </ul>
          {jobs > first.length && (
            <Link className="small" to={address}>
              {t('digitization.board.all', { shown: number(jobs) })}
            </Link>
          )}
        </>
      )}
    </section>
  )
}

function Card({ job }: { job: Job }) {
  return (
    <li>
      <Link className="job-card" to={`/digitization/jobs/${job.id}`}>
        <span className="small soft">
          {job.code}
          {job.accessionNumber !== '' && ` · ${job.accessionNumber}`}
        </span>
        <span className="job-card-title">{job.title}</span>
        {(job.priority > 0 || job.takenByName !== '') && (
          <span className="row small">
            {job.priority > 0 && <PriorityChip priority={job.priority} />}
            <span className="soft">{job.takenByName}</span>
          </span>
        )}
      </Link>
    </li>
  )
}
