import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { displayDate, isoDateAt, quarterOf } from '../../shared/dates.ts'
import { namedPeriod, previousPeriod, quarterPeriod, readPeriod } from '../../shared/periods.ts'
import { useQuery } from '../app/operations.ts'
import { useSession } from '../app/session-context.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { begunPeriods } from './periods.ts'
import { PeriodChip } from './PeriodChip.tsx'
import { usePeriodName } from './use-period-name.ts'
import { YearAims } from './YearAims.tsx'
import { YearHeadline } from './YearHeadline.tsx'
import { YearMoves } from './YearMoves.tsx'

/** For the director, on one screen and on one sheet of paper: the year against its targets, what moved, and why. */
export function YearPage() {
  const { t } = useTranslation()
  const { libraryName } = useSession()
  const periodName = usePeriodName()
  const today = isoDateAt(Date.now())
  const quarters = begunPeriods(today, 'quarter', 8)
  const [search, setSearch] = useSearchParams()
  const period = readPeriod(search.get('period') ?? '')?.period ?? likeliest(today)
  const offered = quarters.includes(period) ? quarters : [period, ...quarters]
  const standing = useQuery('reports.standing', { period }, { keepsPrevious: true })
  const { ask, value } = standing
  // What counts moves with records that no report announces.
  useEffect(() => ask(), [ask])
  const year = namedPeriod(period).to.slice(0, 4)
  return (
    <div className="page year-page">
      <p className="print-only">{libraryName}</p>
      <PageHeader
        title={t('reports.year.title', { year })}
        hint={
          value ? t('reports.year.hint', { period: periodName(value.period), on: displayDate(value.on) }) : ''
        }
      >
        {value?.report && <PeriodChip {...value.report} />}
        <InlineSelect
          label={t('reports.periodField.period')}
          value={period}
          onChange={(chosen) => setSearch({ period: chosen }, { replace: true })}
          options={offered.map((each) => ({ value: each, label: periodName(each) }))}
        />
        <Button icon="print" onClick={() => window.print()}>
          {t('common.list.print')}
        </Button>
      </PageHeader>
      <Failure of={standing.failure} />
      {value && (
        <div className="year-board" aria-busy={standing.isFetching}>
          <YearHeadline standing={value} />
          <YearAims standing={value} />
          <YearMoves standing={value} />
        </div>
      )}
    </div>
  )
}

/** In the first weeks of a quarter the one that has just ended says more. */
function likeliest(today: string): string {
  const running = quarterPeriod(quarterOf(today))
  const begunDays = (Date.parse(today) - Date.parse(namedPeriod(running).from)) / 86_400_000
  return begunDays < 31 ? previousPeriod(running) : running
}
