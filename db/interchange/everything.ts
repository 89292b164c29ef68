import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import { isTable, privacy, type TableName } from '../privacy.ts'

/** Tables that leave in a better form than their own: records as MARCXML, the journal as a text of its entries. */
const otherwise: ReadonlySet<TableName> = new Set([
  'marcRecord',
  'journalCommand',
  'journalRow',
  'journalChain',
])

/** What people look for first stands beside the catalogue, under the name they know it by. */
const namedFiles: Partial<Record<TableName, string>> = {
  title: 'titles.csv',
  copy: 'copies.csv',
  voucher: 'vouchers.csv',
  withdrawal: 'withdrawals.csv',
  registerLine: 'register-lines.csv',
  authority: 'authorities.csv',
  serialIssue: 'serial-issues.csv',
  openingBalance: 'opening-balances.csv',
  figure: 'figures.csv',
  period: 'periods.csv',
}

/** The form of the library's particulars, half filled in, holds its signer's name. */
const personalBeside: Partial<Record<TableName, readonly string[]>> = { draft: ['values'] }
/** What a run answered names files by the token that opens them. */
const secretBeside: Partial<Record<TableName, readonly string[]>> = { job: ['output'] }

/** What stands on the pages of works leaves by the right in the work, whoever asks. */
const byRight: Partial<Record<TableName, readonly string[]>> = { fileText: ['text', 'corrected'] }

/** A column of the table; or, beside one that only points to another table, the name of what it points to. */
export type FileColumn = { name: string; value: string; nameOf: string | null }
export type TableFile = { table: TableName; path: string; columns: FileColumn[] }

type Leaving = {
  includesPeople: boolean
  /** Titles that may be given on. */
  publishable: readonly number[]
}

/** Every table there is, a new one too, so that nothing stays behind because somebody forgot it. */
export async function tableFiles(db: Reader, { includesPeople, publishable }: Leaving): Promise<TableFile[]> {
  const tables = Object.keys(privacy).filter(isTable)
  const leaving = tables.filter((table) => !otherwise.has(table))
  const files: TableFile[] = []
  for (const table of leaving) {
    const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db)
    files.push(
      fileOf(
        table,
        rows.map(({ name }) => name),
        { includesPeople, publishable },
      ),
    )
  }
  return files.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

function order({ path }: TableFile): string {
  return `${path.includes('/') ? 1 : 0}${path}`
}

function fileOf(
  table: TableName,
  all: readonly string[],
  { includesPeople, publishable }: Leaving,
): TableFile {
  const { personal = [], secret = [] }: { personal?: readonly string[]; secret?: readonly string[] } =
    privacy[table]
  const hidden = new Set([...secret, ...(secretBeside[table] ?? [])])
  const blank = new Set(includesPeople ? [] : [...personal, ...(personalBeside[table] ?? [])])
  const valueOf = (column: string) => {
    if (byRight[table]?.includes(column)) return whereAllowed(column, publishable)
    return blank.has(column) ? 'null' : `t."${column}"`
  }
  const columns = all
    .filter((column) => !hidden.has(column))
    .flatMap((column): FileColumn[] => [
      { name: column, value: valueOf(column), nameOf: null },
      ...nameBeside(table, column),
    ])
  return { table, path: namedFiles[table] ?? `tables/${table}.csv`, columns }
}

function whereAllowed(column: string, publishable: readonly number[]): string {
  return `iif(t.sha256 in (select file.sha256 from digitalFile as file join fileFolder as folder
    on folder.id = file.folderId where folder.titleId in (${publishable.join(', ')})), t."${column}", null)`
}

/** What a number means, for whoever reads a file without the others. */
const names: Readonly<Record<string, readonly [table: TableName, name: string, key?: string]>> = {
  titleId: ['title', 'title'],
  hostId: ['title', 'title'],
  keptId: ['title', 'title'],
  droppedId: ['title', 'title'],
  authorityId: ['authority', 'heading'],
  copyId: ['copy', 'accessionNumber'],
  siteId: ['site', 'name'],
  storeId: ['store', 'name'],
  seriesId: ['accessionSeries', 'name'],
  voucherId: ['voucher', 'number'],
  withdrawalId: ['withdrawal', 'decisionNumber'],
  productId: ['product', 'name'],
  provinceCode: ['province', 'name', 'code'],
}

function nameBeside(table: TableName, column: string): FileColumn[] {
  const found = names[column]
  if (!found || found[0] === table) return []
  const [target, name, key = 'id'] = found
  return [
    {
      name: column.replace(/(?:Id|Code)$/, 'Name'),
      value: `(select n."${name}" from "${target}" as n where n."${key}" = t."${column}")`,
      nameOf: column,
    },
  ]
}

export type Row = Record<string, string | number | null>

const readAtOnce = 250

/** The rows of a table in the order they came, some at a time. */
export async function* rowsOf(db: Reader, { table, columns }: TableFile): AsyncGenerator<Row[]> {
  const select = columns.map(({ name, value }) => `${value} as "${name}"`).join(', ')
  let last = 0
  for (;;) {
    const { rows } = await sql<Row & { rowKey: number }>`
      select ${sql.raw(select)}, t.id as rowKey from ${sql.table(table)} as t
      where t.id > ${last} order by t.id limit ${readAtOnce}`.execute(db)
    const [end] = rows.slice(-1)
    if (!end) return
    last = end.rowKey
    yield rows
  }
}
