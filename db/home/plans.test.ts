import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'

const many = 200_000
const numbers = `with recursive n (i) as (select 1 union all select i + 1 from n where i < ${many})`

let test: TestEngine
let director: Person
const prepared: string[] = []

beforeAll(async () => {
  test = await openTestEngine({ parsesOutputs: false })
  director = await test.as('director')
  const { raw } = test.engine.connection
  // In bulk, as an import writes: what is measured is reading.
  raw.exec(`
    begin;
    insert into journalCommand (epochId, operation, at, isBulk)
      select max(id), 'demo.fill', '2025-01-01T00:00:00.000Z', 1 from epoch;
    insert into branch (id, name, sortKey, folded, kind, sector, foundedOn)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 300)
      select i, 'Chi hội ' || i, 'chi hoi ' || i, 'chi hoi ' || i, 'branch', 'public', '2010-01-01' from n;
    insert into activity (name, typeCode, state, part, reach, organiser, place, responsible, note, startsOn, endsOn, proof)
      ${numbers} select 'Việc ' || i, 'E01', iif(i % 10 = 0, 'planned', 'done'), 'organiser', 'local', '', '', '', '',
        date('2020-01-01', '+' || (i / 40) || ' days'), date('2020-01-01', '+' || (i / 40) || ' days'),
        iif(i % 9 = 0, 'missing', 'present') from n;
    insert into duesEntry (branchId, year, kind, amountMinor, "on")
      ${numbers} select i % 300 + 1, 1990 + i % 37, iif(i % 2, 'charge', 'payment'), 1000, '2026-01-01' from n;
    insert into journalCommand (epochId, operation, at, isBulk)
      ${numbers} select (select max(id) from epoch), 'catalogue.updateTitle',
        strftime('%Y-%m-%dT%H:%M:%fZ', '2026-11-01', '+' || (i * 4) || ' seconds'), 0 from n;
    commit;
    analyze`)
  const prepare = raw.prepare.bind(raw)
  Object.defineProperty(raw, 'prepare', {
    configurable: true,
    value(sql: string) {
      prepared.push(sql)
      return prepare(sql)
    },
  })
}, 120_000)
afterAll(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const large = ['activity', 'duesEntry', 'journalCommand', 'journalRow', 'signIn', 'fileCopy', 'member']

it('reads the home page along indexes, whatever two hundred thousand rows stand behind it', async () => {
  prepared.length = 0
  const overview = valueOf(await director.client.home.overview({ since: 'week' }))
  expect(overview.missing.map(({ kind }) => kind)).toContain('activitiesPast')
  valueOf(await director.client.home.overview({ since: 'visit' }))
  const asked = prepared.filter((sql) => /^\s*(select|with)\b/i.test(sql))
  expect(asked.length).toBeGreaterThan(8)
  const { raw } = test.engine.connection
  const steps = asked.flatMap((sql) => {
    const values = Array.from(sql.matchAll(/\?/g), () => null)
    const rows = raw.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
    return rows.map(({ detail }) => detail)
  })
  const scans = steps.filter((step) => large.some((table) => new RegExp(`^SCAN ${table}\\b`).test(step)))
  // Whether there is any activity at all is the first row of it.
  expect(scans.filter((step) => !step.startsWith('SCAN activity USING COVERING INDEX'))).toEqual([])
})
