import { sql } from 'kysely'
import type { Writer } from '../connection.ts'
import { sha256 } from '../hash.ts'
import { prepared, theOne } from '../prepared.ts'

/** The chain's first link has this before it. */
export const genesis = '0'.repeat(64)
const rowHashLength = 16

export type Command = {
  id: number
  epochId: number
  at: string
  userId: number | null
  operation: string
  jobId: number | null
  isBulk: number
}
export type Row = {
  id: number
  commandId: number
  tableName: string
  rowId: number
  action: string
  before: string | null
  after: string | null
}

export function hashRow(row: Row): string {
  const { id, commandId, tableName, rowId, action, before, after } = row
  return sha256(JSON.stringify([id, commandId, tableName, rowId, action, before, after])).slice(
    0,
    rowHashLength,
  )
}

/** What a link seals: the rows' hashes, the digest that bulk work left instead, or the code of a refusal that was kept. */
export type Sealed = { rowHashes: string; bulk: string | null; refused: string | null }

export function hashCommand(
  previousHash: string,
  command: Command,
  { rowHashes, bulk, refused }: Sealed,
): string {
  const { id, epochId, at, userId, operation, jobId, isBulk } = command
  const entry = [id, epochId, at, userId, operation, jobId, isBulk]
  return sha256(JSON.stringify([previousHash, entry, rowHashes, bulk, refused]))
}

export function splitRowHashes(rowHashes: string): string[] {
  return rowHashes.match(new RegExp(`.{${rowHashLength}}`, 'g')) ?? []
}

/** An entry that is open, and the link it will hang on. */
type OpenEntry = Command & { previousHash: string | null }
type NewEntry = Omit<Command, 'id' | 'epochId'>

const insertEntry = prepared((db: Writer, { at, ...entry }: NewEntry) =>
  db
    .insertInto('journalCommand')
    .values((is) => ({
      ...entry,
      epochId: is.selectFrom('epoch').select('id').orderBy('id', 'desc').limit(1),
      at: sql`max(${at}, ifnull((select at from journalCommand order by id desc limit 1), ''))`,
    }))
    .returningAll()
    .returning((is) =>
      is.selectFrom('journalChain').select('hash').orderBy('id', 'desc').limit(1).as('previousHash'),
    ),
)
const rowsOf = prepared((db: Writer, { commandId }: { commandId: number }) =>
  db.selectFrom('journalRow').selectAll().where('commandId', '=', commandId).orderBy('id'),
)
const insertLink = prepared(
  (db: Writer, link: Sealed & { id: number; firstRowId: number | null; hash: string }) =>
    db.insertInto('journalChain').values(link),
)

/** Opens the entry that the triggers' rows point at. Time never runs backwards in the journal, whatever the PC's clock does. */
export async function openEntry(
  db: Writer,
  entry: { at: string; userId: number | null; operation: string; jobId?: number; isBulk?: boolean },
): Promise<OpenEntry> {
  const { at, userId, operation, jobId = null, isBulk } = entry
  return theOne(await insertEntry(db, { at, userId, operation, jobId, isBulk: isBulk ? 1 : 0 }))
}

/** Hashes what the command wrote and links it to everything before: the last act before COMMIT. */
export async function closeEntry(
  db: Writer,
  { previousHash, ...command }: OpenEntry,
  { bulk = null, refused = null }: Partial<Omit<Sealed, 'rowHashes'>> = {},
): Promise<void> {
  const rows = await rowsOf(db, { commandId: command.id })
  const rowHashes = rows.map(hashRow).join('')
  const hash = hashCommand(previousHash ?? genesis, command, { rowHashes, bulk, refused })
  const firstRowId = rows[0]?.id ?? null
  await insertLink(db, { id: command.id, firstRowId, rowHashes, bulk, refused, hash })
}
