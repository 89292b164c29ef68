import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testFolder, testPassword } from '../../test/support/engine.ts'
import { prepareFolder, writeByHand } from '../../test/support/prepared.ts'
import { startHost, type Host } from './host.ts'
import { openHttpDoor, type HttpDoor } from './http.ts'
import { contentSecurityPolicy } from './serve.ts'

let host: Host
let door: HttpDoor
let cookie: string

beforeAll(async () => {
  const outside = testFolder()
  const assetsDir = join(outside, 'renderer')
  mkdirSync(assetsDir)
  writeFileSync(join(outside, 'secret.js'), 'secret')
  writeFileSync(join(assetsDir, 'index.html'), '<!doctype html><title>Kho Sách</title>')
  writeFileSync(join(assetsDir, 'app-1a2b.js'), 'app')
  host = startHost({ dataDir: await prepareFolder(), workerUrl: new URL('./worker.ts', import.meta.url) })
  expect(await host.opened()).toMatchObject({ ok: true })
  door = await openHttpDoor(host, { assetsDir, port: 0 })
})
afterAll(async () => {
  await door.close()
  await host.close()
})
beforeEach(async () => {
  cookie = await enter()
})

type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
type Question = { method?: string; path: string; headers?: Record<string, string>; body?: string | Buffer }

/** Sends exactly these headers: no client in between that mends them. */
function send({ method = 'GET', path, headers = {}, body = '' }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: door.port, method, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const pathOf = (url: string) => url.slice(url.indexOf('/?'))

async function enter(): Promise<string> {
  const { headers } = await send({ path: pathOf(door.launchUrl()) })
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

function call(operation: string, input: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const body = typeof input === 'string' ? input : JSON.stringify(input)
  const all = { 'Content-Type': 'application/json', Cookie: cookie, ...headers }
  return send({ method: 'POST', path: `/call/${operation}`, headers: all, body })
}
const codeOf = ({ text }: Answer): string => (JSON.parse(text) as { error: { code: string } }).error.code
const signIn = () => call('users.signIn', { username: 'user-director', password: testPassword })

describe('the way in', () => {
  it('is an address that works once', async () => {
    const path = pathOf(door.launchUrl())
    const first = await send({ path })
    expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
    const again = await send({ path })
    expect(again.status).toBe(401)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(again.text).toContain('Trang này chưa được mở từ Kho Sách')
  })

  it('is no guessed address', async () => {
    const guessed = await send({ path: `/?launch=${'A'.repeat(32)}` })
    expect(guessed.status).toBe(401)
    expect(guessed.headers['set-cookie']).toBeUndefined()
    for (const token of ['', 'đ'.repeat(32), `${'A'.repeat(31)}đ`]) {
      const refused = await send({ path: `/?launch=${encodeURIComponent(token)}` })
      expect(refused.status, token).toBe(401)
      expect(refused.text).toContain('Trang này chưa được mở từ Kho Sách')
    }
  })

  it('leaves a cookie that no script reads, no other page sends and no other port shares', async () => {
    const { headers } = await send({ path: pathOf(door.launchUrl()) })
    expect(headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^khosach-${door.port}=[\\w-]{32}; HttpOnly; SameSite=Strict; Path=/$`),
    )
  })

  it('is closed without the cookie', async () => {
    for (const headers of [
      { Cookie: '' },
      { Cookie: `khosach-${door.port}=${'A'.repeat(32)}` },
      { Cookie: 'other=1' },
    ]) {
      const refused = await call('users.session', {}, headers)
      expect(refused.status).toBe(401)
      expect(codeOf(refused)).toBe('seat_unknown')
      for (const path of ['/', '/app-1a2b.js', '/events', '/file/x']) {
        expect((await send({ path, headers })).status, path).toBe(401)
      }
      expect((await send({ method: 'POST', path: '/upload?name=x', headers })).status).toBe(401)
    }
  })

  it('gives each browser a seat of its own', async () => {
    await signIn()
    expect((await call('users.session', {})).text).toContain('"signed_in"')
    cookie = await enter()
    expect((await call('users.session', {})).text).toContain('"signed_out"')
  })

  it('never hands the session out', async () => {
    const { text, headers } = await signIn()
    expect(JSON.parse(text)).toEqual({ ok: true, value: { done: true } })
    expect(headers['set-cookie']).toBeUndefined()
  })
})

describe('a stranger', () => {
  const origin = () => `http://127.0.0.1:${door.port}`

  it('with another name for this PC is turned away, as a rebound one would be', async () => {
    for (const name of [
      `localhost:${door.port}`,
      `evil.example:${door.port}`,
      '127.0.0.1',
      `127.0.0.1:${door.port + 1}`,
    ]) {
      const refused = await call('users.session', {}, { Host: name })
      expect(refused.status, name).toBe(403)
      expect(codeOf(refused)).toBe('foreign_host')
    }
    const launch = pathOf(door.launchUrl())
    expect((await send({ path: launch, headers: { Host: 'evil.example' } })).status).toBe(403)
    expect((await send({ path: launch })).status).toBe(303)
  })

  it('from another page is turned away, whatever cookie comes along', async () => {
    for (const from of [
      'https://evil.example',
      'null',
      `http://localhost:${door.port}`,
      `https://127.0.0.1:${door.port}`,
    ]) {
      const refused = await call('users.session', {}, { Origin: from })
      expect(refused.status, from).toBe(403)
      expect(codeOf(refused)).toBe('foreign_origin')
    }
    expect((await call('users.session', {}, { Origin: origin() })).status).toBe(200)
  })

  it('is known by what the browser says of it', async () => {
    for (const site of ['cross-site', 'same-site']) {
      expect(codeOf(await call('users.session', {}, { 'Sec-Fetch-Site': site })), site).toBe('foreign_origin')
    }
    expect((await call('users.session', {}, { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
  })

  it('sends no form: only JSON is a call', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
      const refused = await call('users.session', {}, { 'Content-Type': type })
      expect(refused.status, type).toBe(415)
      expect(codeOf(refused)).toBe('invalid_input')
    }
    expect(
      (await call('users.session', {}, { 'Content-Type': 'application/json; charset=utf-8' })).status,
    ).toBe(200)
    expect((await send({ path: '/call/users.session', headers: { Cookie: cookie } })).status).toBe(415)
  })
})

describe('a path', () => {
  it.each(['//', '///', '//?launch=x', 'http://'])('that is none, like %s, is refused', async (path) => {
    const refused = await send({ path, headers: { Cookie: cookie } })
    expect(refused.status).toBe(400)
    expect(codeOf(refused)).toBe('invalid_input')
    expect((await call('users.session', {})).status).toBe(200)
  })
})

describe('a call', () => {
  it('of no operation says so', async () => {
    expect(codeOf(await call('catalogue.serach', {}))).toBe('unknown_operation')
    expect(codeOf(await call('', {}))).toBe('unknown_operation')
    expect(codeOf(await call('__proto__.constructor', {}))).toBe('unknown_operation')
  })

  it('with wrong types names the field and repeats nothing of it', async () => {
    await signIn()
    const { status, text } = await call('journal.entry', { id: 'bí mật' })
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({
      error: { code: 'invalid_input', details: { issues: [{ path: 'id' }] } },
    })
    expect(text).not.toContain('bí mật')
  })

  it('that is no JSON is refused', async () => {
    const refused = await call('users.session', '{"a":')
    expect(refused.status).toBe(400)
    expect(codeOf(refused)).toBe('invalid_input')
  })

  it('over two megabytes is refused, and the next one answered', async () => {
    const refused = await call('drafts.save', { form: 'x', values: 'x'.repeat(2_000_000) })
    expect(refused.status).toBe(413)
    expect(codeOf(refused)).toBe('too_large')
    expect((await call('users.session', {})).status).toBe(200)
  })

  it('after the session has run out says so', async () => {
    await signIn()
    expect((await call('journal.list', {})).text).toContain('"ok":true')
    writeByHand(host.dataDir, ["update session set startedAt = '2000-01-01T00:00:00.000Z'"])
    expect(JSON.parse((await call('journal.list', {})).text)).toEqual({
      ok: false,
      error: { code: 'signed_out', details: { isExpired: true } },
    })
  })

  it('is never kept by a cache', async () => {
    const { headers } = await call('users.session', {})
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  })
})

describe('files', () => {
  const get = (path: string, method = 'GET') => send({ path, method, headers: { Cookie: cookie } })
  const handedIn = () => {
    const folder = join(host.dataDir, 'exchange')
    return existsSync(folder) ? readdirSync(folder).toSorted() : []
  }

  it('are taken from nobody but who is signed in', async () => {
    const upload = (method = 'POST') =>
      send({
        method,
        path: '/upload?name=x',
        headers: { Cookie: cookie },
        body: method === 'POST' ? 'x' : '',
      })
    const refusal = async (method?: string) => {
      const answer = await upload(method)
      return { status: answer.status, code: answer.status === 200 ? 'ok' : codeOf(answer) }
    }
    const before = handedIn()
    expect(await refusal()).toEqual({ status: 403, code: 'signed_out' })
    await signIn()
    await call('users.lock', {})
    expect(await refusal()).toEqual({ status: 403, code: 'locked' })
    await call('users.unlock', { password: testPassword })
    expect(await refusal('GET')).toEqual({ status: 403, code: 'invalid_input' })
    expect(handedIn()).toEqual(before)
    expect(await refusal()).toEqual({ status: 200, code: 'ok' })
    expect(handedIn()).toHaveLength(before.length + 1)
  })

  it('that were broken off on their way in leave nothing behind', async () => {
    await signIn()
    const before = handedIn()
    const options = {
      host: '127.0.0.1',
      port: door.port,
      method: 'POST',
      path: '/upload?name=x',
      headers: { Cookie: cookie, 'Content-Length': '1000000' },
    }
    const asked = request(options).on('error', () => undefined)
    asked.write(Buffer.alloc(100_000))
    await expect.poll(handedIn).toHaveLength(before.length + 1)
    asked.destroy()
    await expect.poll(handedIn).toEqual(before)
    expect((await call('users.session', {})).status).toBe(200)
  })

  it('of the page carry the policy that lets nothing foreign in', async () => {
    for (const path of ['/', '/index.html', '/app-1a2b.js', '/nothing.js']) {
      expect((await get(path)).headers['content-security-policy'], path).toBe(contentSecurityPolicy)
    }
    expect(contentSecurityPolicy).not.toMatch(/unsafe|https?:|\*/)
    expect((await get('/')).headers['cache-control']).toBe('no-store')
    expect((await get('/app-1a2b.js')).headers['cache-control']).toContain('immutable')
    expect((await send({ path: '/' })).headers['content-security-policy']).toBe(contentSecurityPolicy)
  })

  it('outside the page stay outside', async () => {
    for (const path of [
      '/../secret.js',
      '/..%2fsecret.js',
      '/%2e%2e/secret.js',
      '/..%5csecret.js',
      '/x/..%2f..%2fsecret.js',
      '/%00.js',
      '/%',
    ]) {
      const answer = await get(path)
      expect(answer.status, path).toBe(404)
      expect(answer.text).not.toBe('secret')
    }
    expect((await get('/', 'DELETE')).status).toBe(405)
  })

  it('are downloaded once, under their own name', async () => {
    const { token } = await host.exchange.offer('x', Buffer.from('báo cáo'))
    const path = `/file/${token}?name=${encodeURIComponent('Báo cáo "quý".docx')}`
    expect((await get(path, 'HEAD')).status).toBe(405)
    const first = await get(path)
    expect(first.text).toBe('báo cáo')
    expect(first.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22qu%C3%BD%22.docx`,
    )
    await expect.poll(() => host.exchange.pathOf(token)).toBeNull()
    expect((await get(path)).status).toBe(404)
  })

  it('are not found under what is no token', async () => {
    for (const token of ['', '..%2flibrary.db', 'x', '...', 'A'.repeat(24)]) {
      expect((await get(`/file/${token}`)).status, token).toBe(404)
    }
  })

  it('go in and come back byte for byte, keeping only the last part of their name', async () => {
    await signIn()
    const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 31) % 256))
    const headers = { Cookie: cookie, 'Content-Type': 'application/octet-stream' }
    const sent = await send({
      method: 'POST',
      path: '/upload?name=..%2F..%2Fg%C3%B3i.khosach',
      headers,
      body: bytes,
    })
    const { value } = JSON.parse(sent.text) as { value: { token: string; name: string; size: number } }
    expect(value).toEqual({ token: expect.stringMatching(/^[\w-]{24}$/), name: 'gói.khosach', size: 200_000 })
    const back = await fetch(`http://127.0.0.1:${door.port}/file/${value.token}`, {
      headers: { Cookie: cookie },
    })
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true)
  })
})

describe('events', () => {
  /** Reads the stream until it has said this. */
  async function said(body: ReadableStream<Uint8Array>, what: string): Promise<string> {
    const reader = body.getReader()
    const decoder = new TextDecoder()
    let text = ''
    while (!text.includes(what)) {
      const { value, done } = await reader.read()
      if (done) throw new Error(`the stream ended after ${text}`)
      text += decoder.decode(value, { stream: true })
    }
    reader.releaseLock()
    return text
  }

  it('tell every browser what a command has changed', async () => {
    const stop = new AbortController()
    const stream = await fetch(`http://127.0.0.1:${door.port}/events`, {
      headers: { Cookie: cookie },
      signal: stop.signal,
    })
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    const body = stream.body ?? new ReadableStream()
    await said(body, ': open')
    cookie = await enter()
    await signIn()
    await call('reports.openPeriod', { period: '2020-Q1' })
    const text = await said(body, '"reports"')
    expect(text).toMatch(/data: \{"type":"changed","modules":\[[^\]]*"reports"[^\]]*\]\}\n\n/)
    stop.abort()
  })
})
