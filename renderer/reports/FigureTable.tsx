import { useTranslation } from 'react-i18next'
import type { Progress } from '../../shared/indicators/contract.ts'
import { byParts, reportLines } from '../../shared/indicators/formulas.ts'
import { previousPeriod, samePeriodLastYear, yearToDate } from '../../shared/periods.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import { useTargetWords } from '../plans/index.ts'
import type { Output } from '../app/operation-types.ts'
import { Figure } from '../ui/Figure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { usePeriodName } from './use-period-name.ts'

/** Every number leads to its rows, also those of the periods it is compared with. */
export function FigureTable({ period }: { period: Output<'reports.period'> }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const periodName = usePeriodName()
  const previous = previousPeriod(period.period)
  const lastYear = samePeriodLastYear(period.period)
  // Of a year, what came before is the same period last year.
  const hasPrevious = previous !== lastYear
  const isCounted = (which: 'previous' | 'samePeriodLastYear') =>
    period.figures.some((figure) => !figure[which].isSigned)
  const hasToDate =
    period.from !== yearToDate(period.period).from &&
    period.figures.some((figure) => figure.yearToDate !== null)
  // As on paper, part by part.
  const inOrder = byParts(reportLines(period.figures)).flatMap(({ figures }) => figures)
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
            {hasToDate && <th scope="col">{t('reports.columns.toDate')}</th>}
            {hasPrevious && (
              <th scope="col" title={periodName(previous)}>
                {t(isCounted('previous') ? 'reports.columns.previousCounted' : 'reports.columns.previous')}
              </th>
            )}
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
          {inOrder.map(({ code, codes, value, status, givenReason, ...figure }, at) => {
            const name = texts.name(code)
            const compared = [
              ...(hasPrevious ? [{ other: previous, ...figure.previous }] : []),
              { other: lastYear, ...figure.samePeriodLastYear },
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
                    to={explainPath(code, period.period, `${period.id}`)}
                    label={name}
                  />
                </td>
                {hasToDate && (
                  <td className="end">{figure.yearToDate && <Figure {...figure.yearToDate} label="" />}</td>
                )}
                {compared.map(({ other, ...figureThen }) => (
                  <td key={other} className="end">
                    <Figure
                      value={figureThen.value}
                      status={figureThen.status}
                      givenReason={figureThen.givenReason}
                      earlierSource={figureThen.earlierSource}
                      isOfficial={figureThen.isSigned}
                      to={explainPath(code, other, `${period.id}`)}
                      label={`${name}, ${periodName(other)}`}
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
