import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { Quarter } from '../../shared/dates.ts'
import type { RowOf } from '../app/operation-types.ts'
import { usePages } from '../app/operations.ts'
import { usePeriodName } from '../reports/index.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FigureFacts } from './FigureFacts.tsx'
import { recordPath, useRowColumns } from './use-row-columns.tsx'
import { useIndicatorTexts } from './use-indicator-texts.ts'
import { useQuarter } from './use-quarter.ts'

type Row = RowOf<'indicators.explain'>

/** The rows behind a figure: as they count now, or as they were when the period was signed. */
export function ExplainPage() {
  const { t } = useTranslation()
  const number = useNumberText()
  const navigate = useNavigate()
  const periodName = usePeriodName()
  const texts = useIndicatorTexts()
  const code = useParams().code ?? ''
  const [quarter] = useQuarter()
  const rows = usePages('indicators.explain', { code, ...quarter })
  const [selected, setSelected] = useState<string | null>(null)
  const columns = useRowColumns()
  const figure = rows.isOutdated ? undefined : rows.firstPage
  useShortcut('Escape', () => void navigate(-1))

  function open(row: Row) {
    const path = recordPath(row)
    if (path) void navigate(path)
  }
  const isUnknown = rows.failure?.code === 'unknown_indicator'
  const shownCount = number(figure?.rowCount ?? 0)
  return (
    <div className="page filled">
      <PageHeader
        title={isUnknown ? t('indicators.menu.explain') : texts.name(code)}
        hint={isUnknown ? code : `${code} · ${periodName(quarter)}`}
        back={{ to: listPath(quarter), label: t('indicators.list.title') }}
      >
        {figure && (
          <Chip tone={figure.isFrozen ? 'good' : 'plain'} icon={figure.isFrozen ? 'lock' : 'edit'}>
            {t(figure.isFrozen ? 'indicators.explain.frozen' : 'indicators.explain.provisional')}
          </Chip>
        )}
      </PageHeader>
      <Failure of={rows.failure} />
      {figure && <FigureFacts figure={figure} />}
      {!rows.failure && (
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
          empty={<EmptyState icon="chart" text={t('indicators.explain.empty')} />}
          foot={
            figure && (
              <span>{t('indicators.explain.count', { count: figure.rowCount, shown: shownCount })}</span>
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

function listPath({ year, quarter }: Quarter): string {
  return `/indicators?year=${year}&quarter=${quarter}`
}
