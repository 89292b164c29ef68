import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testFolder, testPassword } from '../../test/support/engine.ts'
import { prepareFolder } from '../../test/support/prepared.ts'
import { createEngine } from '../engine.ts'
import { startHost, type Host } from './host.ts'
import { askPipe, openPipe, type Pipe } from './pipe.ts'

const workerUrl = new URL('./worker.ts', import.meta.url)
const launchUrl = 'http://127.0.0.1:1/?launch=x'
const placeIn = (dataDir: string) => join(dataDir, 'pipe')
const ask = (dataDir: string) => askPipe(dataDir, { ask: 'launch' }, () => undefined)

const isListening = (dataDir: string) => expect.poll(() => existsSync(placeIn(dataDir))).toBe(true)

describe('a program', () => {
  let host: Host
  let pipe: Pipe
  beforeEach(async () => {
    host = startHost({ dataDir: await prepareFolder(), workerUrl })
    pipe = openPipe(host, () => launchUrl)
    await isListening(host.dataDir)
  })
  afterEach(async () => {
    await pipe.close()
    await host.close()
  })

  async function reach(): Promise<Socket> {
    const socket = connect(readFileSync(placeIn(host.dataDir), 'utf8'))
    await once(socket, 'connect')
    return socket
  }

  it('says where it listens to its owner only, at a place nobody guesses, until it closes', async () => {
    const first = readFileSync(placeIn(host.dataDir), 'utf8')
    expect(first).toMatch(/khosach-[0-9a-f]{24}/)
    expect(statSync(placeIn(host.dataDir)).mode & 0o777).toBe(0o600)
    expect(statSync(first).mode & 0o077).toBe(0)
    expect(await ask(host.dataDir)).toEqual({ launchUrl })
    await pipe.close()
    expect(existsSync(placeIn(host.dataDir))).toBe(false)
    expect(await ask(host.dataDir)).toBeNull()
    pipe = openPipe(host, () => launchUrl)
    await isListening(host.dataDir)
    expect(readFileSync(placeIn(host.dataDir), 'utf8')).not.toBe(first)
  })

  it('answers an operation to who gives a name and a password', async () => {
    const request = { operation: 'users.session', input: {}, username: 'user-reader', password: testPassword }
    expect(await askPipe(host.dataDir, { ask: 'perform', request }, () => undefined)).toMatchObject({
      reply: { ok: true, value: { user: { role: 'reader' } } },
    })
  })

  it.each([
    'Nguyen Van A',
    '',
    'null',
    '{}',
    '{"ask":"quit"}',
    '{"ask":"perform"}',
    '{"ask":"perform","request":{"operation":"users.session","input":{},"username":1,"password":""}}',
  ])('answers invalid_input to the line %j', async (line) => {
    const socket = await reach()
    socket.write(`${line}\n`)
    const answer = { reply: { ok: false, error: { code: 'invalid_input', details: {} } } }
    expect(JSON.parse(await text(socket))).toEqual(answer)
  })

  it('closes at once while a client sits there and says nothing', async () => {
    const socket = await reach()
    const gone = once(socket, 'close')
    socket.on('error', () => undefined)
    await pipe.close()
    await gone
  })

  it('keeps its place when a second one has tried the same folder', async () => {
    const second = startHost({ dataDir: host.dataDir, workerUrl })
    const secondPipe = openPipe(second, () => 'wrong')
    expect(await second.opened()).toMatchObject({ ok: false, problem: 'in_use' })
    await secondPipe.close()
    await second.close()
    expect(await ask(host.dataDir)).toEqual({ launchUrl })
  })
})

it('a program whose folder opens at a later try listens from then on', async () => {
  const dataDir = await prepareFolder()
  const other = await createEngine({ dataDir, role: 'writer' })
  const host = startHost({ dataDir, workerUrl })
  const pipe = openPipe(host, () => launchUrl)
  expect(await host.opened()).toMatchObject({ ok: false, problem: 'in_use' })
  expect(await ask(dataDir)).toBeNull()
  await other.close()
  await expect.poll(async () => (await host.call('users.session', {}, null)).reply.ok).toBe(true)
  await expect.poll(() => ask(dataDir)).toEqual({ launchUrl })
  await pipe.close()
  await host.close()
})

describe('nobody listens', () => {
  it('in a folder without an address, or without the folder', async () => {
    const dataDir = testFolder()
    expect(await ask(dataDir)).toBeNull()
    rmSync(dataDir, { recursive: true })
    expect(await ask(dataDir)).toBeNull()
  })

  it.each(['Nguyen Van A', '', '/nowhere/khosach.sock', 'x\0y', 'x'.repeat(5000)])(
    'where the file says %j, which is no address',
    async (words) => {
      const dataDir = testFolder()
      writeFileSync(placeIn(dataDir), words)
      expect(await ask(dataDir)).toBeNull()
    },
  )

  it('where the file says the number of a port: what is asked does not go into the network', async () => {
    const welcomed: Socket[] = []
    const server = createServer((socket) => welcomed.push(socket.end())).listen(0)
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const dataDir = testFolder()
    writeFileSync(placeIn(dataDir), String(port))
    expect(await ask(dataDir)).toBeNull()
    server.close()
    expect(welcomed).toEqual([])
  })

  it('where a folder stands in the place of the address', async () => {
    const dataDir = testFolder()
    mkdirSync(placeIn(dataDir))
    expect(await ask(dataDir)).toBeNull()
  })
})
