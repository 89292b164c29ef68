import { useTranslation } from 'react-i18next'
import type { JobState } from '../../shared/door.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import type { OperationFailure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useRunWords } from './use-run-words.ts'

type Run = {
  job: JobState | null
  isRunning: boolean
  failure: OperationFailure | null
  cancel: () => unknown
}
type Props = {
  run: Run
  /** What the job counts: bytes of a file, or rows. */
  unit: 'bytes' | 'rows'
}

/** Below this a rate says nothing yet. */
const firstRateMs = 1000

/** How far reading, writing or undoing is, in shares of the whole, and how fast. */
export function RunProgress({ run, unit }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { size } = useRunWords()
  function amount({ done, total, startedAt }: JobState): string {
    const elapsedMs = Date.now() - Date.parse(startedAt)
    const share = total ? Math.floor((done / total) * 100) : 0
    const each = elapsedMs < firstRateMs ? null : (done * 1000) / elapsedMs
    const rate = each === null || each < 1 ? null : unit === 'bytes' ? size(each) : number(Math.round(each))
    return [
      t('interchange.progress.share', { share: number(share) }),
      rate && t('interchange.progress.rate', { rate }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return <JobProgress run={run} amount={amount} />
}
