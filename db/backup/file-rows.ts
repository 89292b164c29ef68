import { join } from 'node:path'
import { backupStem } from '../../shared/backup/contract.ts'
import type { Reader } from '../connection.ts'
import type { KeptFile } from './kept-files.ts'
import type { Attached } from './places.ts'
import type { Sealer } from './sealing.ts'

/** Files of the last copy at a place, by what they hold; those that are for another key hold nothing for this one. */
export async function filesOfLast(
  db: Reader,
  { id, folder }: Attached,
  sealer: Sealer | null,
): Promise<Map<string, KeptFile & { folder: string }>> {
  const last = await db
    .selectFrom('backup')
    .select(['fileName', 'files', 'recipient'])
    .where('placeId', '=', id)
    .where('removedAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last || last.recipient !== (sealer?.recipient ?? '')) return new Map()
  const files: KeptFile[] = JSON.parse(last.files)
  const place = join(folder, backupStem(last.fileName))
  return new Map(files.map((file) => [file.hash, { ...file, folder: place }]))
}
