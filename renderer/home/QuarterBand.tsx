import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, displayInstant, isoDateAt, quarterBounds, type Quarter } from '../../shared/dates.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { PeriodChip, ProblemList, usePeriodName } from '../reports/index.ts'
import { Chip } from '../ui/Chip.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Figure } from '../ui/Figure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { headlineOf, missingOf } from './headline.ts'
import { OtherQuarters } from './OtherQuarters.tsx'
import { daysLeft, quarterInFocus } from './quarter-in-focus.ts'

type Period = Output<'reports.period'>

/** The quarter in one look: its state, the days, how much of it is ready, its first figures, and the next step. */
export function QuarterBand() {
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
    <section className="card quarter-band" aria-label={t('home.quarter.title')}>
      <Failure of={periods.failure ?? period.failure} />
      {focus?.kind === 'unopened' && <Unopened quarter={focus.quarter} today={today} />}
      {focus?.kind === 'period' && period.value && <Opened period={period.value} today={today} />}
      {periods.value && <OtherQuarters periods={periods.value} shownId={id || null} today={today} />}
    </section>
  )
}

/** Days until a quarter's last one, or since it. */
function DaysLeft({ to, today }: { to: string; today: string }) {
  const { t } = useTranslation()
  const days = daysLeft(to, today)
  return (
    <span className="soft">
      {days >= 0
        ? t('home.quarter.daysLeft', { count: days, to: displayDate(to) })
        : t('home.quarter.daysOver', { count: -days, to: displayDate(to) })}
    </span>
  )
}

function Unopened({ quarter, today }: { quarter: Quarter; today: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const periodName = usePeriodName()
  const words = { period: periodName(quarterPeriod(quarter)), to: displayDate(quarterBounds(quarter).to) }
  return (
    <div className="band-line">
      <h2>{t('home.quarter.report', words)}</h2>
      <Chip>{t('home.quarter.notOpened')}</Chip>
      <DaysLeft to={quarterBounds(quarter).to} today={today} />
      <span className="spacer" />
      {can('reports.prepare') ? (
        <Link className="button primary" to={`/reports?open=${quarterPeriod(quarter)}`}>
          {t('home.quarter.open', words)}
        </Link>
      ) : (
        <span>{t('home.quarter.unopened', words)}</span>
      )}
    </div>
  )
}

function Opened({ period, today }: { period: Period; today: string }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const periodName = usePeriodName()
  const packages = useQuery('sync.status', {}).value?.packages
  const sent = packages?.find((written) => written.periodId === period.id)
  return (
    <>
      <div className="band-line">
        <h2>
          <Link to={`/reports/${period.id}`}>
            {t('home.quarter.report', { period: periodName(period.period) })}
          </Link>
        </h2>
        <PeriodChip {...period} />
        {sent && (
          <Chip tone="good" icon="send">
            {t('home.quarter.sent')}
          </Chip>
        )}
        {period.state !== 'signed' && <DaysLeft to={period.to} today={today} />}
        <Ready period={period} />
        <span className="spacer" />
        <NextStep period={period} isSent={packages === undefined || sent !== undefined} />
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
                to={explainPath(figure.code, period.period, 'home')}
                label={texts.name(figure.code)}
                unit={texts.unit(figure.code)}
              />
            </dd>
          </div>
        ))}
      </dl>
      {period.state === 'signed' && (
        <p className="soft">
          {t('home.quarter.signed', { by: period.signedBy, at: displayInstant(period.signedAt ?? '') })}{' '}
          {sent && t('home.quarter.exported', { at: displayInstant(sent.writtenAt) })}
        </p>
      )}
      {/* That the quarter runs is said by its days. */}
      {period.problems.some((problem) => problem !== 'period_not_ended') && <ProblemList period={period} />}
    </>
  )
}

/** How many of the figures have a value: the rest nobody has recorded anything for. */
function Ready({ period }: { period: Period }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { all, missing } = missingOf(period.figures)
  const ready = all - missing
  return (
    <Link className="band-ready" to={`/reports/${period.id}`}>
      <progress max={all} value={ready} aria-hidden="true" />
      <Icon name={missing > 0 ? 'info' : 'check'} />
      {t('home.quarter.ready', { ready: number(ready), all: number(all) })}
    </Link>
  )
}

/** One button: what is to be done next by whoever looks. */
function NextStep({ period, isSent }: { period: Period; isSent: boolean }) {
  const { t } = useTranslation()
  const can = useCan()
  const { state } = period
  if (state === 'signed') {
    if (isSent || !can('sync.deliver')) return null
    return (
      <Link className="button primary" to={`/sync?period=${period.id}`}>
        {t('reports.steps.export')}
      </Link>
    )
  }
  const isMine = can(state === 'open' ? 'reports.prepare' : 'reports.sign')
  const isReady = !period.problems.includes('period_not_ended')
  const acts = isMine && isReady
  return (
    <Link
      className={acts ? 'button primary' : 'button'}
      to={`/reports/${period.id}`}
      title={isReady ? t(`home.quarter.next.${state}`) : undefined}
    >
      {t(acts ? `home.quarter.act.${state}` : 'home.quarter.look')}
    </Link>
  )
}
