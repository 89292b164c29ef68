import { createReadStream, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { Manifest } from '../../shared/updates/manifest.ts'
import { compareVersions } from '../../shared/versions.ts'
import { headPath, setupPath, updatesFolder } from './places.ts'
import { hashOf, readHead, UpdateRefused } from './update-file.ts'

/** A Setup that lies here whole; whether its bytes are still the signed ones is asked before it is started. */
export type KeptSetup = { manifest: Manifest; path: string }

/** The newest first. What is not ours, or half written, is none. */
export function keptSetups(dataDir: string): KeptSetup[] {
  const folder = updatesFolder(dataDir)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => keptSetup(dataDir, /^KhoSach-Setup-([\d.]+)\.signed$/.exec(name)?.[1] ?? '') ?? [])
    .toSorted((a, b) => compareVersions(b.manifest.version, a.manifest.version))
}

export function keptSetup(dataDir: string, version: string): KeptSetup | null {
  const [head, path] = [headPath(dataDir, version), setupPath(dataDir, version)]
  if (!existsSync(head) || !existsSync(path)) return null
  try {
    const { manifest } = readHead(readFileSync(head))
    return manifest.version === version && statSync(path).size === manifest.setup.size
      ? { manifest, path }
      : null
  } catch (error) {
    if (error instanceof UpdateRefused) return null
    throw error
  }
}

export async function isStillSigned(
  { manifest, path }: KeptSetup,
  told?: (bytes: number) => void,
): Promise<boolean> {
  return (await hashOf(createReadStream(path), told)) === manifest.setup.sha256
}

/** What stays: the newest, the one that runs, and the one before it, which "go back" starts. */
export function versionsToKeep(versions: readonly string[], present: string): string[] {
  const sorted = versions.toSorted(compareVersions)
  const newest = sorted.at(-1)
  const before = sorted.findLast((version) => compareVersions(version, present) < 0)
  return sorted.filter((version) => version === newest || version === present || version === before)
}

export function dropOthers(dataDir: string, present: string): void {
  const versions = keptSetups(dataDir).map(({ manifest }) => manifest.version)
  const staying = versionsToKeep(versions, present)
  for (const version of versions.filter((each) => !staying.includes(each))) {
    rmSync(headPath(dataDir, version), { force: true })
    rmSync(setupPath(dataDir, version), { force: true })
  }
}
