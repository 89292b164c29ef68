import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Inspection } from '../../shared/inspection/contract.ts'
import { lotWords } from '../../shared/inspection/lot-words.ts'
import { useQuery } from '../app/operations.ts'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FindingChip, StandingChip } from './StandingChip.tsx'

/** The chosen inspection beside its list: the plan, and what was found. */
export function InspectionPreview({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { id, name, population, counts, seed, closedOn } = inspection
  const kinds = useQuery('inspection.inspection', { id }).value?.kinds ?? []
  return (
    <aside className="preview" aria-label={t('inspection.list.preview')}>
      <h2>
        <Link to={`/inspection/${id}`}>{name}</Link>
      </h2>
      <div className="row">
        <StandingChip inspection={inspection} />
      </div>
      <PropertyList
        isNarrow
        properties={[
          { key: 'lot', label: t('inspection.fields.lot'), value: lotWords(inspection, t) },
          {
            key: 'population',
            label: t('inspection.fields.population'),
            value: t('inspection.fields.pages', { count: population, shown: number(population) }),
          },
          {
            key: 'size',
            label: t('inspection.fields.size'),
            value: t('inspection.fields.pages', { count: counts.size, shown: number(counts.size) }),
          },
          { key: 'seed', label: t('inspection.fields.seed'), value: String(seed) },
          {
            key: 'closedOn',
            label: t('inspection.fields.closedOn'),
            value: closedOn === null ? '' : displayDate(closedOn),
          },
        ]}
      />
      {kinds.length > 0 && (
        <ul className="plain-list">
          {kinds.map((kind) => (
            <li key={`${kind.kindId}-${kind.severity}`} className="row">
              <FindingChip severity={kind.severity}>{kind.name}</FindingChip>
              <span className="number">{number(kind.pages)}</span>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
