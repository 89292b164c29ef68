import Database from 'better-sqlite3'
import { Kysely, SqliteAdapter, SqliteDialect, type SqliteStatement } from 'kysely'
import type { Schema } from './schema.generated.ts'
import { SteadyCompiler } from './steady-compiler.ts'

/** The half of Kysely that only asks; the reading thread's connection could not write anyhow. */
export type Reader = Pick<Writer, 'selectFrom' | 'selectNoFrom' | 'fn' | 'getExecutor'>
export type Writer = Kysely<Schema>

export type Connection = {
  db: Writer
  raw: Database.Database
  close(): Promise<void>
}

/** SQLite rolls DDL back with its transaction; Kysely's own adapter denies it and would leave half an upgrade. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}
class WritingDialect extends TransactionalSqliteDialect {
  override createQueryCompiler(): SteadyCompiler {
    return new SteadyCompiler()
  }
}

const statementCacheSize = 500

/**
 * The system keeps the file's pages in its own memory, so a small cache costs no measurable time and two threads need
 * little. Whoever writes keeps the pages of one transaction.
 */
const cacheKibibytes = { writing: 12_288, reading: 4_096 }

/** Kysely prepares each query anew; the same text always gives the same statement here. */
function cachingStatements(raw: Database.Database) {
  const statements = new Map<string, SqliteStatement>()
  return {
    prepare(sql: string): SqliteStatement {
      // A full disk makes SQLite roll back by itself; Kysely's own rollback would then fail and hide the reason.
      if (sql === 'rollback' && !raw.inTransaction) return raw.prepare<unknown[]>('select 1')
      const known = statements.get(sql)
      if (known) return known
      const statement = raw.prepare<unknown[]>(sql)
      if (statements.size >= statementCacheSize) statements.clear()
      // A schema change makes SQLite prepare a cached statement again by itself, but its column names stay old.
      if (!/^\s*(create|drop|alter|pragma)/i.test(sql)) statements.set(sql, statement)
      return statement
    },
    close: () => raw.close(),
  }
}

let native: { nativeBinding?: string } = {}

/** SQLite's native part lies beside the bundle, not in it: said once in each thread, for whatever file it comes to open. */
export function loadNativeFrom(nativeBinding: string): void {
  native = { nativeBinding }
}

export function openConnection(file: string, options: { readonly: boolean }): Connection {
  const raw = new Database(file, {
    readonly: options.readonly,
    fileMustExist: options.readonly,
    timeout: 5000,
    ...native,
  })
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('trusted_schema = OFF')
  // What a row no longer says is written over with noughts where that costs no further page: rows are people too.
  if (!options.readonly) raw.pragma('secure_delete = FAST')
  raw.pragma(`cache_size = -${options.readonly ? cacheKibibytes.reading : cacheKibibytes.writing}`)
  const Dialect = options.readonly ? TransactionalSqliteDialect : WritingDialect
  const db = new Kysely<Schema>({ dialect: new Dialect({ database: cachingStatements(raw) }) })
  return {
    db,
    raw,
    async close() {
      await db.destroy()
      // destroy() leaves a database alone that no query has reached yet.
      if (raw.open) raw.close()
    },
  }
}

/** Holds an exclusive transaction for as long as the process lives; the system frees it on any death. */
export function holdLock(file: string): { release(): void } | null {
  const raw = new Database(file, { timeout: 0, ...native })
  try {
    raw.exec('BEGIN EXCLUSIVE')
    return { release: () => raw.close() }
  } catch (error) {
    raw.close()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return null
    throw error
  }
}
