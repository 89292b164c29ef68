import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { measureName } from '../../shared/indicators/own-text.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Output, RowOf } from '../app/operation-types.ts'
import { usePages, useQuery } from '../app/operations.ts'
import { usePeriodName } from '../reports/index.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { EarlierNote } from './EarlierNote.tsx'
import { ChangePart } from './ChangePart.tsx'
import { ExplainTabs, useExplainView } from './ExplainTabs.tsx'
import { FigureFacts } from './FigureFacts.tsx'
import { GivenPart } from './GivenPart.tsx'
import { LeftOutPart } from './LeftOutPart.tsx'
import { PrintExplanation } from './PrintExplanation.tsx'
import { RowExport } from './RowExport.tsx'
import { recordPath, useRowColumns } from './use-row-columns.tsx'
import { useIndicatorTexts } from './use-indicator-texts.ts'
import { usePeriod } from './use-period.ts'

type Row = RowOf<'indicators.explain'>

/** The rows behind a figure: as they count now, or as they were when the period was signed. */
export function ExplainPage() {
  const { t } = useTranslation()
  const number = useNumberText()
  const navigate = useNavigate()
  const periodName = usePeriodName()
  const texts = useIndicatorTexts()
  const code = useParams().code ?? ''
  const [period] = usePeriod()
  const back = useWayBack(period)
  const [text, setText] = useState('')
  const [measure, setMeasure] = useState<string | null>(null)
  const view = useExplainView()
  const rows = usePages('indicators.explain', { code, period, text, measure })
  const what = useCountsText()
  const [selected, setSelected] = useState<string | null>(null)
  const columns = useRowColumns()
  const figure = rows.isOutdated ? undefined : rows.firstPage
  useShortcut('Escape', () => void navigate(back.to))

  function open(row: Row) {
    const path = recordPath(row)
    if (path) void navigate(path)
  }
  const isUnknown = rows.failure?.code === 'unknown_indicator'
  return (
    <div className="page filled">
      <PageHeader
        title={isUnknown ? t('indicators.menu.explain') : texts.name(code)}
        hint={isUnknown ? code : `${code} · ${periodName(period)}`}
        back={back}
      >
        {figure && (
          <Chip tone={figure.isFrozen ? 'good' : 'plain'} icon={figure.isFrozen ? 'lock' : 'edit'}>
            {t(figure.isFrozen ? 'indicators.explain.frozen' : 'indicators.explain.provisional')}
          </Chip>
        )}
        {figure && <PrintExplanation code={code} period={period} />}
      </PageHeader>
      <Failure of={rows.failure} />
      {figure && <FigureFacts figure={figure} />}
      {figure && <EarlierNote earlier={figure.earlier} />}
      {figure && <GivenPart figure={figure} period={period} />}
      {!rows.failure && <ExplainTabs code={code} view={view} />}
      {!rows.failure && view === 'change' && <ChangePart code={code} period={period} />}
      {figure && view === 'leftOut' && <LeftOutPart code={code} period={period} isFrozen={figure.isFrozen} />}
      {!rows.failure && view === 'rows' && (
        <div className="row no-print">
          <SearchBox
            label={t('indicators.explain.search')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {figure && figure.parts.length > 1 && (
            <InlineSelect
              label={t('indicators.explain.part')}
              emptyLabel={t('indicators.explain.allParts')}
              value={measure ?? ''}
              options={figure.parts.map((part) => ({
                value: part.measure,
                label: `${measureName(t, part.measure)} (${number(part.rowCount)})`,
              }))}
              onChange={setMeasure}
            />
          )}
          <RowExport asked={{ code, period, text, measure }} isIdle={!figure || figure.rowCount === 0} />
        </div>
      )}
      {!rows.failure && view === 'rows' && (
        <Table
          label={t('indicators.explain.rows')}
          name="explain"
          columns={columns}
          rows={figure ? rows.rows : []}
          keyOf={keyOf}
          selected={selected}
          onSelect={(row) => setSelected(keyOf(row))}
          onOpen={open}
          total={{ count: figure?.rowCount ?? 0, isExact: true }}
          hasMore={rows.hasMore}
          onMore={rows.more}
          isLoading={figure === undefined}
          empty={
            <EmptyState
              icon="chart"
              text={t(text ? 'indicators.explain.nothingFound' : 'indicators.explain.empty')}
            />
          }
          foot={
            figure && (
              <span aria-live="polite">
                {t(text ? 'indicators.explain.found' : 'indicators.explain.count', {
                  shown: number(figure.rowCount),
                  what: what(figure.counts),
                })}
              </span>
            )
          }
        />
      )}
    </div>
  )
}

function keyOf({ tableName, rowId }: Row): string {
  return `${tableName}/${rowId}`
}

/** The way back leads where one came from: the report, the home page, the year’s, or the list of all figures. */
function useWayBack(shown: string): { to: string; label: string } {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const from = useSearchParams()[0].get('from') ?? ''
  const periods = useQuery('reports.periods', {}, { isActive: /^\d+$/.test(from) }).value
  if (from === 'home') return { to: '/home', label: t('home.title') }
  if (from === 'year') return { to: `/reports/year?period=${shown}`, label: t('reports.menu.year') }
  const period = periods?.find(({ id }) => String(id) === from)
  if (period)
    return {
      to: `/reports/${period.id}`,
      label: t('indicators.explain.backToPeriod', { period: periodName(period.period) }),
    }
  return { to: `/indicators?period=${shown}`, label: t('indicators.list.title') }
}

/** What was counted, named as what it is: 9.804 bản; 3 dòng số dư đầu kỳ. */
function useCountsText() {
  const { t } = useTranslation()
  const number = useNumberText()
  return (counts: Output<'indicators.explain'>['counts']) =>
    counts.length === 0
      ? number(0)
      : counts
          .map(({ tableName, count }) =>
            t(runtimeKey(`indicators.rowCounts.${tableName}`), { count, shown: number(count) }),
          )
          .join('; ')
}
