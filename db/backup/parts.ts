import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupEndings } from '../../shared/backup/contract.ts'

export const partEnding = '.part'
const ownName = /^kho-sach-\d{4}(?:-\d+)+/
const exportName = /^(kho-sach-\d{4}(?:-\d+)+)(?:\.zip(?:\.age)?)?$/

/** What a power cut left of an unfinished copy, so that nobody takes it for a whole one. */
export function removeParts(folder: string): void {
  if (!existsSync(folder)) return
  const names = readdirSync(folder)
  const isLeft = (name: string) => {
    if (!ownName.test(name)) return false
    if (name.includes(partEnding)) return true
    // The files and the export come before the database, so without it they are of a copy that never was.
    const [, stem] = exportName.exec(name) ?? []
    return stem !== undefined && !backupEndings.some((ending) => names.includes(stem + ending))
  }
  for (const name of names.filter(isLeft)) rmSync(join(folder, name), { recursive: true, force: true })
}

/** A name that changed is on the disk only with its folder; Windows sees to that itself. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
