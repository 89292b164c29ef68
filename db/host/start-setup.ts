import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** `open` is the shell's own way to start a program, and answers what went wrong. */
type Ways = {
  dataDir: string
  /** A folder of this account of the PC alone. */
  temporary?: string
  open: (path: string) => Promise<string>
  quit: () => void
}

/**
 * A page names a version and never a path: what is started is a copy of a kept Setup, verified right before. A copy,
 * since every account of a PC may write where the data lie: what stands there could change once it was looked at, and
 * answers laid beside it would be Setup's.
 */
export function createStartSetup(ways: Ways): (version: string) => Promise<boolean> {
  const { dataDir, temporary = tmpdir(), open, quit } = ways
  return async (version) => {
    const { isStillSigned, keptSetup } = await import('../updates/index.ts')
    const kept = keptSetup(dataDir, version)
    const path = kept && ownCopy(kept.path, temporary)
    if (!kept || !path || !(await isStillSigned({ ...kept, path }))) return false
    if ((await open(path)) !== '') return false
    // Setup replaces the files of the program that runs.
    quit()
    return true
  }
}

/** Null where there is no room, or where the one of before still runs. */
function ownCopy(setup: string, temporary: string): string | null {
  const folder = join(temporary, 'KhoSach-setup')
  const copy = join(folder, basename(setup))
  try {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    copyFileSync(setup, copy)
    return copy
  } catch {
    return null
  }
}
