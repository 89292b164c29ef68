import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { aimedFigures, type Aimed, type Pace } from '../../shared/reports/standing.ts'
import type { Output } from '../app/operation-types.ts'
import { useCan } from '../app/permissions.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import { useTargetWords } from '../plans/index.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Standing = Output<'reports.standing'>

/** As many as a small screen shows without scrolling; the others stand in the list of figures. */
const mostShown = 8

const looks = {
  behind: { tone: 'warn', icon: 'warning' },
  under_way: { tone: 'plain', icon: 'history' },
  on_course: { tone: 'plain', icon: 'forward' },
  reached: { tone: 'good', icon: 'check' },
  unknown: { tone: 'plain', icon: 'info' },
} as const satisfies Record<Pace, unknown>

/** The figures that have a target, those that want attention first. */
export function YearAims({ standing }: { standing: Standing }) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const aimed = aimedFigures(standing.figures, standing.on)
  const reached = aimed.filter(({ pace }) => pace === 'reached').length
  const left = aimed.length - mostShown
  return (
    <section className="card year-aims" aria-label={t('reports.year.aims')}>
      <h2>
        {aimed.length === 0
          ? t('reports.year.aims')
          : t('reports.year.aimsReached', { reached: number(reached), all: number(aimed.length) })}
      </h2>
      {aimed.length === 0 ? (
        <EmptyState icon="target" text={t('reports.year.noAims', { year: standing.period.slice(0, 4) })}>
          {can('plans.write') && (
            <Link className="button primary" to="/plans/grid">
              {t('reports.year.setAims')}
            </Link>
          )}
        </EmptyState>
      ) : (
        <table>
          <thead>
            <tr>
              <Head>{t('reports.columns.name')}</Head>
              <Head>{t('reports.columns.ofAim')}</Head>
              <Head>{t('reports.columns.reached')}</Head>
              <Head>{t('reports.year.pace')}</Head>
            </tr>
          </thead>
          <tbody>
            {aimed.slice(0, mostShown).map((each) => (
              <AimRow key={each.figure.code} aimed={each} period={standing.period} />
            ))}
          </tbody>
        </table>
      )}
      {left > 0 && (
        <Link className="small" to={`/indicators?period=${standing.period}`}>
          {t('reports.year.moreAims', { count: left })}
        </Link>
      )}
    </section>
  )
}

/** For whoever hears the page: to the eye each column says what it is. */
function Head({ children }: { children: string }) {
  return (
    <th scope="col">
      <span className="visually-hidden">{children}</span>
    </th>
  )
}

function AimRow({ aimed: { figure, pace, expected }, period }: { aimed: Aimed; period: string }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const number = useNumberText()
  const words = useTargetWords()
  const { code, progress, status } = figure
  if (!progress) return null
  const value =
    progress.toDate === null
      ? t(status === 'known' ? 'ui.figure.blank' : `ui.figure.${status}`)
      : number(progress.toDate)
  const share = progress.percent
  const unit = texts.unit(code)
  return (
    <tr>
      <th scope="row">
        <Link to={explainPath(code, period, 'year')} title={texts.name(code)}>
          {texts.name(code)}
        </Link>
      </th>
      <td>{share !== null && <Bar percent={share} expected={expected} />}</td>
      <td className="end">
        <Link className="figure-value" to={explainPath(code, period, 'year')}>
          {value}
        </Link>
        <span className="soft small" title={words.period(progress.period)}>
          {' '}
          / {words.amount(progress)} {isPlain(unit) && unit}
        </span>
      </td>
      <td>
        <Chip {...looks[pace]}>{t(`reports.year.paces.${pace}`)}</Chip>
      </td>
    </tr>
  )
}

/** Some say what their numbers mean, as 1 = yes: those stand on the page of the figure. */
const isPlain = (unit: string) => !unit.includes('=')

/** The whole width is the target; the stroke says how far the days of the year have come. */
function Bar({ percent, expected }: { percent: number; expected: number | null }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const words = t('reports.year.percent', { percent: number(Math.round(percent * 10) / 10) })
  return (
    <span className="year-bar">
      <svg width="100%" height="14" aria-hidden="true">
        <rect className="whole" width="100%" y="2" height="10" />
        <rect className="part" width={`${Math.min(100, Math.max(0, percent))}%`} y="2" height="10" />
        {expected !== null && <line x1={`${expected}%`} x2={`${expected}%`} y1="0" y2="14" />}
      </svg>
      <span className="small">{words}</span>
    </span>
  )
}
