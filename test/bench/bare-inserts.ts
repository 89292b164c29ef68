import { join } from 'node:path'
import { searchTables } from '../../db/catalogue/search-index.ts'
import { openConnection, type Connection } from '../../db/connection.ts'
import { testFolder } from '../support/engine.ts'

/** What a filled library holds that an empty one does not; parents first. */
export const filledTables = [
  'title',
  'marcRecord',
  'authority',
  'titleAuthority',
  'titleClass',
  'subscription',
  'serialIssue',
  'site',
  'store',
  'accessionSeries',
  'voucher',
  'withdrawal',
  'copy',
  'copyPast',
  'registerBook',
  'registerLine',
]

type Raw = Connection['raw']
const rowsAtOnce = 5000

/**
 * The same rows into the same tables and indexes, in one transaction with one prepared statement for each table. Only
 * the inserts and the commit are timed; fetching the rows is not.
 */
export async function bareInsertsMs(filled: Raw): Promise<number> {
  const { raw, close } = openConnection(join(testFolder(), 'bare.db'), { readonly: false })
  raw.pragma('journal_mode = WAL')
  raw.pragma('foreign_keys = OFF')
  const schema = filled.prepare(
    `select sql from sqlite_schema where tbl_name = ? and type in ('table', 'index') and sql is not null`,
  )
  for (const table of filledTables) for (const sql of schema.pluck().all(table)) raw.exec(String(sql))
  for (const { create, triggers } of searchTables) [create, ...triggers].forEach((sql) => raw.exec(sql))
  let spentMs = 0
  const timed = (work: () => void) => {
    const startedMs = performance.now()
    work()
    spentMs += performance.now() - startedMs
  }
  timed(() => raw.exec('begin'))
  for (const table of filledTables) {
    const next = filled.prepare(`select * from "${table}" where id > ? order by id limit ${rowsAtOnce}`).raw()
    for (let after = 0; ;) {
      const rows = next.all(after) as unknown[][]
      const [first] = rows
      if (!first) break
      const insert = raw.prepare(`insert into "${table}" values (${first.map(() => '?').join(', ')})`)
      timed(() => rows.forEach((row) => insert.run(row)))
      after = Number(rows.at(-1)?.[0] ?? 0)
    }
  }
  timed(() => raw.exec('commit'))
  await close()
  return spentMs
}
