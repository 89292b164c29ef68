import Database from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect, type Transaction } from 'kysely'
import { Migrator } from 'kysely/migration'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Pool, types } from 'pg'
import { type Dialect, migrationsFor } from './migrations.ts'
import type { Schema } from './schema.ts'

export type Store = { db: Kysely<Schema>; dialect: Dialect; close: () => Promise<void> }
export type Db = Kysely<Schema> | Transaction<Schema>

const int8 = 20

/** `postgres://…` or a folder; the same tables in both. */
export async function openStore(place: string): Promise<Store> {
  const store = /^postgres(ql)?:\/\//.test(place) ? openPostgres(place) : openSqlite(place)
  try {
    await migrate(store)
  } catch (error) {
    await store.close()
    throw error
  }
  return store
}

function openPostgres(connectionString: string): Store {
  // Counts come as 64-bit integers, which pg would hand over as texts.
  types.setTypeParser(int8, Number)
  const pool = new Pool({ connectionString, max: 10, connectionTimeoutMillis: 10_000 })
  // A connection that breaks while nobody uses it is replaced at the next use.
  pool.on('error', () => undefined)
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return { db, dialect: 'postgres', close: () => db.destroy() }
}

function openSqlite(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const raw = new Database(join(folder, 'ministry.db'), { timeout: 2000 })
  // One process holds the file: several behind a load balancer need PostgreSQL.
  raw.pragma('locking_mode = EXCLUSIVE')
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('trusted_schema = OFF')
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepingReason(raw) }) })
  return {
    db,
    dialect: 'sqlite',
    async close() {
      await db.destroy()
      if (raw.open) raw.close()
    },
  }
}

/** A full disk makes SQLite roll back by itself; Kysely's own rollback would then fail and hide the reason. */
function keepingReason(raw: Database.Database) {
  const statements = new Map<string, Database.Statement>()
  return {
    prepare(sql: string) {
      if (sql === 'rollback' && !raw.inTransaction) return raw.prepare<unknown[]>('select 1')
      const known = statements.get(sql)
      if (known) return known
      const statement = raw.prepare<unknown[]>(sql)
      if (statements.size < 300 && /^(select|insert|update|delete|begin|commit)/.test(sql)) {
        statements.set(sql, statement)
      }
      return statement
    },
    close: () => raw.close(),
  }
}

async function migrate({ db, dialect }: Store): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrationsFor(dialect)) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error(String(error))
}

/** Rows of one library are written by one at a time, whichever instance they reach. */
export async function lockLibrary(db: Db, dialect: Dialect, libraryId: string): Promise<void> {
  if (dialect === 'sqlite') return
  await db.selectFrom('library').select('id').where('id', '=', libraryId).forUpdate().execute()
}

/** SQLITE_FULL, and PostgreSQL's disk_full. */
export function isStorageFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'SQLITE_FULL' || error.code === '53100')
}
