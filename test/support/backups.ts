import { readdirSync } from 'node:fs'
import { isBackupName } from '../../shared/backup/contract.ts'
import { unpackBackup } from '../../db/backup/pack.ts'

/** The library that a backup holds, as a file of its own. */
export async function unpackTo(backup: string, file: string): Promise<void> {
  await unpackBackup(backup, file, () => {
    throw new Error(`${backup} is damaged`)
  })
}

/** The whole copies of a folder, the oldest first. */
export function backupsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter(isBackupName).toSorted()
  } catch {
    return []
  }
}
