import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileTicket } from '../../shared/door.ts'
import { updateExtension } from '../../shared/opened-files.ts'
import { compareVersions } from '../../shared/versions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useEngine } from './engine.tsx'
import type { Output } from './operation-types.ts'
import { useCommand, useQuery } from './operations.ts'
import { useOpened } from './use-opened-file.ts'
import { useUpdateProblem } from './use-update-problem.ts'

/** Setups that lie on this PC: started by the shell, or named by their place where there is none. */
function Start({ version, path }: { version: string; path: string }) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const [isUnstarted, setUnstarted] = useState(false)
  async function start() {
    setUnstarted(!(await door.startSetup(version)))
  }
  return (
    <>
      <Button kind="primary" icon="forward" onClick={() => void start()}>
        {t('updates.closed.start', { version })}
      </Button>
      {isUnstarted && <Notice icon="info" text={t('updates.ready.byHand', { path })} />}
    </>
  )
}

/** A library that a newer program has written: the way to that program, from a file on a stick. */
export function NewerVersion({ needed }: { needed: string }) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const setups = useQuery('updates.setups', {}).value ?? []
  const takeIn = useCommand('updates.takeInClosed')
  const problemText = useUpdateProblem()
  const [taken, setTaken] = useState<Output<'updates.takeInClosed'> | null>(null)
  const newer = setups.find(
    ({ version, standing }) => standing === 'newer' && compareVersions(version, needed) >= 0,
  )
  async function take(file: FileTicket) {
    setTaken(null)
    const answer = await takeIn.run({ file })
    setTaken(answer.ok ? answer.value : null)
  }
  async function choose() {
    const file = await door.pickFile(`.${updateExtension}`)
    if (file) await take(file)
  }
  useOpened((opened) => opened.kind === 'update' && void take(opened.file))
  if (newer)
    return (
      <div className="actions">
        <Start version={newer.version} path={newer.path} />
      </div>
    )
  return (
    <div className="stack">
      <div className="actions">
        <Button kind="primary" icon="file" disabled={takeIn.isRunning} onClick={() => void choose()}>
          {t('updates.page.choose')}
        </Button>
      </div>
      <div role="status" className="stack">
        {takeIn.isRunning && <p className="soft">{t('updates.takeIn.running')}</p>}
        {taken?.problem && <Notice icon="warning" text={problemText(taken.problem, taken.details)} />}
        {taken?.version && <Notice icon="info" text={t('updates.closed.notEnough', { ...taken, needed })} />}
      </div>
      <Failure of={takeIn.failure} />
    </div>
  )
}

/** An upgrade that did not come out right: the program that the library was used with before. */
export function EarlierVersion() {
  const setups = useQuery('updates.setups', {}).value ?? []
  const earlier = setups.find(({ standing }) => standing === 'earlier')
  return earlier ? <Start version={earlier.version} path={earlier.path} /> : null
}

/** The older library lies ready for the earlier program. */
export function PutBack({ onStay }: { onStay: () => void }) {
  const { t } = useTranslation()
  const stay = useCommand('updates.stay')
  async function goOn() {
    if ((await stay.run({})).ok) onStay()
  }
  return (
    <>
      <EarlierVersion />
      <Button icon="restore" disabled={stay.isRunning} onClick={() => void goOn()}>
        {t('updates.closed.stay')}
      </Button>
      <Failure of={stay.failure} />
    </>
  )
}
