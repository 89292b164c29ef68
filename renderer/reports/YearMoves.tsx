import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { namedPeriod } from '../../shared/periods.ts'
import { movedFigures, type Moved } from '../../shared/reports/standing.ts'
import type { Output } from '../app/operation-types.ts'
import { explainPath, MainCause, useIndicatorTexts } from '../indicators/index.ts'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useStated } from './use-stated.ts'

type Standing = Output<'reports.standing'>

const mostShown = 6

/** What moved most since the same period last year, each with the part of it that did most. */
export function YearMoves({ standing }: { standing: Standing }) {
  const { t } = useTranslation()
  const isRunning = standing.on < namedPeriod(standing.period).to
  const moved = movedFigures(standing.figures, { most: mostShown, isRunning })
  return (
    <section className="card year-moves" aria-label={t('reports.year.moves')}>
      <h2>{t('reports.year.moves')}</h2>
      {isRunning && <p className="soft small">{t('reports.year.running')}</p>}
      {moved.length === 0 ? (
        <p className="soft">{t('reports.year.noMoves')}</p>
      ) : (
        <ul>
          {moved.map((each) => (
            <MovedLine key={each.figure.code} moved={each} period={standing.period} />
          ))}
        </ul>
      )}
    </section>
  )
}

function MovedLine({ moved: { figure, against, before, ratio }, period }: { moved: Moved; period: string }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const stated = useStated()
  const number = useNumberText()
  const isUp = ratio > 100
  const by = number(Math.abs(Math.round((ratio - 100) * 10) / 10))
  const words = { before: stated(before), now: stated(figure), unit: texts.unit(figure.code), by }
  return (
    <li>
      <Icon name={isUp ? 'up' : 'down'} />
      <div>
        <Link to={explainPath(figure.code, period, 'year')}>{texts.name(figure.code)}</Link>{' '}
        <strong>{t(isUp ? 'reports.year.up' : 'reports.year.down', { by })}</strong>
        <p className="small">
          {t(`reports.year.against.${against}`, words)}{' '}
          <MainCause code={figure.code} period={period} against={against} />
        </p>
      </div>
    </li>
  )
}
