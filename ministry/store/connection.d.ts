import { Kysely, type Transaction } from 'kysely'
import { type Dialect } from './migrations.ts'
import type { Schema } from './schema.ts'
export type Store = {
  db: Kysely<Schema>
  dialect: Dialect
  close: () => Promise<void>
}
export type Db = Kysely<Schema> | Transaction<Schema>
/** `postgres://…` or a folder; the same tables in both. */
export declare function openStore(place: string): Promise<Store>
/** Rows of one library are written by one at a time, whichever instance they reach. */
export declare function lockLibrary(db: Db, dialect: Dialect, libraryId: string): Promise<void>
/** SQLITE_FULL, and PostgreSQL's disk_full. */
export declare function isStorageFull(error: unknown): boolean
