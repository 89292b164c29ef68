import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { openConnection, type Reader } from '../connection.ts'
import { migrations } from '../migrations/index.ts'
import { appliedMigrations } from '../upgrade.ts'
import { beforeUpgradeFolder } from '../upgrade-beside.ts'
import { appVersion } from '../version.ts'
import { compareVersions } from '../../shared/versions.ts'
import { keptSetups } from './kept.ts'

export type Returning = NonNullable<OutputOf<SpecOf<'updates.status'>>['returning']> & {
  /** The older library; null where the program alone goes back. */
  copy: string | null
  /** The journal's last entry that stands in it as well. */
  lastEntry: number
}

/** An earlier Setup and data that it can read: those of now, or those kept before the last upgrade. */
export async function returningOf(db: Reader, dataDir: string): Promise<Returning | null> {
  const copy = newestCopy(dataDir)
  const inCopy = copy && (await migrationsIn(copy))
  for (const { manifest, path } of keptSetups(dataDir)) {
    const { version } = manifest
    if (compareVersions(version, appVersion) >= 0) continue
    const reads = (names: readonly string[]) => names.every((name) => manifest.migrations.includes(name))
    if (reads(Object.keys(migrations))) return { version, path, library: null, copy: null, lastEntry: 0 }
    if (!copy || !inCopy || !reads(inCopy)) continue
    const lastEntry = await upgradeEntry(db)
    const writtenAt = statSync(copy).mtime.toISOString()
    const entriesSince = await entriesOfPeople(db, lastEntry)
    return { version, path, library: { writtenAt, entriesSince }, copy, lastEntry }
  }
  return null
}

function newestCopy(dataDir: string): string | null {
  const folder = beforeUpgradeFolder(dataDir)
  if (!existsSync(folder)) return null
  const copies = readdirSync(folder).filter((name) => name.endsWith('.db'))
  const changed = (name: string) => statSync(join(folder, name)).mtimeMs
  const newest = copies.toSorted((a, b) => changed(b) - changed(a))[0]
  return newest === undefined ? null : join(folder, newest)
}

async function migrationsIn(file: string): Promise<string[] | null> {
  try {
    const connection = openConnection(file, { readonly: true })
    try {
      return appliedMigrations(connection)
    } finally {
      await connection.close()
    }
  } catch {
    return null
  }
}

async function upgradeEntry(db: Reader): Promise<number> {
  const entry = await db
    .selectFrom('journalCommand')
    .select('id')
    .where('operation', '=', 'engine.upgrade')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return entry?.id ?? 0
}

/** Updating itself is nothing that would be missed. */
async function entriesOfPeople(db: Reader, after: number): Promise<number> {
  const { count } = await db
    .selectFrom('journalCommand')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', '>', after)
    .where('userId', 'is not', null)
    .where('operation', 'not like', 'updates.%')
    .executeTakeFirstOrThrow()
  return count
}
