import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '../../db/connection.ts'
import { dispatch } from '../../db/dispatch.ts'
import { createEngine, type OpenEngine } from '../../db/engine.ts'
import { databaseName } from '../../db/folder.ts'
import { codeOf, finishedJob, openTestEngine, testFolder, testNow, testPassword } from '../support/engine.ts'
import { copyFolder, newLibrary } from '../support/folders.ts'

type Plan = { sql: string; steps: string[] }

let dataDir: string
let emptyDir: string
let session: string
beforeAll(async () => {
  emptyDir = (await newLibrary()).dataDir
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

const kinds = ['of today', 'of the day when it was empty', 'none'] as const
type Kind = (typeof kinds)[number]

/** Closing a library leaves statistics; until it is closed again they say what was there then, and at first nothing. */
async function copyWith(statistics: Kind): Promise<string> {
  const copy = copyFolder(dataDir)
  const { raw, close } = openConnection(join(copy, databaseName), { readonly: false })
  const known = raw.prepare(`select count(*) from sqlite_stat1 where tbl = 'title'`).pluck()
  expect(known.get()).toBeGreaterThan(0)
  if (statistics !== 'of today') raw.exec('delete from sqlite_stat1; delete from sqlite_stat4')
  if (statistics === 'of the day when it was empty') {
    raw.prepare('attach ? as empty').run(join(emptyDir, databaseName))
    raw.exec('insert into main.sqlite_stat1 select * from empty.sqlite_stat1; detach empty')
  }
  await close()
  return copy
}

describe.each(kinds)('with statistics %s', (statistics) => {
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
      // Whoever writes binds behind a sign (db/connection.ts), which is nothing to look for.
      return { sql: sql.replaceAll('+?', '?'), steps: rows.map((row) => row.detail) }
    })
  }

  const planWith = (plans: readonly Plan[], ...parts: string[]): string => {
    const found = plans.find(({ sql }) => parts.every((part) => sql.includes(part)))
    expect(found, `${parts.join(' … ')} among ${plans.map(({ sql }) => sql).join('\n')}`).toBeDefined()
    return found?.steps.join('\n') ?? ''
  }

  it('finds a session by its token, search by its three indexes, and counts no facets with it', async () => {
    const plans = await plansOf('catalogue.search', { text: 'nguyễn' })
    // A table of a row or two is rightly read from end to end, and so it was on that day.
    if (statistics !== 'of the day when it was empty') {
      expect(planWith(plans, 'from "session"')).toMatch(/SEARCH session USING .*\(tokenHash=\?\)/)
    }
    expect(planWith(plans, 'titleSearch match')).toMatch(/^SCAN titleSearch VIRTUAL TABLE INDEX \d+:M\d+$/)
    expect(planWith(plans, 'titleExact match')).toMatch(/^SCAN titleExact VIRTUAL TABLE INDEX \d+:M\d+$/)
    for (const [column, index] of [
      ['foldedTitle', 'titleByFoldedTitle'],
      ['sortKey', 'titleBySortKey'],
    ]) {
      const beginning = planWith(plans, `"${column}" >= ?`)
      expect(beginning).toMatch(
        new RegExp(`SEARCH title USING .*INDEX ${index} \\(${column}>\\? AND ${column}<\\?\\)`),
      )
      expect(beginning).not.toMatch(/TEMP B-TREE/)
    }
    expect(planWith(plans, 'sortKey, foldedTitle from title')).toMatch(
      /SEARCH title USING INTEGER PRIMARY KEY/,
    )
    const page = planWith(plans, 'as "copies"')
    expect(page).toMatch(/SEARCH title USING INTEGER PRIMARY KEY/)
    expect(page).toMatch(/SEARCH copy USING COVERING INDEX copyByTitle \(titleId=\?\)/)
    expect(planWith(plans, 'from authorityForm')).toMatch(
      /USING INDEX authorityFormByFolded \(foldedForm=\?\)/,
    )
    expect(plans.filter(({ sql }) => /group by/i.test(sql))).toEqual([])
  })

  it('finds an ISBN by the index of words, a code by the indexes of copies', async () => {
    const plans = await plansOf('catalogue.search', { text: '9780306406157' })
    expect(planWith(plans, 'titleSearch match')).toMatch(/SCAN titleSearch VIRTUAL TABLE INDEX/)
    const codes = planWith(plans, 'union select titleId from copy')
    expect(codes).toMatch(/USING INDEX (sqlite_autoindex_copy_\d|copyInOrder) \(accessionNumber=\?\)/)
    expect(codes).toMatch(/USING INDEX copyByBarcode \(barcode=\?\)/)
    const adding = await plansOf('catalogue.addTitle', { title: 'Có ISBN', isbn: '9780306406157' })
    expect(planWith(adding, 'from titleIsbn')).toMatch(/SEARCH number USING PRIMARY KEY \(isbn=\?\)/)
  })

  it.each([
    ['title', 'titleBySortKey'],
    ['author', 'titleByAuthorKey'],
    ['call_number', 'titleByShelfKey'],
    ['year', 'titleByYear'],
    ['newest', 'titleByAddedOn'],
  ])('walks the list by %s along an index, without sorting', async (sort, index) => {
    const plan = planWith(await plansOf('catalogue.search', { sort, offset: 10_000 }), 'limit ? offset ?')
    // Titles of one day may have to be sorted among themselves.
    expect(plan).toMatch(new RegExp(`(SCAN|SEARCH) title USING (COVERING )?INDEX ${index}`))
    expect(plan).not.toMatch(/TEMP B-TREE FOR ORDER BY/)
  })

  it('asks copies and headings by their indexes', async () => {
    const narrowed = async (filters: object) =>
      planWith(await plansOf('catalogue.search', { text: 'lịch', filters }), 'titleSearch match')
    expect(await narrowed({ siteIds: [1] })).toMatch(/SEARCH copy (EXISTS )?USING COVERING INDEX copyByTitle/)
    expect(await narrowed({ authorityId: 1 })).toMatch(
      /SEARCH titleAuthority USING .*titleAuthorityByAuthority/,
    )
    expect(await narrowed({ barcode: 'B1' })).toMatch(/SEARCH copy USING INDEX copyByBarcode/)
    expect(await narrowed({ hostId: 1 })).toMatch(/SEARCH title USING .*titleByHost/)
  })

  it('counts facets from the hits alone', async () => {
    const plans = await plansOf('catalogue.facets', { text: 'lịch sử' })
    expect(planWith(plans, 'as isDigital')).toMatch(/SEARCH title USING INTEGER PRIMARY KEY/)
    expect(planWith(plans, 'count(distinct titleId)')).toMatch(/SEARCH copy USING COVERING INDEX copyByTitle/)
  })

  it('counts the stock of a day from the index of copies alone', async () => {
    const plan = planWith(await plansOf('stock.figures', { asOf: '2026-11-09' }), 'group by copy.titleId')
    expect(plan).toMatch(/(SCAN|SEARCH) copy USING COVERING INDEX copyByTitle/)
    expect(plan).not.toMatch(/(SCAN|SEARCH) copy USING (?!COVERING INDEX copyByTitle)/)
  })

  it('finds titles with copies, and unused numbers, from indexes alone', async () => {
    for (const filters of [{ siteIds: [1] }, { hasCopies: true }]) {
      const plan = planWith(await plansOf('catalogue.search', { filters }), 'group by copy.titleId')
      expect(plan).toMatch(/SCAN copy USING COVERING INDEX copyByTitle/)
      expect(plan).not.toMatch(/TEMP B-TREE/)
    }
    const gaps = planWith(await plansOf('copies.gaps', { seriesId: 1 }), 'from block cross join copy')
    expect(gaps).toMatch(/SEARCH used USING COVERING INDEX .*\(seriesId=\? AND number>\? AND number<\?\)/)
    expect(gaps).not.toMatch(/(SCAN|SEARCH) \w+ USING INDEX/)
  })

  it('finds the place of a letter along an index', async () => {
    const plan = planWith(await plansOf('catalogue.placeInList', { sort: 'title', from: 'M' }), 'sortKey <')
    expect(plan).toMatch(/SEARCH title USING (COVERING )?INDEX titleBySortKey \(sortKey<\?\)/)
  })

  it('reads the history of one title by its index, newest first, without sorting', async () => {
    const plan = planWith(
      await plansOf('journal.ofRecord', { of: [{ tableName: 'title', rowId: 20_001 }] }),
      'from "journalRow"',
    )
    expect(plan).toMatch(/SEARCH journalRow USING INDEX journalRowByRecord \(tableName=\? AND rowId=\?\)/)
    expect(plan).not.toMatch(/TEMP B-TREE/)
  })

  it('reads what a command wrote, and the end of the journal, by key', async () => {
    const plans = await plansOf('catalogue.updateTitle', { id: 1, rev: 1, title: 'Xem cách ghi' })
    expect(planWith(plans, 'from "journalRow" where "commandId" = ')).toMatch(
      /USING INDEX journalRowByCommand/,
    )
    expect(planWith(plans, 'insert into "journalCommand"')).not.toMatch(/TEMP B-TREE/)
  })
})
