import { useTranslation } from 'react-i18next'
import { previousQuarter } from '../../shared/dates.ts'
import type { Progress } from '../../shared/indicators/contract.ts'
import { reportLines } from '../../shared/indicators/formulas.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import { useTargetWords } from '../plans/index.ts'
import type { Output } from '../app/operation-types.ts'
import { Figure } from '../ui/Figure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { usePeriodName } from './use-period-name.ts'

/** Every number leads to its rows, also those of the quarters it is compared with. */
export function FigureTable({ period }: { period: Output<'reports.period'> }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const periodName = usePeriodName()
  const previous = previousQuarter(period)
  const lastYear = { year: period.year - 1, quarter: period.quarter }
  const isCounted = (which: 'previous' | 'samePeriodLastYear') =>
    period.figures.some((figure) => !figure[which].isSigned)
  const hasTargets = period.figures.some(({ progress }) => progress !== null)
  return (
    <div className="sheet-table">
      <table>
        <thead>
          <tr>
            {(['number', 'code', 'name', 'unit', 'value'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`reports.columns.${key}`)}
              </th>
            ))}
            <th scope="col" title={periodName(previous)}>
              {t(isCounted('previous') ? 'reports.columns.previousCounted' : 'reports.columns.previous')}
            </th>
            <th scope="col" title={periodName(lastYear)}>
              {t(
                isCounted('samePeriodLastYear')
                  ? 'reports.columns.lastYearCounted'
                  : 'reports.columns.lastYear',
              )}
            </th>
            {hasTargets && (
              <>
                <th scope="col">{t('reports.columns.target')}</th>
                <th scope="col">{t('reports.columns.progress')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {reportLines(period.figures).map(({ code, codes, value, status, givenReason, ...figure }, at) => {
            const name = texts.name(code)
            const compared = [
              { quarter: previous, ...figure.previous },
              { quarter: lastYear, ...figure.samePeriodLastYear },
            ]
            return (
              <tr key={code}>
                <td className="center">{at + 1}</td>
                <td className="center codes">
                  {codes.map((each) => (
                    <span key={each}>{each}</span>
                  ))}
                </td>
                <td>{name}</td>
                <td className="center">{texts.unit(code)}</td>
                <td className="end">
                  <Figure
                    value={value}
                    status={status}
                    givenReason={givenReason}
                    isOfficial={period.state === 'signed'}
                    to={explainPath(code, period, `${period.id}`)}
                    label={name}
                  />
                </td>
                {compared.map((other) => (
                  <td key={periodName(other.quarter)} className="end">
                    <Figure
                      value={other.value}
                      status={other.status}
                      givenReason={other.givenReason}
                      earlierSource={other.earlierSource}
                      isOfficial={other.isSigned}
                      to={explainPath(code, other.quarter, `${period.id}`)}
                      label={`${name}, ${periodName(other.quarter)}`}
                    />
                  </td>
                ))}
                {hasTargets && <TargetCells progress={figure.progress} />}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** As it was when the report was signed, or as it is set now. */
function TargetCells({ progress }: { progress: Progress | null }) {
  const words = useTargetWords()
  const number = useNumberText()
  return (
    <>
      <td className="end" title={progress ? words.period(progress.period) : undefined}>
        {progress && words.amount(progress)}
      </td>
      <td className="end">{progress && progress.percent !== null && number(progress.percent)}</td>
    </>
  )
}
