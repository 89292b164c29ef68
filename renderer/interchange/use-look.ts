import { useEffect, useEffectEvent } from 'react'
import { useJob } from '../app/operations.ts'
import type { NewRun } from './use-new-run.ts'

/** Looks into the files as soon as they are chosen, and again when they are to be read otherwise. */
export function useLook({ files, profile: { encoding }, sheet }: NewRun) {
  const look = useJob('interchange.look')
  const asked = files.length === 0 ? '' : JSON.stringify([files.map(({ token }) => token), encoding, sheet])
  const ask = useEffectEvent(() => {
    if (asked === '') return look.clear()
    if (look.isRunning) look.cancel()
    void look.start({ files, encoding, sheet })
  })
  useEffect(() => ask(), [asked])
  return { look, found: files.length > 0 && !look.isRunning ? look.output : null }
}
