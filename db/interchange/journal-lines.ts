import { sql } from 'kysely'
import type { Reader } from '../connection.ts'

type Entry = {
  id: number
  epochId: number
  at: string
  userId: number | null
  operation: string
  jobId: number | null
  isBulk: number
  bulk: string | null
  refused: string | null
  firstRowId: number | null
  rowHashes: string
  hash: string
}
type Change = {
  commandId: number
  id: number
  tableName: string
  rowId: number
  action: string
  before: string | null
  after: string | null
}

/** Few at a time: one entry may have thousands of rows. */
const entriesAtOnce = 50

/** The journal, an entry on each line with the rows it changed; the images are the very texts that the chain seals. */
export async function* journalLines(db: Reader): AsyncGenerator<string[]> {
  let last = 0
  for (;;) {
    const { rows: entries } = await sql<Entry>`
      select command.id, epochId, at, userId, operation, jobId, isBulk, bulk, refused, firstRowId, rowHashes, hash
      from journalCommand as command join journalChain as chain on chain.id = command.id
      where command.id > ${last} order by command.id limit ${entriesAtOnce}`.execute(db)
    const [end] = entries.slice(-1)
    if (!end) return
    const { rows: changes } = await sql<Change>`
      select commandId, id, tableName, rowId, action, before, after from journalRow
      where commandId > ${last} and commandId <= ${end.id} order by commandId, id`.execute(db)
    const byEntry = Map.groupBy(changes, ({ commandId }) => commandId)
    last = end.id
    yield entries.map((entry) => line(entry, byEntry.get(entry.id) ?? []))
  }
}

function line({ bulk, ...entry }: Entry, changes: readonly Change[]): string {
  const rows = changes.map(
    ({ id, tableName, rowId, action, before, after }) =>
      `${JSON.stringify({ id, table: tableName, rowId, action }).slice(0, -1)},"before":${before ?? 'null'},"after":${after ?? 'null'}}`,
  )
  const head = JSON.stringify(entry).slice(0, -1)
  return `${head},"bulk":${bulk ?? 'null'},"rows":[${rows.join(',')}]}\n`
}
