import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { isSent } from '../../shared/periods.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PackageCheck } from './PackageCheck.tsx'
import { PackageTable } from './PackageTable.tsx'
import { WaitingPeriods } from './WaitingPeriods.tsx'

/** What goes up to the ministry: made here, carried by hand or by mail, and checked by anyone who gets it. */
export function SyncPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [search] = useSearchParams()
  const status = useQuery('sync.status', {})
  const periods = useQuery('reports.periods', {})
  const exporting = useJob('sync.exportPackage')
  useSavedFile(exporting.output?.file, exporting.clear)
  const packages = status.value?.packages ?? []
  const waiting = (periods.value ?? []).filter(
    (period) =>
      period.state === 'signed' &&
      isSent(period) &&
      !packages.some((written) => written.periodId === period.id),
  )
  const mayExport = can('sync.deliver')
  const start = (periodId: number) => void exporting.start({ periodId })
  return (
    <div className="page">
      <PageHeader title={t('sync.page.title')} hint={t('sync.page.hint')} />
      <Failure of={status.failure ?? periods.failure} />
      <div className="sync-columns">
        <div className="stack">
          <section className="card">
            <h2>{t('sync.waiting.title')}</h2>
            {status.value && periods.value && (
              <WaitingPeriods
                periods={waiting}
                hasPackages={packages.length > 0}
                wantedId={Number(search.get('period'))}
                isRunning={exporting.isRunning}
                onExport={mayExport ? start : null}
              />
            )}
            <JobProgress run={exporting} />
          </section>
          {packages.length > 0 && (
            <section className="card">
              <h2>{t('sync.written.title')}</h2>
              <PackageTable
                packages={packages}
                isRunning={exporting.isRunning}
                onExport={mayExport ? start : null}
              />
            </section>
          )}
        </div>
        <section className="card">
          <h2>{t('sync.check.title')}</h2>
          <PackageCheck />
        </section>
      </div>
    </div>
  )
}
