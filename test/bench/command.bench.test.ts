import { expect, it } from 'vitest'
import { verifyChain } from '../../db/journal/index.ts'
import { valueOf } from '../support/engine.ts'
import { demoLibraryOf } from './library.ts'
import { expectWithin, median, report, timeMs, typicalMs } from './measure.ts'

const rounds = 5
const callsPerRound = 150

/** The rows that saving one title leaves, taken from a real command, written by prepared statements and nothing else. */
async function bareWriter(library: Awaited<ReturnType<typeof demoLibraryOf>>): Promise<() => void> {
  const { raw } = library.test.engine.connection
  const { id } = valueOf(await library.person.call('catalogue.addTitle', { title: 'Mẫu để chép lại' })) as {
    id: number
  }
  const tables = [
    ['journalCommand', 'id = (select max(id) from journalCommand)'],
    ['title', `id = ${id}`],
    ['journalRow', 'id = (select max(id) from journalRow)'],
  ] as const
  const chain = raw.prepare('select * from journalChain order by id desc limit 1').get() as Record<
    string,
    unknown
  >
  for (const name of raw
    .prepare(`select name from sqlite_schema where type = 'trigger' and name like '%_journal_%'`)
    .pluck()
    .all()) {
    raw.exec(`drop trigger "${String(name)}"`)
  }
  const inserts = tables.map(([table, where]) => {
    const { id: _, ...row } = raw.prepare(`select * from "${table}" where ${where}`).get() as Record<
      string,
      unknown
    >
    const columns = Object.keys(row)
    const names = columns.map((column) => `"${column}"`).join(', ')
    const insert = raw.prepare(
      `insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`,
    )
    return () => insert.run(...Object.values(row))
  })
  const link = raw.prepare(
    `insert into journalChain (id, firstRowId, rowHashes, bulk, refused, hash)
     values ((select max(id) from journalCommand), ?, ?, ?, ?, ?)`,
  )
  return raw.transaction(() => {
    for (const insert of inserts) insert()
    link.run(chain['firstRowId'], chain['rowHashes'], chain['bulk'], chain['refused'], chain['hash'])
  })
}

it('saves a title in a small multiple of the time that the same rows take by themselves', async () => {
  const ours = await demoLibraryOf(2000)
  const floor = await demoLibraryOf(2000)
  const writeBare = await bareWriter(floor)
  let number = 0
  const save = async () =>
    valueOf(await ours.person.call('catalogue.addTitle', { title: `Sách mới ${number++}` }))
  await typicalMs(50, save)
  await typicalMs(50, writeBare)
  const ratios: number[] = []
  const times: { ours: number; bare: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const time = {
      ours: await typicalMs(callsPerRound, save),
      bare: await typicalMs(callsPerRound, writeBare),
    }
    times.push(time)
    ratios.push(time.ours / time.bare)
  }
  report('saving a title', {
    ms: median(times.map((time) => time.ours)),
    bareMs: median(times.map((time) => time.bare)),
  })
  expectWithin('commandOverBareTransaction', ratios)
  let commands = 0
  const spentMs = await timeMs(async () => {
    const verdict = await verifyChain(ours.test.engine.connection.db, [], () => undefined)
    expect(verdict.isWhole).toBe(true)
    commands = verdict.commands
  })
  report('verifying the chain', { commands, commandsPerSecond: commands / (spentMs / 1000) })
  await ours.test.close()
  await floor.test.close()
})
