import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { inspectionViews, type Inspection } from '../../shared/inspection/contract.ts'
import { lotWords } from '../../shared/inspection/lot-words.ts'
import { useKept } from '../app/kept.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { DigitizationTabs } from '../digitization/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { usePreview } from '../ui/use-preview.ts'
import { InspectionPreview } from './InspectionPreview.tsx'
import { lookedOf } from './looked.ts'
import { StandingChip } from './StandingChip.tsx'

/** Every inspection of the library, the newest first, and what the chosen one came to. */
export function InspectionListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [view, setView] = useKept<(typeof inspectionViews)[number]>('inspection.view', 'all')
  const list = usePages('inspection.list', { view })
  const [selected, setSelected] = useKept<number | null>('inspection.selected', null)
  const preview = usePreview()
  const columns = useColumns()
  const chosen = list.rows.find(({ id }) => id === selected)
  const mayDraw = can('inspection.write')
  return (
    <div className="page filled">
      <PageHeader title={t('inspection.list.title')} hint={t('inspection.list.hint')}>
        <Link className="button" to="/inspection/rates">
          <Icon name="chart" />
          {t('inspection.menu.rates')}
        </Link>
        {mayDraw && (
          <>
            <Link className="button" to="/inspection/rules">
              <Icon name="settings" />
              {t('inspection.menu.rules')}
            </Link>
            <Link className="button primary" to="/inspection/draw">
              <Icon name="add" />
              {t('inspection.list.draw')}
            </Link>
          </>
        )}
      </PageHeader>
      <DigitizationTabs />
      <div className="row no-print">
        <InlineSelect
          label={t('inspection.list.view')}
          value={view}
          options={inspectionViews.map((each) => ({
            value: each,
            label: t(`inspection.list.views.${each}`),
          }))}
          onChange={(value) => setView(inspectionViews.find((each) => each === value) ?? 'all')}
        />
      </div>
      <Failure of={list.failure} />
      <div className="split">
        <Table
          label={t('inspection.list.title')}
          name="inspection"
          columns={columns}
          rows={list.rows}
          keyOf={({ id }) => id}
          selected={selected}
          onSelect={({ id }) => setSelected(id)}
          onOpen={({ id }) => void navigate(`/inspection/${id}`)}
          hasMore={list.hasMore}
          onMore={list.more}
          isLoading={list.isStarting && !list.failure}
          empty={
            <EmptyState
              icon="search"
              text={t(view === 'all' ? 'inspection.list.empty' : 'inspection.list.nothingFound')}
            >
              {mayDraw && view === 'all' && (
                <Link className="button primary" to="/inspection/draw">
                  {t('inspection.list.drawFirst')}
                </Link>
              )}
            </EmptyState>
          }
        />
        {preview.isShown && chosen && <InspectionPreview inspection={chosen} />}
      </div>
    </div>
  )
}

function useColumns(): Column<Inspection>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('inspection.fields.name'),
        widthPx: 170,
        grows: true,
        cell: ({ name }) => name,
      },
      {
        key: 'lot',
        label: t('inspection.fields.lot'),
        widthPx: 150,
        grows: true,
        cell: (inspection) => lotWords(inspection, t),
      },
      {
        key: 'drawnAt',
        label: t('inspection.fields.drawnAt'),
        widthPx: 110,
        cell: ({ drawnAt }) => displayDate(isoDateAt(Date.parse(drawnAt))),
      },
      {
        key: 'looked',
        label: t('inspection.fields.looked'),
        widthPx: 86,
        align: 'end',
        cell: ({ counts }) => `${number(lookedOf(counts))}/${number(counts.size)}`,
      },
      {
        key: 'bad',
        label: t('inspection.fields.bad'),
        widthPx: 70,
        align: 'end',
        cell: ({ counts }) => number(counts.critical + counts.major + counts.minor),
      },
      {
        key: 'standing',
        label: t('inspection.fields.standing'),
        widthPx: 184,
        cell: (inspection) => <StandingChip inspection={inspection} />,
      },
    ],
    [t, number],
  )
}
