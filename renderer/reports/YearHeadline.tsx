import { useTranslation } from 'react-i18next'
import { namedPeriod } from '../../shared/periods.ts'
import type { ComparedFigure } from '../../shared/reports/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import { Figure } from '../ui/Figure.tsx'
import { useStated } from './use-stated.ts'

type Standing = Output<'reports.standing'>

/** What a library is asked for first: its stock, what came, what was digitized, who came, what was lent, who took part. */
const codes = ['M2b.01', 'M2b.04b', 'M2b.11', 'M2a.11', 'M2a.14', 'M2c.13b']

/** The year so far, and below it the period beside the same one last year. */
export function YearHeadline({ standing }: { standing: Standing }) {
  const figures = codes.flatMap((code) => standing.figures.find((figure) => figure.code === code) ?? [])
  return (
    <dl className="year-headline">
      {figures.map((figure) => (
        <One key={figure.code} figure={figure} standing={standing} />
      ))}
    </dl>
  )
}

function One({ figure, standing }: { figure: ComparedFigure; standing: Standing }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const stated = useStated()
  const { code, samePeriodLastYear: before } = figure
  const isRunning = standing.on < namedPeriod(standing.period).to
  const { status, value } = figure.yearToDate ?? figure
  return (
    <div>
      <dt className="soft">{texts.name(code)}</dt>
      <dd>
        <Figure
          value={value}
          status={status}
          isOfficial={standing.report?.state === 'signed'}
          to={explainPath(code, standing.period, 'year')}
          label={texts.name(code)}
          unit={texts.unit(code)}
        />
      </dd>
      <dd className="soft small">
        {t(isRunning ? 'reports.year.besideRunning' : 'reports.year.beside', {
          now: stated(figure),
          before: stated(before),
        })}
      </dd>
    </div>
  )
}
