import { randomBytes } from 'node:crypto'
import { uuidV7 } from '../../shared/ids.ts'
import type { CommandsOf } from '../context.ts'
import { databaseName } from '../folder.ts'
import { keptFolders } from '../kept-folders.ts'
import { notePutBack } from '../put-back.ts'
import { asideFolder, orderRestore } from '../restore.ts'
import { requireOwnPassword } from '../users/index.ts'
import { askingCommands } from './asking.ts'
import { readPrepared } from './prepare-return.ts'

export const commands: CommandsOf<'updates'> = {
  ...askingCommands,

  async goBack({ password }, context) {
    const { db, now, dataDir, openAnew } = context
    await requireOwnPassword(context, password)
    const prepared = readPrepared(dataDir)
    if (!prepared) return { problem: 'nothing_prepared' }
    const running = await db.selectFrom('job').select('id').where('state', '=', 'running').executeTakeFirst()
    if (running) return { problem: 'job_running' }
    notePutBack(dataDir, prepared.version)
    orderRestore(dataDir, {
      fileName: prepared.fileName,
      // What lies beside the library stays: nothing of it went with the update.
      holds: [databaseName, ...keptFolders],
      orderedAt: now,
      epoch: uuidV7(Date.parse(now), randomBytes(16)),
      aside: asideFolder(now),
    })
    openAnew()
    return { problem: null }
  },

  /** The host does these while the library cannot be opened; a library that answers needs neither. */
  takeInClosed() {
    return { version: null, path: '', problem: 'library_open', details: {} }
  },
  stay() {
    return { done: true }
  },
}
