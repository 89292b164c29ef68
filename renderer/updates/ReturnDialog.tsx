import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCommand, useJob } from '../app/operations.ts'
import { ActDialog } from '../ui/ActDialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useUpdateProblem } from '../app/use-update-problem.ts'

type Props = { version: string; entriesSince: number; onClose: () => void }

/** Writes down what came since, then puts the older library back; the page after it starts the earlier Setup. */
export function ReturnDialog({ version, entriesSince, onClose }: Props) {
  const { t } = useTranslation()
  const prepare = useJob('updates.prepareReturn')
  const goBack = useCommand('updates.goBack')
  const [password, setPassword] = useState('')
  const { start, clear } = prepare
  useEffect(() => {
    void start({})
    return clear
  }, [start, clear])
  const problemText = useUpdateProblem()
  const [unreturned, setUnreturned] = useState<Output<'updates.goBack'>['problem']>(null)
  const prepared = prepare.output?.problem === null ? prepare.output : null
  const problem = prepare.output?.problem ?? unreturned
  async function submit() {
    const answer = await goBack.run({ password })
    setPassword('')
    // The library is closed now, which the page that opens it says.
    if (answer.ok && answer.value.problem === null) window.location.reload()
    setUnreturned(answer.ok ? answer.value.problem : null)
  }
  return (
    <ActDialog
      title={t('updates.return.title', { version })}
      submit={t('updates.return.submit')}
      icon="restore"
      isReady={prepared !== null && password !== ''}
      isRunning={goBack.isRunning}
      failure={goBack.failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('updates.return.lost', { count: entriesSince })}</p>
      <JobProgress run={prepare} label={t('updates.return.preparing')} amount={() => ''} />
      {problem && <Notice icon="warning" text={problemText(problem)} />}
      {prepared && <Notice icon="check" text={t('updates.return.written', { path: prepared.written })} />}
      <TextField
        type="password"
        autoComplete="current-password"
        label={t('updates.return.password')}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
    </ActDialog>
  )
}
