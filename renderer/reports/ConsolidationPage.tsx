import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import { isPeriod } from '../../shared/periods.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ConsolidatedFigures } from './ConsolidatedFigures.tsx'
import { PeriodField } from './PeriodField.tsx'
import { firstOf } from './periods.ts'
import { TakeInForm } from './TakeInForm.tsx'
import { TakeInPackage } from './TakeInPackage.tsx'
import { UnitDialog } from './UnitDialog.tsx'
import { UnitTable } from './UnitTable.tsx'

/** The reports of several libraries or sites added up: who has reported, what it comes to, and where each figure is from. */
export function ConsolidationPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [search, setSearch] = useSearchParams()
  const today = isoDateAt(Date.now())
  const asked = search.get('period') ?? ''
  const period = isPeriod(asked) ? asked : (firstOf('quarter', today, []) ?? today.slice(0, 4))
  const { value, failure } = useQuery('reports.consolidation', { period })
  const exporting = useJob('reports.exportConsolidation')
  useSavedFile(exporting.output?.file, exporting.clear)
  const [isAdding, setAdding] = useState(false)
  const mayWrite = can('reports.prepare')
  const show = (chosen: string) => setSearch({ period: chosen }, { replace: true })
  return (
    <div className="page">
      <PageHeader title={t('reports.units.title')} hint={t('reports.units.hint')}>
        {mayWrite && (
          <Button icon="add" onClick={() => setAdding(true)}>
            {t('reports.units.add')}
          </Button>
        )}
        <Button
          icon="file"
          disabled={exporting.isRunning || !value || value.units.length === 0}
          onClick={() => void exporting.start({ period })}
        >
          {t('common.list.xlsx')}
        </Button>
      </PageHeader>
      <Failure of={failure} />
      <div className="units-bar">
        <PeriodField value={period} onChange={show} />
        {mayWrite && <TakeInPackage onTaken={show} />}
        {mayWrite && <TakeInForm onTaken={show} />}
      </div>
      <JobProgress run={exporting} />
      {value?.units.length === 0 && <EmptyState icon="building" text={t('reports.units.empty')} />}
      {value && value.units.length > 0 && (
        <div className="stack">
          <UnitTable of={value} period={period} mayWrite={mayWrite} />
          <ConsolidatedFigures of={value} />
        </div>
      )}
      {isAdding && <UnitDialog unit={null} onClose={() => setAdding(false)} />}
    </div>
  )
}
