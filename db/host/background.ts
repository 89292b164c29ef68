import type { Answer } from '../dispatch.ts'
import { everyMinute } from './minute.ts'

type Call = (operation: string, input: unknown, session: string | null) => Promise<Answer>

/** What the program does by itself: whether there is anything to do is asked, and costs one reading. */
const work = [
  { isDue: 'sync.isDue', run: 'sync.sendByItself' },
  { isDue: 'updates.isDue', run: 'updates.fetchByItself' },
  { isDue: 'backup.isDue', run: 'backup.makeByItself' },
  { isDue: 'backup.isCheckDue', run: 'backup.checkByItself' },
] as const

/** Looks once a minute; neither a look nor a run that goes on keeps anybody from quitting. Answers what ends it. */
export function startBackground(call: Call): () => void {
  let isLooking = false
  async function look(): Promise<void> {
    if (isLooking) return
    isLooking = true
    try {
      for (const { isDue, run } of work) {
        const { reply } = await call(isDue, {}, null)
        if (reply.ok && (reply.value as { isDue: boolean }).isDue) await call(run, {}, null)
      }
    } finally {
      isLooking = false
    }
  }
  return everyMinute(() => void look())
}
