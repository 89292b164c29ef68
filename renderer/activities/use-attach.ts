import { useEngine } from '../app/engine.tsx'
import { useJob } from '../app/operations.ts'
import type { ChosenEvidence } from './chosen-evidence.ts'

/** Hands chosen files over and keeps them with an activity; the run tells what came of it. */
export function useAttach() {
  const { door } = useEngine()
  const run = useJob('activities.attachEvidence')
  async function attach(activityId: number, chosen: readonly ChosenEvidence[]): Promise<void> {
    const files = []
    for (const { kind, file } of chosen)
      for (const ticket of await door.takeFiles([file])) files.push({ kind, file: ticket })
    if (files.length > 0) await run.start({ activityId, files })
  }
  return { run, attach }
}
