import type { Answer } from '../dispatch.ts'
import type { EngineEvent } from '../../shared/door.ts'

type Doing = {
  call: (operation: string, input: unknown, session: string | null) => Promise<Answer>
  onEvent: (listener: (event: EngineEvent) => void) => () => void
}

/** Nobody waits longer than this for a program to be gone, though its window went at once. */
const longestMs = 15 * 60_000

/** The copy that is due when the program is left, made behind a window that is gone already. */
export async function makeLastCopy({ call, onEvent }: Doing): Promise<void> {
  const { reply } = await call('backup.isDue', { isQuitting: true }, null)
  if (!reply.ok || !(reply.value as { isDue: boolean }).isDue) return
  const ended = new Set<number>()
  let heard: () => void = () => undefined
  const stop = onEvent((event) => {
    if (event.type !== 'job' || event.job.state === 'running') return
    ended.add(event.job.id)
    heard()
  })
  try {
    const started = await call('backup.makeByItself', { isQuitting: true }, null)
    if (!started.reply.ok) return
    const { jobId } = started.reply.value as { jobId: number }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, longestMs)
      heard = () => {
        if (!ended.has(jobId)) return
        clearTimeout(timer)
        resolve()
      }
      heard()
    })
  } finally {
    stop()
  }
}
