import { createServer as createProxy, request as ask } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../support/engine.ts'
import { makeKey, nameLibrary, signQuarter } from '../support/signed.ts'
import { unknownCertificate } from '../support/unknown-certificate.ts'
import { newCode, newPlace, startReceiver, type Running } from './support/receiver.ts'

let running: Running
let test: TestEngine
let director: Person

beforeEach(async () => {
  running = await startReceiver(await newPlace('sqlite'), { now: () => new Date('2026-11-10T02:00:00.000Z') })
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  await nameLibrary(test)
  await makeKey(test)
  await signQuarter(test)
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const enrol = async (endpoint = running.url) =>
  (await finishedJob(director, 'sync.enrol', { endpoint, code: await newCode(running) })).output
const send = async () => (await finishedJob(director, 'sync.send', {})).output
const through = (proxy: string) =>
  director.call('sync.setSending', { isAutomatic: false, isMetered: false, proxy })

type Served = { listen: (port: number, host: string, done: () => void) => unknown; address: () => unknown }

async function portOf(server: Served & { close: () => unknown }): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** One that hands on whatever it is asked for, or lets nobody through. */
async function openProxy(isOpen: boolean) {
  const asked: string[] = []
  const proxy = createProxy((near, answer) => {
    const url = new URL(near.url ?? '')
    asked.push(url.host)
    if (!isOpen) return answer.writeHead(407).end()
    const { method, headers } = near
    const far = ask(url, { method: method ?? 'GET', headers }, (told) => {
      answer.writeHead(told.statusCode ?? 502, told.headers)
      told.pipe(answer)
    })
    return near.pipe(far)
  })
  return { asked, address: `http://127.0.0.1:${await portOf(proxy)}` }
}

describe('a certificate', () => {
  it('of nobody we know is refused before anything is told, and said plainly', async () => {
    const heard: string[] = []
    const server = createSecure(unknownCertificate, (request, answer) => {
      heard.push(request.url ?? '')
      answer.end('{}')
    })
    const endpoint = `https://127.0.0.1:${await portOf(server)}`
    expect(await enrol(endpoint)).toMatchObject({
      receiver: null,
      problem: 'certificate_wrong',
      reason: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })
    await enrol()
    test.engine.connection.raw.prepare('update enrolment set endpoint = ?').run(endpoint)
    expect(await send()).toMatchObject({ arrived: 0, waiting: 1, problem: 'certificate_wrong' })
    expect(heard).toEqual([])
  })

  it('that is none, since what answers speaks no encryption, is taken for the network’s own page', async () => {
    expect(await enrol(running.url.replace('http:', 'https:'))).toMatchObject({ problem: 'sign_in_page' })
  })
})

describe('a proxy', () => {
  it('that the library set is the way that everything goes', async () => {
    const { asked, address } = await openProxy(true)
    valueOf(await through(address))
    await enrol()
    expect(await send()).toMatchObject({ arrived: 1, problem: null })
    expect(new Set(asked)).toEqual(new Set([new URL(running.url).host]))
  })

  it('that lets nobody through is named, and the package waits', async () => {
    await enrol()
    const { asked, address } = await openProxy(false)
    valueOf(await through(address))
    expect(await send()).toMatchObject({ arrived: 0, waiting: 1, problem: 'proxy_refused' })
    expect(asked.length).toBeGreaterThan(0)
    valueOf(await through(''))
    expect(await send()).toMatchObject({ arrived: 1, problem: null })
  })
})
