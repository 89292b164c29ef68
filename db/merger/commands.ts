import { rmSync } from 'node:fs'
import type { CommandsOf } from '../context.ts'
import { copyCommands } from './former-copies.ts'
import { mergerFolder, requireMerger } from './mergers.ts'
import { planCommands } from './plan.ts'

export const commands: CommandsOf<'merger'> = {
  ...planCommands,
  ...copyCommands,

  async drop({ id }, { db, dataDir, fail }) {
    const { runId, run } = await requireMerger(db, { id, states: ['staged', 'undone'] }, fail)
    await db.deleteFrom('merger').where('id', '=', id).execute()
    await db.deleteFrom('importRun').where('id', '=', runId).execute()
    rmSync(mergerFolder(dataDir, run.stageJobId), { recursive: true, force: true })
    return { id }
  },
}
