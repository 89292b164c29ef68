import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filters } from '../../shared/catalogue/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'

export type Facet = { key: string; label: string; count: number; isOn: boolean; change: Partial<Filters> }
type Props = {
  label: string
  facets: Facet[]
  isEstimate: boolean
  onFilter: (change: Partial<Filters>) => void
}

const shownAtFirst = 6

export function FacetGroup({ label, facets, isEstimate, onFilter }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [isLong, setLong] = useState(false)
  if (facets.length === 0) return null
  const shown = isLong ? facets : facets.filter((facet, at) => at < shownAtFirst || facet.isOn)
  return (
    <section>
      <h3>{label}</h3>
      <ul>
        {shown.map((facet) => (
          <li key={facet.key}>
            <button
              type="button"
              className="facet"
              aria-pressed={facet.isOn}
              onClick={() => onFilter(facet.change)}
            >
              <span className="label" title={facet.label}>
                {facet.label}
              </span>
              <span className="number">
                {isEstimate && '≈ '}
                {number(facet.count)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {facets.length > shown.length && (
        <button type="button" className="facet more" onClick={() => setLong(true)}>
          {t('catalogue.facets.more', { count: facets.length - shown.length })}
        </button>
      )}
    </section>
  )
}
