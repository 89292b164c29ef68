import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { reportLines } from '../../shared/indicators/formulas.ts'
import type { Output } from '../app/operation-types.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'

/** What the report leaves blank, as nobody has recorded anything of it. */
export function MissingList({ period }: { period: Output<'reports.period'> }) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const missing = reportLines(period.figures).filter(({ status }) => status === 'not_collected')
  if (missing.length === 0) return null
  return (
    <details className="card">
      <summary>{t('reports.missing.title', { count: missing.length })}</summary>
      <p className="soft small">{t('reports.missing.hint')}</p>
      <ul className="stack">
        {missing.map(({ code }) => (
          <li key={code}>
            <Link to={explainPath(code, period.period, `${period.id}`)}>{texts.name(code)}</Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
