import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { fewestForShare, severities, wilson } from '../../shared/inspection/rules.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import type { InspectionRecord } from './InspectionPage.tsx'
import { lookedOf } from './looked.ts'
import { pagesAddress } from './pages-address.ts'
import { FindingChip } from './StandingChip.tsx'
import { useShareText } from './use-share-text.ts'

/** What was found, beside what is accepted; each figure opens its pages. */
export function ResultPart({ inspection }: { inspection: InspectionRecord }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const share = useShareText()
  const { id, counts, acceptance, kinds, outside } = inspection
  const looked = lookedOf(counts)
  const bad = looked - counts.good
  const between = wilson(bad, looked)
  return (
    <div className="inspection-results">
      <section>
        <h2>{t('inspection.results.bySeverity')}</h2>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('inspection.minutes.result')}</th>
              <th scope="col" className="end">
                {t('inspection.minutes.pages')}
              </th>
              <th scope="col" className="end">
                {t('inspection.minutes.accepted')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{t('inspection.minutes.rows.good')}</td>
              <td className="end">
                <Link to={pagesAddress({ inspectionId: id, verdict: 'good' })}>{number(counts.good)}</Link>
              </td>
              <td />
            </tr>
            {severities.map((severity) => (
              <tr key={severity}>
                <td>{t(`inspection.minutes.rows.${severity}`)}</td>
                <td className="end">
                  <Link to={pagesAddress({ inspectionId: id, worst: severity })}>
                    {number(counts[severity])}
                  </Link>
                </td>
                <td className="end">
                  {acceptance[severity] === null
                    ? t('inspection.results.asMajor')
                    : number(acceptance[severity])}
                </td>
              </tr>
            ))}
            <tr>
              <td>{t('inspection.results.waiting')}</td>
              <td className="end">
                <Link to={pagesAddress({ inspectionId: id, verdict: 'waiting' })}>
                  {number(counts.size - looked)}
                </Link>
              </td>
              <td />
            </tr>
          </tbody>
        </table>
        <p className="soft small">{t('inspection.minutes.once')}</p>
        {between && (
          <p>
            {[
              share({ bad, pages: looked, ...between }),
              ...(looked < fewestForShare ? [t('inspection.rates.few')] : []),
            ].join('. ')}
          </p>
        )}
      </section>
      <section>
        <h2>{t('inspection.results.byKind')}</h2>
        {kinds.length === 0 ? (
          <p className="soft">{t('inspection.results.noFindings')}</p>
        ) : (
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('inspection.minutes.finding')}</th>
                <th scope="col" className="end">
                  {t('inspection.minutes.pages')}
                </th>
              </tr>
            </thead>
            <tbody>
              {kinds.map(({ kindId, name, severity, pages }) => (
                <tr key={`${kindId}-${severity}`}>
                  <td>
                    <FindingChip severity={severity}>{name}</FindingChip>
                  </td>
                  <td className="end">
                    <Link to={pagesAddress({ inspectionId: id, verdict: 'bad', kindId })}>
                      {number(pages)}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {outside > 0 && (
          <p>
            <Link to={pagesAddress({ inspectionId: id, verdict: 'outside' })}>
              {t('inspection.results.outside', { count: outside, shown: number(outside) })}
            </Link>
          </p>
        )}
      </section>
    </div>
  )
}
