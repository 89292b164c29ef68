import { join } from 'node:path'

/** Where verified Setups lie, and what has been said about asking for more. Of this PC: no backup takes it. */
export function updatesFolder(dataDir: string): string {
  return join(dataDir, 'updates')
}

/** Beside the Setup: the head of its update file, by which it is verified again before it is started. */
export function headPath(dataDir: string, version: string): string {
  return join(updatesFolder(dataDir), `KhoSach-Setup-${version}.signed`)
}

export function setupPath(dataDir: string, version: string): string {
  return join(updatesFolder(dataDir), `KhoSach-Setup-${version}.exe`)
}
