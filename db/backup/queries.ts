import { join } from 'node:path'
import type { QueriesOf } from '../context.ts'

export const queries: QueriesOf<'backup'> = {
  async status(_, { db, dataDir }) {
    const backups = await db.selectFrom('backup').selectAll().orderBy('id', 'desc').limit(100).execute()
    const lastProvenAt = backups.find((backup) => backup.provenAt)?.provenAt ?? null
    return { lastProvenAt, backups, folder: join(dataDir, 'backups') }
  },
}
