import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync } from 'node:fs'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type TestEngine,
} from '../../test/support/engine.ts'
import { setupOf, trustTestReleases, updateBytes } from '../../test/support/releases.ts'
import { setupPath } from './places.ts'

/** A plain server of one file. */
type Ways = { file?: Buffer; knowsRanges?: boolean; cutAfter?: number; page?: string; status?: number }

const setup = setupOf(400_000)
const update = updateBytes({}, setup)
let test: TestEngine
let dataDir: string
let server: Server
let ways: Ways
let ranges: string[]

beforeAll(trustTestReleases)
beforeEach(async () => {
  dataDir = testFolder()
  test = await openTestEngine({ dataDir })
  ways = { file: update }
  ranges = []
  server = createServer((request, response) => {
    const { file = update, knowsRanges = true, cutAfter, page, status } = ways
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    ranges.push(`${from}-${to}`)
    if (page !== undefined) return void response.end(page)
    if (status !== undefined) return void response.writeHead(status).end()
    const end = to === '' ? file.length : Number(to) + 1
    const bytes = knowsRanges ? file.subarray(Number(from), end) : file
    response.writeHead(knowsRanges ? 206 : 200, { 'content-length': bytes.length })
    if (cutAfter === undefined || to !== '') return void response.end(bytes)
    response.write(bytes.subarray(0, cutAfter), () => setTimeout(() => response.destroy(), 50))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  delete process.env['KHOSACH_ONLINE']
  server.closeAllConnections()
  server.close()
  await test.close()
})

async function ask(isAutomatic = false) {
  const administrator = await test.as('administrator')
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}/kho-sach.khosach-update`
  valueOf(await administrator.client.updates.setAsking({ address, isAutomatic }))
  return async (input: object = {}) => (await finishedJob(administrator, 'updates.fetch', input)).output
}

describe('an update over the network', () => {
  it('is asked for by the beginning of its file, and fetched only when that is wanted', async () => {
    const fetch = await ask()
    expect(await fetch({ isOnlyAsked: true })).toMatchObject({
      version: '0.2.0',
      isNewer: true,
      isKept: false,
      problem: null,
    })
    expect(ranges).toHaveLength(1)
    expect(await fetch()).toMatchObject({ version: '0.2.0', isKept: true, problem: null })
    expect(readFileSync(setupPath(dataDir, '0.2.0')).equals(setup)).toBe(true)
  })

  it('goes on where it was cut off', async () => {
    const fetch = await ask()
    ways = { cutAfter: 150_000 }
    expect(await fetch()).toMatchObject({ version: '0.2.0', isKept: false, problem: 'cut_off' })
    ways = {}
    ranges = []
    expect(await fetch()).toMatchObject({ isKept: true, problem: null })
    const from = Number(ranges.at(-1)?.split('-')[0])
    expect(from).toBeGreaterThan(update.length - setup.length)
    expect(readFileSync(setupPath(dataDir, '0.2.0')).equals(setup)).toBe(true)
  })

  it('comes from a server that knows no ranges too', async () => {
    ways = { knowsRanges: false }
    expect(await (await ask())()).toMatchObject({ isKept: true, problem: null })
    expect(readFileSync(setupPath(dataDir, '0.2.0')).equals(setup)).toBe(true)
  })

  it('is named where it is none, altered, old, or not there', async () => {
    const fetch = await ask()
    const altered = Buffer.from(update)
    altered[altered.length - 5] = (altered.at(-5) ?? 0) ^ 1
    const found: unknown[] = []
    for (const way of [
      { page: '<html>Đăng nhập mạng</html>' },
      { status: 404 },
      { file: updateBytes({ version: '0.0.9' }) },
      { file: updateBytes({ version: '0.3.0', floor: '0.2.0' }) },
      { file: altered },
    ]) {
      ways = way
      const { problem, isNewer, isKept } = (await fetch()) as Record<string, unknown>
      found.push([problem, isNewer, isKept])
    }
    expect(found).toEqual([
      ['sign_in_page', false, false],
      ['receiver_fault', false, false],
      [null, false, false],
      ['below_floor', true, false],
      ['update_damaged', true, false],
    ])
  })

  it('is not asked for where a policy forbids the network', async () => {
    const fetch = await ask()
    process.env['KHOSACH_ONLINE'] = 'no'
    expect(await fetch()).toMatchObject({ problem: 'not_allowed_here' })
    expect(ranges).toEqual([])
  })
})

describe('asking by itself', () => {
  const isDue = async () => valueOf(await test.stranger().client.updates.isDue({})).isDue

  it('happens once a day at most, and only where it was allowed', async () => {
    await ask(false)
    expect(await isDue()).toBe(false)
    await ask(true)
    expect(await isDue()).toBe(true)
    await finishedJob(await test.as('administrator'), 'updates.fetchByItself')
    expect(readFileSync(setupPath(dataDir, '0.2.0')).equals(setup)).toBe(true)
    expect(await isDue()).toBe(false)
    test.clock.nowMs += 23 * 3_600_000
    expect(await isDue()).toBe(true)
  })

  it('waits on a line that is paid for by the byte, and where a policy forbids the network', async () => {
    await ask(true)
    test.engine.connection.raw.exec("update sendingSetting set meteredSince = '2026-01-01T00:00:00.000Z'")
    expect(await isDue()).toBe(false)
    test.engine.connection.raw.exec('update sendingSetting set meteredSince = null')
    process.env['KHOSACH_ONLINE'] = 'no'
    expect(await isDue()).toBe(false)
  })
})
