import { existsSync } from 'node:fs'
import type { Taken } from '../../shared/updates/contract.ts'
import { takeIn } from './take-in.ts'
import { openUpdateFile, UpdateRefused } from './update-file.ts'

/** Takes an update file in, or says what is the matter with it. */
export async function takenFrom(
  path: string,
  dataDir: string,
  told: (bytes: number) => void,
): Promise<Taken> {
  if (!existsSync(path)) return { version: null, path: '', problem: 'file_gone', details: { path } }
  try {
    const kept = await takeIn(await openUpdateFile(path, told), { dataDir, told })
    return { version: kept.manifest.version, path: kept.path, problem: null, details: {} }
  } catch (error) {
    if (!(error instanceof UpdateRefused)) throw error
    return { version: null, path: '', problem: error.problem, details: error.details }
  }
}
