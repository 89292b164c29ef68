import type { Reader, Writer } from '../connection.ts'
import type { Fail } from '../failure.ts'

type Table = 'policyDocument' | 'roadmap' | 'milestone' | 'allocation'
type Wanted = { id: number; rev: number }

/** Whether a record is there and was not removed; one that was changed meanwhile is refused as stale. */
export async function isCurrent(
  db: Reader,
  table: Table,
  { id, rev }: Wanted,
  fail: Fail<never>,
): Promise<boolean> {
  const found = await keptRow(db, table, id)
  if (found && found.rev !== rev) fail('stale', { id, rev: found.rev })
  return found !== undefined
}

export async function isKept(db: Reader, table: Table, id: number): Promise<boolean> {
  return (await keptRow(db, table, id)) !== undefined
}

function keptRow(db: Reader, table: Table, id: number): Promise<{ rev: number } | undefined> {
  return db
    .selectFrom(table)
    .select('rev')
    .where('id', '=', id)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
}

/** Marks a record as removed: what other records name stays to be read. False where there is none. */
export async function setAside(
  db: Writer,
  table: Table,
  wanted: Wanted,
  { fail, today }: { fail: Fail<never>; today: string },
): Promise<boolean> {
  if (!(await isCurrent(db, table, wanted, fail))) return false
  await db.updateTable(table).set({ removedOn: today }).where('id', '=', wanted.id).execute()
  return true
}

export async function bringBack(db: Writer, table: Table, id: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable(table)
    .set({ removedOn: null })
    .where('id', '=', id)
    .where('removedOn', 'is not', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
