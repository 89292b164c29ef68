import { useTranslation } from 'react-i18next'
import { reportLines } from '../../shared/indicators/formulas.ts'
import type { Output } from '../app/operation-types.ts'
import { useIndicatorTexts } from '../indicators/index.ts'

/** Which figures a person gave by hand, each with the reason, in the words of the paper. */
export function NotedFigures({ figures }: { figures: Output<'reports.period'>['figures'] }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const given = reportLines(figures).flatMap(({ code, givenReason: reason }) =>
    reason === undefined ? [] : [{ code, reason }],
  )
  if (given.length === 0) return null
  return (
    <>
      <p className="basis">{t('reports.paper.given')}</p>
      <ul>
        {given.map(({ code, reason }) => (
          <li key={code}>{t('reports.paper.givenItem', { name: texts.name(code), reason })}</li>
        ))}
      </ul>
    </>
  )
}
