import type { Connection } from '../../db/connection.ts'
import { tableNames } from './rows.ts'

/** Column names by table. */
export type Shape = Record<string, string[]>

export function shapeOf({ raw }: Pick<Connection, 'raw'>): Shape {
  const columns = raw.prepare('select name from pragma_table_info(?) order by cid').pluck()
  return Object.fromEntries(tableNames(raw).map((table) => [table, columns.all(table) as string[]]))
}

/** What an older program would miss after a step: tables and columns that are gone, be it by another name. */
export function lostBetween(before: Shape, after: Shape): string[] {
  return Object.entries(before).flatMap(([table, columns]) => {
    const kept = after[table]
    if (!kept) return [table]
    return columns.filter((column) => !kept.includes(column)).map((column) => `${table}.${column}`)
  })
}

/** Every object of a database as SQLite keeps it, in an order of its own. */
export function schemaSql({ raw }: Pick<Connection, 'raw'>): string[] {
  const objects = raw.prepare(
    `select type, name, sql from sqlite_schema where name not like 'sqlite_%' order by type, name`,
  )
  return (objects.all() as { type: string; name: string; sql: string | null }[]).map(
    ({ type, name, sql }) => `${type} ${name}: ${sql ?? ''}`,
  )
}
