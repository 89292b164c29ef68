import { createHash, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../../db/migrations/index.ts'
import { releaseKeys } from '../../db/updates/release-keys.ts'
import { signedHead } from '../../db/updates/update-file.ts'
import { platformId, productId, type Manifest } from '../../shared/updates/manifest.ts'
import { testFolder } from './engine.ts'

/** A key pair that only tests know; no program that ships believes it. */
export const testReleaseKey = {
  publicKey: 'MCowBQYDK2VwAyEAI8svbZYlRp6nuBBso7Bk3oqsrHIANl7iJXADozFej44',
  privateKey: 'MC4CAQAwBQYDK2VwBCIEIJEuxxXE4ZKlI1uTkyLJVS4UdmmGSGqScbFuodrKD0Wi',
}

/** This process believes releases of the test's key from now on. */
export function trustTestReleases(): void {
  if (!releaseKeys.includes(testReleaseKey.publicKey)) releaseKeys.push(testReleaseKey.publicKey)
}

/** What stands for Setup.exe. */
export function setupOf(bytes = 200_000): Buffer {
  return randomBytes(bytes)
}

export function manifestOf(setup: Uint8Array, said: Partial<Manifest> = {}): Manifest {
  return {
    product: productId,
    platform: platformId,
    version: '0.2.0',
    floor: '0.1.0',
    publishedOn: '2026-12-01',
    setup: { size: setup.length, sha256: createHash('sha256').update(setup).digest('hex') },
    migrations: [...Object.keys(migrations), '9990-later'],
    notes: { vi: 'Bản cập nhật thử.', en: 'A trial update.' },
    ...said,
  }
}

export function updateBytes(said: Partial<Manifest> = {}, setup = setupOf()): Buffer {
  return Buffer.concat([signedHead(manifestOf(setup, said), testReleaseKey.privateKey), setup])
}

/** On a stick. */
export function updateFile(said: Partial<Manifest> = {}, setup = setupOf()): string {
  const path = join(testFolder(), `KhoSach-${said.version ?? '0.2.0'}.khosach-update`)
  writeFileSync(path, updateBytes(said, setup))
  return path
}
