import { useTranslation } from 'react-i18next'
import type { JobState } from '../../shared/door.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import type { OperationFailure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Run = {
  job: JobState | null
  isRunning: boolean
  failure: OperationFailure | null
  cancel: () => unknown
}

/** Below this a rate says nothing yet. */
const firstRateMs = 1000

/** How far reading, writing or undoing is, and how fast; while the file is checked there is nothing to count. */
export function MergerProgress({ run }: { run: Run }) {
  const { t } = useTranslation()
  const number = useNumberText()
  function amount({ done, total, startedAt }: JobState): string {
    if (total === null) return t('merger.new.reading')
    const elapsedMs = Date.now() - Date.parse(startedAt)
    const each = elapsedMs < firstRateMs ? 0 : Math.round((done * 1000) / elapsedMs)
    return [
      t('interchange.progress.share', { share: number(Math.floor((done / Math.max(total, 1)) * 100)) }),
      each > 0 && t('interchange.progress.rate', { rate: number(each) }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return <JobProgress run={run} amount={amount} />
}
