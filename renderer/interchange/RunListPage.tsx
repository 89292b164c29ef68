import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useKept } from '../app/kept.ts'
import { useJob, usePages } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { InterchangeTabs } from './InterchangeTabs.tsx'
import { RunListEmpty } from './RunListEmpty.tsx'
import { RunProgress } from './RunProgress.tsx'
import { StateChip } from './StateChip.tsx'
import { useRunWords } from './use-run-words.ts'

/** Everything that was taken in from other systems, newest first. */
export function RunListPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const runs = usePages('interchange.runs', {})
  const stage = useJob('interchange.stage')
  const [selected, setSelected] = useKept<number | null>('importRuns.selected', null)
  const columns = useRunColumns()
  return (
    <div className="page filled">
      <PageHeader title={t('interchange.runs.title')} hint={t('interchange.runs.hint')}>
        {runs.rows.length > 0 && (
          <Link className="button primary" to="/interchange/new">
            <Icon name="add" />
            {t('interchange.runs.begin')}
          </Link>
        )}
      </PageHeader>
      <InterchangeTabs />
      <Failure of={runs.failure} />
      {stage.isRunning && <RunProgress run={stage} unit="bytes" />}
      <Table
        label={t('interchange.runs.title')}
        name="import-runs"
        columns={columns}
        rows={runs.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/interchange/${id}`)}
        hasMore={runs.hasMore}
        onMore={runs.more}
        isLoading={runs.isStarting && !runs.failure}
        empty={<RunListEmpty />}
      />
    </div>
  )
}

function useRunColumns(): Column<ImportRun>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { files } = useRunWords()
  const counted = (
    key: 'records' | 'titles' | 'copies',
    of: (run: ImportRun) => number,
  ): Column<ImportRun> => ({
    key,
    label: t(`interchange.runs.columns.${key}`),
    widthPx: 92,
    align: 'end',
    cell: (run) => number(of(run)),
  })
  return [
    {
      key: 'startedAt',
      label: t('interchange.runs.columns.startedAt'),
      widthPx: 150,
      cell: ({ startedAt }) => <span className="number">{displayInstant(startedAt)}</span>,
    },
    {
      key: 'files',
      label: t('interchange.runs.columns.files'),
      widthPx: 190,
      grows: true,
      cell: (run) => <span title={run.files.map(({ name }) => name).join('\n')}>{files(run.files)}</span>,
    },
    {
      key: 'source',
      label: t('interchange.runs.columns.source'),
      widthPx: 150,
      cell: ({ options }) => options.profile.source,
    },
    {
      key: 'state',
      label: t('interchange.runs.columns.state'),
      widthPx: 148,
      cell: ({ state }) => <StateChip state={state} />,
    },
    counted('records', ({ counts }) => counts.records),
    counted('titles', ({ written }) => written.created + written.overlaid),
    counted('copies', ({ written }) => written.copies),
    {
      key: 'userName',
      label: t('interchange.runs.columns.userName'),
      widthPx: 150,
      cell: ({ userName }) => userName ?? t('journal.history.nobody'),
    },
  ]
}
