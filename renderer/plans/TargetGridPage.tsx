import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { scopes } from '../../shared/plans/contract.ts'
import { useQuery } from '../app/operations.ts'
import { useAsOf } from '../app/use-as-of.ts'
import { DateField } from '../ui/DateField.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PlansTabs } from './PlansTabs.tsx'
import { TargetGrid } from './TargetGrid.tsx'
import { yearsAround } from './years.ts'

/** The year’s targets, indicator by indicator, as they hold from the chosen day on. */
export function TargetGridPage() {
  const { t } = useTranslation()
  const { search, narrow, on } = useAsOf()
  const today = isoDateAt(Date.now())
  const year = Number(search.get('year')) || Number(today.slice(0, 4))
  const scope = scopes.find((each) => each === search.get('scope')) ?? 'library'
  const { value: targets, failure } = useQuery('plans.targetGrid', { year, scope, on })
  return (
    <div className="page filled">
      <PageHeader title={t('plans.grid.title', { year })} hint={t('plans.grid.hint')} />
      <PlansTabs />
      <div className="as-of-bar no-print">
        <InlineSelect
          label={t('plans.grid.year')}
          value={String(year)}
          options={yearsAround(today)}
          onChange={(value) => narrow({ year: value })}
        />
        <InlineSelect
          label={t('plans.grid.scope')}
          value={scope}
          options={scopes.map((each) => ({ value: each, label: t(`plans.scopes.${each}`) }))}
          onChange={(value) => narrow({ scope: value })}
        />
        <DateField
          label={t('plans.grid.fromOn')}
          value={on}
          onChange={(day) => narrow({ on: day === today ? null : day })}
        />
      </div>
      <Failure of={failure} />
      {targets && (
        <TargetGrid key={`${year}/${scope}/${on}`} year={year} scope={scope} fromOn={on} targets={targets} />
      )}
    </div>
  )
}
