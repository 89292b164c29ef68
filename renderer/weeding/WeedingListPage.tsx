import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Weeding } from '../../shared/weeding/contract.ts'
import { useKept } from '../app/kept.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { WeedingDialog } from './WeedingDialog.tsx'
import { WeedingStanding } from './WeedingStanding.tsx'
import { WeedingTabs } from './WeedingTabs.tsx'

const views = ['all', 'open', 'approved', 'expired'] as const

/** Dossiers, the newest year first: those under way, those carried out, those that need not be kept any longer. */
export function WeedingListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [view, setView] = useKept<(typeof views)[number]>('weeding.view', 'all')
  const list = usePages('weeding.list', { view })
  const [selected, setSelected] = useKept<number | null>('weeding.selected', null)
  const [search, setSearch] = useSearchParams()
  const columns = useWeedingColumns()
  const mayWrite = can('weeding.write')
  const begin = () => setSearch({ add: '' }, { replace: true })
  return (
    <div className="page filled">
      <PageHeader title={t('weeding.list.title')} hint={t('weeding.list.hint')}>
        {mayWrite && (
          <Button kind="primary" icon="add" onClick={begin}>
            {t('weeding.list.add')}
          </Button>
        )}
      </PageHeader>
      <WeedingTabs />
      <WeedingStanding onExpired={() => setView('expired')} />
      <div className="row no-print">
        <InlineSelect
          label={t('weeding.list.view')}
          value={view}
          options={views.map((each) => ({ value: each, label: t(`weeding.list.views.${each}`) }))}
          onChange={(value) => setView(views.find((each) => each === value) ?? 'all')}
        />
      </div>
      <Failure of={list.failure} />
      <Table
        label={t('weeding.list.title')}
        name="weeding"
        columns={columns}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/weeding/${id}`)}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        empty={
          <EmptyState
            icon="sieve"
            text={t(view === 'all' ? 'weeding.list.empty' : 'weeding.list.nothingFound')}
          >
            {mayWrite && view === 'all' && (
              <Button kind="primary" onClick={begin}>
                {t('weeding.list.addFirst')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {search.has('add') && mayWrite && (
        <WeedingDialog
          onClose={() => setSearch({}, { replace: true })}
          onSaved={({ id }) => void navigate(`/weeding/${id}`)}
        />
      )}
    </div>
  )
}

function useWeedingColumns(): Column<Weeding>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'year',
        label: t('weeding.fields.year'),
        widthPx: 64,
        cell: ({ year }) => String(year),
      },
      {
        key: 'name',
        label: t('weeding.fields.name'),
        widthPx: 260,
        grows: true,
        cell: ({ name }) => name,
      },
      {
        key: 'stage',
        label: t('weeding.fields.stage'),
        widthPx: 250,
        cell: (weeding) => <StageChip weeding={weeding} />,
      },
      {
        key: 'copies',
        label: t('weeding.fields.copies'),
        widthPx: 84,
        align: 'end',
        cell: ({ copies }) => number(copies),
      },
      {
        key: 'approval',
        label: t('weeding.fields.approval'),
        widthPx: 150,
        cell: ({ approvalNumber }) => approvalNumber,
      },
      {
        key: 'withdrawnOn',
        label: t('weeding.fields.withdrawnOn'),
        widthPx: 104,
        cell: ({ withdrawnOn }) => withdrawnOn && displayDate(withdrawnOn),
      },
      {
        key: 'keptUntil',
        label: t('weeding.fields.keptUntil'),
        widthPx: 190,
        cell: (weeding) => <KeptChip weeding={weeding} />,
      },
    ],
    [t, number],
  )
}

export function StageChip({ weeding: { stage } }: { weeding: Weeding }) {
  const { t } = useTranslation()
  return (
    <Chip
      tone={stage === 'approved' ? 'good' : 'plain'}
      icon={stage === 'approved' ? 'check' : stage === 'gathering' ? 'edit' : 'file'}
    >
      {t(`weeding.stages.${stage}`)}
    </Chip>
  )
}

type KeptProps = { weeding: Weeding; isAlone?: boolean }

/** How long the papers must be kept, and what has become of them since; alone on a page the day needs its word. */
export function KeptChip({ weeding: { keptUntil, destroyedOn }, isAlone = false }: KeptProps) {
  const { t } = useTranslation()
  if (destroyedOn !== null)
    return <Chip icon="remove">{t('weeding.kept.destroyed', { on: displayDate(destroyedOn) })}</Chip>
  if (keptUntil === null) return null
  if (keptUntil > isoDateAt(Date.now())) {
    const on = displayDate(keptUntil)
    return isAlone ? <Chip icon="calendar">{t('weeding.kept.until', { on })}</Chip> : <>{on}</>
  }
  return (
    <Chip tone="warn" icon="calendar">
      {t('weeding.kept.expired', { on: displayDate(keptUntil) })}
    </Chip>
  )
}
