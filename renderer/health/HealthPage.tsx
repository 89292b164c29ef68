import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { worst } from '../../shared/health/rules.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCall, useJob, useQuery } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import type { Output, Refusal } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Findings } from './Findings.tsx'
import { LogTable } from './LogTable.tsx'
import { MachineFacts } from './MachineFacts.tsx'
import { SlowTable } from './SlowTable.tsx'
import { TrialResult } from './TrialResult.tsx'

const tabs = ['findings', 'slow', 'log'] as const

/** How this PC is, what to do about it, and what to send to whoever helps. */
export function HealthPage() {
  const { t } = useTranslation()
  const [tab, setTab] = useState<(typeof tabs)[number]>('findings')
  const { value: seen, failure, ask, isFetching } = useQuery('health.machine', {})
  const trial = useJob('health.trial')
  const diagnosis = useDiagnosis()
  return (
    <div className="page filled">
      <PageHeader title={t('health.page.title')} hint={t('health.page.hint')}>
        <Button icon="restore" disabled={isFetching} onClick={ask}>
          {t('health.page.again')}
        </Button>
        <Button
          icon="trend"
          disabled={trial.isRunning}
          title={t('health.trial.intro')}
          onClick={() => void trial.start({})}
        >
          {t('health.page.trial')}
        </Button>
        <Button
          kind="primary"
          icon="save"
          title={t('health.page.diagnoseHint')}
          onClick={() => void diagnosis.save()}
        >
          {t('health.page.diagnose')}
        </Button>
      </PageHeader>
      <Failure of={failure ?? diagnosis.failure} />
      <JobProgress run={trial} label={t('health.trial.running')} amount={() => ''} />
      {trial.output && <TrialResult result={trial.output} />}
      {seen && (
        <Tabs
          label={t('health.page.title')}
          tabs={tabs.map((key) => ({ key, label: t(`health.page.${key}`) }))}
          current={tab}
          onChange={setTab}
        >
          {tab === 'findings' && (
            <div className="split health">
              <section className="card" aria-label={t('health.page.findings')}>
                <h2>{t(`health.state.${worst(seen.findings)}`)}</h2>
                <Findings findings={seen.findings} />
              </section>
              <section className="card" aria-label={t('health.page.machine')}>
                <h2>{t('health.page.machine')}</h2>
                <MachineFacts machine={seen.machine} />
              </section>
            </div>
          )}
          {tab === 'slow' && <SlowTable slow={seen.slow} />}
          {tab === 'log' && <LogTable />}
        </Tabs>
      )}
    </div>
  )
}

/** The file is made when it is asked for, and handed over at once. */
function useDiagnosis() {
  const call = useCall()
  const [file, setFile] = useState<Output<'health.diagnosis'>>()
  const [failure, setFailure] = useState<Refusal<'health.diagnosis'> | null>(null)
  useSavedFile(file, () => setFile(undefined))
  async function save() {
    const answer = await call('health.diagnosis', {})
    setFailure(answer.ok ? null : answer.error)
    if (answer.ok) setFile(answer.value)
  }
  return { save, failure }
}
