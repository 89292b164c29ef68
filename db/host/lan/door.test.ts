import { mkdirSync, writeFileSync } from 'node:fs'
import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { connect as connectPlain } from 'node:net'
import { connect } from 'node:tls'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DoorStanding } from '../../../shared/lan/contract.ts'
import { testFolder, testPassword, valueOf } from '../../../test/support/engine.ts'
import { freePort, OtherPc } from '../../../test/support/other-pc.ts'
import { prepareFolder } from '../../../test/support/prepared.ts'
import { startHost, type Host } from '../host.ts'
import { createSeat } from '../seat.ts'
import { openLanDoor, type LanDoor } from './door.ts'

let host: Host
let door: LanDoor
let port: number
let pc: OtherPc
let nowMs = Date.now()
const taken: boolean[] = []
const pcs: OtherPc[] = []
let lastAddress = 1

/** Each test comes from a PC of its own, since the door remembers what came from where. */
function anotherPc(): OtherPc {
  const another = new OtherPc(port, `127.0.0.${++lastAddress}`)
  pcs.push(another)
  return another
}
const administrator = () => signedIn(createSeat(host).call, 'administrator')
async function signedIn<C extends (operation: string, input: unknown) => Promise<unknown>>(
  call: C,
  username: string,
) {
  await call('users.signIn', { username, password: testPassword })
  return call
}
async function standing(): Promise<DoorStanding & { certificate: { fingerprint: string } | null }> {
  const call = await administrator()
  return valueOf((await call('lan.standing', {})) as never)
}
const reasons = async () => (await standing()).refused.map(({ reason }) => reason)

beforeAll(async () => {
  const assetsDir = join(testFolder(), 'renderer')
  mkdirSync(assetsDir)
  writeFileSync(join(assetsDir, 'index.html'), '<!doctype html><title>Kho Sách</title>')
  host = startHost({ dataDir: await prepareFolder(), workerUrl: new URL('../worker.ts', import.meta.url) })
  expect(await host.opened()).toMatchObject({ ok: true })
  door = openLanDoor(host, {
    assetsDir,
    nowMs: () => nowMs,
    patience: { headersMs: 400, callMs: 600 },
    onTaken: (isTaken) => taken.push(isTaken),
  })
  port = await freePort()
  const call = await administrator()
  expect(await standing()).toMatchObject({ state: 'shut', certificate: null })
  expect(door.port()).toBeNull()
  valueOf((await call('lan.serve', { port })) as never)
  expect(await standing()).toMatchObject({ state: 'serving', isWanted: true, host: hostname() })
})
afterAll(async () => {
  pcs.forEach((each) => each.close())
  await door.close()
  await host.close()
})
beforeEach(async () => {
  pc = anotherPc()
  await pc.enter()
})

const refusalOf = async (operation: string, input: unknown, headers: Record<string, string> = {}) => {
  const { status, text } = await pc.ask(operation, input, headers)
  return { status, code: (JSON.parse(text) as { error?: { code: string } }).error?.code }
}

describe('the way in', () => {
  it('shows the certificate whose fingerprint the serving PC shows', async () => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false })
    await new Promise((resolve) => socket.once('secureConnect', resolve))
    expect(socket.getProtocol()).toBe('TLSv1.3')
    const shown = socket.getPeerCertificate().fingerprint256.replaceAll(':', '').toLowerCase()
    socket.destroy()
    expect((await standing()).certificate?.fingerprint).toBe(shown)
    const { text } = await pc.send({ path: '/about' })
    expect(JSON.parse(text)).toEqual({ ok: true, value: { server: hostname(), fingerprint: shown } })
  })

  it('gives a browser a cookie that no script reads, no other page sends and nothing unencrypted carries', async () => {
    const { headers, text } = await anotherPc().enter()
    expect(text).toContain('<title>Kho Sách</title>')
    expect(headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^__Host-khosach-${port}=[\\w-]{32}; Secure; HttpOnly; SameSite=Strict; Path=/$`),
    )
  })

  it('tells a stranger neither names nor anything of the library', async () => {
    expect(await pc.call('users.session', {})).toMatchObject({ value: { state: 'signed_out', choices: [] } })
    for (const operation of ['catalogue.search', 'jobs.list', 'settings.provinces', 'no.such'])
      expect(await refusalOf(operation, {}), operation).toEqual({ status: 401, code: 'signed_out' })
    for (const path of ['/file/AAAAAAAAAAAAAAAAAAAAAAAA', '/upload?name=x'])
      expect(
        (await pc.send({ path, method: path.startsWith('/upload') ? 'POST' : 'GET' })).status,
        path,
      ).toBe(401)
    const unknown = anotherPc()
    expect((await unknown.ask('users.session', {})).status).toBe(401)
  })

  it('opens to a password, with the permissions of whoever it is', async () => {
    await signedIn(pc.call.bind(pc), 'user-reader')
    expect(await pc.call('users.session', {})).toMatchObject({ value: { user: { role: 'reader' } } })
    expect(await pc.call('settings.library', {})).toMatchObject({ ok: true })
    expect(await refusalOf('users.list', {})).toEqual({ status: 200, code: 'forbidden' })
    expect((await standing()).seats).toContainEqual(
      expect.objectContaining({ address: `127.0.0.${lastAddress}`, lastAsked: '' }),
    )
    expect(taken.at(-1)).toBe(true)
    await pc.call('users.signOut', {})
    expect((await standing()).seats).toEqual([])
    expect(taken.at(-1)).toBe(false)
  })

  it('is shut for one who is disconnected, and opens again with the password', async () => {
    await signedIn(pc.call.bind(pc), 'user-cataloguer')
    const [seat] = (await standing()).seats
    const call = await administrator()
    valueOf((await call('lan.disconnect', { seat: seat?.id })) as never)
    expect((await standing()).seats).toEqual([])
    expect((await pc.ask('users.session', {})).status).toBe(401)
    await pc.enter()
    await signedIn(pc.call.bind(pc), 'user-cataloguer')
    expect(await pc.call('users.session', {})).toMatchObject({ value: { state: 'signed_in' } })
  })
})

describe('is refused by name', () => {
  it('a body that does not come to its end, and a head that does not', async () => {
    const head = `POST /call/users.session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${pc.cookie}\r\n`
    const slow = (text: string) =>
      new Promise<string>((resolve) => {
        let heard = ''
        const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () =>
          socket.write(text),
        )
        socket.on('data', (piece: Buffer) => (heard += piece.toString()))
        socket.on('error', () => resolve(heard))
        socket.on('close', () => resolve(heard))
      })
    const body = 'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a":'
    expect(await slow(head + body)).toMatch(/^HTTP\/1.1 408 [^]*"too_slow"/)
    expect(await slow(head)).not.toContain('200')
    expect(await reasons()).toContain('too_slow')
  })

  it('one PC that opens connection after connection', async () => {
    const sockets = Array.from({ length: 40 }, () =>
      connectPlain({ host: '127.0.0.1', port, localAddress: '127.0.0.200' }),
    )
    const closed = sockets.map(
      (socket) => new Promise((resolve) => socket.on('close', resolve).on('error', resolve)),
    )
    await Promise.race(closed)
    await expect.poll(reasons).toContain('too_many_connections')
    expect((await pc.send({ path: '/about' })).status).toBe(200)
    sockets.forEach((socket) => socket.destroy())
  })

  it('what only the serving PC itself does, whoever asks', async () => {
    await signedIn(pc.call.bind(pc), 'administrator')
    for (const operation of ['backup.restore', 'lan.stopServing', 'sync.writeToFolder', 'users.setUp'])
      expect(await refusalOf(operation, {}), operation).toEqual({ status: 403, code: 'serving_pc_only' })
    expect(await reasons()).toContain('serving_pc_only')
  })

  it('another name for this PC, as a rebound one would be', async () => {
    for (const Host of ['evil.example', `evil.example:${port}`, `127.0.0.1:${port + 1}`, `10.0.0.1:${port}`])
      expect(await refusalOf('users.session', {}, { Host }), Host).toEqual({
        status: 403,
        code: 'foreign_host',
      })
    for (const Host of [`localhost:${port}`, `${hostname()}:${port}`.toUpperCase()])
      expect((await pc.send({ path: '/about', headers: { Host } })).status, Host).toBe(200)
    expect(await reasons()).toContain('foreign_host')
  })

  it('another page, whatever cookie comes along', async () => {
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: `http://127.0.0.1:${port}` },
      { 'Sec-Fetch-Site': 'cross-site' },
    ])
      expect(await refusalOf('users.session', {}, headers as never)).toEqual({
        status: 403,
        code: 'foreign_origin',
      })
  })

  it('a body larger than any call', async () => {
    await signedIn(pc.call.bind(pc), 'user-reader')
    const body = `{"text":"${'x'.repeat(2_100_000)}"}`
    const headers = { 'Content-Type': 'application/json', Origin: pc.origin }
    const { status, text } = await pc.send({ method: 'POST', path: '/call/catalogue.search', headers, body })
    expect(status).toBe(413)
    expect(text).toContain('too_large')
    expect(await reasons()).toContain('too_large')
  })

  it('what does not speak TLS', async () => {
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      plainRequest({ host: '127.0.0.1', port, path: '/' }, (response) => {
        let text = ''
        response.on('data', (piece: Buffer) => (text += piece.toString()))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      })
        .on('error', reject)
        .end()
    })
    expect(answer.status).toBe(426)
    expect(answer.text).toContain('phải bắt đầu bằng https://')
    expect(await reasons()).toContain('plain_http')
  })

  it('one who guesses passwords: each wrong one doubles the wait, and others are let in meanwhile', async () => {
    const guess = (username: string) => pc.call('users.signIn', { username, password: 'sai-sai-sai' })
    for (const name of ['an', 'binh', 'chi', 'dung', 'giang'])
      expect(await guess(name), name).toMatchObject({ error: { code: 'wrong_credentials' } })
    expect(await guess('hoa')).toMatchObject({ error: { code: 'throttled', details: { seconds: 2 } } })
    nowMs += 2000
    expect(await guess('hoa')).toMatchObject({ error: { code: 'wrong_credentials' } })
    expect(await guess('khanh')).toMatchObject({ error: { code: 'throttled', details: { seconds: 4 } } })
    const elsewhere = anotherPc()
    await elsewhere.enter()
    await signedIn(elsewhere.call.bind(elsewhere), 'user-reader')
    expect(await elsewhere.call('users.session', {})).toMatchObject({ value: { state: 'signed_in' } })
    await elsewhere.call('users.signOut', {})
    expect(await reasons()).toEqual(expect.arrayContaining(['wrong_password', 'locked_out']))
  })

  it('one who asks without pause, until a while has passed', async () => {
    const answers = await Promise.all(Array.from({ length: 450 }, () => pc.send({ path: '/about' })))
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(30)
    nowMs += 5000
    expect((await pc.send({ path: '/about' })).status).toBe(200)
    expect(await reasons()).toContain('rate_limited')
  })
})

it('tells a page what changes only while somebody is signed in there', async () => {
  const told: string[] = []
  const stream = request({
    host: '127.0.0.1',
    port,
    path: '/events',
    rejectUnauthorized: false,
    headers: { Cookie: pc.cookie },
  })
  stream.on('response', (response) => response.on('data', (piece: Buffer) => told.push(piece.toString())))
  stream.end()
  await expect.poll(() => told.join('')).toContain(': open')
  host.announce(['catalogue'])
  await signedIn(pc.call.bind(pc), 'user-reader')
  host.announce(['stock'])
  await expect.poll(() => told.join('')).toContain('stock')
  expect(told.join('')).not.toContain('catalogue')
  stream.destroy()
})

describe('a call whose answer was lost on the way', () => {
  const key = { 'X-Call': '0123456789abcdef' }
  const title = { title: 'Dế Mèn phiêu lưu ký' }

  it('is carried out once, however often it comes', async () => {
    await signedIn(pc.call.bind(pc), 'user-cataloguer')
    const replies = await Promise.all([0, 1, 2].map(() => pc.call('catalogue.addTitle', title, key)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    const again = await pc.call('catalogue.addTitle', title, key)
    expect(again).toEqual(replies[0])
    const other = await pc.call('catalogue.addTitle', title, { 'X-Call': 'fedcba9876543210' })
    expect(other).not.toEqual(replies[0])
  })

  it('is answered to nobody else', async () => {
    const stranger = anotherPc()
    await stranger.enter()
    expect(await stranger.ask('catalogue.addTitle', title, key)).toMatchObject({ status: 401 })
  })
})

it('forgets everyone and listens no more once others are not to be served', async () => {
  await signedIn(pc.call.bind(pc), 'user-reader')
  const call = await administrator()
  valueOf((await call('lan.stopServing', {})) as never)
  expect(await standing()).toMatchObject({ state: 'shut', isWanted: false, seats: [] })
  await expect(pc.send({ path: '/about' })).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/)
})
