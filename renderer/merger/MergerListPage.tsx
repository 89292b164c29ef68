import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Merger } from '../../shared/merger/contract.ts'
import { useKept } from '../app/kept.ts'
import { useJob, usePages } from '../app/operations.ts'
import { StateChip } from '../interchange/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { MergerProgress } from './MergerProgress.tsx'

/** Every library that was taken in, or read to be, newest first. */
export function MergerListPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mergers = usePages('merger.mergers', {})
  const stage = useJob('merger.stage')
  const [selected, setSelected] = useKept<number | null>('mergers.selected', null)
  const columns = useMergerColumns()
  const begin = (
    <Link className="button primary" to="/merger/new">
      <Icon name="add" />
      {t('merger.list.begin')}
    </Link>
  )
  return (
    <div className="page filled">
      <PageHeader title={t('merger.list.title')} hint={t('merger.list.hint')}>
        {mergers.rows.length > 0 && begin}
      </PageHeader>
      <Failure of={mergers.failure} />
      {stage.isRunning && <MergerProgress run={stage} />}
      <Table
        label={t('merger.list.title')}
        name="mergers"
        columns={columns}
        rows={mergers.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/merger/${id}`)}
        hasMore={mergers.hasMore}
        onMore={mergers.more}
        isLoading={mergers.isStarting && !mergers.failure}
        empty={
          <EmptyState icon="join" text={t('merger.list.empty')}>
            {begin}
          </EmptyState>
        }
      />
    </div>
  )
}

function useMergerColumns(): Column<Merger>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const label = (key: 'unit' | 'mergedOn' | 'decision' | 'state' | 'titles' | 'copies' | 'user') =>
    t(`merger.list.columns.${key}`)
  return [
    { key: 'unit', label: label('unit'), widthPx: 260, grows: true, cell: ({ unitName }) => unitName },
    {
      key: 'mergedOn',
      label: label('mergedOn'),
      widthPx: 132,
      cell: ({ mergedOn }) => <span className="number">{displayDate(mergedOn)}</span>,
    },
    { key: 'decision', label: label('decision'), widthPx: 140, cell: ({ decisionNumber }) => decisionNumber },
    {
      key: 'state',
      label: label('state'),
      widthPx: 160,
      cell: ({ state }) => <StateChip state={state} text={t(`merger.states.${state}`)} />,
    },
    {
      key: 'titles',
      label: label('titles'),
      widthPx: 92,
      align: 'end',
      cell: ({ found }) => number(found.titles),
    },
    {
      key: 'copies',
      label: label('copies'),
      widthPx: 92,
      align: 'end',
      cell: ({ found }) => number(found.copies),
    },
    {
      key: 'user',
      label: label('user'),
      widthPx: 150,
      cell: ({ userName }) => userName ?? t('journal.history.nobody'),
    },
  ]
}
