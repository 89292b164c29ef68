import { useEffect, useRef, useState } from 'react'
import { useEngine } from '../app/engine.tsx'
import { useJob } from '../app/operations.ts'

/** Verifies a Setup once more and starts it; where the page runs in a browser, it says where the Setup lies. */
export function useStartSetup() {
  const { door } = useEngine()
  const verify = useJob('updates.verify')
  const [unstarted, setUnstarted] = useState<string | null>(null)
  const asked = useRef<string | null>(null)
  const verified = verify.output
  useEffect(() => {
    if (verified === null || asked.current !== verified.version) return
    asked.current = null
    if (verified.problem !== null) return
    void door.startSetup(verified.version).then((isStarted) => {
      if (!isStarted) setUnstarted(verified.path)
    })
  }, [door, verified])
  async function start(version: string) {
    setUnstarted(null)
    verify.clear()
    asked.current = version
    await verify.start({ version })
  }
  return { start, verify, problem: verified?.problem ?? null, unstarted, isRunning: verify.isRunning }
}
