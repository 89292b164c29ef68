import { Migrator } from 'kysely/migration'
import type { Kysely } from 'kysely'
import { versionNumber, versionOfNumber } from '../shared/versions.ts'
import type { Connection } from './connection.ts'
import { CannotOpen, storageFailure } from './failure.ts'
import { closeEntry, openEntry } from './journal/append.ts'
import { migrations } from './migrations/index.ts'
import type { Schema } from './schema.generated.ts'
import { seedReference } from './seeds/seed-reference.ts'
import { appVersion } from './version.ts'
import { dropTriggers, rebuildViews } from './views.ts'

export type UpgradeStep = 'migrated' | 'seeded' | 'rebuilt' | 'checked'
export type UpgradeOptions = {
  now: string
  newEpoch: () => string
  /** Stops at this migration, without seeds and views: for tests and for the generated types. */
  target?: string
  onStep?: (step: UpgradeStep) => void
}

/** Brings what is open to this program's schema in one transaction, or leaves it as it was. */
export async function upgrade(connection: Connection, options: UpgradeOptions): Promise<void> {
  const { raw, db } = connection
  const { target, onStep } = options
  const pending = pendingMigrations(connection, target)
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
      if (pending.length > 0) {
        await recordUpgrade(transaction, pending, options)
        raw.pragma(`user_version = ${versionNumber(appVersion)}`)
      }
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

/** What this program would do to the file; one that a newer program has written is refused, and nothing was written. */
export function pendingMigrations(connection: Connection, target?: string): string[] {
  const applied = appliedMigrations(connection)
  const newer = applied.filter((name) => !(name in migrations))
  if (newer.length > 0) {
    // Which program wrote the schema last stands in the file's head.
    const version = versionOfNumber(Number(connection.raw.pragma('user_version', { simple: true })))
    throw new CannotOpen('newer_version', { migration: newer.at(-1) ?? '', version })
  }
  return Object.keys(migrations).filter((name) => !applied.includes(name) && (!target || name <= target))
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
