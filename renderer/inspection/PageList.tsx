import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { InspectedPage, PageFilters } from '../../shared/inspection/contract.ts'
import { worstOf } from '../../shared/inspection/rules.ts'
import { useKept } from '../app/kept.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FindingChip } from './StandingChip.tsx'

const verdicts = ['all', 'bad', 'good', 'waiting', 'outside'] as const

type Props = { filters: Partial<PageFilters>; isOwn?: boolean }

/** Pages that were drawn or noted; Enter opens one to look at it again. */
export function PageList({ filters, isOwn = false }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [narrowed, setVerdict] = useKept<PageFilters['verdict']>(
    `inspection.pages.${filters.inspectionId ?? 'all'}`,
    'all',
  )
  const list = usePages('inspection.pages', isOwn ? { ...filters, verdict: narrowed } : filters)
  const [selected, setSelected] = useKept<number | null>('inspection.page', null)
  const columns = useColumns()
  const mayLook = can('inspection.work')
  return (
    <div className="page-list">
      {isOwn && (
        <div className="row no-print">
          <InlineSelect
            label={t('inspection.pages.view')}
            value={narrowed}
            options={verdicts.map((each) => ({ value: each, label: t(`inspection.pages.views.${each}`) }))}
            onChange={(value) => setVerdict(verdicts.find((each) => each === value) ?? 'all')}
          />
        </div>
      )}
      <Failure of={list.failure} />
      <Table
        label={t('inspection.menu.pages')}
        name="inspection.pages"
        columns={columns}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={
          mayLook
            ? ({ id, inspectionId }) => void navigate(`/inspection/${inspectionId}/look?page=${id}`)
            : undefined
        }
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        empty={<EmptyState icon="search" text={t('inspection.pages.empty')} />}
      />
    </div>
  )
}

function useColumns(): Column<InspectedPage>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'place',
        label: t('inspection.fields.place'),
        widthPx: 84,
        align: 'end',
        cell: ({ place }) => (place === null ? t('inspection.rescanList.outside') : number(place)),
      },
      { key: 'code', label: t('inspection.fields.job'), widthPx: 68, cell: ({ code }) => code },
      {
        key: 'title',
        label: t('inspection.rescanList.title'),
        widthPx: 180,
        grows: true,
        cell: ({ title }) => title,
      },
      {
        key: 'page',
        label: t('inspection.rescanList.page'),
        widthPx: 64,
        align: 'end',
        cell: ({ page }) => number(page),
      },
      {
        key: 'findings',
        label: t('inspection.fields.outcome'),
        widthPx: 220,
        grows: true,
        cell: (page) => <Outcome page={page} />,
      },
      {
        key: 'note',
        label: t('inspection.rescanList.note'),
        widthPx: 110,
        grows: true,
        cell: ({ note }) => note,
      },
      {
        key: 'scannedBy',
        label: t('inspection.fields.scannedBy'),
        widthPx: 170,
        cell: ({ scannedBy, machine }) => [scannedBy, machine].filter(Boolean).join(', '),
      },
      {
        key: 'judgedAt',
        label: t('inspection.fields.judgedAt'),
        widthPx: 200,
        cell: ({ judgedAt, judgedBy }) =>
          judgedAt !== null && [displayInstant(judgedAt), judgedBy].filter(Boolean).join(', '),
      },
    ],
    [t, number],
  )
}

export function Outcome({
  page: { verdict, findings },
}: {
  page: Pick<InspectedPage, 'verdict' | 'findings'>
}) {
  const { t } = useTranslation()
  if (verdict === null) return <span className="soft">{t('inspection.pages.waiting')}</span>
  if (verdict === 'good')
    return (
      <Chip tone="good" icon="check">
        {t('inspection.pages.good')}
      </Chip>
    )
  const worst = worstOf(findings.map(({ severity }) => severity)) ?? 'minor'
  return <FindingChip severity={worst}>{findings.map(({ name }) => name).join('; ')}</FindingChip>
}
