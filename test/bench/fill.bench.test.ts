import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { demoCopies } from '../../shared/demo/holdings.ts'
import { demoTitle } from '../../shared/demo/rules.ts'
import { batchOf } from '../../db/catalogue/index.ts'
import { searchTables } from '../../db/catalogue/search-index.ts'
import { openConnection, type Connection } from '../../db/connection.ts'
import { testFolder } from '../support/engine.ts'
import { demoLibraryOf, type BenchLibrary } from './library.ts'
import { expectWithin, median, report, timeMs } from './measure.ts'

const titles = 20_000
const today = '2026-11-10'
const rounds = 3
/** What a filled library holds that an empty one does not; parents first. */
const tables = [
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

const opened: BenchLibrary[] = []
afterAll(async () => {
  for (const { test } of opened) await test.close()
})

type Raw = Connection['raw']

/** The same rows into the same tables and indexes, in one transaction with one prepared statement for each table. */
async function bareInsertsMs(filled: Raw): Promise<number> {
  const { raw, close } = openConnection(join(testFolder(), 'bare.db'), { readonly: false })
  raw.pragma('journal_mode = WAL')
  raw.pragma('foreign_keys = OFF')
  const schema = filled.prepare(
    `select sql from sqlite_schema where tbl_name = ? and type in ('table', 'index') and sql is not null`,
  )
  for (const table of tables) for (const sql of schema.pluck().all(table)) raw.exec(String(sql))
  for (const { create, triggers } of searchTables) [create, ...triggers].forEach((sql) => raw.exec(sql))
  const rows = tables.map((table) => filled.prepare(`select * from "${table}"`).raw().all() as unknown[][])
  const inserts = tables.map((table, at) => {
    const places = (rows[at]?.[0] ?? []).map(() => '?').join(', ')
    return places === '' ? null : raw.prepare(`insert into "${table}" values (${places})`)
  })
  const spentMs = await timeMs(() =>
    raw.transaction(() => {
      for (const [at, insert] of inserts.entries()) for (const row of rows[at] ?? []) insert?.run(row)
    })(),
  )
  await close()
  return spentMs
}

it('fills a demo library at the rate of bare inserts, the making of the rows counted on both sides', async () => {
  const makingMs = await timeMs(() => {
    const made = Array.from({ length: titles }, (_, number) => demoTitle(1, number, today))
    for (let from = 0; from < titles; from += 2000) batchOf(made.slice(from, from + 2000), today)
    made.forEach((title, number) => demoCopies(title, { seed: 1, number, average: 2, today }))
  })
  const ratios: number[] = []
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const emptyMs = await timeMs(async () => opened.push(await demoLibraryOf(0)))
    const fillMs = (await timeMs(async () => opened.push(await demoLibraryOf(titles)))) - emptyMs
    const filled = opened.at(-1)?.test.engine.connection.raw
    if (!filled) throw new Error('nothing was filled')
    expect(filled.prepare('select count(*) from copy').pluck().get()).toBeGreaterThan(titles * 1.8)
    // Thinking the titles up is the demo's own affair; the floor is given that time too.
    ratios.push(fillMs / (makingMs + (await bareInsertsMs(filled))))
    times.push(fillMs)
  }
  report('demo.fill', { titlesPerSecond: titles / (median(times) / 1000), makingMs, ms: median(times) })
  expectWithin('fillOverBareInserts', ratios)
})
