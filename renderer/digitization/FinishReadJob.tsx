import { useTranslation } from 'react-i18next'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { JobRecord } from './JobPage.tsx'
import { useFinish } from './use-finish.ts'

/** What ends the reading of a job's pages once all of them are read; nothing where it does not stand at that. */
export function FinishReadJob({ job, text }: { job: JobRecord; text: string }) {
  const { t } = useTranslation()
  const can = useCan()
  const finish = useFinish()
  if (job.state !== 'open' || job.stageKind !== 'ocr' || !can('digitization.work')) return null
  const at = job.stages.findIndex(({ id }) => id === job.stageId)
  const next = job.stages[at + 1]
  return (
    <Notice icon="check" text={text}>
      <Button
        kind="primary"
        icon="check"
        disabled={finish.isRunning}
        onClick={() => void finish.run(job, { pages: null })}
      >
        {next ? t('digitization.finish.submit', { next: next.name }) : t('digitization.finish.submitLast')}
      </Button>
      <Failure of={finish.failure} />
    </Notice>
  )
}
