import { Agent, createServer, request as startRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Reply } from '../../shared/contract.ts'
import { dispatch } from '../../db/dispatch.ts'
import { createEngine, type OpenEngine } from '../../db/engine.ts'
import { startHost, type Host } from '../../db/host/host.ts'
import { openHttpDoor, type HttpDoor } from '../../db/host/http.ts'
import { testPassword, valueOf } from '../support/engine.ts'
import { newLibrary, quickPasswords, withEngine, type Library } from '../support/folders.ts'
import { expectWithin, median, report, typicalMs } from './measure.ts'

const rounds = 7
const callsPerRound = 300
const input = { id: 1 }

let library: Library
let engine: OpenEngine
let host: Host
let door: HttpDoor
const agent = new Agent({ keepAlive: true })
let cookie = ''
const echoThread = new Worker(new URL('./echo-worker.ts', import.meta.url))
const echoServer = createServer((incoming, response) => {
  const parts: Buffer[] = []
  incoming.on('data', (part: Buffer) => parts.push(part))
  incoming.on('end', () => {
    const answer = () => response.writeHead(200, { 'Content-Type': 'application/json' }).end(payload)
    if (incoming.url === '/thread') void pingPong().then(answer)
    else answer()
  })
})
let payload = ''

beforeAll(async () => {
  library = await newLibrary()
  await withEngine(library.dataDir, async (writer) => {
    const title = { title: 'Dế Mèn phiêu lưu ký', note: 'Ghi chú của thư viện. '.repeat(10) }
    valueOf((await dispatch(writer, 'catalogue.addTitle', title, library.session)).reply)
  })
  host = startHost({
    dataDir: library.dataDir,
    workerUrl: new URL('../../db/host/worker.ts', import.meta.url),
  })
  expect(await host.opened()).toMatchObject({ ok: true })
  engine = await createEngine({ dataDir: library.dataDir, role: 'reader', passwordWork: quickPasswords })
  door = await openHttpDoor(host, { assetsDir: '/nowhere', port: 0 })
  const letIn = await fetch(door.launchUrl(), { redirect: 'manual' })
  cookie = letIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await post(door.port, '/call/users.signIn', { username: 'administrator', password: testPassword })
  await new Promise<void>((resolve) => echoServer.listen(0, '127.0.0.1', resolve))
  payload = JSON.stringify(await direct())
})
afterAll(async () => {
  agent.destroy()
  await door.close()
  await host.close()
  await engine.close()
  await echoThread.terminate()
  echoServer.close()
})

function post(port: number, path: string, body: unknown): Promise<Reply> {
  const text = JSON.stringify(body)
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    Cookie: cookie,
  }
  return new Promise((resolve, reject) => {
    const outgoing = startRequest(
      { host: '127.0.0.1', port, path, method: 'POST', agent, headers },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString('utf8')) as Reply))
      },
    )
    outgoing.on('error', reject)
    outgoing.end(text)
  })
}

const direct = async () => (await dispatch(engine, 'catalogue.title', input, library.session)).reply
const throughWorker = async () => (await host.call('catalogue.title', input, library.session)).reply
const throughHttp = () => post(door.port, '/call/catalogue.title', input)
const pingPong = () =>
  new Promise((resolve) => {
    echoThread.once('message', resolve)
    echoThread.postMessage(JSON.parse(payload))
  })
const bare = (path: string) => post((echoServer.address() as AddressInfo).port, path, input)
const bareHttp = () => bare('/')
/** What the door is made of: a request, a thread behind it, and nothing done in either. */
const bareHttpAndThread = () => bare('/thread')

it('gives the same answer through every door', async () => {
  const answer = valueOf(await direct())
  expect(valueOf(await throughWorker())).toEqual(answer)
  expect(valueOf(await throughHttp())).toEqual(answer)
})

it('costs little more through a thread or over HTTP than a thread or HTTP cost by themselves', async () => {
  for (const call of [direct, throughWorker, throughHttp, pingPong, bareHttp, bareHttpAndThread])
    await typicalMs(callsPerRound, call)
  const times: Record<
    'direct' | 'worker' | 'http' | 'pingPong' | 'bareHttp' | 'bareHttpAndThread',
    number
  >[] = []
  for (let round = 0; round < rounds; round++) {
    times.push({
      direct: await typicalMs(callsPerRound, direct),
      pingPong: await typicalMs(callsPerRound, pingPong),
      worker: await typicalMs(callsPerRound, throughWorker),
      bareHttp: await typicalMs(callsPerRound, bareHttp),
      bareHttpAndThread: await typicalMs(callsPerRound, bareHttpAndThread),
      http: await typicalMs(callsPerRound, throughHttp),
    })
  }
  const middle = (name: keyof (typeof times)[number]) => median(times.map((time) => time[name]))
  report('one title, p50 in ms', {
    direct: middle('direct'),
    worker: middle('worker'),
    http: middle('http'),
    barePingPong: middle('pingPong'),
    bareHttp: middle('bareHttp'),
    bareHttpAndThread: middle('bareHttpAndThread'),
  })
  expectWithin(
    'workerOverPingPong',
    times.map((time) => (time.worker - time.direct) / time.pingPong),
  )
  expectWithin(
    'httpOverBareHttp',
    times.map((time) => (time.http - time.direct) / time.bareHttp),
  )
  expectWithin(
    'httpOverBareHttpAndThread',
    times.map((time) => (time.http - time.direct) / time.bareHttpAndThread),
  )
})
