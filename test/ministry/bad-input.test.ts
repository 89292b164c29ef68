import { randomBytes, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Encrypter } from 'age-encryption'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { zstdCompressSync } from 'node:zlib'
import { authorization, packageType, paths } from '../../shared/sync/protocol.ts'
import {
  allFigures,
  ask,
  bring,
  deliver,
  enrol,
  newLibrary,
  packageOf,
  refusalOf,
  sendPart,
  sha256,
  signedHeaders,
} from './support/library.ts'
import { databases, newCode, newPlace, startReceiver } from './support/receiver.ts'

describe.each(databases)('what is refused or kept for later on %s', (database) => {
  async function enrolled(options?: Parameters<typeof startReceiver>[1]) {
    const place = await newPlace(database)
    const running = await startReceiver(place, options)
    const library = newLibrary()
    const answer = await enrol(running.url, library, await newCode(running))
    return { place, running, library, answer, url: running.url }
  }

  it('refuses a wrong signature, a replayed request and an unknown key, and notes each', async () => {
    const { running, library, url } = await enrolled()
    const request = { method: 'GET', path: paths.messages(0) }
    const stranger = newLibrary()
    const forged = { ...stranger, fingerprint: library.fingerprint }
    expect(await refusalOf(await ask(url, forged, request))).toEqual([401, 'wrong_signature'])
    expect(await refusalOf(await ask(url, stranger, request))).toEqual([401, 'not_enrolled'])
    expect(await refusalOf(await fetch(url + request.path))).toEqual([401, 'wrong_signature'])
    const headers = signedHeaders(library, request)
    expect((await fetch(url + request.path, { headers })).status).toBe(200)
    expect(await refusalOf(await fetch(url + request.path, { headers }))).toEqual([401, 'replayed'])
    expect(await refusalOf(await fetch(url + paths.messages(1), { headers }))).toEqual([
      401,
      'wrong_signature',
    ])
    const noted = await running.receiver.store.db
      .selectFrom('auditEntry')
      .select('detail')
      .where('act', '=', 'refusal')
      .orderBy('id')
      .execute()
    expect(noted.map(({ detail }) => JSON.parse(detail).code)).toEqual([
      'wrong_signature',
      'not_enrolled',
      'wrong_signature',
      'replayed',
      'wrong_signature',
    ])
  })

  it('lets a library in whose clock is wrong by years', async () => {
    const { library, url } = await enrolled()
    for (const at of ['1999-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z']) {
      expect((await ask(url, library, { method: 'GET', path: paths.messages(0), at })).status).toBe(200)
    }
  })

  it('takes no package of a key that is not enrolled, nor one of another library', async () => {
    const { library, url } = await enrolled()
    expect(await refusalOf(await bring(url, packageOf(newLibrary()).bytes))).toEqual([401, 'not_enrolled'])
    const other = { ...library, codes: { ...library.codes, id: randomUUID() } }
    expect(await refusalOf(await bring(url, packageOf(other).bytes))).toEqual([403, 'unknown_library'])
  })

  it('takes no package of a period that has not ended by its own clock', async () => {
    let now = '2026-09-30T16:59:00.000Z'
    const { library, url } = await enrolled({ now: () => new Date(now) })
    const { bytes } = packageOf(library)
    expect(await refusalOf(await bring(url, bytes))).toEqual([422, 'from_the_future'])
    now = '2026-09-30T17:00:00.000Z'
    expect((await bring(url, bytes)).status).toBe(200)
  })

  it('tells foreign, damaged and newer files apart', async () => {
    const { library, url } = await enrolled()
    const { bytes, hash } = packageOf(library)
    const flipped = Uint8Array.from(bytes)
    flipped[300] = (flipped[300] ?? 0) ^ 4
    expect(await refusalOf(await bring(url, randomBytes(500)))).toEqual([422, 'not_a_package'])
    expect(await refusalOf(await bring(url, Buffer.from('%PDF-1.7')))).toEqual([422, 'not_a_package'])
    expect(await refusalOf(await bring(url, flipped))).toEqual([422, 'package_altered'])
    expect(await refusalOf(await bring(url, bytes.subarray(0, -3)))).toEqual([422, 'package_altered'])
    expect(await refusalOf(await bring(url, Buffer.from('KHOSACH2\nwhatever')))).toEqual([
      422,
      'package_too_new',
    ])
    const bomb = zstdCompressSync(Buffer.alloc(50_000_000))
    const wrapped = Buffer.concat([Buffer.from(`KHOSACH1\n${sha256(bomb)}\n`), bomb])
    expect(await refusalOf(await bring(url, wrapped))).toEqual([422, 'not_a_package'])
    // An upload that turns out damaged begins again from its first byte.
    expect(await refusalOf(await sendPart(url, library, { ...packageOf(library), bytes: flipped }))).toEqual([
      422,
      'package_altered',
    ])
    expect((await ask(url, library, { method: 'HEAD', path: paths.upload(hash) })).status).toBe(404)
  })

  it('reads no body of 10 MB, told or untold', async () => {
    const { library, url } = await enrolled()
    const bytes = randomBytes(10_000_000)
    expect(await refusalOf(await bring(url, bytes))).toEqual([413, 'too_large'])
    const big = { payload: packageOf(library).payload, hash: 'a'.repeat(64), bytes }
    const told = await sendPart(url, library, big, { to: 1000 })
    expect(await refusalOf(told)).toEqual([413, 'too_large'])
    const path = paths.answers
    const headers = { 'Content-Type': 'application/json' }
    const answer = await ask(url, library, {
      method: 'POST',
      path,
      body: Buffer.alloc(2_000_000, 32),
      headers,
    })
    expect(answer.status).toBe(413)
  })

  it('keeps what a slow or cut sender got through, and lets it go at its time', async () => {
    const { library, url } = await enrolled({ limits: { requestTimeoutMs: 1000 } })
    const made = packageOf(library)
    const path = paths.upload(made.hash)
    const headers = {
      ...signedHeaders(library, { method: 'PATCH', path, body: made.bytes }),
      Host: 'x',
      'Content-Type': packageType,
      'Upload-Offset': '0',
      'Upload-Length': String(made.bytes.length),
      'Content-Length': String(made.bytes.length),
    }
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined)
    socket.resume()
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.write(`PATCH ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
    socket.write(made.bytes.subarray(0, 600))
    await closed
    await wait(100)
    const head = await ask(url, library, { method: 'HEAD', path })
    expect(head.headers.get('Upload-Offset')).toBe('600')
    expect(await deliver(url, library, made)).toMatch(/^KHOSACH-RECEIPT1\n/)
  }, 60_000)

  it('asks who sends too much to wait, and says how long', async () => {
    const { library, url } = await enrolled({ limits: { requestsPerMinute: 5 } })
    const request = { method: 'GET', path: paths.messages(0) }
    let last = await ask(url, library, request)
    for (let count = 0; count < 6; count++) last = await ask(url, library, request)
    expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(await refusalOf(last)).toEqual([429, 'throttled'])
  })

  it('says no to a body that is not the one that was signed, and to what is no JSON', async () => {
    const { library, url } = await enrolled()
    const body = Buffer.from('{"questionId":1,"text":"a","restatementHash":null}')
    const type = { 'Content-Type': 'application/json' }
    const headers = { ...signedHeaders(library, { method: 'POST', path: paths.answers, body }), ...type }
    const changed = await fetch(url + paths.answers, {
      method: 'POST',
      headers,
      body: body.toString().replace('"a"', '"b"'),
    })
    expect(await refusalOf(changed)).toEqual([401, 'wrong_signature'])
    const broken = await fetch(url + paths.enrolments, { method: 'POST', headers: type, body: '{' })
    expect(await refusalOf(broken)).toEqual([400, 'bad_request'])
    const foreign = authorization({ key: '', at: '', nonce: '', sig: '' })
    const odd = await fetch(url + paths.messages(0), { headers: { Authorization: foreign } })
    expect(await refusalOf(odd)).toEqual([401, 'wrong_signature'])
  })

  it('opens what was encrypted to it, also after its key changed', async () => {
    const { library, answer, url } = await enrolled()
    const encrypter = new Encrypter()
    encrypter.addRecipient(answer.receiver.encryptionRecipient ?? '')
    const { bytes, hash } = packageOf(library)
    const encrypted = await encrypter.encrypt(bytes)
    expect(await refusalOf(await bring(url, encrypted.subarray(0, -1)))).toEqual([422, 'package_altered'])
    const receipt = await (await bring(url, encrypted)).text()
    expect(receipt).toContain(hash)
    expect(await (await bring(url, bytes)).text()).toBe(receipt)
  })

  it.runIf(database === 'sqlite')(
    'keeps what came when its disk is full, and takes the rest later',
    async () => {
      const { running, library, url } = await enrolled()
      const { db } = running.receiver.store
      const first = packageOf(library)
      await bring(url, first.bytes)
      const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db)
      await sql.raw(`pragma max_page_count = ${pages.rows[0]?.page_count ?? 0}`).execute(db)
      const next = packageOf(library, { revision: 2, figures: allFigures(2) })
      let refused: Response | null = null
      for (let tries = 0; tries < 20 && refused?.status !== 507; tries++)
        refused = await bring(url, next.bytes)
      expect(refused && (await refusalOf(refused))).toEqual([507, 'storage_full'])
      expect(await (await bring(url, first.bytes)).text()).toContain(first.hash)
      await sql.raw('pragma max_page_count = 100000').execute(db)
      expect(await (await bring(url, next.bytes)).text()).toContain('"outcome":"accepted"')
    },
  )

  it('goes on after a month away as if nothing had been', async () => {
    const { place, running, library, url } = await enrolled()
    const made = packageOf(library)
    await sendPart(url, library, made, { to: 900 })
    await running.stop()
    const later = await startReceiver(place, { now: () => new Date('2026-11-05T03:00:00.000Z') })
    const head = await ask(later.url, library, { method: 'HEAD', path: paths.upload(made.hash) })
    expect(head.headers.get('Upload-Offset')).toBe('900')
    expect(await deliver(later.url, library, made)).toContain('"receivedAt":"2026-11-05T03:00:00.000Z"')
  })
})
