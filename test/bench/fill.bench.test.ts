import { afterAll, expect, it } from 'vitest'
import { searchForms } from '../../shared/catalogue/rules.ts'
import { demoTitle } from '../../shared/demo/rules.ts'
import { titleSearch } from '../../db/catalogue/search.ts'
import { openConnection } from '../../db/connection.ts'
import { testFolder } from '../support/engine.ts'
import { demoLibraryOf, type BenchLibrary } from './library.ts'
import { expectWithin, median, report, timeMs } from './measure.ts'
import { join } from 'node:path'

const titles = 20_000
const rounds = 3
const opened: BenchLibrary[] = []
afterAll(async () => {
  for (const { test } of opened) await test.close()
})

/** The same rows into the same tables and indexes, in one transaction with one prepared statement. */
async function bareInsertsMs(createTitle: string[], rows: Record<string, unknown>[]): Promise<number> {
  const { raw, close } = openConnection(join(testFolder(), 'bare.db'), { readonly: false })
  raw.pragma('journal_mode = WAL')
  createTitle.forEach((sql) => raw.exec(sql))
  raw.exec(titleSearch.create)
  titleSearch.triggers.forEach((sql) => raw.exec(sql))
  const columns = Object.keys(rows[0] ?? {})
  const insert = raw.prepare(
    `insert into title (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const spentMs = await timeMs(() =>
    raw.transaction(() => {
      for (const row of rows) insert.run(...Object.values(row))
    })(),
  )
  await close()
  return spentMs
}

it('fills a demo library at the rate of bare inserts, the making of the titles counted on both sides', async () => {
  const now = '2026-11-10T02:00:00.000Z'
  let rows: Record<string, unknown>[] = []
  const makingMs = await timeMs(() => {
    rows = Array.from({ length: titles }, (_, number) => {
      const title = demoTitle(1, number, '2026-11-10')
      return { ...title, ...searchForms(title.title), createdAt: now, updatedAt: now }
    })
  })
  const ratios: number[] = []
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const emptyMs = await timeMs(async () => opened.push(await demoLibraryOf(0)))
    const fillMs = (await timeMs(async () => opened.push(await demoLibraryOf(titles)))) - emptyMs
    const { raw } = opened.at(-1)?.test.engine.connection ?? {}
    const createTitle = raw
      ?.prepare(
        `select sql from sqlite_schema where tbl_name = 'title' and type in ('table', 'index') and sql is not null`,
      )
      .pluck()
      .all() as string[]
    // Thinking the titles up is the demo's own affair; the floor is given that time too.
    ratios.push(fillMs / (makingMs + (await bareInsertsMs(createTitle, rows))))
    times.push(fillMs)
  }
  expect(rows).toHaveLength(titles)
  report('demo.fill', { titlesPerSecond: titles / (median(times) / 1000), makingMs, ms: median(times) })
  expectWithin('fillOverBareInserts', ratios)
})
