import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openConnection } from '../../db/connection.ts'
import { createExchange } from '../../db/host/exchange.ts'
import { finishedJob, testFolder, valueOf } from '../support/engine.ts'
import { copyFolder } from '../support/folders.ts'
import { onHardDisk } from './hard-disk.ts'
import { demoLibraryOf, openLibrary, reopened, type BenchLibrary } from './library.ts'
import { expectWithin, median, report, timeMs } from './measure.ts'

const loans = Number(process.env['KHOSACH_BENCH_LOANS'] ?? 500_000)
const cards = loans / 5
const titles = 5000
const copiesPerTitle = 10
const counterDays = 3650
const counters = 20
const rounds = 7
const pairsPerRound = 60

type Raw = BenchLibrary['test']['engine']['connection']['raw']
type Row = Record<string, unknown>

let ours: BenchLibrary
let floor: BenchLibrary
let free: { id: number; number: string }[]

beforeAll(async () => {
  const library = await demoLibraryOf(titles, copiesPerTitle)
  const { readers } = library.person.client
  const settings = valueOf(await readers.settings({}))
  valueOf(await readers.setSettings({ ...settings, mode: 'loans', copies: 50, keptClasses: [] }))
  for (let at = 1; at <= counters; at++) valueOf(await readers.addCounterKind({ name: `Số đếm ${at}` }))
  fill(library.test.engine.connection.raw)
  ours = await reopened(library)
  floor = await openLibrary(copyFolder(ours.dataDir))
  free = ours.test.engine.connection.raw
    .prepare(
      `select id, accessionNumber as number from copy where status = 'available' and withdrawnOn is null
        and cancelledOn is null order by random() limit 5000`,
    )
    .all() as typeof free
}, 1_800_000)

afterAll(async () => {
  await ours.test.close()
  await floor.test.close()
})

/** By SQL, since so many through the desk take hours. */
function fill(raw: Raw): void {
  const last = Number(raw.prepare('select max(id) from copy').pluck().get())
  raw.exec(`
    begin;
    insert into journalCommand (epochId, operation, at, isBulk)
      select max(id), 'bench', '2026-11-10T00:00:00.000Z', 1 from epoch;
    insert into reader (name, sortKey, folded, groupId, phone, address, unit, guardian, guardianPhone, note, addedOn)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${cards})
      select 'Nguyễn Văn ' || i, 'nguyen van ' || i, 'nguyen van ' || i, 2, '', '', '', '', '', '', '2020-01-01' from n;
    insert into readerCard (number, readerId, isChild, issuedOn, expiresOn)
      select printf('BĐ%06d', id), id, 0, '2020-01-01', '2099-01-01' from reader;
    insert into loan (copyId, readerId, groupId, siteId, lentOn, lentAt, dueOn, returnedOn, returnedAt)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${loans})
      select i % ${last} + 1, i % ${cards} + 1, 2, 1, date('2021-01-01', '+' || (i % 1800) || ' days'), '',
        date('2021-01-15', '+' || (i % 1800) || ' days'), date('2021-01-10', '+' || (i % 1800) || ' days'), '' from n;
    insert into counterValue (siteId, "on", kindCode, value)
      with recursive day (d) as (select 0 union all select d + 1 from day where d < ${counterDays - 1}),
        kind (k) as (select 1 union all select k + 1 from kind where k < ${counters})
      select 1, date('2016-11-01', '+' || d || ' days'), 'own_' || k, (d * 7 + k) % 90 from day, kind;
    commit`)
}

let next = 0
/** A copy goes out and comes back, as two scans. */
async function lendAndReturn(): Promise<void> {
  const copy = free[(next += 1) % free.length]
  const { readers } = ours.person.client
  valueOf(await readers.scan({ code: copy?.number ?? '', siteId: 1, readerId: (next * 37) % cards || 1 }))
  valueOf(await readers.scan({ code: copy?.number ?? '', siteId: 1 }))
}

type Written = { journal: Map<string, Row[]>; loan: Row; status: string }
const journalTables = ['journalCommand', 'journalRow', 'journalChain'] as const

/** The rows of each command since a position, as they stand in the file. */
function writtenSince(raw: Raw, position: number): Written[] {
  const commands = raw.prepare('select id from journalCommand where id > ? order by id').pluck().all(position)
  return commands.map((command) => {
    const journal = new Map(
      journalTables.map((table) => {
        const key = table === 'journalRow' ? 'commandId' : 'id'
        return [table, raw.prepare(`select * from "${table}" where ${key} = ?`).all(command) as Row[]]
      }),
    )
    const rows = journal.get('journalRow') ?? []
    const loanId = rows.find(({ tableName }) => tableName === 'loan')?.['rowId']
    const image = String(rows.find(({ tableName }) => tableName === 'copy')?.['after'])
    const loan = raw.prepare('select * from loan where id = ?').get(loanId) as Row
    return { journal, loan, status: String((JSON.parse(image) as Row)['status']) }
  })
}

/** Writes the same rows again, each command's in one transaction, by prepared statements and nothing else. */
function bareWriter(raw: Raw): (written: Written) => void {
  const triggers = raw
    .prepare(`select name from sqlite_schema where type = 'trigger' and name like '%_journal_%'`)
    .pluck()
    .all()
  for (const name of triggers) raw.exec(`drop trigger "${String(name)}"`)
  const inserting = (table: string) => {
    const columns = raw.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
    const names = columns.map((column) => `"${column}"`).join(', ')
    const insert = raw.prepare(
      `insert or replace into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`,
    )
    return (row: Row) => insert.run(columns.map((column) => row[column]))
  }
  const journal = journalTables.map((table) => [table, inserting(table)] as const)
  const loan = inserting('loan')
  const byNumber = raw.prepare('select * from copy where id = ?')
  const status = raw.prepare('update copy set status = ?, rev = rev + 1 where id = ?')
  return raw.transaction((written: Written) => {
    byNumber.get(written.loan['copyId'])
    for (const [table, insert] of journal) written.journal.get(table)?.forEach(insert)
    loan(written.loan)
    status.run(written.status, written.loan['copyId'])
  })
}

it('lends and takes back in little more than the same rows take, among half a million loans', async () => {
  const { raw } = ours.test.engine.connection
  const writeBare = bareWriter(floor.test.engine.connection.raw)
  const last = () => Number(raw.prepare('select max(id) from journalCommand').pluck().get())
  async function round(pairs: number) {
    const times: { oursMs: number; bareMs: number }[] = []
    for (let pair = 0; pair < pairs; pair++) {
      const position = last()
      const oursMs = await timeMs(lendAndReturn)
      const written = writtenSince(raw, position)
      expect(written).toHaveLength(2)
      times.push({ oursMs, bareMs: await timeMs(() => written.forEach(writeBare)) })
    }
    const middle = (side: 'oursMs' | 'bareMs') => median(times.map((time) => time[side]))
    return { oursMs: middle('oursMs'), bareMs: middle('bareMs') }
  }
  await round(40)
  async function allRounds() {
    const times: { oursMs: number; bareMs: number }[] = []
    for (let each = 0; each < rounds; each++) times.push(await round(pairsPerRound))
    return times
  }
  const times = await allRounds()
  report('a loan and its return', {
    loans,
    cards,
    ms: median(times.map((time) => time.oursMs)),
    bareMs: median(times.map((time) => time.bareMs)),
  })
  expectWithin(
    'loanOnHardDisk',
    (await onHardDisk(allRounds)).map((time) => time.oursMs / time.bareMs),
  )
}, 600_000)

it('shows a month of counters out of ten years by its own rows alone', async () => {
  const { raw } = ours.test.engine.connection
  const asked: string[] = []
  const prepare = raw.prepare.bind(raw)
  Object.defineProperty(raw, 'prepare', {
    configurable: true,
    value(text: string) {
      asked.push(text)
      return prepare(text)
    },
  })
  const month = { siteId: 1, from: '2020-05-01', to: '2020-05-31' }
  const days = valueOf(await ours.person.client.readers.counterDays(month))
  Object.defineProperty(raw, 'prepare', { configurable: true, value: prepare })
  expect(days.counts).toHaveLength(31 * counters)
  const plans = asked
    .filter((text) => /from "?(counterValue|loan)"?/.test(text) && !text.includes('sqlite_schema'))
    .map((text) =>
      (
        prepare(`explain query plan ${text}`).all(...Array.from(text.matchAll(/\?/g), () => null)) as {
          detail: string
        }[]
      )
        .map(({ detail }) => detail)
        .join('\n'),
    )
  expect(plans.length).toBeGreaterThanOrEqual(2)
  const plan = plans.join('\n')
  expect(plan).toMatch(/SEARCH counterValue USING INDEX \w+ \(siteId=\? AND on>\? AND on<\?\)/)
  expect(plan).not.toMatch(/^SCAN (counterValue|counterPast|loan)/m)
  const ms = await timeMs(async () => valueOf(await ours.person.client.readers.counterDays(month)))
  report('a month of counters', { rows: days.counts.length, ms })
})

it('takes five years of counters in from a workbook at half the rate of a bare reader and bare inserts', async () => {
  const kinds = Array.from({ length: counters }, (_, at) => `Số đếm ${at + 1}`)
  const firstMs = Date.parse('2011-01-01')
  const rows = Array.from({ length: 1826 }, (_, day) => {
    const on = new Date(firstMs + day * 86_400_000).toISOString().slice(0, 10)
    return [on, ...kinds.map((__, at) => (day * 7 + at) % 90)]
  })
  const bytes = await writeXlsx({ sheets: [{ name: 'Số đếm', rows: [['Ngày', ...kinds], ...rows] }] })
  writeFileSync(join(ours.dataDir, 'so-dem.xlsx'), bytes)
  const ratios: number[] = []
  for (let round = 0; round < 8; round++) {
    const file = await createExchange(ours.dataDir).offer('so-dem.xlsx', bytes)
    let cells = 0
    let importId = 0
    const importMs = await timeMs(async () => {
      const job = await finishedJob(ours.person, 'readers.importCounters', { file, siteId: 1 })
      expect(job.state).toBe('done')
      ;({ cells, importId } = job.output as { cells: number; importId: number })
    })
    expect(cells).toBe(1826 * counters)
    const bareMs = (await timeMs(() => readXlsx(bytes))) + (await bareInsertMs(rows))
    valueOf(await ours.person.client.readers.undoCounterImport({ id: importId }))
    // The first round finds the code cold.
    if (round > 0) ratios.push(importMs / bareMs)
    report('five years of counters', { cells, importMs, bareMs })
  }
  expectWithin('countersOverBareInserts', ratios)
}, 600_000)

/** The same rows into the same table with its indexes and constraints, in one transaction with one prepared statement. */
async function bareInsertMs(rows: (string | number)[][]): Promise<number> {
  const { raw, close } = openConnection(join(testFolder(), 'bare.db'), { readonly: false })
  raw.pragma('journal_mode = WAL')
  const { raw: filled } = ours.test.engine.connection
  for (const table of ['site', 'counterKind', 'counterImport', 'counterValue']) {
    const schema = filled
      .prepare(
        `select sql from sqlite_schema where tbl_name = ? and type in ('table', 'index') and sql is not null`,
      )
      .pluck()
    for (const text of schema.all(table)) raw.exec(String(text))
    if (table === 'counterValue') continue
    for (const row of filled.prepare(`select * from "${table}"`).raw().all() as unknown[][])
      raw.prepare(`insert into "${table}" values (${row.map(() => '?').join(', ')})`).run(row)
  }
  const insert = raw.prepare(
    `insert into counterValue (siteId, "on", kindCode, value, importId) values (1, ?, ?, ?, 1)`,
  )
  const write = raw.transaction(() => {
    for (const [on, ...values] of rows)
      for (const [at, value] of values.entries()) insert.run(on, `own_${at + 1}`, value)
  })
  const spentMs = await timeMs(() => write())
  await close()
  return spentMs
}
