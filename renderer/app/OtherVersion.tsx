import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Details } from '../../shared/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { compareVersions } from '../../shared/versions.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useEngine } from './engine.tsx'
import { useCommand, useQuery } from './operations.ts'

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
  const setups = useQuery('updates.setups', {}).value ?? []
  const takeIn = useCommand('updates.takeInClosed')
  const [path, setPath] = useState('')
  const [problem, setProblem] = useState<{ code: string; details: Details } | null>(null)
  const newer = setups.find(
    ({ version, standing }) => standing === 'newer' && compareVersions(version, needed) >= 0,
  )
  async function take() {
    const answer = await takeIn.run({ path })
    const code = answer.ok ? answer.value.problem : null
    setProblem(answer.ok && code ? { code, details: answer.value.details } : null)
  }
  if (newer) return <Start version={newer.version} path={newer.path} />
  return (
    <div className="stack">
      <div className="row folder">
        <TextField
          label={t('updates.closed.path')}
          hint={t('updates.closed.pathHint')}
          value={path}
          onChange={(event) => setPath(event.target.value)}
        />
        <Button icon="file" disabled={path === '' || takeIn.isRunning} onClick={() => void take()}>
          {t('updates.closed.takeIn')}
        </Button>
      </div>
      <Failure of={takeIn.failure} />
      {problem && (
        <Notice icon="warning" text={t(runtimeKey(`updates.problems.${problem.code}`), problem.details)} />
      )}
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
