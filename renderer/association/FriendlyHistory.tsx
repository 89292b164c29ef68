import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Assessment } from '../../shared/association/contract.ts'
import { friendlyChange } from '../../shared/association/rules.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { assessments: readonly Assessment[]; year: number }

/** Every year's total in its own scale, and in hundredths so that scales can differ. */
export function FriendlyHistory({ assessments, year }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const own = assessments.find((each) => each.year === year)
  const before = assessments.find((each) => each.year < year) ?? null
  const change = own ? friendlyChange(own, before) : null
  return (
    <section className="card" aria-label={t('association.friendly.history')}>
      <h2>{t('association.friendly.history')}</h2>
      {before && change !== null && (
        <p>
          {change === 0
            ? t('association.friendly.same', { year: before.year })
            : t(change > 0 ? 'association.friendly.better' : 'association.friendly.worse', {
                year: before.year,
                change: number(Math.abs(change)),
              })}
        </p>
      )}
      {assessments.length === 0 && <p className="soft">{t('association.friendly.noHistory')}</p>}
      {assessments.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('association.fields.year')}</th>
              <th className="end">{t('association.friendly.total')}</th>
              <th className="end">{t('association.friendly.share')}</th>
              <th className="end">{t('association.friendly.proofs')}</th>
            </tr>
          </thead>
          <tbody>
            {assessments.map(({ id, year: each, total, most, scores }) => (
              <tr key={id} aria-current={each === year ? 'true' : undefined}>
                <td>
                  <Link to={`/association/friendly?year=${each}`}>{each}</Link>
                </td>
                <td className="end">
                  {total === null ? (
                    <span className="soft">{t('association.friendly.notYet')}</span>
                  ) : (
                    t('association.friendly.of', { total: number(total), most: number(most) })
                  )}
                </td>
                <td className="end">
                  {total === null || most === 0 ? '' : `${number(shareOf(total, most))} %`}
                </td>
                <td className="end">{number(scores.reduce((sum, { proofs }) => sum + proofs.length, 0))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function shareOf(total: number, most: number): number {
  return Math.round((total / most) * 10_000) / 100
}
