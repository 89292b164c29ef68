import { afterAll, beforeAll, expect, it } from 'vitest'
import { finishedJob, valueOf } from '../support/engine.ts'
import { copyFolder } from '../support/folders.ts'
import { onHardDisk } from './hard-disk.ts'
import { demoLibraryOf, openLibrary, reopened, type BenchLibrary } from './library.ts'
import { expectWithin, median, report, timeMs } from './measure.ts'

/** Half a million copies: the stock of a province after 2025. */
const titles = Number(process.env['KHOSACH_BENCH_COPIES'] ?? 500_000) / 10
const rounds = 9
const callsPerRound = 120
const batchSize = 10

type Raw = BenchLibrary['test']['engine']['connection']['raw']

let ours: BenchLibrary
let floor: BenchLibrary
let numbers: string[]

beforeAll(async () => {
  const filled = await demoLibraryOf(titles, 10)
  const { stocktake } = filled.person.client
  valueOf(await stocktake.add({ name: 'Toàn bộ kho' }))
  const openMs = await timeMs(() => finishedJob(filled.person, 'stocktake.open', { id: 1 }))
  const { expected } = valueOf(await stocktake.stocktake({ id: 1 }))
  report('opening a stocktake', { copies: expected ?? 0, ms: openMs })
  ours = await reopened(filled)
  floor = await openLibrary(copyFolder(ours.dataDir))
  const { raw } = ours.test.engine.connection
  numbers = raw
    .prepare('select accessionNumber from copy where withdrawnOn is null order by random() limit 40000')
    .pluck()
    .all() as string[]
}, 1_800_000)

afterAll(async () => {
  await ours.test.close()
  await floor.test.close()
})

let next = 0
/** So many codes as the desk page sends them, each of a copy not met yet. */
async function scan(count: number): Promise<void> {
  const scans = Array.from({ length: count }, () => {
    next += 1
    const at = new Date(ours.test.clock.nowMs).toISOString()
    return { key: `bench-${next}`, code: numbers[next] ?? '', at, siteId: 1, shelf: 'A1' }
  })
  valueOf(await ours.person.client.stocktake.scan({ id: 1, scans }))
}

type Row = Record<string, unknown>

/** What the calls since a position wrote: a row for each scan, and nothing else. */
function rowsSince(raw: Raw, position: number): Row[] {
  return raw.prepare('select * from stocktakeScan where id > ? order by id').all(position) as Row[]
}

/** The same by prepared statements and nothing else: from the code to the copy by its index, and the row. */
function bareWriter(raw: Raw): (rows: readonly Row[]) => void {
  const columns = raw.prepare(`select name from pragma_table_info('stocktakeScan')`).pluck().all() as string[]
  const names = columns.map((column) => `"${column}"`).join(', ')
  const marks = columns.map(() => '?').join(', ')
  const lookUp = raw.prepare('select * from copy where accessionNumber = ?')
  const insert = raw.prepare(`insert into stocktakeScan (${names}) values (${marks})`)
  return raw.transaction((rows: readonly Row[]) => {
    for (const row of rows) {
      lookUp.get(row['code'])
      insert.run(columns.map((column) => row[column]))
    }
  })
}

/** Ours and the bare one in turn, call by call: what a disk takes differs from one moment to the next. */
async function timesOf(size: number): Promise<{ oursMs: number; bareMs: number }[]> {
  const { raw } = ours.test.engine.connection
  const writeBare = bareWriter(floor.test.engine.connection.raw)
  const last = () => Number(raw.prepare('select ifnull(max(id), 0) from stocktakeScan').pluck().get())
  async function round(calls: number) {
    const times: { oursMs: number; bareMs: number }[] = []
    for (let call = 0; call < calls; call++) {
      const position = last()
      const oursMs = await timeMs(() => scan(size))
      const written = rowsSince(raw, position)
      expect(written).toHaveLength(size)
      times.push({ oursMs, bareMs: await timeMs(() => writeBare(written)) })
    }
    const middle = (side: 'oursMs' | 'bareMs') => median(times.map((time) => time[side])) / size
    return { oursMs: middle('oursMs'), bareMs: middle('bareMs') }
  }
  await round(50)
  const rounded: { oursMs: number; bareMs: number }[] = []
  for (let each = 0; each < rounds; each++) rounded.push(await round(Math.ceil(callsPerRound / size)))
  return rounded
}

/** What the engine adds is a tenth of a millisecond: much beside a disk that answers as fast, little beside a hard disk. */
it('takes one scan in little more than the transaction of its one row', async () => {
  const times = await timesOf(1)
  report('a scan by itself', {
    ms: median(times.map((time) => time.oursMs)),
    bareMs: median(times.map((time) => time.bareMs)),
  })
  expectWithin(
    'scanOverBareTransaction',
    times.map((time) => time.oursMs / time.bareMs),
  )
  const there = await onHardDisk(() => timesOf(1))
  expectWithin(
    'scanOnHardDisk',
    there.map((time) => time.oursMs / time.bareMs),
  )
})

it('reports what the engine adds where writing costs nothing', async () => {
  for (const { test } of [ours, floor]) test.engine.connection.raw.pragma('synchronous = OFF')
  for (const size of [1, batchSize]) {
    const times = await timesOf(size)
    const middle = (side: 'oursMs' | 'bareMs') => median(times.map((time) => time[side]))
    report(`without waiting for the disk, ${size} in a call`, {
      ms: middle('oursMs'),
      bareMs: middle('bareMs'),
    })
  }
  for (const { test } of [ours, floor]) test.engine.connection.raw.pragma('synchronous = FULL')
})

it('takes what waited for the last call together', async () => {
  const times = await timesOf(batchSize)
  report(`each of ${batchSize} scans in one call`, {
    ms: median(times.map((time) => time.oursMs)),
    bareMs: median(times.map((time) => time.bareMs)),
  })
  expectWithin(
    'scansTogetherOverBareTransactions',
    times.map((time) => time.oursMs / time.bareMs),
  )
})

it('looks a scan up along indexes only, with statistics and without', async () => {
  for (const statistics of ['of today', 'none'] as const) {
    const library = await openLibrary(copyFolder(floor.dataDir))
    const { raw } = library.test.engine.connection
    if (statistics === 'none') raw.exec('delete from sqlite_stat1; delete from sqlite_stat4')
    const asked: string[] = []
    const prepare = raw.prepare.bind(raw)
    Object.defineProperty(raw, 'prepare', {
      configurable: true,
      value(text: string) {
        asked.push(text)
        return prepare(text)
      },
    })
    const again = { key: `plan-${statistics.length}`, code: numbers[0] ?? '', at: new Date().toISOString() }
    valueOf(await library.person.client.stocktake.scan({ id: 1, scans: [again] }))
    const lookUp = asked.find((text) => text.includes('json_group_array')) ?? ''
    const steps = prepare(`explain query plan ${lookUp}`).all(
      ...Array.from(lookUp.matchAll(/\?/g), () => null),
    ) as { detail: string }[]
    const plan = steps.map(({ detail }) => detail).join('\n')
    expect(plan, statistics).toMatch(/SEARCH copy USING (COVERING )?INDEX copyByBarcode \(barcode=\?\)/)
    expect(plan, statistics).toMatch(/SEARCH copy USING (COVERING )?INDEX \w+ \(accessionNumber=\?\)/)
    expect(plan, statistics).toMatch(
      /SEARCH item USING INDEX stocktakeItemByCopy \(stocktakeId=\? AND copyId=\?\)/,
    )
    expect(plan, statistics).toMatch(
      /SEARCH scan USING INDEX stocktakeScanByCopy \(stocktakeId=\? AND copyId=\?\)/,
    )
    // The codes of the call, and the few sites there are, are rightly read from end to end.
    const readThrough = steps.filter(({ detail }) => detail.startsWith('SCAN '))
    const names = readThrough.map(({ detail }) => detail.split(' ')[1] ?? '')
    expect(
      names.filter((name) => !['wanted', 'named', 'site'].includes(name)),
      statistics,
    ).toEqual([])
    expect(asked.filter((text) => /^\s*(insert|update|delete)/i.test(text))).toHaveLength(1)
    await library.test.close()
  }
})

it('counts, lists and closes half a million copies', async () => {
  const { stocktake } = ours.person.client
  const { raw } = ours.test.engine.connection
  raw.exec(`insert into stocktakeScan
      (stocktakeId, key, code, reading, repair, copyId, isExpected, at, userId, siteId, shelf)
    select 1, 'whole-' || copy.id, accessionNumber, '', 'none', copy.id, 1, '2026-11-10T02:00:00.000Z', 1, copy.siteId, ''
    from stocktakeItem as item join copy on copy.id = item.copyId where copy.id % 20 != 0`)
  const progressMs = await timeMs(async () => valueOf(await stocktake.progress({ id: 1 })))
  const listMs = await timeMs(async () => valueOf(await stocktake.items({ id: 1 })))
  const closeMs = await timeMs(async () => {
    expect((await finishedJob(ours.person, 'stocktake.close', { id: 1 })).state).toBe('done')
  })
  const closedListMs = await timeMs(async () =>
    valueOf(await stocktake.items({ id: 1, filters: { class: 'found' }, offset: 200_000 })),
  )
  report('half a million copies scanned', { progressMs, listMs, closeMs, closedListMs })
})
