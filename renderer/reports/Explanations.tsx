import { useTranslation } from 'react-i18next'
import { doubtText } from '../../shared/reports/doubt-text.ts'
import type { Output } from '../app/operation-types.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import { useNumberText } from '../ui/use-number-text.ts'

/** Of what was unusual, as far as somebody has said why. */
export function Explanations({ period: { doubts } }: { period: Output<'reports.period'> }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const texts = useIndicatorTexts()
  const explained = doubts.flatMap(({ explanation, ...doubt }) =>
    explanation ? [{ doubt, explanation }] : [],
  )
  if (explained.length === 0) return null
  return (
    <>
      <h4>{t('reports.paper.doubts')}</h4>
      <ul>
        {explained.map(({ doubt, explanation: { text } }) => (
          <li key={`${doubt.rule} ${doubt.code}`}>
            {t('reports.paper.explanation', { doubt: doubtText(t, doubt, number, texts.name), text })}
          </li>
        ))}
      </ul>
    </>
  )
}
