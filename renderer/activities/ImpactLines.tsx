import { useTranslation } from 'react-i18next'
import { quarterPeriod } from '../../shared/periods.ts'
import { Link } from 'react-router'
import type { Output } from '../app/operation-types.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { impact: Output<'activities.impact'>; isSaved: boolean }

/** Which figures a record moves, of which quarter, and by how much. */
export function ImpactLines({ impact: { lines }, isSaved }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { name, unit } = useIndicatorTexts()
  if (lines.length === 0) return <p className="soft">{t('activities.impact.nothing')}</p>
  return (
    <ul className="impact-lines">
      {lines.map(({ code, quarter, before, after, isSigned }) => (
        <li key={`${code}-${quarter.year}-${quarter.quarter}`}>
          <Link to={explainPath(code, quarterPeriod(quarter))}>{name(code)}</Link>
          <span className="impact-value">
            <strong>{`+${number(after)}`}</strong> {unit(code)}
            {!isSaved && before !== after && before !== 0 && (
              <span className="soft"> {t('activities.impact.before', { shown: number(before) })}</span>
            )}
          </span>
          <span className="soft small">
            {t('activities.impact.quarter', quarter)} · {code}
            {isSigned && (
              <>
                {' '}
                <Icon name="lock" /> {t('activities.impact.signed')}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
