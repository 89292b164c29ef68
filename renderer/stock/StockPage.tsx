import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { dimensions, type Figures } from '../../shared/stock/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { DivisionCard } from './DivisionCard.tsx'
import { StockTabs } from './StockTabs.tsx'
import { StockTotals } from './StockTotals.tsx'
import { useAsOf } from './use-as-of.ts'

const formats = ['xlsx', 'pdf'] as const

/** The stock at the end of a day, divided every way it is asked for. */
export function StockPage() {
  const { t } = useTranslation()
  const { asOf, setAsOf, today, yearEnd, quarterEnd } = useAsOf()
  const isFuture = asOf > today
  const figures = useQuery('stock.figures', { asOf }, { isActive: !isFuture, keepsPrevious: true })
  const exporting = useJob('stock.exportFigures')
  useSavedFile(exporting.output?.file, exporting.clear)
  const shown = isFuture ? undefined : figures.value
  return (
    <div className="page">
      <PageHeader title={t('stock.figures.title')} hint={t('stock.figures.hint')}>
        {formats.map((format) => (
          <Button
            key={format}
            icon="file"
            disabled={exporting.isRunning || !shown}
            onClick={() => void exporting.start({ asOf, format })}
          >
            {t(`stock.figures.${format}`)}
          </Button>
        ))}
        <Button icon="print" disabled={!shown} onClick={() => window.print()}>
          {t('stock.figures.print')}
        </Button>
      </PageHeader>
      <StockTabs />
      <div className="quarter-row">
        <DateField label={t('stock.figures.asOf')} value={asOf} onChange={(day) => day && setAsOf(day)} />
        <div className="row no-print">
          <Button onClick={() => setAsOf(today)}>{t('stock.figures.today')}</Button>
          <Button onClick={() => setAsOf(quarterEnd)}>{t('stock.figures.quarterEnd')}</Button>
          <Button onClick={() => setAsOf(yearEnd)}>
            {t('stock.figures.yearEnd', { year: yearEnd.slice(0, 4) })}
          </Button>
        </div>
      </div>
      <JobProgress run={exporting} />
      <Failure of={figures.failure} />
      {isFuture && <Notice text={t('stock.figures.future')} />}
      {figures.isLoading && <p className="soft">{t('stock.figures.loading')}</p>}
      {shown && (shown.copies > 0 ? <Divisions figures={shown} /> : <NothingYet />)}
    </div>
  )
}

function Divisions({ figures }: { figures: Figures }) {
  const { t } = useTranslation()
  return (
    <>
      <StockTotals figures={figures} />
      {dimensions.map((dimension) => (
        <DivisionCard key={dimension} dimension={dimension} figures={figures} />
      ))}
      <p className="soft small">{t('stock.figures.asNow')}</p>
    </>
  )
}

function NothingYet() {
  const { t } = useTranslation()
  return (
    <EmptyState icon="chart" text={t('stock.figures.empty')}>
      <Link className="button primary" to="/stock/opening">
        {t('stock.figures.enterOpening')}
      </Link>
    </EmptyState>
  )
}
