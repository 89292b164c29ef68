import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '../../db/connection.ts'
import { dispatch } from '../../db/dispatch.ts'
import { createEngine, type OpenEngine } from '../../db/engine.ts'
import { databaseName } from '../../db/folder.ts'
import { codeOf, finishedJob, openTestEngine, testFolder, testNow, testPassword } from '../support/engine.ts'
import { copyFolder } from '../support/folders.ts'

type Plan = { sql: string; steps: string[] }

let dataDir: string
let session: string
beforeAll(async () => {
  dataDir = testFolder()
  const test = await openTestEngine({ dataDir, parsesOutputs: false })
  const administrator = await test.as('administrator')
  await finishedJob(administrator, 'demo.fill', { titles: 20_000, seed: 1 })
  for (let n = 0; n < 50; n++) await administrator.call('catalogue.addTitle', { title: `Sách thêm ${n}` })
  const who = { username: 'administrator', password: testPassword }
  // A table of a row or two is rightly read from end to end.
  for (let n = 0; n < 100; n++)
    session = (await dispatch(test.engine, 'users.signIn', who, null)).session ?? ''
  await test.close()
})

/** The planner has the statistics that closing a library leaves, and none on its first day. */
async function copyWith(statistics: boolean): Promise<string> {
  const copy = copyFolder(dataDir)
  const { raw, close } = openConnection(join(copy, databaseName), { readonly: false })
  if (!statistics) raw.exec('delete from sqlite_stat1; delete from sqlite_stat4')
  expect(Number(raw.prepare(`select count(*) from sqlite_stat1 where tbl = 'title'`).pluck().get()) > 0).toBe(
    statistics,
  )
  await close()
  return copy
}

describe.each([true, false])('with statistics: %s', (statistics) => {
  let engine: OpenEngine
  let prepared: string[] = []
  // A statement is prepared once, so each test has an engine that has prepared none yet.
  beforeEach(async () => {
    engine = await createEngine({ dataDir: await copyWith(statistics), role: 'writer', clock: () => testNow })
    const { raw } = engine.connection
    const prepare = raw.prepare.bind(raw)
    // What the engine itself hands to SQLite, not a copy of it that could go stale.
    Object.defineProperty(raw, 'prepare', {
      configurable: true,
      value(sql: string) {
        prepared.push(sql)
        return prepare(sql)
      },
    })
  })
  afterEach(() => engine.close())

  /** Plans of the statements that a call is the first to need. */
  async function plansOf(operation: string, input: unknown = {}): Promise<Plan[]> {
    prepared = []
    const { reply } = await dispatch(engine, operation, input, session)
    expect(codeOf(reply), operation).toBe('ok')
    const asked = prepared.filter((sql) => /^\s*(select|insert|update|delete|with)\b/i.test(sql))
    return asked.map((sql) => {
      const values = Array.from(sql.matchAll(/\?/g), () => null)
      const rows = engine.connection.raw.prepare(`explain query plan ${sql}`).all(...values) as {
        detail: string
      }[]
      return { sql, steps: rows.map((row) => row.detail) }
    })
  }

  const planWith = (plans: readonly Plan[], ...parts: string[]): string => {
    const found = plans.find(({ sql }) => parts.every((part) => sql.includes(part)))
    expect(found, `${parts.join(' … ')} among ${plans.map(({ sql }) => sql).join('\n')}`).toBeDefined()
    return found?.steps.join('\n') ?? ''
  }

  it('finds a session by its token, search by its two indexes', async () => {
    const plans = await plansOf('catalogue.search', { text: 'lịch sử' })
    expect(planWith(plans, 'from "session"')).toMatch(/SEARCH session USING .*\(tokenHash=\?\)/)
    const matching = planWith(plans, 'titleSearch match')
    expect(matching).toMatch(/SCAN hit VIRTUAL TABLE INDEX/)
    expect(matching).toMatch(/SEARCH title USING INTEGER PRIMARY KEY/)
    const beginning = planWith(plans, '"foldedTitle" >= ?')
    expect(beginning).toMatch(
      /SEARCH title USING INDEX titleByFoldedTitle \(foldedTitle>\? AND foldedTitle<\?\)/,
    )
    expect(beginning).not.toMatch(/TEMP B-TREE/)
    expect(planWith(plans, '"id" in (')).toMatch(/SEARCH title USING INTEGER PRIMARY KEY/)
  })

  it('finds an ISBN by its index', async () => {
    const plans = await plansOf('catalogue.search', { text: '9780306406157' })
    expect(planWith(plans, '"isbn" = ?')).toMatch(/SEARCH title USING INDEX titleByIsbn \(isbn=\?\)/)
    const adding = await plansOf('catalogue.addTitle', { title: 'Có ISBN', isbn: '9780306406157' })
    expect(planWith(adding, '"isbn" = ?')).toMatch(/SEARCH title USING INDEX titleByIsbn \(isbn=\?\)/)
  })

  it('browses along the sort key without sorting, from any place in it', async () => {
    const first = planWith(await plansOf('catalogue.search', {}), 'order by "sortKey"')
    expect(first).toMatch(/(SCAN|SEARCH) title USING INDEX titleBySortKey/)
    expect(first).not.toMatch(/TEMP B-TREE/)
    const cursor = JSON.stringify(['M', 0])
    const later = planWith(await plansOf('catalogue.search', { cursor }), 'order by "sortKey"')
    expect(later).toMatch(/SEARCH title USING INDEX titleBySortKey \(\(?sortKey/)
    expect(later).not.toMatch(/TEMP B-TREE/)
  })

  it('reads the history of one title by its index, newest first, without sorting', async () => {
    const plan = planWith(
      await plansOf('journal.ofRecord', { tableName: 'title', rowId: 20_001 }),
      'from "journalRow"',
    )
    expect(plan).toMatch(/SEARCH journalRow USING INDEX journalRowByRecord \(tableName=\? AND rowId=\?\)/)
    expect(plan).not.toMatch(/TEMP B-TREE/)
  })

  it('counts the stock of a day from an index alone', async () => {
    const plan = planWith(await plansOf('indicators.list', { year: 2026, quarter: 3 }), '"addedOn" <= ?')
    expect(plan).toMatch(/USING COVERING INDEX titleByAddedOn/)
  })

  it('reads what a command wrote, and the end of the journal, by key', async () => {
    const plans = await plansOf('catalogue.updateTitle', { id: 1, rev: 1, title: 'Xem cách ghi' })
    expect(planWith(plans, 'from "journalRow" where "commandId" = ?')).toMatch(
      /USING INDEX journalRowByCommand/,
    )
    expect(planWith(plans, '"at" from "journalCommand" order by "id" desc')).not.toMatch(/TEMP B-TREE/)
    expect(planWith(plans, '"hash" from "journalChain" order by "id" desc')).not.toMatch(/TEMP B-TREE/)
  })
})
