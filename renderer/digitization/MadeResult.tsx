import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { jobsAddress } from './jobs-address.ts'

type Props = { made: Output<'digitization.makeJobs'>; onAgain: () => void }

/** What came of it, and the way back while nobody has begun. */
export function MadeResult({ made, onAgain }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const navigate = useNavigate()
  const toast = useToast()
  const takeBack = useCommand('digitization.takeBackBatch')
  const { batchIds, jobs, known, withoutCopies } = made
  const [first] = batchIds
  function look() {
    onAgain()
    void navigate(
      batchIds.length === 1 && first ? jobsAddress({ batchId: first }) : '/digitization/jobs/batches',
    )
  }
  async function undo() {
    let taken = 0
    for (const id of batchIds) {
      const answer = await takeBack.run({ id })
      if (!answer.ok) return
      taken += answer.value.jobs
    }
    toast({ text: t('digitization.make.undone', { shown: number(taken) }) })
    onAgain()
  }
  return (
    <section className="card stack">
      <p role="status">
        <strong>{t('digitization.make.done', { shown: number(jobs) })}</strong>
      </p>
      {known > 0 && <p>{t('digitization.make.left', { shown: number(known) })}</p>}
      {withoutCopies > 0 && <p>{t('digitization.make.withoutCopies', { shown: number(withoutCopies) })}</p>}
      <Failure of={takeBack.failure} />
      <div className="actions">
        <Button kind="primary" onClick={look}>
          {t('digitization.make.look')}
        </Button>
        <Button icon="restore" disabled={takeBack.isRunning} onClick={() => void undo()}>
          {t('digitization.make.undo')}
        </Button>
      </div>
    </section>
  )
}
