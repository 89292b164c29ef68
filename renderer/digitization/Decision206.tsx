import { useTranslation } from 'react-i18next'
import type { Plan } from '../../shared/digitization/contract.ts'
import { searchAddress } from '../catalogue/index.ts'
import { Figure } from '../ui/Figure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** The registered titles are the catalogue's, found by their classes. */
const registered206 = searchAddress({ filters: { classes: ['ancient', 'rare', 'special_value'] } })

/** The share that the decision asks for, and the two counts it is made of. */
export function Decision206({ sums: { registered, digitized } }: { sums: Plan['d206'] }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const share = registered === 0 ? null : Math.round((digitized / registered) * 10_000) / 100
  const label = t('digitization.plan.d206')
  return (
    <section className="card plan-206">
      <div>
        <h2>{label}</h2>
        <p className="soft small">
          {registered === 0
            ? t('digitization.plan.d206None')
            : t('digitization.plan.d206Of', {
                digitized: number(digitized),
                registered: number(registered),
              })}
          {` · ${t('digitization.plan.d206Basis')}`}
        </p>
      </div>
      <Figure value={share} status="zero_base" unit="%" label={label} to={registered206} />
    </section>
  )
}
