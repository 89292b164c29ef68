import { rmSync } from 'node:fs'
import { join } from 'node:path'

export const unitFile = (folder: string) => join(folder, 'unit.db')
export const journalFile = (folder: string) => join(folder, 'journal.gz')

/** The head of the former unit's journal, and its lines as they stood there. */
export type UnitJournal = {
  position: number
  hash: string
  isWhole: boolean
  lines: () => AsyncIterable<Uint8Array | string>
}

/** The copy holds names of staff and passwords; only what was taken over and the journal's lines stay. */
export function dropUnit(folder: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal'])
    rmSync(`${unitFile(folder)}${ending}`, { force: true })
}
