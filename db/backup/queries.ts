import { join } from 'node:path'
import { sql } from 'kysely'
import type { Backup } from '../../shared/backup/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'

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
    return { lastProvenAt, backups, folder: join(dataDir, 'backups') }
  },
}
