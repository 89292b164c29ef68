import { CompiledQuery } from 'kysely'
import type { Writer } from './connection.ts'
import type { Schema } from './schema.generated.ts'

export type Value = string | number | null
/** A power of two: seven statements take any number of rows. */
const mostAtOnce = 64

/**
 * Many rows of a table, in their order, so that new keys follow one another. Values are bound as they are: SQLite would
 * take three times as long to take them out of one JSON text.
 */
export async function insertRows(
  db: Writer,
  table: keyof Schema,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): Promise<void> {
  const into = `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values `
  const row = `(${columns.map(() => '?').join(', ')})`
  for (let at = 0, size = mostAtOnce; at < rows.length; at += size) {
    while (size > rows.length - at) size /= 2
    const text = into + Array.from({ length: size }, () => row).join(', ')
    await db.executeQuery(CompiledQuery.raw(text, rows.slice(at, at + size).flat()))
  }
}

const quoted = (name: string): string => `"${name}"`
