import { useTranslation } from 'react-i18next'
import { activityStates, proofStates, typeGroups, type Filters } from '../../shared/activities/contract.ts'
import { displayDate, quarterBounds, quarterOf } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { Chip } from '../ui/Chip.tsx'
import { DateField } from '../ui/DateField.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useActivityWords } from './use-activity-words.ts'
import { useCampaigns } from './use-campaigns.ts'

type Props = {
  filters: Filters
  text: string
  today: string
  onText: (text: string) => void
  onNarrow: (change: Partial<Filters>) => void
}

/** What narrows the list; each choice says how many it would leave. */
export function ActivityFilterBar({ filters, text, today, onText, onNarrow }: Props) {
  const { t } = useTranslation()
  const count = useFacets(filters)
  const { types, typeName } = useActivityWords()
  const campaigns = useCampaigns()
  const sites = useQuery('copies.sites', {}).value ?? []
  const quarter = quarterBounds(quarterOf(today))
  return (
    <>
      <div className="activity-filters no-print">
        <SearchBox
          label={t('activities.list.search')}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
        <InlineSelect
          label={t('activities.fields.group')}
          emptyLabel={t('activities.list.anyGroup')}
          value={filters.group ?? ''}
          options={typeGroups.map((each) => ({ value: each, label: t(`activities.groups.${each}`) }))}
          onChange={(value) =>
            onNarrow({ group: typeGroups.find((each) => each === value) ?? null, typeCode: null })
          }
        />
        <InlineSelect
          label={t('activities.fields.typeCode')}
          emptyLabel={t('activities.list.anyType')}
          value={filters.typeCode ?? ''}
          options={types
            .filter(({ group }) => filters.group === null || group === filters.group)
            .map(({ code }) => ({ value: code, label: count('types', code, typeName(code)) }))}
          onChange={(value) => onNarrow({ typeCode: value || null })}
        />
        <InlineSelect
          label={t('activities.fields.state')}
          emptyLabel={t('activities.list.anyState')}
          value={filters.state ?? ''}
          options={activityStates.map((each) => ({
            value: each,
            label: count('states', each, t(`activities.states.${each}`)),
          }))}
          onChange={(value) => onNarrow({ state: activityStates.find((each) => each === value) ?? null })}
        />
        <InlineSelect
          label={t('activities.fields.proof')}
          emptyLabel={t('activities.list.anyProof')}
          value={filters.proof ?? ''}
          options={proofStates.map((each) => ({
            value: each,
            label: count('proofs', each, t(`activities.proofs.${each}`)),
          }))}
          onChange={(value) => onNarrow({ proof: proofStates.find((each) => each === value) ?? null })}
        />
        <InlineSelect
          label={t('activities.fields.campaigns')}
          emptyLabel={t('activities.list.anyCampaign')}
          value={filters.campaignId === null ? '' : String(filters.campaignId)}
          options={campaigns}
          onChange={(value) => onNarrow({ campaignId: value === '' ? null : Number(value) })}
        />
        {sites.length > 1 && (
          <InlineSelect
            label={t('activities.fields.siteId')}
            emptyLabel={t('activities.list.anySite')}
            value={filters.siteId === null ? '' : String(filters.siteId)}
            options={sites.map(({ id, name }) => ({
              value: String(id),
              label: count('sites', String(id), name),
            }))}
            onChange={(value) => onNarrow({ siteId: value === '' ? null : Number(value) })}
          />
        )}
      </div>
      <div className="activity-span no-print">
        <DateField
          label={t('activities.list.from')}
          value={filters.from}
          onChange={(from) => onNarrow({ from })}
        />
        <DateField label={t('activities.list.to')} value={filters.to} onChange={(to) => onNarrow({ to })} />
        <button
          type="button"
          className="button quiet"
          onClick={() => onNarrow({ ...quarter, proof: 'missing', state: null })}
        >
          {t('activities.list.missingThisQuarter')}
        </button>
        <Chosen filters={filters} onNarrow={onNarrow} />
      </div>
    </>
  )
}

/** What is narrowed from elsewhere, to be taken away. */
function Chosen({ filters, onNarrow }: Pick<Props, 'filters' | 'onNarrow'>) {
  const { t } = useTranslation()
  const { from, to, partnerId } = filters
  return (
    <span className="row">
      {(from !== null || to !== null) && (
        <Chip removeLabel={t('activities.list.anyDay')} onRemove={() => onNarrow({ from: null, to: null })}>
          {`${from === null ? '…' : displayDate(from)} – ${to === null ? '…' : displayDate(to)}`}
        </Chip>
      )}
      {partnerId !== null && (
        <Chip removeLabel={t('activities.list.anyPartner')} onRemove={() => onNarrow({ partnerId: null })}>
          {t('activities.list.ofPartner')}
        </Chip>
      )}
    </span>
  )
}

function useFacets(filters: Filters) {
  const { t } = useTranslation()
  const number = useNumberText()
  const facets = useQuery('activities.facets', filters, { keepsPrevious: true }).value
  return (kind: 'types' | 'states' | 'proofs' | 'sites', value: string, label: string): string => {
    if (!facets) return label
    const found = facets[kind].find((each) => each.value === value)?.count ?? 0
    const shown = number(found)
    return t(facets.isExact ? 'activities.list.facet' : 'activities.list.facetAtLeast', { label, shown })
  }
}
