import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Migrator } from 'kysely/migration'
import type { Kysely } from 'kysely'
import type { Connection } from './connection.ts'
import { CannotOpen, storageFailure } from './failure.ts'
import { closeEntry, openEntry } from './journal/append.ts'
import { migrations } from './migrations/index.ts'
import { flush } from './restore.ts'
import type { Schema } from './schema.generated.ts'
import { seedReference } from './seeds/seed-reference.ts'
import { dropTriggers, rebuildViews } from './views.ts'

export type UpgradeStep = 'copied' | 'migrated' | 'seeded' | 'rebuilt' | 'checked'
export type UpgradeOptions = {
  file: string
  now: string
  newEpoch: () => string
  /** Stops at this migration, without seeds and views: for tests and for the generated types. */
  target?: string
  onStep?: (step: UpgradeStep) => void
}

/** Brings the file to this program's schema in one transaction, or leaves it as it was. */
export async function upgrade(connection: Connection, options: UpgradeOptions): Promise<void> {
  const { raw, db } = connection
  const { file, target, onStep } = options
  const applied = appliedMigrations(connection)
  const newer = applied.filter((name) => !(name in migrations))
  if (newer.length > 0) throw new CannotOpen('newer_version', { migration: newer.at(-1) ?? '' })
  const pending = Object.keys(migrations).filter(
    (name) => !applied.includes(name) && (!target || name <= target),
  )
  if (applied.length > 0 && pending.length > 0) copyAside(connection, file, applied.at(-1) ?? '')
  onStep?.('copied')
  // Only now, since this writes into the file's header: a file that is refused stays as it is.
  raw.pragma('journal_mode = WAL')
  raw.pragma('foreign_keys = OFF')
  try {
    await db.transaction().execute(async (transaction) => {
      dropTriggers(raw)
      await migrate(transaction, target)
      onStep?.('migrated')
      if (target) return
      await seedReference(transaction)
      onStep?.('seeded')
      rebuildViews(raw)
      if (pending.length > 0) await recordUpgrade(transaction, pending, options)
      onStep?.('rebuilt')
      const orphans = raw.pragma('foreign_key_check') as unknown[]
      if (orphans.length > 0)
        throw new Error(`the upgrade would leave ${orphans.length} rows without their parent`)
      onStep?.('checked')
    })
  } catch (error) {
    // The disk's faults are no fault of the upgrade; the engine names them.
    if (storageFailure(error)) throw error
    throw new CannotOpen('upgrade_failed', {}, error)
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

export function appliedMigrations({ raw }: Connection): string[] {
  const hasTable = raw.prepare("select 1 from sqlite_schema where name = 'kysely_migration'").get()
  return hasTable
    ? (raw.prepare('select name from kysely_migration order by name').pluck().all() as string[])
    : []
}

async function migrate(db: Kysely<Schema>, target: string | undefined): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = target ? await migrator.migrateTo(target) : await migrator.migrateToLatest()
  if (error) throw error
}

/** A migration's own writes leave no rows in the journal, so the upgrade seals which steps it took. */
async function recordUpgrade(
  db: Kysely<Schema>,
  steps: string[],
  { now, newEpoch }: UpgradeOptions,
): Promise<void> {
  const epoch = await db.selectFrom('epoch').select('id').executeTakeFirst()
  if (!epoch) await db.insertInto('epoch').values({ uuid: newEpoch(), startedAt: now }).execute()
  const entry = await openEntry(db, { at: now, userId: null, operation: 'engine.upgrade', isBulk: true })
  await closeEntry(db, entry, { bulk: JSON.stringify({ steps }) })
}

/** The library as it was before an upgrade, safe on the disk before the first change: what "go back" restores. */
function copyAside({ raw }: Connection, file: string, version: string): void {
  if (file === ':memory:') return
  const folder = join(dirname(file), 'before-upgrade')
  mkdirSync(folder, { recursive: true })
  const stamp = statSync(file).mtime.toISOString().replace(/[:.]/g, '-')
  const copy = join(folder, `${basename(file, '.db')}-${version}-${stamp}.db`)
  const part = `${copy}.part`
  rmSync(part, { force: true })
  try {
    // Through SQLite, not through the file system: what is committed may still stand in the write-ahead log.
    raw.prepare('vacuum into ?').run(part)
    flush(part)
    renameSync(part, copy)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}
