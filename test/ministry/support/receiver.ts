import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'
import { buildApp, type AppOptions } from '../../../ministry/app.ts'
import { telephoneCodeFor } from '../../../ministry/crypto.ts'
import { makeCode } from '../../../ministry/office/acts.ts'
import { ensureKey, type Receiver } from '../../../ministry/receiver.ts'
import { openStore } from '../../../ministry/store/connection.ts'

export const databases = ['sqlite', 'postgres'] as const
export type Database = (typeof databases)[number]

/** An empty place for a store: a folder, or a database of the test's own. */
export async function newPlace(database: Database): Promise<string> {
  if (database === 'sqlite') {
    const folder = mkdtempSync(join(tmpdir(), 'khosach-ministry-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    return folder
  }
  const url = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return url.replace(/\/postgres$/, `/${name}`)
}

export type Running = {
  receiver: Receiver
  url: string
  app: Awaited<ReturnType<typeof buildApp>>
  /** Ends it as a stopped program ends; what is in the store stays. */
  stop: () => Promise<void>
}

type Options = Partial<AppOptions> & { now?: () => Date }

/** The real service on a real socket, until the test ends. */
export async function startReceiver(place: string, options: Options = {}): Promise<Running> {
  const running = await runReceiver(place, options)
  onTestFinished(running.stop)
  return running
}

/** The same for a whole suite, which stops it itself. */
export async function runReceiver(
  place: string,
  { now = () => new Date('2026-10-05T03:00:00.000Z'), ...options }: Options = {},
): Promise<Running> {
  const store = await openStore(place)
  const receiver = { store, now }
  await ensureKey(receiver, 'Vụ Thư viện')
  const app = await buildApp({ receiver, ...options })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  let isRunning = true
  async function stop(): Promise<void> {
    if (!isRunning) return
    isRunning = false
    app.server.closeAllConnections()
    await app.close()
    await store.close()
  }
  return { receiver, url, app, stop }
}

export async function newCode({ receiver }: Running, libraryId: string | null = null): Promise<string> {
  const { code } = await makeCode(receiver, { note: 'Thư viện tỉnh', libraryId }, 'administrator')
  return code
}

/** What the receiver reads out over the telephone, of the library that enrolled first. */
export async function telephoneCodeOf({ receiver }: Running, hash: string): Promise<string> {
  const { sharedKey } = await receiver.store.db
    .selectFrom('libraryKey')
    .select('sharedKey')
    .executeTakeFirstOrThrow()
  return telephoneCodeFor(hash, sharedKey)
}
