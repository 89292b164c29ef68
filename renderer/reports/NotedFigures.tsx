import { useTranslation } from 'react-i18next'
import { reportLines } from '../../shared/indicators/formulas.ts'
import { earlierCodes } from '../../shared/reports/earlier-codes.ts'
import type { Output } from '../app/operation-types.ts'
import { useIndicatorTexts } from '../indicators/index.ts'

/** Where figures come from that the program did not count, in the words of the paper. */
export function NotedFigures({ figures }: { figures: Output<'reports.period'>['figures'] }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const given = reportLines(figures).flatMap(({ code, givenReason: reason }) =>
    reason === undefined ? [] : [{ code, reason }],
  )
  const earlier = earlierCodes(figures)
  return (
    <>
      {given.length > 0 && <p className="basis">{t('reports.paper.given')}</p>}
      <ul>
        {given.map(({ code, reason }) => (
          <li key={code}>{t('reports.paper.givenItem', { name: texts.name(code), reason })}</li>
        ))}
      </ul>
      {earlier.length > 0 && <p className="basis">{t('reports.paper.earlier')}</p>}
      <ul>
        {earlier.map(({ which, source, codes }) => (
          <li key={`${which} ${source}`}>
            {t('reports.paper.earlierItem', {
              which: t(`reports.columns.${which}`),
              source,
              codes: codes.join(', '),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
