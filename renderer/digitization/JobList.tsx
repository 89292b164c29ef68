import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { jobSorts, JobFilters, type Job } from '../../shared/digitization/contract.ts'
import { useKept } from '../app/kept.ts'
import { useRows } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useListCursor } from '../app/use-list-cursor.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Table } from '../ui/Table.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { JobBulk } from './JobBulk.tsx'
import { jobsSearch } from './jobs-address.ts'
import { useJobColumns } from './use-job-columns.tsx'

const keyOf = ({ id }: Job) => id

export function JobList({ filters }: { filters: JobFilters }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const [sort, setSort] = useKept<(typeof jobSorts)[number]>('digitization.sort', 'urgent')
  const rows = useRows('digitization.jobs', { ...filters, sort })
  const cursor = useListCursor('digitization.at', rows)
  const choice = useChoice({ keyOf, load: rows.load, allCount: null, listKey: rows.listKey })
  const columns = useJobColumns()
  const count = rows.total?.count ?? 0
  const isNarrowed = jobsSearch(filters) !== ''
  const mayAct = can('digitization.work') || can('digitization.write')
  return (
    <div className="panel-filled">
      <Failure of={rows.failure} />
      {choice.count > 0 && <JobBulk choice={choice} />}
      <Table
        label={t('digitization.list.title')}
        name="digitization.jobs"
        columns={columns}
        keyOf={keyOf}
        rowCount={rows.rowCount}
        rowAt={rows.rowAt}
        onShow={rows.show}
        at={cursor.at}
        onMove={cursor.move}
        jump={cursor.jump}
        listKey={rows.listKey}
        onOpen={({ id }) => void navigate(`/digitization/jobs/${id}`)}
        total={rows.total}
        choice={mayAct ? choice : undefined}
        isLoading={rows.isStarting || rows.isOutdated}
        empty={
          <EmptyState
            icon="panel"
            text={t(isNarrowed ? 'digitization.list.nothingFound' : 'digitization.list.empty')}
          >
            {!isNarrowed && can('digitization.write') && (
              <Link className="button primary" to="/digitization/jobs/make">
                {t('digitization.list.first')}
              </Link>
            )}
          </EmptyState>
        }
        foot={
          <>
            <span aria-live="polite">{t('digitization.list.count', { count, shown: number(count) })}</span>
            <span className="spacer" />
            <InlineSelect
              label={t('digitization.list.sort')}
              value={sort}
              options={jobSorts.map((each) => ({ value: each, label: t(`digitization.list.sorts.${each}`) }))}
              onChange={(value) => setSort(jobSorts.find((each) => each === value) ?? 'urgent')}
            />
          </>
        }
      />
    </div>
  )
}
