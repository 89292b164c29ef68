import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { keptAddress } from '../app/kept.ts'
import { useQuery } from '../app/operations.ts'
import { RecordParts } from '../app/RecordParts.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { JobActs } from './JobActs.tsx'
import { PriorityChip, StateChip } from './JobChips.tsx'
import { JobEvents } from './JobEvents.tsx'
import { JobRights } from './JobRights.tsx'
import { JobStages } from './JobStages.tsx'
import { jobsAddress } from './jobs-address.ts'

export type JobRecord = Output<'digitization.job'>

export function JobPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: job, failure } = useQuery('digitization.job', { id }, { keepsPrevious: true })
  if (job?.id === id) return <JobFile key={id} job={job} />
  return (
    <div className="page">
      <PageHeader
        title={t('digitization.menu.job')}
        back={{ to: '/digitization/jobs', label: t('digitization.list.title') }}
      />
      <Failure of={failure} />
    </div>
  )
}

/** One job: where it stands, what may be done, and everything that has happened to it. */
function JobFile({ job }: { job: JobRecord }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const back = { to: keptAddress('/digitization/jobs'), label: t('digitization.list.title') }
  useShortcut('Escape', () => void navigate(back.to))
  return (
    <div className="page">
      <PageHeader title={`${job.code} – ${job.title}`} back={back}>
        <JobActs job={job} />
      </PageHeader>
      <JobStages job={job} />
      <JobFacts job={job} />
      <RecordParts of="digitizationJob" id={job.id} />
      <JobRights titleId={job.titleId} />
      <h2>{t('digitization.page.events')}</h2>
      <JobEvents job={job} />
    </div>
  )
}

function JobFacts({ job }: { job: JobRecord }) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <PropertyList
      properties={[
        {
          key: 'title',
          label: t('digitization.fields.title'),
          value: <Link to={`/catalogue/${job.titleId}`}>{job.title}</Link>,
        },
        {
          key: 'copy',
          label: t('digitization.fields.accessionNumber'),
          value:
            job.copyId === null ? (
              t('digitization.page.wholeTitle')
            ) : (
              <Link to={`/copies/${job.copyId}`}>{job.accessionNumber}</Link>
            ),
        },
        {
          key: 'project',
          label: t('digitization.fields.project'),
          value: <Link to={jobsAddress({ projectId: job.projectId })}>{job.projectName}</Link>,
        },
        {
          key: 'state',
          label: t('digitization.fields.state'),
          value: (
            <span className="row">
              <StateChip state={job.state} />
              {job.priority > 0 && <PriorityChip priority={job.priority} />}
            </span>
          ),
        },
        {
          key: 'takenBy',
          label: t('digitization.fields.takenBy'),
          value: job.takenByName,
        },
        {
          key: 'class',
          label: t('digitization.fields.class'),
          value: t(`digitization.classes.${job.class}`),
        },
        {
          key: 'material',
          label: t('digitization.fields.material'),
          value: t(`catalogue.materials.${job.material}`),
        },
        {
          key: 'expectedPages',
          label: t('digitization.fields.expectedPages'),
          value: job.expectedPages === null ? null : number(job.expectedPages),
        },
        {
          key: 'createdAt',
          label: t('digitization.fields.createdAt'),
          value: displayInstant(job.createdAt),
        },
      ]}
    />
  )
}
