import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { useKept } from '../app/kept.ts'
import { usePages, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { FolderDialog } from './FolderDialog.tsx'
import { PreservationTabs } from './PreservationTabs.tsx'
import { useFolderColumns } from './use-folder-columns.tsx'

const views = ['all', 'troubled', 'unchecked'] as const

/** Every folder that is linked to a job or a title, the newest first, with what its last check came to. */
export function FolderListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [view, setView] = useKept<(typeof views)[number]>('preservation.view', 'all')
  const [selected, setSelected] = useKept<number | null>('preservation.selected', null)
  const [search, setSearch] = useSearchParams()
  const jobId = Number(search.get('job')) || null
  const job = useQuery('digitization.job', { id: jobId ?? 1 }, { isActive: jobId !== null }).value
  const folders = usePages('preservation.folders', { view, jobId })
  const columns = useFolderColumns()
  const mayWrite = can('preservation.write')
  const begin = () => setSearch({ ...(jobId ? { job: String(jobId) } : {}), add: '' }, { replace: true })
  return (
    <div className="page filled">
      <PageHeader title={t('preservation.folders.title')} hint={t('preservation.folders.hint')}>
        {mayWrite && (
          <Button does="preservation.linkFolder" kind="primary" icon="add" onClick={begin}>
            {t('preservation.folders.add')}
          </Button>
        )}
      </PageHeader>
      <PreservationTabs />
      <div className="row no-print">
        <InlineSelect
          label={t('preservation.folders.view')}
          value={view}
          options={views.map((each) => ({ value: each, label: t(`preservation.folders.views.${each}`) }))}
          onChange={(value) => setView(views.find((each) => each === value) ?? 'all')}
        />
      </div>
      <Failure of={folders.failure} />
      <Table
        label={t('preservation.folders.title')}
        name="preservation.folders"
        columns={columns}
        rows={folders.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/preservation/folders/${id}`)}
        hasMore={folders.hasMore}
        onMore={folders.more}
        isLoading={folders.isStarting && !folders.failure}
        empty={
          <EmptyState
            icon="shield"
            text={t(view === 'all' ? 'preservation.folders.empty' : 'preservation.folders.nothingFound')}
          >
            {mayWrite && view === 'all' && (
              <Button does="preservation.linkFolder" kind="primary" onClick={begin}>
                {t('preservation.folders.addFirst')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {search.has('add') && mayWrite && (jobId === null || job) && (
        <FolderDialog
          job={job}
          onClose={() => setSearch(jobId ? { job: String(jobId) } : {}, { replace: true })}
          onSaved={({ id }) => void navigate(`/preservation/folders/${id}`)}
        />
      )}
    </div>
  )
}
