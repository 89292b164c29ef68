import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Writer } from '../connection.ts'
import { isTable, privacy, type TableName } from '../privacy.ts'

/** The first and the last row of each table that one piece has written. */
export type Spans = Record<string, [first: number, last: number]>
export type Step = { table: TableName; which: RawBuilder<SqlBool> }

const tables = Object.keys(privacy).filter(isTable)
const isOfTheJournal = (table: TableName) => table.startsWith('journal')

export async function spansWritten(db: Writer, write: () => Promise<void>): Promise<Spans> {
  const before = await lastIds(db)
  await write()
  const spans: Spans = {}
  for (const [table, last] of await lastIds(db)) {
    const first = (before.get(table) ?? 0) + 1
    if (last >= first) spans[table] = [first, last]
  }
  return spans
}

async function lastIds(db: Writer): Promise<Map<TableName, number>> {
  const ids = new Map<TableName, number>()
  for (const table of tables.filter((each) => !isOfTheJournal(each))) {
    const found = sql<{ last: number }>`select ifnull(max(id), 0) as last from ${sql.table(table)}`
    const { rows } = await found.execute(db)
    ids.set(table, rows[0]?.last ?? 0)
  }
  return ids
}

/**
 * Which rows of a piece go, table by table: those on which nothing leans any more and whose owner nobody has touched
 * meanwhile. A row whose parts are still there goes once they went, so the steps are taken until none finds a row.
 */
export async function stepsOfSpans(db: Writer, spans: Spans): Promise<Step[]> {
  const links = await foreignKeys(db)
  return Object.entries(spans).flatMap(([table, [first, last]]) => {
    if (!isTable(table)) return []
    const leaning = links.filter(({ to, goesAlong }) => to === table && !goesAlong)
    const owners = links.filter(({ from, to }) => from === table && to !== table)
    const conditions = [
      sql`found.id between ${first} and ${last}`,
      ...leaning.map(
        ({ from, column }) => sql`not exists (
          select 1 from ${sql.table(from)} as leaning where ${sql.ref(`leaning.${column}`)} = found.id)`,
      ),
      ...owners.flatMap(({ to, column }) => {
        const span = spans[to]
        return span
          ? [
              sql`not exists (select 1 from journalRow where tableName = ${to}
                and rowId = ${sql.ref(`found.${column}`)} and rowId between ${span[0]} and ${span[1]})`,
            ]
          : []
      }),
    ]
    return [{ table, which: sql<SqlBool>`${sql.join(conditions, sql` and `)}` }]
  })
}

type ForeignKey = { from: string; column: string; to: string; goesAlong: 0 | 1 }

async function foreignKeys(db: Writer): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select holder.name as "from", link."from" as "column", link."table" as "to", link.on_delete = 'CASCADE' as goesAlong
    from sqlite_schema as holder, pragma_foreign_key_list(holder.name) as link
    where holder.type = 'table' and link."to" = 'id'`.execute(db)
  return rows
}
