import type { Database } from 'better-sqlite3'
import type { Connection } from './connection.ts'
import { isTable } from './privacy.ts'

/** A table with fewer rows than before, or rows whose hash is another one. */
export type Loss = { table: string; column: string; rows: number }

type Column = { name: string; pk: number }

const hashed = /(?:hash|sha256)$/i

/**
 * The first thing that an upgrade took away, held against the file as it was: in every table that both have no row may be
 * missing, and whatever was sealed by a hash (the journal's chain, signed figures and papers, packages) has that hash
 * still. Rows that a migration adds are none of this.
 */
export function lossIn(connection: Connection, before: string): Loss | null {
  for (const loss of allLosses(connection, before)) if (loss.rows > 0) return loss
  return null
}

function* allLosses({ raw }: Connection, before: string): Generator<Loss> {
  raw.prepare('attach database ? as former').run(before)
  try {
    for (const table of tablesOf(raw, 'former').filter((name) => isTable(name)))
      for (const loss of lossesIn(raw, table)) yield loss
  } finally {
    raw.exec('detach database former')
  }
}

function* lossesIn(raw: Database, table: string): Generator<Loss> {
  if (!tablesOf(raw, 'main').includes(table)) return yield { table, column: '', rows: 1 }
  const count = (schema: string) =>
    Number(raw.prepare(`select count(*) from ${schema}."${table}"`).pluck().get())
  yield { table, column: '', rows: count('former') - count('main') }
  const columns = raw.prepare('select name, pk from pragma_table_info(?, ?)').all(table, 'former') as Column[]
  const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => `"${name}"`)
  const isSame = (keys.length > 0 ? keys : ['rowid']).map((key) => `n.${key} is o.${key}`).join(' and ')
  for (const { name } of columns.filter((column) => hashed.test(column.name))) {
    const altered = `select count(*) from former."${table}" o left join main."${table}" n on ${isSame}
      where n."${name}" is not o."${name}"`
    yield { table, column: name, rows: Number(raw.prepare(altered).pluck().get()) }
  }
}

function tablesOf(raw: Database, schema: string): string[] {
  return raw
    .prepare("select name from pragma_table_list where schema = ? and type = 'table'")
    .pluck()
    .all(schema) as string[]
}
