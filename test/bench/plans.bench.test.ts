import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, type Person } from '../support/engine.ts'
import { demoLibraryOf, type BenchLibrary } from './library.ts'

let library: BenchLibrary
let person: Person
let statements: string[] = []

beforeAll(async () => {
  library = await demoLibraryOf(20_000)
  person = library.person
  const { raw } = library.test.engine.connection
  const prepare = raw.prepare.bind(raw)
  // The engine's own statements, as it hands them to SQLite: no copy that could go stale.
  Object.defineProperty(raw, 'prepare', {
    value(sql: string) {
      statements.push(sql)
      return prepare(sql)
    },
  })
  // Chosen with statistics as they are after a close, and without them as they are on the first day.
  prepare('select 1').get()
})
afterAll(() => library.test.close())

/** The statements that one call makes SQLite prepare, each with the steps it plans. */
async function plansOf(operation: string, input: unknown): Promise<{ sql: string; steps: string[] }[]> {
  statements = []
  expect(codeOf(await person.call(operation, input)), operation).toBe('ok')
  const asked = [...new Set(statements)].filter((sql) => /^\s*(select|insert|update|delete|with)/i.test(sql))
  const { raw } = library.test.engine.connection
  return asked.map((sql) => {
    const values = Array.from(sql.matchAll(/\?/g), () => null)
    const rows = raw.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
    return { sql, steps: rows.map((row) => row.detail) }
  })
}

/** No step may read a table from end to end, but for those that are small by nature. */
const small = /^SCAN (library|user|json_each)\b/

function expectNoScan(plans: { sql: string; steps: string[] }[]): void {
  for (const { sql, steps } of plans) {
    const scans = steps.filter((step) => step.startsWith('SCAN') && !/VIRTUAL TABLE|USING (COVERING )?INDEX/.test(step))
    expect(
      scans.filter((step) => !small.test(step)),
      sql,
    ).toEqual([])
  }
}

const stepsOf = (plans: { steps: string[] }[]) => plans.flatMap(({ steps }) => steps).join('\n')

describe.each(['without statistics', 'with statistics'])('%s', (kind) => {
  beforeAll(() => {
    const { raw } = library.test.engine.connection
    if (kind === 'with statistics') raw.exec('analyze')
    // Statements already prepared would not be seen again.
    library.test.engine.connection.raw.pragma('shrink_memory')
  })

  it('a session is found by its token', async () => {
    const plans = await plansOf('users.touch', {})
    const text = stepsOf(plans)
    if (text) expect(text).toMatch(/SEARCH session USING .*(tokenHash)/)
  })

  it('search takes its candidates from the search table and from the index of folded titles', async () => {
    const plans = await plansOf('catalogue.search', { text: `lich su ${kind === 'with statistics' ? 'viet' : ''}` })
    expect(stepsOf(plans)).toMatch(/SCAN hit VIRTUAL TABLE INDEX/)
    expect(stepsOf(plans)).toMatch(/SEARCH title USING INDEX titleByFoldedTitle \(foldedTitle>\? AND foldedTitle<\?\)/)
    expectNoScan(plans)
  })
})
