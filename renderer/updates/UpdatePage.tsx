import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileTicket } from '../../shared/door.ts'
import { updateExtension } from '../../shared/opened-files.ts'
import { useEngine } from '../app/engine.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, useQuery } from '../app/operations.ts'
import { useBeginWith, useOpenedHere } from '../app/use-opened-file.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { formatSize } from '../ui/sizes.ts'
import { numberStyle } from '../ui/numbers.ts'
import { AskingCard } from './AskingCard.tsx'
import { ReturnCard } from './ReturnCard.tsx'
import { SetupCards } from './SetupCards.tsx'
import { useUpdateProblem } from '../app/use-update-problem.ts'

/** New versions of the program: from a stick or from the network, and the way back to the one before. */
export function UpdatePage() {
  const { t, i18n } = useTranslation()
  const { door } = useEngine()
  const { value: status, failure } = useQuery('updates.status', {})
  const takeIn = useJob('updates.takeIn')
  const problemText = useUpdateProblem()
  const size = (bytes: number) => formatSize(bytes, numberStyle(i18n.language))

  const { start, clear } = takeIn
  const take = useCallback(
    async (file: FileTicket) => {
      clear()
      await start({ file })
    },
    [start, clear],
  )
  const opened = useOpenedHere()
  useBeginWith(opened?.kind === 'update' ? opened.file : null, take)
  async function choose() {
    const file = await door.pickFile(`.${updateExtension}`)
    if (file) await take(file)
  }
  const taken = takeIn.output
  return (
    <div className="page">
      <PageHeader title={t('updates.page.title')} hint={t('updates.page.hint')}>
        <Button
          does="updates.takeIn"
          kind="primary"
          icon="file"
          disabled={takeIn.isRunning}
          onClick={() => void choose()}
        >
          {t('updates.page.choose')}
        </Button>
      </PageHeader>
      <div className="stack">
        <Failure of={failure} />
        {status?.canVerify === false && <Notice icon="warning" text={t('updates.page.noKey')} />}
        <JobProgress
          run={takeIn}
          label={t('updates.takeIn.running')}
          amount={({ done, total }) =>
            t('ui.progress.amount', { done: size(done), total: size(total ?? done) })
          }
        />
        {taken?.problem && <Notice icon="warning" text={problemText(taken.problem, taken.details)} />}
        {taken?.version && (
          <Notice icon="check" text={t('updates.takeIn.done', { version: taken.version })} />
        )}
        {status && <SetupCards status={status} />}
        {status && <AskingCard key={status.asking.address} asking={status.asking} />}
        {status?.returning && <ReturnCard returning={status.returning} />}
      </div>
    </div>
  )
}
