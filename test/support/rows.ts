import type { Connection } from '../../db/connection.ts'

type Column = { name: string; type: string; pk: number; notnull: number }
type Parent = { from: string; table: string; to: string }
export type Rows = Record<string, Record<string, unknown>[]>

/** Two rows at least in every table of a schema, made from nothing but the schema, parents before children. */
export function fillEveryTable({ raw }: Connection): void {
  for (const table of tablesInOrder({ raw } as Connection)) {
    const there = Number(raw.prepare(`select count(*) from "${table}"`).pluck().get())
    for (let number = there + 1; number <= 2; number++) insertRow(raw, table, number)
  }
}

export function rowsOf({ raw }: Pick<Connection, 'raw'>): Rows {
  return Object.fromEntries(
    tableNames(raw).map((table) => [
      table,
      raw.prepare(`select * from "${table}" order by id`).all() as Record<string, unknown>[],
    ]),
  )
}

/** Tables of ours: none that SQLite, the migrator or a search index keeps for itself. */
export function tableNames(raw: Connection['raw']): string[] {
  const names = (sql: string) => raw.prepare(sql).pluck().all() as string[]
  const tables = names(
    `select name from pragma_table_list where schema = 'main' and type = 'table'
     and name not like 'sqlite_%' and name not like 'kysely_%' order by name`,
  )
  const derived = tables.includes('derivedState') ? names('select name from derivedState') : []
  return tables.filter((name) => name !== 'derivedState' && !derived.includes(name))
}

function parentsOf(raw: Connection['raw'], table: string): Parent[] {
  return raw.prepare('select "from", "table", "to" from pragma_foreign_key_list(?)').all(table) as Parent[]
}

function tablesInOrder({ raw }: Pick<Connection, 'raw'>): string[] {
  const ordered: string[] = []
  const add = (table: string, children: string[]): void => {
    if (ordered.includes(table) || children.includes(table)) return
    for (const parent of parentsOf(raw, table)) add(parent.table, [...children, table])
    ordered.push(table)
  }
  tableNames(raw).forEach((table) => add(table, []))
  return ordered
}

function insertRow(raw: Connection['raw'], table: string, number: number): void {
  const parents = new Map(parentsOf(raw, table).map((parent) => [parent.from, parent]))
  const createSql = String(raw.prepare('select sql from sqlite_schema where name = ?').pluck().get(table))
  const columns = (
    raw.prepare('select name, type, pk, "notnull" from pragma_table_info(?)').all(table) as Column[]
  ).filter(({ pk }) => pk === 0)
  const values = columns.map((column) => {
    const parent = parents.get(column.name)
    if (!parent) return plainValue(createSql, column, number)
    return raw
      .prepare(`select "${parent.to}" from "${parent.table}" order by id limit 1 offset ?`)
      .pluck()
      .get(number - 1)
  })
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const insert = raw.prepare(
    `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`,
  )
  const mayBeEmpty = columns.flatMap(({ notnull }, at) => (notnull === 1 ? [] : [at]))
  // Numbers that are all alike do not add up, as those who came and their groups; what may be empty then is: all of it,
  // or all but one of several that exclude each other.
  const attempts = [[], mayBeEmpty, ...mayBeEmpty.map((one) => mayBeEmpty.filter((at) => at !== one))]
  for (const [at, empty] of attempts.entries()) {
    try {
      insert.run(...values.map((value, column) => (empty.includes(column) ? null : value)))
      return
    } catch (error) {
      const isCheck = (error as { code?: string }).code === 'SQLITE_CONSTRAINT_CHECK'
      if (!isCheck || at === attempts.length - 1) throw error
    }
  }
}

function plainValue(createSql: string, { name, type }: Column, number: number): unknown {
  const choices = new RegExp(`"${name}" in \\(([^)]*)\\)`).exec(createSql)?.[1]
  if (choices) return choices.split(',')[0]?.trim().replaceAll("'", '')
  // Parts of a sum stay within it.
  if (type === 'INTEGER') return new RegExp(`ifnull\\(${name}, 0\\)`).test(createSql) ? 0 : number
  if (type === 'REAL') return number + 0.5
  // Days of one row are one day, as none may come before another; what stood before is earlier.
  if (name.endsWith('On')) return `2026-01-0${number}`
  if (name.endsWith('Before')) return `2025-01-0${number}`
  return `${name} ${number}`
}
