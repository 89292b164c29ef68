import { bridge, createDoor } from '../../electron/ipc.ts'
import { createExchange } from '../../db/host/exchange.ts'
import { startHost, type Host } from '../../db/host/host.ts'
import { openHttpDoor } from '../../db/host/http.ts'
import { askPipe, openPipe } from '../../db/host/pipe.ts'
import { openLanDoorFor, type OtherPcs } from './lan-door.ts'
import { createSeat } from '../../db/host/seat.ts'
import { specByName } from '../../shared/contracts.ts'
import { reachOf } from '../../shared/lan/rules.ts'
import type { Reply } from '../../shared/contract.ts'
import type { FileTicket, JobState } from '../../shared/door.ts'
import { openTestEngine, testFolder, testPassword, valueOf, writeTestFile } from '../support/engine.ts'
import { usernameOf } from '../support/prepared.ts'
import type { AnyExample, Caller } from './example.ts'

type Call = (operation: string, input: unknown) => Promise<Reply>

/** One way to the engine, as the examples use it. */
export type TestDoor = {
  name: string
  dataDir: string
  /** A place where somebody may sign in and stay; null at a door that forgets everyone after each call. */
  openSeat: (() => Promise<Call>) | null
  /** One call by one person: signs in, waits for a run to end, signs out. */
  perform(as: Caller, operation: string, input: unknown): Promise<Reply>
  handIn(bytes: Uint8Array): Promise<FileTicket>
  /** Whether what the example does may be done at this door at all. */
  serves?(example: AnyExample): boolean
}
export type Doors = { doors: TestDoor[]; host: Host; close(): Promise<void> }

const workerUrl = new URL('../../db/host/worker.ts', import.meta.url)
const fileName = 'handed-in.khosach'

export async function openDoors(): Promise<Doors> {
  const engine = await openTestEngine({ dataDir: testFolder(), clock: Date.now })
  const host = startHost({ dataDir: testFolder(), workerUrl, actsByItself: false })
  const opened = await host.opened()
  if (!opened.ok) throw new Error(opened.problem)
  const http = await openHttpDoor(host, { assetsDir: testFolder(), port: 0 })
  const pipe = openPipe(host, http.launchUrl)
  const others = await openLanDoorFor(host)
  return {
    host,
    doors: [
      directDoor(engine),
      seated('worker', host, async () => createSeat(host).call, { handIn: admitted(host.exchange) }),
      httpDoor(host, http),
      lanDoor(host, others),
      ipcDoor(host),
      pipeDoor(host),
    ],
    async close() {
      await pipe.close()
      await others.close()
      await http.close()
      await host.close()
      await engine.close()
      if (engine.faults.length > 0) throw new AggregateError(engine.faults, 'the engine logged faults')
    },
  }
}

type TestEngine = Awaited<ReturnType<typeof openTestEngine>>
type Folder = { dataDir: string }
type HandIn = Pick<TestDoor, 'handIn'>

function seated(
  name: string,
  { dataDir }: Folder,
  openSeat: () => Promise<Call>,
  { handIn }: HandIn,
): TestDoor {
  return {
    name,
    dataDir,
    openSeat,
    handIn,
    async perform(as, operation, input) {
      const call = await openSeat()
      if (as !== 'stranger') valueOf(await signIn(call, as))
      const reply = await callAndWait(call, operation, input)
      if (as !== 'stranger') await call('users.signOut', {})
      return reply
    },
  }
}

export function signIn(call: Call, as: Exclude<Caller, 'stranger'>): Promise<Reply> {
  return call('users.signIn', { username: usernameOf(as), password: testPassword })
}

/** A run's reply is what became of it. */
export async function callAndWait(call: Call, operation: string, input: unknown): Promise<Reply> {
  const reply = await call(operation, input)
  if (!reply.ok || !isJob(operation)) return reply
  const { jobId } = reply.value as { jobId: number }
  for (;;) {
    const { state, output, error } = valueOf(await call('jobs.job', { id: jobId })) as JobState
    if (state === 'done') return { ok: true, value: output }
    if (state !== 'running') return { ok: false, error: error ?? { code: 'busy', details: { state } } }
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
}

function isJob(operation: string): boolean {
  return specByName.get(operation)?.kind === 'job'
}

function admitted(exchange: Host['exchange']): TestDoor['handIn'] {
  return (bytes) => exchange.admit(writeTestFile(fileName, bytes))
}

function directDoor(engine: TestEngine): TestDoor {
  const { dataDir } = engine.engine
  return seated('direct', { dataDir }, async () => engine.stranger().call, {
    handIn: admitted(createExchange(dataDir)),
  })
}

type HttpDoor = Awaited<ReturnType<typeof openHttpDoor>>

/** What a browser sends: the cookie it was given, where the page came from, and JSON. */
export async function openBrowser({
  port,
  launchUrl,
}: HttpDoor): Promise<{ call: Call; handIn: TestDoor['handIn'] }> {
  const origin = `http://127.0.0.1:${port}`
  const entered = await fetch(launchUrl(), { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const headers = { Cookie: cookie, Origin: origin, 'Sec-Fetch-Site': 'same-origin' }
  async function post(path: string, type: string, body: BodyInit): Promise<Reply> {
    const init = { method: 'POST', headers: { ...headers, 'Content-Type': type }, body }
    const response = await fetch(origin + path, init)
    return (await response.json()) as Reply
  }
  return {
    call: (operation, input) => post(`/call/${operation}`, 'application/json', JSON.stringify(input)),
    handIn: async (bytes) =>
      valueOf(
        await post(`/upload?name=${fileName}`, 'application/octet-stream', Buffer.from(bytes)),
      ) as FileTicket,
  }
}

function httpDoor(host: Host, http: HttpDoor): TestDoor {
  return seated('http', host, async () => (await openBrowser(http)).call, {
    async handIn(bytes) {
      const browser = await openBrowser(http)
      valueOf(await signIn(browser.call, 'reader'))
      const file = await browser.handIn(bytes)
      await browser.call('users.signOut', {})
      return file
    },
  })
}

/** A browser on another PC; what only the serving PC does, and what a stranger may not see there, is left out. */
function lanDoor(host: Host, others: OtherPcs): TestDoor {
  const openSeat = async () => (await others.open()).call
  return {
    ...seated('another PC', host, openSeat, {
      async handIn(bytes) {
        const browser = await others.open()
        valueOf(await signIn(browser.call, 'reader'))
        const file = await browser.handIn(fileName, bytes)
        await browser.call('users.signOut', {})
        return file
      },
    }),
    serves({ as, operation, before = [], isFirstRun = false }) {
      const asked = [operation, ...before.map((step) => step.operation)]
      const byStrangers = as === 'stranger' || before.some((step) => step.as === 'stranger')
      return !isFirstRun && !byStrangers && asked.every((each) => reachOf(each) !== 'serving_pc')
    },
  }
}

/** Electron's wire: what crosses it is a structured clone, never the thing itself. */
function openPage(host: Host, pickedFile: string | null = null) {
  const listeners = new Map<string, (event: string, ...input: unknown[]) => unknown>()
  const dialogs = { askOpen: async () => pickedFile, askSave: async () => null }
  const nothing = async () => null
  const elsewhere = { startsItself: nothing, lookAtServer: nothing, useServer: async () => undefined }
  const parts = {
    call: createSeat(host).call,
    openedFile: nothing,
    about: nothing,
    startSetup: async () => false,
    ...elsewhere,
    host,
    dialogs,
  }
  bridge<string>(
    { handle: (channel, listener) => listeners.set(channel, listener) },
    createDoor(parts),
    (event) => event === 'page',
  )
  return async (channel: string, ...input: unknown[]): Promise<unknown> =>
    structuredClone(await listeners.get(channel)?.('page', ...structuredClone(input)))
}

function ipcDoor(host: Host): TestDoor {
  async function openSeat(): Promise<Call> {
    const invoke = openPage(host)
    return async (operation, input) => (await invoke('call', operation, input)) as Reply
  }
  return seated('ipc', host, openSeat, {
    handIn: async (bytes) =>
      (await openPage(host, writeTestFile(fileName, bytes))('pickFile', '.khosach')) as FileTicket,
  })
}

function pipeDoor(host: Host): TestDoor {
  return {
    name: 'command line',
    dataDir: host.dataDir,
    openSeat: null,
    handIn: admitted(host.exchange),
    async perform(as, operation, input) {
      const credentials =
        as === 'stranger'
          ? { username: '', password: '' }
          : { username: usernameOf(as), password: testPassword }
      const request = { operation, input, ...credentials }
      const answer = await askPipe(host.dataDir, { ask: 'perform', request }, () => undefined)
      if (!answer || !('reply' in answer)) throw new Error('nobody listens on the pipe')
      return answer.reply
    },
  }
}
