import type { Writer } from '../connection.ts'
import { sha256 } from '../hash.ts'

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

/** Opens the entry that the triggers' rows point at. Time never runs backwards in the journal, whatever the PC's clock does. */
export async function openEntry(
  db: Writer,
  entry: { at: string; userId: number | null; operation: string; jobId?: number; isBulk?: boolean },
): Promise<Command> {
  const last = await db
    .selectFrom('journalCommand')
    .select('at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const epoch = await db
    .selectFrom('epoch')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return db
    .insertInto('journalCommand')
    .values({
      epochId: epoch.id,
      at: last && last.at > entry.at ? last.at : entry.at,
      userId: entry.userId,
      operation: entry.operation,
      jobId: entry.jobId ?? null,
      isBulk: entry.isBulk ? 1 : 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Hashes what the command wrote and links it to everything before: the last act before COMMIT. */
export async function closeEntry(
  db: Writer,
  command: Command,
  { bulk = null, refused = null }: Partial<Omit<Sealed, 'rowHashes'>> = {},
): Promise<void> {
  const rows = await db
    .selectFrom('journalRow')
    .selectAll()
    .where('commandId', '=', command.id)
    .orderBy('id')
    .execute()
  const previous = await db
    .selectFrom('journalChain')
    .select('hash')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const rowHashes = rows.map(hashRow).join('')
  const hash = hashCommand(previous?.hash ?? genesis, command, { rowHashes, bulk, refused })
  await db
    .insertInto('journalChain')
    .values({ id: command.id, firstRowId: rows[0]?.id ?? null, rowHashes, bulk, refused, hash })
    .execute()
}
