import { useTranslation } from 'react-i18next'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import { usePeriodName } from '../reports/index.ts'
import type { Output } from '../app/operation-types.ts'
import { Icon } from '../ui/icons.tsx'
import { Link } from 'react-router'
import { useNumberText } from '../ui/use-number-text.ts'

/** What writing would do to the figures of the quarter that is open, and to those signed already. */
export function RunEffect({ effect }: { effect: Output<'interchange.effect'> }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const periodName = usePeriodName()
  const { name } = useIndicatorTexts()
  const { figures, signed } = effect
  return (
    <section className="card">
      <h2>{t('interchange.run.effect', { period: periodName(effect.period) })}</h2>
      <table className="plain-table">
        <tbody>
          {figures.map(({ code, before, after }) => (
            <tr key={code}>
              <td>{name(code)}</td>
              <td className="end nowrap">
                <Link
                  className="figure-value"
                  to={explainPath(code, effect.period)}
                  aria-label={`${name(code)}: ${number(before)}`}
                >
                  {number(before)}
                </Link>
                {' → '}
                <strong className="number">{number(after)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {signed.length > 0 && (
        <p className="fact warn">
          <Icon name="warning" />
          <span>
            {t('interchange.run.signed', {
              periods: signed.map(periodName).join(', '),
              count: signed.length,
            })}
          </span>
        </p>
      )}
    </section>
  )
}
