import { appendFileSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileTicket } from '../../shared/door.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type TestEngine,
} from '../../test/support/engine.ts'
import { nameLibrary } from '../../test/support/signed.ts'
import { createExchange } from '../host/exchange.ts'
import { createLog, noteSlow } from '../log.ts'

const dataDir = testFolder()
let test: TestEngine
beforeAll(async () => {
  test = await openTestEngine({ dataDir, log: createLog(dataDir), clock: Date.now })
})
afterAll(() => test.close())

async function diagnosis(): Promise<string> {
  const administrator = await test.as('administrator')
  const ticket = valueOf(await administrator.call('health.diagnosis')) as FileTicket
  expect(ticket.size).toBeLessThan(1_000_000)
  return readFileSync(createExchange(dataDir).pathOf(ticket.token) ?? '', 'utf8')
}

describe('the health of a PC', () => {
  it('is told by the machine, the library’s file and the log', async () => {
    const { client } = await test.as('administrator')
    const { machine, findings } = valueOf(await client.health.machine({}))
    expect(machine.library + machine.writeAhead).toBeGreaterThan(100_000)
    expect(machine.diskFree).toBeGreaterThan(0)
    expect(findings.find(({ code }) => code === 'proven_copy')).toMatchObject({ level: 'bad', amount: -1 })
    expect(findings.find(({ code }) => code === 'clock')).toMatchObject({ level: 'good' })
  })

  it('counts what broke and what let somebody wait, under the number that the page showed', async () => {
    const { client } = await test.as('administrator')
    const { raw } = test.engine.connection
    raw.exec('alter table titleTemplate rename to gone')
    const reply = await client.catalogue.templates({})
    raw.exec('alter table gone rename to titleTemplate')
    noteSlow(dataDir, 'catalogue.search', 1200)
    noteSlow(dataDir, 'catalogue.search', 3000)
    noteSlow(dataDir, 'catalogue.search', 10)
    const { lines } = valueOf(await client.health.log({}))
    expect(lines.map(({ kind }) => kind).toSorted()).toEqual(['fault', 'slow', 'slow'])
    const fault = lines.find(({ kind }) => kind === 'fault')
    expect(reply).toMatchObject({ ok: false, error: { details: { logId: fault?.logId } } })
    const { slow, findings } = valueOf(await client.health.machine({}))
    expect(slow).toMatchObject([{ operation: 'catalogue.search', times: 2, worstMs: 3000 }])
    expect(findings.find(({ code }) => code === 'faults')).toMatchObject({ level: 'watch', amount: 1 })
  })

  it('reads on over a line that a power cut left half written', async () => {
    const { client } = await test.as('administrator')
    const before = valueOf(await client.health.log({})).kept
    appendFileSync(join(dataDir, 'logs', 'engine.log'), '{"at":"2026-11-1\n')
    noteSlow(dataDir, 'stock.figures', 2000)
    expect(valueOf(await client.health.log({})).kept).toBe(before + 1)
  })

  it('is one text that says what to do and holds no word of what anybody typed', async () => {
    const { client } = await test.as('cataloguer')
    valueOf(await client.catalogue.addTitle({ title: 'Sách Dấu Riêng' }))
    await nameLibrary(test, { signerName: 'Lê Dấu Riêng Ký' })
    const error = Object.assign(new Error('fts5: syntax error near "Dấu Riêng"'), { code: 'SQLITE_ERROR' })
    error.stack = [
      'Error: Dấu Riêng',
      '    at find (file:///C:/Users/dau-rieng/AppData/dist/electron/worker.js:1:2)',
      String.raw`    at look (C:\Users\Le Dau Rieng\AppData\addon.js:3:4)`,
    ].join('\n')
    createLog(dataDir)('catalogue.search', error)
    noteSlow(dataDir, 'users.add', 1500)
    const text = await diagnosis()
    expect(text).toMatch(/→ Mở trang Sao lưu và sao lưu ngay.* · proven_copy/)
    expect(text).toContain('at find (worker.js:1:2)')
    expect(text).toContain('at look (addon.js:3:4)')
    expect(text).toContain('catalogue.search: 2 lần, thường 3.000 ms')
    expect(text).toContain('thêm một người dùng (users.add): 1 lần, thường 1.500 ms')
    expect(text).not.toMatch(/dấu.?riêng|dau.?rieng|Thư viện thử nghiệm/i)
  })

  it('stays small however long the log is', async () => {
    const log = createLog(dataDir)
    const error = new Error('x')
    const step = (at: number) => `    at ${'bước'.repeat(60)}${at} (file:///a/b/worker.js:${at}:1)`
    error.stack = Array.from({ length: 12 }, (_, at) => step(at)).join('\n')
    for (let at = 0; at < 700; at++) log('catalogue.search', error)
    expect(readdirSync(join(dataDir, 'logs'))).toEqual(['engine.log', 'engine.log.1'])
    const text = await diagnosis()
    expect(Buffer.byteLength(text)).toBeGreaterThan(500_000)
    expect(text).toMatch(/còn \d+ dòng cũ hơn/)
  })
})

it('a trial measures in a folder of its own and leaves nothing behind', async () => {
  const administrator = await test.as('administrator')
  const { output, error } = await finishedJob(administrator, 'health.trial')
  expect(error).toBeNull()
  const { trial, fitness } = output as { trial: Record<string, number>; fitness: { parts: unknown[] } }
  for (const [name, amount] of Object.entries(trial)) expect(amount, name).toBeGreaterThan(0)
  expect(fitness.parts).toHaveLength(5)
  expect(readdirSync(join(dataDir, 'exchange')).filter((name) => name.startsWith('trial'))).toEqual([])
})
