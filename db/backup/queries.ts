import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import type { Backup, FoundBackup } from '../../shared/backup/contract.ts'
import { instantAt } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { requireRestorer } from './restorer.ts'

/** The newest first; the lists of their files stay where they are. */
export async function readBackups(db: Reader): Promise<Backup[]> {
  return db
    .selectFrom('backup')
    .select(['id', 'fileName', 'size', 'madeAt', 'provenAt'])
    .select(sql<number>`json_array_length(files)`.as('fileCount'))
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

export const queries: QueriesOf<'backup'> = {
  async status(_, { db, dataDir }) {
    const backups = await readBackups(db)
    const lastProvenAt = backups.find((backup) => backup.provenAt)?.provenAt ?? null
    const restorations = await db
      .selectFrom('restoration')
      .select(['id', 'fileName', 'restoredAt', 'aside'])
      .orderBy('id', 'desc')
      .execute()
    return {
      lastProvenAt,
      backups,
      folder: join(dataDir, 'backups'),
      restorations: restorations.map((each) => ({ ...each, aside: join(dataDir, each.aside) })),
    }
  },

  async found({ folder: asked }, { db, actor, dataDir, fail }) {
    await requireRestorer(db, actor, fail)
    const folder = asked || join(dataDir, 'backups')
    if (asked && !statSync(asked, { throwIfNoEntry: false })?.isDirectory())
      return fail('folder_not_found', { folder })
    return { folder, copies: existsSync(folder) ? copiesIn(folder) : [] }
  },
}

/** A stick holds other things, too; a file that only looks like a copy is told from one when it is proven. */
function copiesIn(folder: string): FoundBackup[] {
  return readdirSync(folder)
    .filter((fileName) => fileName.endsWith('.db') && fileName !== 'lock.db')
    .flatMap((fileName) => {
      const path = join(folder, fileName)
      const stat = statSync(path, { throwIfNoEntry: false })
      if (!stat?.isFile()) return []
      const hasFiles = existsSync(join(folder, basename(fileName, '.db')))
      return { path, fileName, size: stat.size, changedAt: instantAt(stat.mtimeMs), hasFiles }
    })
    .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
}
