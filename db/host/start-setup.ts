import { existsSync } from 'node:fs'
import { versionForm } from '../../shared/updates/versions.ts'
import { setupPath } from '../updates/places.ts'

/** `open` is the shell's own way to start a program, and answers what went wrong. */
type Ways = { dataDir: string; open: (path: string) => Promise<string>; quit: () => void }

/** A page names a version and never a path: what is started lies among the Setups that were verified. */
export function createStartSetup({ dataDir, open, quit }: Ways): (version: string) => Promise<boolean> {
  return async (version) => {
    const path = setupPath(dataDir, version)
    if (!versionForm.test(version) || !existsSync(path)) return false
    if ((await open(path)) !== '') return false
    // Setup replaces the files of the program that runs.
    quit()
    return true
  }
}
