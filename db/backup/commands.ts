import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../shared/ids.ts'
import type { CommandsOf } from '../context.ts'
import { databaseName } from '../folder.ts'
import { asideFolder, orderRestore, stagingFolder } from '../restore.ts'
import { requireOwnPassword } from '../users/index.ts'
import { placeCommands } from './place-commands.ts'
import { readStaged } from './prove.ts'
import { requireRestorer } from './restorer.ts'
import { ruleCommands } from './rule-commands.ts'

export const commands: CommandsOf<'backup'> = {
  ...placeCommands,
  ...ruleCommands,

  async restore({ path, password }, context) {
    const { db, actor, now, dataDir, fail, openAnew } = context
    const kind = await requireRestorer(db, actor, fail)
    const staged = readStaged(dataDir)
    const isThere = staged?.path === path && existsSync(join(stagingFolder(dataDir), databaseName))
    if (!staged || !isThere) return fail('nothing_proven', { path })
    if (kind === 'replacing') await requireOwnPassword(context, password)
    const running = await db.selectFrom('job').select('id').where('state', '=', 'running').executeTakeFirst()
    if (running) fail('job_running', { jobId: running.id })
    orderRestore(dataDir, {
      fileName: staged.fileName,
      holds: staged.holds,
      orderedAt: now,
      epoch: uuidV7(Date.parse(now), randomBytes(16)),
      aside: asideFolder(now),
    })
    openAnew()
    return { done: true }
  },

  /** The host does this while the library cannot be opened; a library that answers is none of those. */
  async setAside() {
    return { done: true }
  },
}
