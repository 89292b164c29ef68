import { afterAll, expect, it } from 'vitest'
import { verifyChain } from '../../db/journal/index.ts'
import { valueOf } from '../support/engine.ts'
import { onHardDisk } from './hard-disk.ts'
import { demoLibraryOf, type BenchLibrary } from './library.ts'
import { expectWithin, median, report, timeMs, typicalMs } from './measure.ts'

const rounds = 7
const callsPerRound = 150

type Raw = BenchLibrary['test']['engine']['connection']['raw']
type Row = Record<string, unknown>

/** Every table that saving a title writes, parents first. */
const tables = [
  ['journalCommand', 'id'],
  ['title', 'id'],
  ['marcRecord', 'id'],
  ['titleAuthority', 'titleId'],
  ['journalRow', 'commandId'],
  ['journalChain', 'id'],
] as const

/** A book as a cataloguer enters it; its headings are known already, as they mostly are. */
function book(number: number) {
  const body = `979890${String(number).padStart(6, '0')}`
  return {
    title: `Truyện ngắn chọn lọc, quyển ${number}`,
    subtitle: 'Dành cho lứa tuổi thiếu nhi',
    responsibility: 'Tô Hoài, Nguyễn Nhật Ánh ; Tạ Thúc Bình minh hoạ',
    authors: 'Tô Hoài; Nguyễn Nhật Ánh; Tạ Thúc Bình',
    edition: 'Tái bản lần thứ 3',
    place: 'Hà Nội',
    publisher: 'Kim Đồng',
    publishedYear: 2019,
    extent: '215 tr.',
    series: 'Tủ sách Vàng',
    isbn: body + checkDigit(body),
    ddc: '895.92234',
    callNumber: '895.92234 TR527N',
    subjects: 'Văn học thiếu nhi -- Việt Nam; Truyện ngắn',
    keywords: 'Văn học Việt Nam; Truyện ngắn',
    summary: 'Tuyển chọn những truyện ngắn viết cho thiếu nhi của nhiều tác giả qua các thời kỳ.',
  }
}

function checkDigit(body: string): string {
  const sum = Array.from(body).reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}

/** The rows of each command since a position, as they stand in the file. */
function rowsSince(raw: Raw, position: number): Map<string, Row[]>[] {
  const commands = raw.prepare('select id from journalCommand where id > ? order by id').pluck().all(position)
  return commands.map((command) => {
    const title = raw
      .prepare(`select rowId from journalRow where commandId = ? and tableName = 'title'`)
      .pluck()
      .get(command)
    return new Map(
      tables.map(([table, key]) => {
        const of = table.startsWith('journal') ? command : title
        return [
          table,
          raw.prepare(`select * from "${table}" where "${key}" = ? order by id`).all(of) as Row[],
        ]
      }),
    )
  })
}

/** Writes the same rows again, each command's in one transaction, by prepared statements and nothing else. */
function bareWriter(raw: Raw): (rows: Map<string, Row[]>) => void {
  const triggers = raw
    .prepare(`select name from sqlite_schema where type = 'trigger' and name like '%_journal_%'`)
    .pluck()
    .all()
  for (const name of triggers) raw.exec(`drop trigger "${String(name)}"`)
  const inserts = tables.map(([table]) => {
    const columns = raw.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
    const names = columns.map((column) => `"${column}"`).join(', ')
    const marks = columns.map(() => '?').join(', ')
    const insert = raw.prepare(`insert into "${table}" (${names}) values (${marks})`)
    return (row: Row) => insert.run(columns.map((column) => row[column]))
  })
  return raw.transaction((rows: Map<string, Row[]>) => {
    for (const [at, [table]] of tables.entries()) rows.get(table)?.forEach((row) => inserts[at]?.(row))
  })
}

let ours: BenchLibrary
let floor: BenchLibrary
afterAll(async () => {
  await ours.test.close()
  await floor.test.close()
})

it('saves a title in a small multiple of the time that the same rows take by themselves', async () => {
  ours = await demoLibraryOf(2000)
  floor = await demoLibraryOf(2000)
  const { raw } = ours.test.engine.connection
  let number = 0
  const save = async () => valueOf(await ours.person.call('catalogue.addTitle', book(number++)))
  const lastCommand = () => Number(raw.prepare('select max(id) from journalCommand').pluck().get())
  let position = lastCommand()
  const bare = floor.test.engine.connection.raw
  const writeBare = bareWriter(bare)
  // The first one brings its headings along.
  await save()
  for (const row of raw.prepare('select * from authority').all() as Row[]) {
    const names = Object.keys(row)
    bare
      .prepare(
        `insert or ignore into authority (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
      )
      .run(Object.values(row))
  }
  /** The same calls on both sides: ours first, then what they left. */
  async function round(calls: number) {
    const oursMs = await typicalMs(calls, save)
    const written = rowsSince(raw, position)
    position = lastCommand()
    const bareMs = await typicalMs(written.length, () => writeBare(written.shift() ?? new Map()))
    return { oursMs, bareMs }
  }
  await round(100)
  async function allRounds() {
    const times: { oursMs: number; bareMs: number }[] = []
    for (let each = 0; each < rounds; each++) times.push(await round(callsPerRound))
    return times
  }
  const times = await allRounds()
  const there = await onHardDisk(allRounds)
  expect(bare.prepare('select count(*) from titleAuthority').pluck().get()).toBe(
    raw.prepare('select count(*) from titleAuthority').pluck().get(),
  )
  report('saving a title', {
    ms: median(times.map((time) => time.oursMs)),
    bareMs: median(times.map((time) => time.bareMs)),
  })
  expectWithin(
    'commandOverBareTransaction',
    times.map((time) => time.oursMs / time.bareMs),
  )
  expectWithin(
    'commandOnHardDisk',
    there.map((time) => time.oursMs / time.bareMs),
  )
})

it('verifies the chain from its first link', async () => {
  let commands = 0
  const spentMs = await timeMs(async () => {
    const verdict = await verifyChain(ours.test.engine.connection.db, [], () => undefined)
    expect(verdict.isWhole).toBe(true)
    commands = verdict.commands
  })
  report('verifying the chain', { commands, commandsPerSecond: commands / (spentMs / 1000) })
})
