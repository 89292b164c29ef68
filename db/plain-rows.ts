import { sql } from 'kysely'
import type { Reader, Writer } from './connection.ts'
import type { Fail } from './failure.ts'
import type { Value } from './insert-rows.ts'
import type { Schema } from './schema.generated.ts'

type Table = keyof Schema
type Values = Readonly<Record<string, Value>>
/** A row as a form sends it: null where it is new. */
type Part = Values & { id: number | null }

/** One row of any table, named by its columns; answers its number. */
export async function insertRow(db: Writer, table: Table, values: Values): Promise<number> {
  const columns = Object.keys(values)
  const { rows } = await sql<{ id: number }>`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values (${sql.join(Object.values(values))}) returning id`.execute(db)
  return rows[0]?.id ?? 0
}

/** A form that began from an older state of the row is stale. */
export async function updateRow(
  db: Writer,
  table: Table,
  { id, rev, values }: { id: number; rev: number; values: Values },
): Promise<void> {
  await sql`update ${sql.table(table)} set ${assigned(values)}, rev = ${rev + 1} where id = ${id}`.execute(db)
}

/** What is told of rows by others of theirs: the journal then says that they changed, and a signed figure marks them. */
export async function touchRows(db: Writer, table: Table, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`update ${sql.table(table)} set rev = rev + 1 where id in (${sql.join(ids)})`.execute(db)
}

/** The same for rows that have no version: written as they stand, so that the journal names them. */
export async function rewriteRows(db: Writer, table: Table, column: string, id: number): Promise<void> {
  await sql`update ${sql.table(table)} set id = id where ${sql.ref(column)} = ${id}`.execute(db)
}

export async function deleteRows(db: Writer, table: Table, column: string, id: number): Promise<void> {
  await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(db)
}

/** Null where there is no such row. */
export async function isCurrent(
  db: Reader,
  table: Table,
  { id, rev }: { id: number; rev: number },
  fail: Fail<never>,
): Promise<boolean> {
  const { rows } = await sql<{ rev: number }>`
    select rev from ${sql.table(table)} where id = ${id}`.execute(db)
  const found = rows[0]
  if (found && found.rev !== rev) fail('stale', { id, rev: found.rev })
  return found !== undefined
}

/**
 * The rows that belong to a record become those given: what differs is changed, what is new is added, what is missing
 * goes. A row whose `key` changed is written anew under its number, so that two may exchange theirs.
 */
export async function savePartRows(
  db: Writer,
  table: Table,
  {
    owner,
    key,
    rows,
  }: { owner: readonly [column: string, id: number]; key: readonly string[]; rows: readonly Part[] },
): Promise<void> {
  const [column, ownerId] = owner
  const { rows: existing } = await sql<Values & { id: number }>`
    select * from ${sql.table(table)} where ${sql.ref(column)} = ${ownerId}`.execute(db)
  const byId = new Map(existing.map((row) => [row.id, row]))
  const given = new Map(rows.flatMap((row) => (row.id !== null && byId.has(row.id) ? [[row.id, row]] : [])))
  const isKept = (old: Values, row: Values | undefined) =>
    row !== undefined && key.every((name) => old[name] === row[name])
  for (const old of existing) if (!isKept(old, given.get(old.id))) await deleteRows(db, table, 'id', old.id)
  for (const { id, ...values } of rows) {
    const old = id === null ? undefined : byId.get(id)
    if (!old || !isKept(old, values))
      await insertRow(db, table, { ...(old ? { id } : {}), [column]: ownerId, ...values })
    else if (Object.entries(values).some(([name, value]) => old[name] !== value))
      await sql`update ${sql.table(table)} set ${assigned(values)} where id = ${id}`.execute(db)
  }
}

function assigned(values: Values) {
  return sql.join(Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))
}
