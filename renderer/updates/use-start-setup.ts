import { useState } from 'react'
import { useEngine } from '../app/engine.tsx'
import { useJob } from '../app/operations.ts'

/** Verifies a Setup once more and starts it; where the page runs in a browser, it says where the Setup lies. */
export function useStartSetup() {
  const { door } = useEngine()
  const verify = useJob('updates.verify')
  const [asked, setAsked] = useState<string | null>(null)
  const [unstarted, setUnstarted] = useState<string | null>(null)
  const verified = verify.output
  if (verified && asked === verified.version && verified.problem) setAsked(null)
  else if (verified && asked === verified.version) {
    setAsked(null)
    void door.startSetup(verified.version).then((isStarted) => {
      if (!isStarted) setUnstarted(verified.path)
    })
  }
  async function start(version: string) {
    setUnstarted(null)
    verify.clear()
    setAsked(version)
    await verify.start({ version })
  }
  return { start, verify, problem: verified?.problem ?? null, unstarted, isRunning: verify.isRunning }
}
