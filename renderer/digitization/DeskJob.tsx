import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Job } from '../../shared/digitization/contract.ts'
import { countsPages } from '../../shared/digitization/rules.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { PriorityChip } from './JobChips.tsx'
import { MachineField } from './MachineField.tsx'
import { useFinish } from './use-finish.ts'

/** The task of the slip that lies on the table; Enter anywhere in it ends the stage. */
export function DeskJob({ job, onFinished }: { job: Job; onFinished: (job: Job) => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const finish = useFinish()
  const [pages, setPages] = useState<number | null>(null)
  const counts = countsPages(job.stageKind)
  async function submit(event: FormEvent) {
    event.preventDefault()
    const after = await finish.run(job, { pages: counts ? pages : null })
    if (after) onFinished(after)
  }
  return (
    <form className="card slip-task stack" onSubmit={(event) => void submit(event)}>
      <p className="row">
        <strong className="slip-code">{job.code}</strong>
        {job.priority > 0 && <PriorityChip priority={job.priority} />}
        <span className="spacer" />
        <Link to={`/digitization/jobs/${job.id}`}>{t('digitization.desk.open')}</Link>
      </p>
      <p className="slip-title">{job.title}</p>
      <p className="soft">
        {[
          job.accessionNumber,
          job.projectName,
          job.expectedPages === null
            ? ''
            : t('digitization.desk.expected', { shown: number(job.expectedPages) }),
          job.takenByName,
        ]
          .filter((fact) => fact !== '')
          .join(' · ')}
      </p>
      {job.state === 'open' ? (
        <>
          <p className="slip-stage">{job.stageName}</p>
          <div className="form-grid">
            {counts && (
              <NumberField
                label={t('digitization.finish.pages')}
                hint={t('digitization.finish.pagesHint')}
                autoFocus
                value={pages}
                onChange={setPages}
              />
            )}
            <MachineField value={finish.machine} onChange={finish.setMachine} />
          </div>
          <Failure of={finish.failure} />
          <div className="actions">
            <Button kind="primary" type="submit" icon="check" autoFocus={!counts} disabled={finish.isRunning}>
              {t('digitization.desk.finish', { stage: job.stageName })}
            </Button>
          </div>
        </>
      ) : (
        <Notice
          text={t('digitization.desk.notOpen', {
            state: t(`digitization.states.${job.state}`).toLocaleLowerCase('vi'),
          })}
        />
      )}
    </form>
  )
}
