import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { SupposePart } from '../indicators/index.ts'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useForgetUndo } from '../ui/Toasts.tsx'
import { ChangesPart } from './ChangesPart.tsx'
import { DoubtList } from './DoubtList.tsx'
import { MissingList } from './MissingList.tsx'
import { PeriodChip } from './PeriodChip.tsx'
import { checkOf } from './CheckActions.tsx'
import { PeriodSteps } from './PeriodSteps.tsx'
import { PeriodAwaited } from './PeriodAwaited.tsx'
import { ProblemList } from './ProblemList.tsx'
import { ProduceFiles } from './ProduceFiles.tsx'
import { PeriodSeal } from './PeriodSeal.tsx'
import { RegistrationPart } from './RegistrationPart.tsx'
import { useOpenForms } from './use-open-forms.ts'
import { ReportParts } from './ReportParts.tsx'
import { usePeriodName } from './use-period-name.ts'

/** The quarter's report as it will be printed, and beside it what is to be done with it. */
export function PeriodPage() {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const id = Number(useParams().id)
  const { value: period, failure, ask } = useQuery('reports.period', { id })
  const isWorking = useQuery('jobs.list', {}).value?.some((job) => job.state === 'running') ?? false
  // What stands in the way also depends on the day and on running work, which no command announces.
  useEffect(() => {
    if (!isWorking) ask()
  }, [ask, isWorking])
  const { saveWords, register } = useOpenForms(period)
  const forgetUndo = useForgetUndo()
  const state = period?.state
  useEffect(() => {
    if (state === 'signed') forgetUndo(checkOf(id))
  }, [state, id, forgetUndo])
  const back = { to: '/reports', label: t('reports.list.title') }
  if (!period) return <PeriodAwaited id={id} failure={failure} back={back} />
  const span = { from: displayDate(period.from), to: displayDate(period.to) }
  return (
    <div className="page">
      <PageHeader
        title={t('reports.page.title', { period: periodName(period.period) })}
        hint={t('reports.page.span', span)}
        back={back}
      >
        <PeriodChip {...period} />
      </PageHeader>
      <Failure of={failure} />
      <div className="report">
        <ReportParts key={period.id} period={period} register={register} />
        <aside className="rail" aria-label={t('reports.steps.title')}>
          <section className="card">
            <h2>{t('reports.steps.title')}</h2>
            <PeriodSteps period={period} saveWords={saveWords} />
          </section>
          {period.problems.length + period.unsignedBefore.length > 0 && (
            <section className="card">
              <h2>{t('reports.problems.title')}</h2>
              <ProblemList period={period} />
            </section>
          )}
          {period.doubts.length > 0 && (
            <section className="card">
              <h2>{t('reports.doubts.title')}</h2>
              <DoubtList period={period} />
            </section>
          )}
          <MissingList period={period} />
          {period.state !== 'signed' && <SupposePart period={period.period} />}
          <section className="card">
            <h2>{t('reports.produce.title')}</h2>
            <ProduceFiles period={period} saveWords={saveWords} />
          </section>
          {period.state === 'signed' && (
            <section className="card">
              <h2>{t('reports.registration.title')}</h2>
              <RegistrationPart period={period} restatement={null} />
            </section>
          )}
          {period.state === 'signed' && <ChangesPart period={period} />}
          {period.state === 'signed' && (
            <section className="card">
              <h2>{t('reports.seal.title')}</h2>
              <PeriodSeal period={period} />
            </section>
          )}
        </aside>
      </div>
    </div>
  )
}
