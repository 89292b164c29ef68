import { useTranslation } from 'react-i18next'
import type { JobState } from '../../shared/door.ts'
import { Failure, type OperationFailure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useOperationWords } from './use-operation-words.ts'

type Run = {
  job: JobState | null
  isRunning: boolean
  failure: OperationFailure | null
  cancel: () => unknown
}

type Props = {
  run: Run
  label?: string | undefined
  /** How much is done, where the bare numbers are nothing to read. */
  amount?: (job: JobState) => string
}

/** How a run stands: its progress, what stopped it, or why it was refused. */
export function JobProgress({ run, label, amount }: Props) {
  const { t } = useTranslation()
  const { running } = useOperationWords()
  const { job, isRunning, failure } = run
  if (failure) return <Failure of={failure} />
  if (job?.state === 'cancelled' || job?.state === 'interrupted') {
    return <Notice text={t(`jobs.ended.${job.state}`)} />
  }
  if (!job || !isRunning) return null
  return (
    <Progress
      label={label ?? running(job.operation)}
      run={job}
      amount={amount?.(job)}
      onCancel={() => void run.cancel()}
    />
  )
}
