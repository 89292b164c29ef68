import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createExchange } from '../host/exchange.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { signQuarter, summer } from '../../test/support/signed.ts'

let test: TestEngine
let desk: Person
let folder: string

beforeEach(async () => {
  folder = testFolder()
  test = await openTestEngine({ dataDir: folder })
  desk = await test.as('desk')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const today = '2026-11-10'
const cell = (on: string, value: number | null, kindCode = 'onsite_adults') => ({ on, kindCode, value })

async function save(cells: ReturnType<typeof cell>[], more: object = {}) {
  return desk.client.readers.saveCounters({ siteId: 1, cells, ...more })
}
async function counts(from = '2026-01-01', to = '2026-12-31') {
  const days = valueOf(await desk.client.readers.counterDays({ siteId: 1, from, to }))
  return days.counts.map(({ on, kindCode, value, isCorrected }) => [on, kindCode, value, isCorrected])
}
async function figure(code: string) {
  const list = valueOf(await desk.client.indicators.list({ period: '2026-Q4' }))
  return list.values.find((each) => each.code === code)
}

describe('counters of a day', () => {
  it('tell nothing counted from nought', async () => {
    valueOf(await save([cell(today, 0), cell('2026-11-09', null)]))
    expect(await counts()).toContainEqual([today, 'onsite_adults', 0, false])
    expect((await counts()).filter(([, , value]) => value !== null)).toHaveLength(1)
    expect(await figure('M2a.11')).toMatchObject({ status: 'known', value: 0 })
    expect(await figure('M2a.12')).toMatchObject({ status: 'not_collected', value: null })
  })

  it('go up and down by one, and never below nought', async () => {
    const tally = (by: 1 | -1) => desk.client.readers.tally({ siteId: 1, kindCode: 'onsite_children', by })
    expect(codeOf(await tally(-1))).toBe('nothing_counted')
    for (const by of [1, 1, -1] as const) valueOf(await tally(by))
    expect(await counts()).toEqual([[today, 'onsite_children', 1, false]])
  })

  it('are corrected with a reason, and what they said before stays to be read', async () => {
    valueOf(await save([cell('2026-11-02', 30)]))
    expect(codeOf(await save([cell('2026-11-02', 33)]))).toBe('reason_missing')
    expect(valueOf(await save([cell('2026-11-02', 33)], { reason: 'Sót phiếu chiều' }))).toEqual({
      changed: 1,
      corrected: 1,
    })
    valueOf(await save([cell('2026-11-02', null)], { reason: 'Ghi nhầm ngày' }))
    const past = valueOf(
      await desk.client.readers.counterPast({ siteId: 1, on: '2026-11-02', kindCode: 'onsite_adults' }),
    )
    expect(past.map(({ value, reason, by }) => [value, reason, by])).toEqual([
      [33, 'Ghi nhầm ngày', 'Người desk'],
      [30, 'Sót phiếu chiều', 'Người desk'],
    ])
    expect(await counts()).toEqual([['2026-11-02', 'onsite_adults', null, true]])
  })

  it('of today are typed over without a reason, since the day is not over', async () => {
    valueOf(await save([cell(today, 3)]))
    expect(valueOf(await save([cell(today, 5)]))).toEqual({ changed: 1, corrected: 0 })
    expect(await counts()).toEqual([[today, 'onsite_adults', 5, false]])
  })

  it('are asked about when far above what the place ever had, and taken when meant', async () => {
    const days = Array.from({ length: 12 }, (_, at) =>
      cell(`2026-10-${String(at + 1).padStart(2, '0')}`, 20 + at),
    )
    valueOf(await save(days))
    const reply = await save([cell(today, 900)])
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'unusual_count', details: { value: 900, most: 31 } },
    })
    valueOf(await save([cell(today, 900)], { accepted: ['unusual_count'] }))
    expect(codeOf(await save([cell('2026-11-11', 1)]))).toBe('counted_in_future')
    expect(codeOf(await save([cell(today, -1)]))).toBe('invalid_input')
  })

  it('of a month stand on its first day, whichever day is named', async () => {
    const web = { on: '2026-10-17', kindCode: 'web_visits', value: 1200, source: 'Google Analytics' }
    valueOf(await desk.client.readers.saveCounters({ siteId: 1, cells: [web] }))
    expect(await counts()).toEqual([['2026-10-01', 'web_visits', 1200, false]])
    expect(await figure('M2a.13')).toMatchObject({ value: 1200 })
  })

  it('add up by what they count, and people named twice count once', async () => {
    valueOf(
      await save([
        cell(today, 10, 'onsite_children'),
        cell(today, 20),
        cell(today, 4, 'onsite_minority'),
        cell(today, 7, 'outside_adults'),
        cell(today, 15, 'in_house_adults'),
        cell(today, 5, 'lent_children'),
      ]),
    )
    const values = async (...codes: string[]) =>
      Promise.all(codes.map(async (code) => (await figure(code))?.value))
    expect(await values('M2a.11', 'M2a.12', 'g.5', 'M2a.14', 'g.6')).toEqual([30, 7, 37, 20, 20])
  })
})

describe('a signed quarter', () => {
  it('marks what was corrected since, and keeps its figure', async () => {
    valueOf(await save([cell('2026-08-03', 40), cell('2026-08-04', 41)]))
    await signQuarter(test)
    valueOf(await save([cell('2026-08-03', 44)], { reason: 'Cộng lại' }))
    const director = await test.as('director')
    const explained = valueOf(await director.client.indicators.explain({ code: 'M2a.11', ...summer }))
    expect(explained.value).toMatchObject({ value: 81 })
    expect(explained.rows.map(({ detail, changedSince }) => [detail, changedSince])).toEqual([
      ['03/08/2026: 44', true],
      ['04/08/2026: 41', false],
    ])
  })
})

describe('a file of counters', () => {
  async function ticket(text: string) {
    const { offer } = createExchange(folder)
    return offer('so-dem.csv', new TextEncoder().encode(text))
  }
  const table = (...lines: string[]) =>
    ['Thư viện tỉnh', 'Ngày,Bạn đọc tại chỗ: người lớn,Ghi chú,onsite_children', ...lines].join('\n')

  async function look(text: string) {
    const input = { file: await ticket(text), siteId: 1 }
    return finishedJob(desk, 'readers.previewCounters', input)
  }
  async function take(text: string, more: object = {}) {
    const input = { file: await ticket(text), siteId: 1, ...more }
    return finishedJob(desk, 'readers.importCounters', input)
  }

  it('is looked into first: what is new, what replaces, what is wrong, each with its line', async () => {
    valueOf(await save([cell('2026-11-02', 30), cell('2026-11-03', 31)]))
    const { output } = await look(
      table(
        '2/11/2026,30,mưa,-',
        '3/11/2026,35,,4',
        '4/11/2026,"1.250",,-3',
        'Cộng,95,,4',
        'mai,1,,1',
        '05/12/2026,1,,1',
      ),
    )
    expect(output).toMatchObject({
      columns: [
        { header: 'Bạn đọc tại chỗ: người lớn', kindCode: 'onsite_adults' },
        { header: 'Ghi chú', kindCode: null },
        { header: 'onsite_children', kindCode: 'onsite_children' },
      ],
      from: '2026-11-02',
      to: '2026-11-04',
      added: 2,
      overwritten: 1,
      same: 1,
      problemCount: 3,
      problems: [
        { line: 5, code: 'negative', text: '-3' },
        { line: 7, code: 'not_a_day', text: 'mai' },
        { line: 8, code: 'in_future' },
      ],
    })
    expect(await counts()).toHaveLength(2)
  })

  it('is written whole or not at all', async () => {
    const { state, error } = await take(table('2/11/2026,3,,4', '3/11/2026,x,,4'))
    expect([state, error?.code]).toEqual(['failed', 'file_has_problems'])
    expect(await counts()).toEqual([])
  })

  it('is taken back: what was new goes, what was replaced returns, what was changed since stays', async () => {
    valueOf(await save([cell('2026-11-02', 30), cell('2026-11-03', 31)]))
    const { output } = await take(table('2/11/2026,40,,4', '3/11/2026,41,,', '4/11/2026,42,,'))
    expect(output).toMatchObject({ cells: 4, overwritten: 2 })
    valueOf(await save([cell('2026-11-03', 50)], { reason: 'Đếm lại' }))
    const { importId } = output as { importId: number }
    const undone = valueOf(await desk.client.readers.undoCounterImport({ id: importId }))
    expect(undone).toMatchObject({ kept: 1, cells: 4 })
    expect(await counts()).toEqual([
      ['2026-11-02', 'onsite_adults', 30, true],
      ['2026-11-03', 'onsite_adults', 50, true],
    ])
    expect(codeOf(await desk.client.readers.undoCounterImport({ id: importId }))).toBe('import_undone')
  })
})
