import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { valueOf } from '../support/engine.ts'
import { demoLibraryOf, reopened, type BenchLibrary } from './library.ts'
import { expectWithin, report, typicalMs } from './measure.ts'

/** Two hundred thousand activities of five sessions each: a hundred times what a province does in ten years. */
const many = Number(process.env['KHOSACH_BENCH_ACTIVITIES'] ?? 200_000)
const few = 2000
const sessionsEach = 5
const calls = 20
const rounds = 5
const years = 20

let small: BenchLibrary
let large: BenchLibrary

beforeAll(async () => {
  small = await filledWith(few)
  large = await filledWith(many)
}, 1_800_000)

afterAll(async () => {
  await small.test.close()
  await large.test.close()
})

/** By SQL, since a million rows through the form take hours; the index is filled by the same triggers. */
async function filledWith(activities: number): Promise<BenchLibrary> {
  const library = await demoLibraryOf(0)
  const { raw } = library.test.engine.connection
  // Recorded day by day, as they take place.
  const day = `date('2027-06-30', '-' || ((${activities} - n.i) * ${years * 365} / ${activities}) || ' days')`
  raw.exec(`
    insert into campaign (name, kind, year) values ('Ngày Sách', 'book_day', 2026);
    begin;
    insert into journalCommand (epochId, operation, at, isBulk)
      select max(id), 'bench', '2026-11-10T00:00:00.000Z', 1 from epoch;
    insert into activity (name, typeCode, state, part, reach, organiser, siteId, place, responsible, note, startsOn, endsOn,
        sessionCount, heldCount, attended, proof)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${activities})
      select 'Trưng bày sách chuyên đề số ' || i, printf('E%02d', i % 32 + 1),
        iif(i % 10 = 0, 'planned', 'done'), 'organiser', 'local', '', 1, 'Hội trường ' || (i % 50), '', '',
        ${day}, ${day}, ${sessionsEach}, ${sessionsEach}, 250, iif(i % 9 = 0, 'missing', 'present') from n;
    insert into activitySession (activityId, "on", startTime, state, attended)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${sessionsEach})
      select a.id, date(a.startsOn, '+' || (n.i - 1) || ' days'), '08:00', 'held', 50 from activity a, n;
    insert into activityCampaign (activityId, campaignId) select id, 1 from activity where id % 40 = 0;
    commit`)
  return reopened(library)
}

type List = InputOf<SpecOf<'activities.list'>>
type Filters = InputOf<SpecOf<'activities.facets'>>
const lists: [string, List][] = [
  ['everything', {}],
  ['a type', { typeCode: 'E05' }],
  ['a group, done, proof missing', { group: 'reading', state: 'done', proof: 'missing' }],
  ['words', { text: 'chuyen de sach' }],
  ['a quarter', { from: '2024-04-01', to: '2024-06-30' }],
  ['words, years back', { text: 'chuyen de sach', from: '2010-01-01', to: '2012-12-31' }],
  ['a type, years back', { typeCode: 'E05', from: '2009-01-01', to: '2014-12-31' }],
]

/** Both libraries have enough of these for as many rows to be counted. */
const counted: [string, Filters][] = [
  ['everything', {}],
  ['words', { text: 'chuyen de sach' }],
  ['words, years back', { text: 'chuyen de sach', from: '2008-01-01', to: '2014-12-31' }],
]

async function expectAlike(name: string, ask: (library: BenchLibrary) => Promise<unknown>): Promise<void> {
  await ask(small)
  await ask(large)
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const smallMs = await typicalMs(calls, () => ask(small))
    const largeMs = await typicalMs(calls, () => ask(large))
    if (round === 0) report(`activities: ${name}`, { smallMs, largeMs })
    ratios.push(largeMs / smallMs)
  }
  expectWithin('activitiesManyOverFew', ratios)
}

describe('a page is as quick among two hundred thousand as among two thousand', () => {
  it.each(lists)('the list of %s', async (name, input) => {
    await expectAlike(`list of ${name}`, async ({ person }) =>
      valueOf(await person.client.activities.list(input)),
    )
  })

  it('a page far down', async () => {
    async function ask({ person }: BenchLibrary): Promise<void> {
      const { next } = valueOf(await person.client.activities.list({ limit: 200 }))
      valueOf(await person.client.activities.list({ cursor: next }))
    }
    await expectAlike('second page', ask)
  })

  it.each(counted)('the counts beside the list of %s', async (name, input) => {
    await expectAlike(`counts of ${name}`, async ({ person }) =>
      valueOf(await person.client.activities.facets(input)),
    )
  })

  it.each(['2026-03-01', '2016-09-01'])('the month of %s', async (from) => {
    await expectAlike(`month of ${from}`, async ({ person }) =>
      valueOf(await person.client.activities.calendar({ from, days: 42, perDay: 3 })),
    )
  })
})

describe('no more than a page of rows is read', () => {
  const planOf = (sql: string) =>
    (large.test.engine.connection.raw.prepare(`explain query plan ${sql}`).all() as { detail: string }[]).map(
      ({ detail }) => detail,
    )

  it('the list is read along the index of its days, and sorts nothing', () => {
    const plan =
      planOf(`select id from activity where removedOn is null and startsOn >= '2000' and startsOn <= '2030'
      order by startsOn desc, id desc limit 101`)
    expect(plan).toEqual([expect.stringContaining('activityByDay')])
  })

  it('words and filters are read off the end of the index in its own order', () => {
    const plan = planOf(`select rowid from activitySearch where activitySearch match 'tags : x'
      and rowid >= 1 and rowid < 9 order by rowid desc limit 101`)
    // “M1<>”: the words and both ends are handed to the index itself, and nothing is sorted beside it.
    expect(plan).toEqual([expect.stringMatching(/activitySearch VIRTUAL TABLE INDEX \d+:M\d+[<>]+$/)])
  })

  it('a day of the calendar is read along the index of days', () => {
    const plan = planOf(`select x.id from activitySession x where x."on" = '2026-03-01'
      and x.activityId not in (select id from activity where removedOn is not null) order by x.startTime, x.id limit 4`)
    expect(plan.join('\n')).toContain('activitySessionByDay')
    expect(plan.join('\n')).toContain('activityRemoved')
    expect(plan.join('\n')).not.toContain('TEMP B-TREE')
  })
})
