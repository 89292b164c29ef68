import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Verdict } from '../../shared/journal/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { readAnchors } from './anchors.ts'
import { VerdictCard } from './VerdictCard.tsx'

/** The last run whose verdict is still known, also one made before this page was opened. */
function useLastVerdict(): { verdict: Verdict; at: string } | null {
  const jobs = useQuery('jobs.list', {}).value ?? []
  const last = jobs.find((job) => job.operation === 'journal.verifyChain' && job.state === 'done')
  return last?.endedAt ? { verdict: last.output as Verdict, at: last.endedAt } : null
}

export function VerifyChainPage() {
  const { t } = useTranslation()
  const verify = useJob('journal.verifyChain')
  const last = useLastVerdict()
  const [typed, setTyped] = useState('')
  const { anchors, wrongLine } = readAnchors(typed)
  const isReadable = wrongLine === null

  function start() {
    if (isReadable && !verify.isRunning) void verify.start({ anchors })
  }
  useShortcut('Ctrl+Enter', start)
  return (
    <div className="page">
      <PageHeader
        title={t('journal.verify.title')}
        hint={t('journal.verify.hint')}
        back={{ to: '/journal', label: t('journal.list.title') }}
      />
      <section className="card">
        <TextArea
          label={t('journal.verify.anchors')}
          hint={`${t('journal.verify.anchorsHint')}${anchors.length > 0 ? ` ${t('journal.verify.anchorsRead', { count: anchors.length })}` : ''}`}
          error={isReadable ? undefined : t('journal.verify.anchorsWrong', { line: wrongLine })}
          placeholder={t('journal.verify.anchorsExample')}
          rows={2}
          className="mono"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="actions">
          <Button
            kind="primary"
            icon="shield"
            shortcut="Ctrl+Enter"
            disabled={verify.isRunning || !isReadable}
            onClick={start}
          >
            {t('journal.verify.start')}
          </Button>
          <span className="soft small">
            {last ? t('journal.verify.last', { at: displayInstant(last.at) }) : t('journal.verify.never')}
          </span>
        </div>
        <JobProgress run={verify} />
      </section>
      {last && !verify.isRunning && <VerdictCard verdict={last.verdict} />}
    </div>
  )
}
