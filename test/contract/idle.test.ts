import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepWish, renewCertificate } from '../../db/host/lan/kept.ts'
import { newLibrary } from '../support/folders.ts'
import type { ThreadTimers } from '../support/count-timers.ts'

/** The program as it is served, with every door open; each of its threads keeps account of its timers. */
const program = fileURLToPath(new URL('../../db/host/main.ts', import.meta.url))
const counting = new URL('../support/count-timers.ts', import.meta.url).href
const minuteMs = 60_000
const threads = 3
const watchedMs = 12_000
const patienceMs = 30_000

let child: ChildProcess
let address: string
let lanPort: number
let asked = 0

beforeAll(async () => {
  const { dataDir } = await newLibrary()
  renewCertificate(dataDir, Date.now())
  lanPort = await freePort()
  keepWish(dataDir, { isWanted: true, port: lanPort })
  const parameters = ['--import', counting, program, '--data', dataDir, '--no-open']
  child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const [line] = (await once(createInterface(child.stdout as NodeJS.ReadableStream), 'line')) as [string]
  address = line
  while ((await timersOf()).length < threads) await sleep(200)
}, 120_000)
afterAll(async () => {
  child.kill('SIGTERM')
  await once(child, 'exit')
})

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What each thread of the program says of its timers. */
async function timersOf(): Promise<ThreadTimers[]> {
  const question = (asked += 1)
  const told: ThreadTimers[] = []
  const hear = (message: ThreadTimers) => message.question === question && told.push(message)
  child.on('message', hear)
  child.send(question)
  for (let waited = 0; waited < patienceMs && told.length < threads; waited += 50) await sleep(50)
  child.off('message', hear)
  return told
}

const soonIn = (accounts: ThreadTimers[]) =>
  accounts.flatMap(({ standing }) => standing).filter(({ ms }) => ms < minuteMs)

/** What stands and goes off while nobody does anything, once whatever was begun has come to rest. */
async function idle() {
  for (let second = 0; second < 30; second++) {
    await sleep(second === 0 ? 3000 : 1000)
    if (soonIn(await timersOf()).length === 0) break
  }
  await sleep(watchedMs)
  const accounts = await timersOf()
  expect(new Set(accounts.map(({ thread }) => thread)).size).toBe(threads)
  const standing = accounts.flatMap((account) => account.standing)
  return {
    soon: soonIn(accounts),
    repeating: standing.filter(({ repeats, ms }) => repeats && ms < 60 * minuteMs),
    fired: accounts.reduce((sum, account) => sum + account.fired, 0),
  }
}

function expectAtRest({ soon, repeating, fired }: Awaited<ReturnType<typeof idle>>): void {
  expect(soon).toEqual([])
  expect(repeating).toMatchObject([{ ms: minuteMs }])
  expect(fired).toBeLessThanOrEqual(1)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Another PC that connects and is gone again; what was begun for it ends with it. */
async function comeAndGo(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  await sleep(200)
  socket.destroy()
}

/** A page that has been opened and hears news. */
async function openPage(): Promise<IncomingMessage> {
  const entered = await answerOf(address, {})
  entered.resume()
  const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  return answerOf(new URL('/events', address).href, { cookie })
}

function answerOf(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => get(url, { headers, agent: false }, resolve).on('error', reject))
}

describe('a program that nobody uses', () => {
  it('wakes once a minute and no more, whichever doors are open', async () => {
    await comeAndGo(lanPort)
    expectAtRest(await idle())
  })

  it('wakes no oftener while a page is open', async () => {
    const page = await openPage()
    expect(page.headers['content-type']).toBe('text/event-stream')
    expectAtRest(await idle())
    page.destroy()
  })
})
