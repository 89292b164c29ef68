import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, displayInstant, isoDateAt, quarterBounds, type Quarter } from '../../shared/dates.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { PeriodChip, ProblemList, usePeriodName } from '../reports/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { Figure } from '../ui/Figure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { headlineOf, missingOf } from './headline.ts'
import { OtherQuarters } from './OtherQuarters.tsx'
import { quarterInFocus } from './quarter-in-focus.ts'

/** How the quarter stands: its state, its first figures, what is still missing. */
export function QuarterCard() {
  const { t } = useTranslation()
  const periods = useQuery('reports.periods', {})
  const today = isoDateAt(Date.now())
  const focus = periods.value && quarterInFocus(periods.value, today)
  const id = focus?.kind === 'period' ? focus.period.id : 0
  const period = useQuery('reports.period', { id }, { isActive: id > 0 })
  const { ask } = period
  // The figures of an unsigned quarter move with the catalogue, and its problems with the day.
  useEffect(() => {
    if (id > 0) ask()
  }, [id, ask])
  return (
    <section className="card" aria-label={t('home.quarter.title')}>
      <Failure of={periods.failure ?? period.failure} />
      {focus?.kind === 'unopened' && <Unopened quarter={focus.quarter} />}
      {focus?.kind === 'period' && period.value && <Opened period={period.value} />}
      {periods.value && <OtherQuarters periods={periods.value} shownId={id || null} today={today} />}
    </section>
  )
}

function Unopened({ quarter }: { quarter: Quarter }) {
  const { t } = useTranslation()
  const can = useCan()
  const periodName = usePeriodName()
  const words = { period: periodName(quarter), to: displayDate(quarterBounds(quarter).to) }
  return (
    <>
      <h2>{t('home.quarter.title')}</h2>
      <p>{t('home.quarter.unopened', words)}</p>
      {can('reports.prepare') && (
        <div className="actions">
          <Link className="button primary" to={`/reports?open=${quarter.year}-${quarter.quarter}`}>
            {t('home.quarter.open', words)}
          </Link>
        </div>
      )}
    </>
  )
}

function Opened({ period }: { period: Output<'reports.period'> }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const periodName = usePeriodName()
  const number = useNumberText()
  const { all, missing } = missingOf(period.figures)
  return (
    <>
      <div className="row">
        <h2>
          <Link to={`/reports/${period.id}`}>{t('home.quarter.report', { period: periodName(period) })}</Link>
        </h2>
        <PeriodChip state={period.state} />
      </div>
      <dl className="home-figures">
        {headlineOf(period.figures).map((figure) => (
          <div key={figure.code}>
            <dt className="soft">{texts.name(figure.code)}</dt>
            <dd>
              <Figure
                value={figure.value}
                status={figure.status}
                isOfficial={period.state === 'signed'}
                to={explainPath(figure.code, period, 'home')}
                label={texts.name(figure.code)}
                unit={texts.unit(figure.code)}
              />
            </dd>
          </div>
        ))}
      </dl>
      <p className={missing > 0 ? 'fact warn' : 'fact'}>
        <Icon name={missing > 0 ? 'warning' : 'check'} />
        <Link to={`/reports/${period.id}`}>
          {t(missing > 0 ? 'home.quarter.missing' : 'home.quarter.complete', {
            all: number(all),
            count: missing,
            shown: number(missing),
          })}
        </Link>
      </p>
      {period.problems.length > 0 && <ProblemList period={period} />}
      <NextStep period={period} />
    </>
  )
}

/** One sentence and one button: what is to be done next, and by whom. */
function NextStep({ period }: { period: Output<'reports.period'> }) {
  const { t } = useTranslation()
  const can = useCan()
  const packages = useQuery('sync.status', {}).value?.packages
  const sent = packages?.find((written) => written.periodId === period.id)
  const { state, signedBy, signedAt } = period
  if (state === 'signed') {
    const words = { by: signedBy, at: displayInstant(signedAt ?? '') }
    return (
      <>
        <p>
          {t('home.quarter.signed', words)}{' '}
          {packages &&
            (sent
              ? t('home.quarter.exported', { at: displayInstant(sent.writtenAt) })
              : t('home.quarter.notExported'))}
        </p>
        {packages && !sent && can('sync.deliver') && (
          <div className="actions">
            <Link className="button primary" to={`/sync?period=${period.id}`}>
              {t('reports.steps.export')}
            </Link>
          </div>
        )}
      </>
    )
  }
  const isMine = can(state === 'open' ? 'reports.prepare' : 'reports.sign')
  const isReady = !period.problems.includes('period_not_ended')
  return (
    <>
      {isReady && <p>{t(`home.quarter.next.${state}`)}</p>}
      <div className="actions">
        <Link className={isMine && isReady ? 'button primary' : 'button'} to={`/reports/${period.id}`}>
          {t(isMine && isReady ? `home.quarter.act.${state}` : 'home.quarter.look')}
        </Link>
      </div>
    </>
  )
}
