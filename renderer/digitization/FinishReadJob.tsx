import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import type { JobRecord } from './JobPage.tsx'
import { useFinish } from './use-finish.ts'

/** One button for a job that stands where its text was to be read, once all of it is. */
export function FinishReadJob({ job }: { job: JobRecord }) {
  const { t } = useTranslation()
  const finish = useFinish()
  const at = job.stages.findIndex(({ id }) => id === job.stageId)
  const next = job.stages[at + 1]
  return (
    <>
      <Button
        kind="primary"
        icon="check"
        disabled={finish.isRunning}
        onClick={() => void finish.run(job, { pages: null })}
      >
        {next ? t('digitization.finish.submit', { next: next.name }) : t('digitization.finish.submitLast')}
      </Button>
      <Failure of={finish.failure} />
    </>
  )
}
