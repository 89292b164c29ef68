import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { ActivityRow, Filters } from '../../shared/activities/contract.ts'
import { isoDateAt, spanText } from '../../shared/dates.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useKept } from '../app/kept.ts'
import { useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { activitiesSearch, readFilters } from './activities-address.ts'
import { ActivityFilterBar } from './ActivityFilterBar.tsx'
import { ActivityTabs } from './ActivityTabs.tsx'
import { ProofChip, StateChip } from './StateChip.tsx'
import { useActivityWords } from './use-activity-words.ts'

/** Everything the library does and plans to do, the newest day first. */
export function ActivityListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const [text, setText] = useSearchText()
  const filters = { ...readFilters(search), text }
  const list = usePages('activities.list', filters)
  const [selected, setSelected] = useKept<number | null>('activities.selected', null)
  const isNarrowed = activitiesSearch(filters) !== ''
  const mayWrite = can('activities.write')
  const narrow = (change: Partial<Filters>) =>
    setSearch(activitiesSearch({ ...filters, ...change }), { replace: true })
  return (
    <div className="page filled">
      <PageHeader title={t('activities.list.title')} hint={t('activities.list.hint')}>
        <ListExport filters={filters} />
        {mayWrite && (
          <Link className="button primary" to="/activities/new">
            <Icon name="add" />
            {t('activities.list.add')}
          </Link>
        )}
      </PageHeader>
      <ActivityTabs />
      <ActivityFilterBar
        filters={filters}
        text={text}
        today={isoDateAt(Date.now())}
        onText={setText}
        onNarrow={narrow}
      />
      <Failure of={list.failure} />
      <Table
        label={t('activities.list.title')}
        name="activities"
        columns={useColumns()}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/activities/${id}`)}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        empty={
          <EmptyState
            icon="calendar"
            text={t(isNarrowed ? 'activities.list.nothingFound' : 'activities.list.empty')}
          >
            {isNarrowed ? (
              <Button onClick={() => setSearch('', { replace: true })}>{t('activities.list.showAll')}</Button>
            ) : (
              mayWrite && (
                <Link className="button primary" to="/activities/new">
                  {t('activities.list.addFirst')}
                </Link>
              )
            )}
          </EmptyState>
        }
      />
    </div>
  )
}

function ListExport({ filters }: { filters: Filters }) {
  const { t } = useTranslation()
  const run = useJob('activities.exportList')
  useSavedFile(run.output?.file, run.clear)
  const start = (format: 'xlsx' | 'csv' | 'pdf') => () => void run.start({ filters, format })
  return (
    <>
      <JobProgress run={run} />
      <Button icon="print" disabled={run.isRunning} onClick={start('pdf')}>
        {t('activities.export.pdf')}
      </Button>
      <Menu
        label={t('activities.export.open')}
        buttonClass="button"
        button={
          <>
            {t('activities.export.open')}
            <Icon name="down" />
          </>
        }
        items={[
          { key: 'xlsx', label: t('activities.export.xlsx'), onPick: start('xlsx') },
          { key: 'csv', label: t('activities.export.csv'), onPick: start('csv') },
        ]}
      />
    </>
  )
}

function useColumns(): Column<ActivityRow>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { typeName } = useActivityWords()
  return useMemo(
    () => [
      {
        key: 'days',
        label: t('activities.list.days'),
        widthPx: 152,
        cell: ({ startsOn, endsOn }) => spanText(startsOn, endsOn),
      },
      {
        key: 'name',
        label: t('activities.fields.name'),
        widthPx: 244,
        grows: true,
        cell: ({ name }) => name,
      },
      {
        key: 'type',
        label: t('activities.fields.typeCode'),
        widthPx: 160,
        cell: ({ typeCode }) => typeName(typeCode),
      },
      {
        key: 'place',
        label: t('activities.fields.place'),
        widthPx: 120,
        cell: ({ place, siteName }) => place || siteName,
      },
      {
        key: 'sessions',
        label: t('activities.fields.sessionCount'),
        widthPx: 72,
        align: 'end',
        cell: ({ heldCount, sessionCount }) =>
          sessionCount === 1 ? number(sessionCount) : `${number(heldCount)}/${number(sessionCount)}`,
      },
      {
        key: 'attended',
        label: t('activities.fields.attended'),
        widthPx: 96,
        align: 'end',
        cell: ({ attended }) => (attended === null ? '' : number(attended)),
      },
      {
        key: 'state',
        label: t('activities.fields.state'),
        widthPx: 104,
        cell: ({ state }) => <StateChip state={state} />,
      },
      {
        key: 'proof',
        label: t('activities.fields.proof'),
        widthPx: 166,
        cell: ({ proof, heldCount }) => heldCount > 0 && <ProofChip proof={proof} />,
      },
    ],
    [t, number, typeName],
  )
}
