import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Progress } from '../../shared/digitization/contract.ts'
import { useQuery } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { BurnUp } from './BurnUp.tsx'
import { ProgressTables } from './ProgressTables.tsx'

/** How far digitization is, as of any day: the answer in a sentence, the weeks as a line, the rest in tables. */
export function ProgressPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const [asOf, setAsOf] = useState<string | null>(null)
  const projectId = Number(search.get('project')) || null
  const projects = useQuery('digitization.projects', {}).value ?? []
  const { value: progress, failure } = useQuery(
    'digitization.progress',
    { projectId, asOf },
    { keepsPrevious: true },
  )
  return (
    <div className="page">
      <PageHeader title={t('digitization.progress.title')} hint={t('digitization.progress.hint')} />
      <div className="row no-print">
        <InlineSelect
          label={t('digitization.fields.project')}
          value={projectId === null ? '' : String(projectId)}
          emptyLabel={t('digitization.list.anyProject')}
          options={projects.map(({ id, name, year }) => ({ value: String(id), label: `${year} · ${name}` }))}
          onChange={(value) => setSearch(value === '' ? {} : { project: value }, { replace: true })}
        />
        <DateField
          label={t('digitization.plan.asOf')}
          value={asOf ?? isoDateAt(Date.now())}
          onChange={setAsOf}
        />
      </div>
      <Failure of={failure} />
      {progress && (
        <>
          <Verdict progress={progress} />
          <BurnUp progress={progress} />
          <ProgressTables progress={progress} projectId={projectId} />
        </>
      )}
    </div>
  )
}

/** What everybody asks first: how much of the target is done, and when the rest will be. */
function Verdict({ progress }: { progress: Progress }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { carried, target } = progress
  const words = { carried: number(carried), target: number(target) }
  return (
    <section>
      <h2>{t(target === 0 ? 'digitization.progress.noTarget' : 'digitization.progress.reached', words)}</h2>
      {target > 0 && carried >= target && <p className="soft">{t('digitization.progress.met')}</p>}
      {target > carried && <Forecast progress={progress} />}
    </section>
  )
}

/** A day is never named without what it rests on. */
function Forecast({ progress: { asOf, pace, forecastOn, stoppages } }: { progress: Progress }) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (forecastOn === null)
    return (
      <p className="soft">
        {t(pace.titles > 0 ? 'digitization.progress.tooFar' : 'digitization.progress.noForecast')}
      </p>
    )
  const words = {
    titles: number(pace.titles),
    from: displayDate(pace.from),
    days: number(pace.days),
    lost: number(pace.lostDays),
  }
  const stands = stoppages.some(({ endedOn, startedOn }) => startedOn <= asOf && (endedOn ?? asOf) >= asOf)
  return (
    <>
      <p className="strong">{t('digitization.progress.forecast', { on: displayDate(forecastOn) })}</p>
      <p className="soft">
        {t(pace.lostDays > 0 ? 'digitization.progress.rests' : 'digitization.progress.restsWhole', words)}
      </p>
      {stands && <Notice icon="pause" text={t('digitization.progress.stillStands')} />}
    </>
  )
}
