import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { unpackBackup } from '../backup/index.ts'
import { openConnection, type Connection } from '../connection.ts'
import { CannotOpen, type Fail } from '../failure.ts'
import { verifyChain, journalHead } from '../journal/index.ts'
import { migrations } from '../migrations/index.ts'
import { appliedMigrations, upgrade } from '../upgrade.ts'
import type { JobContext } from '../context.ts'
import { linesOfJournal } from './journal-archive.ts'
import { databaseOfExport } from './unit-export.ts'
import { unitFile, type UnitJournal } from './unit-files.ts'

/** The library that is taken in, as a copy that is nobody's but ours. */
export type Unit = Connection & {
  kind: 'database' | 'export'
  journal: UnitJournal
}
type Refusals = 'file_gone' | 'not_a_library' | 'source_damaged' | 'newer_version' | 'upgrade_failed'
type Taking = Pick<JobContext<Refusals>, 'fail' | 'now' | 'progress'>

const sqliteMark = 'SQLite format 3\u0000'
/** A backup is compressed. */
const packedMark = '\u0028\u00b5\u002f\u00fd'

/** Copies the source, which is never written into, and brings the copy to this program's schema. */
export async function takeUnit(path: string, folder: string, context: Taking): Promise<Unit> {
  const { fail, progress } = context
  progress(0, null)
  const file = unitFile(folder)
  const head = headOf(path)
  const isPacked = head.startsWith(packedMark)
  const isDatabase = isPacked || head.startsWith(sqliteMark)
  const exported = isDatabase ? null : await databaseOfExport(path, folder, context)
  if (isPacked) await unpackBackup(path, file, () => fail('source_damaged', {}))
  else if (isDatabase) await copyWithLog(path, file)
  progress(0, null)
  const unit = openUnit(file, () => fail('source_damaged', {}))
  try {
    requireSound(unit, fail)
    progress(0, null)
    const journal = exported ?? (await journalOf(unit))
    await broughtUp(unit, context)
    return { ...unit, kind: isDatabase ? 'database' : 'export', journal }
  } catch (error) {
    await unit.close()
    throw error
  }
}

function headOf(path: string): string {
  const bytes = Buffer.alloc(16)
  const descriptor = openSync(path, 'r')
  try {
    readSync(descriptor, bytes, 0, 16, 0)
  } finally {
    closeSync(descriptor)
  }
  return bytes.toString('latin1')
}

/** What is committed may still stand in the write-ahead log beside a library that is in use. */
async function copyWithLog(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  if (existsSync(`${from}-wal`)) await copyFile(`${from}-wal`, `${to}-wal`)
}

export function openUnit(file: string, refuse: () => never): Connection {
  if (!existsSync(file)) refuse()
  try {
    return openConnection(file, { readonly: false })
  } catch {
    return refuse()
  }
}

function requireSound({ raw }: Connection, fail: Fail<Refusals>): void {
  let isSound = false
  let isLibrary = false
  try {
    isSound = raw.pragma('integrity_check', { simple: true }) === 'ok'
    isLibrary =
      raw
        .prepare("select count(*) from sqlite_schema where name in ('kysely_migration', 'library', 'title')")
        .pluck()
        .get() === 3 && raw.prepare('select count(*) from library').pluck().get() === 1
    isSound &&= !isLibrary || (raw.pragma('foreign_key_check') as unknown[]).length === 0
  } catch {
    isSound = false
  }
  if (!isSound) fail('source_damaged', {})
  if (!isLibrary) fail('not_a_library', {})
}

/** Before the copy is brought up, which writes an entry of its own. */
async function journalOf({ db }: Connection): Promise<UnitJournal> {
  const { position, hash } = await journalHead(db)
  const { isWhole } = await verifyChain(db, [], () => undefined)
  return { position, hash, isWhole, lines: () => linesOfJournal(db) }
}

async function broughtUp(unit: Connection, { fail, now }: Taking): Promise<void> {
  const applied = appliedMigrations(unit)
  const newer = applied.filter((name) => !(name in migrations))
  if (newer.length > 0) fail('newer_version', { migration: newer.at(-1) ?? '' })
  if (applied.length === Object.keys(migrations).length) return
  try {
    // Its own folder is all there is of it, so no second copy is put aside.
    await upgrade(unit, { now, newEpoch: () => 'unit' })
  } catch (error) {
    if (error instanceof CannotOpen) fail('upgrade_failed', {})
    throw error
  }
}
