import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Job } from '../../shared/digitization/contract.ts'
import { useCall } from '../app/operations.ts'
import { useScanTaker } from '../app/scan-taker.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { DeskJob } from './DeskJob.tsx'
import { DigitizationTabs } from './DigitizationTabs.tsx'
import { useDeskStart } from './use-desk-start.ts'

type Shown =
  | { kind: 'waiting' }
  | { kind: 'unknown'; code: string }
  | { kind: 'several'; jobs: Job[] }
  | { kind: 'job'; job: Job }

/** A document on the table: its slip is scanned, its task is shown, Enter ends it, and the next slip is scanned. */
export function DeskPage() {
  const { t } = useTranslation()
  const call = useCall()
  const box = useRef<HTMLInputElement>(null)
  const [shown, show] = useState<Shown>({ kind: 'waiting' })
  const [finished, setFinished] = useState<Job[]>([])
  const [search] = useSearchParams()

  async function take(code: string) {
    const answer = await call('digitization.jobsByCode', { code })
    if (!answer.ok) return
    const open = answer.value.filter(({ state }) => state === 'open')
    const jobs = open.length > 0 ? open : answer.value
    const [only, ...others] = jobs
    if (!only) show({ kind: 'unknown', code })
    else if (others.length > 0) show({ kind: 'several', jobs })
    else show({ kind: 'job', job: only })
  }
  function end(job: Job) {
    setFinished((before) => [job, ...before].slice(0, 20))
    show({ kind: 'waiting' })
    box.current?.focus()
  }
  useScanTaker((code) => void take(code))
  useDeskStart(search.get('code'), (code) => void take(code))
  return (
    <div className="page">
      <PageHeader title={t('digitization.desk.title')} hint={t('digitization.desk.hint')} />
      <DigitizationTabs />
      <input
        ref={box}
        className="input slip-box"
        aria-label={t('digitization.desk.box')}
        placeholder={t('digitization.desk.box')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        autoFocus
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          const code = event.currentTarget.value.trim()
          event.currentTarget.value = ''
          if (code !== '') void take(code)
        }}
      />
      <div className="slip-desk">
        <div aria-live="polite">
          {shown.kind === 'waiting' && <p className="soft">{t('digitization.desk.waiting')}</p>}
          {shown.kind === 'unknown' && (
            <Notice icon="warning" text={t('digitization.desk.unknown', { code: shown.code })} />
          )}
          {shown.kind === 'several' && (
            <Several jobs={shown.jobs} onChoose={(job) => show({ kind: 'job', job })} />
          )}
          {shown.kind === 'job' && (
            <DeskJob key={`${shown.job.id} ${shown.job.rev}`} job={shown.job} onFinished={end} />
          )}
        </div>
        <Finished jobs={finished} />
      </div>
    </div>
  )
}

function Several({ jobs, onChoose }: { jobs: Job[]; onChoose: (job: Job) => void }) {
  const { t } = useTranslation()
  return (
    <div className="stack">
      <p>{t('digitization.desk.several', { count: jobs.length })}</p>
      {jobs.map((job) => (
        <button key={job.id} type="button" className="button" onClick={() => onChoose(job)}>
          {[job.code, job.accessionNumber, job.stageName, job.title].filter(Boolean).join(' · ')}
        </button>
      ))}
    </div>
  )
}

function Finished({ jobs }: { jobs: Job[] }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{t('digitization.desk.last')}</h2>
      {jobs.length === 0 && <p className="soft">{t('digitization.desk.lastNone')}</p>}
      <ul className="slip-finished">
        {jobs.map((job, at) => (
          <li key={`${job.id}-${jobs.length - at}`}>
            <strong>{job.code}</strong> {job.title}
            <span className="soft small"> → {job.stageName}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
