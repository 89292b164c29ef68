import { writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Reply } from '../../shared/contract.ts'
import { dispatch } from '../../db/dispatch.ts'
import { createEngine } from '../../db/engine.ts'
import { CannotOpen } from '../../db/failure.ts'
import { startHost, type Host } from '../../db/host/host.ts'
import type { Message, Title } from './victims.ts'
import { finishedJob, personAt, testPassword } from '../support/engine.ts'
import { takenFrom } from '../../db/updates/taken.ts'
import { trustTestReleases } from '../support/releases.ts'
import { setTrap } from './trap.ts'

/** The program that is killed: does one kind of work and says, line by line, what was acknowledged to it. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '' },
    session: { type: 'string', default: '' },
    at: { type: 'string', default: '0' },
    step: { type: 'string', default: '' },
    titles: { type: 'string', default: '1' },
    file: { type: 'string', default: '' },
  },
})
const { data: dataDir, session } = values
const at = Number(values.at)

/** As it is before a trap counts what is written. */
const write = writeSync

/** Straight to the pipe: what was said before a kill is read after it. Whoever reads may be busy and the pipe full. */
function say(message: Message): void {
  const line = Buffer.from(`${JSON.stringify(message)}\n`)
  for (let at = 0; at < line.length;) {
    try {
      at += write(1, line, at)
    } catch (error) {
      if ((error as { code?: string }).code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
}

type Call = (operation: string, input: unknown) => Promise<Reply>

function acknowledged(reply: Reply): Title {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  const { id, rev, title } = reply.value as Title
  say({ say: 'acknowledged', title: { id, rev, title } })
  return { id, rev, title }
}

/** A cataloguer who adds a title, corrects it, and sometimes takes it out again. */
async function catalogue(call: Call, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const name = `Sách số ${process.pid}-${round}`
    const { id, rev } = acknowledged(await call('catalogue.addTitle', { title: name }))
    const next = acknowledged(await call('catalogue.updateTitle', { id, rev, title: `${name}, bản sửa` }))
    if (round % 3 === 0) acknowledged(await call('catalogue.removeTitle', { id, rev: next.rev }))
  }
}

async function openHost(): Promise<Host> {
  const host = startHost({ dataDir, workerUrl: new URL('../../db/host/worker.ts', import.meta.url) })
  const opened = await host.opened()
  if (!opened.ok) throw new Error(opened.problem)
  return host
}

async function hostCall(): Promise<Call> {
  const host = await openHost()
  say({ say: 'ready' })
  return async (operation, input) => (await host.call(operation, input, session)).reply
}

async function runJob(operation: string, input: unknown): Promise<void> {
  const host = await openHost()
  const begun = new Promise<void>((resolve) => {
    host.onEvent((event) => {
      if (event.type !== 'job') return
      say({ say: 'progress', state: event.job.state, done: event.job.done })
      resolve()
    })
  })
  say({ say: 'ready' })
  const { reply } = await host.call(operation, input, session)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  say({ say: 'started' })
  if (operation === 'demo.fill') {
    // Before its first titles a run still refuses a catalogue that is not empty.
    await begun
    await catalogue(async (name, values) => (await host.call(name, values, session)).reply, 1000)
  }
}

/** Codes of the prepared library, read one after another; said once the engine has answered for them. */
async function scan(call: Call, numbers: readonly number[]): Promise<void> {
  const scans = numbers.map((number) => ({
    key: `scan-${number}`,
    code: `VV${String(number).padStart(6, '0')}`,
    at: new Date().toISOString(),
    siteId: 1,
    storeId: 1,
    shelf: '',
  }))
  const reply = await call('stocktake.scan', { id: 1, scans })
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  say({ say: 'scanned', keys: scans.map(({ key }) => key) })
}

async function finish(call: Call, operation: string, input: unknown): Promise<void> {
  const reply = await call(operation, input)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  say({ say: 'finished', operation })
}

const acts: Record<string, () => Promise<void>> = {
  commands: async () => catalogue(await hostCall(), 1_000_000),

  /** The same commands in one thread, cut off at a counted moment. */
  async moments() {
    const engine = await createEngine({ dataDir, role: 'writer' })
    const trap = setTrap(at)
    say({ say: 'ready' })
    await catalogue(async (operation, input) => (await dispatch(engine, operation, input, session)).reply, 1)
    say({ say: 'counted', moments: trap.passed() })
    await engine.close()
  },

  /** What waits is sent in one thread, cut off at a counted moment. */
  async sending() {
    const engine = await createEngine({ dataDir, role: 'writer' })
    const person = personAt(engine, session)
    const trap = setTrap(at)
    say({ say: 'ready' })
    const { state, output, error } = await finishedJob(person, 'sync.send')
    if (state !== 'done') throw new Error(JSON.stringify(error))
    const { problem } = output as { problem: string | null }
    if (problem !== null) throw new Error(problem)
    say({ say: 'counted', moments: trap.passed() })
    await engine.close()
  },

  /** Scans as they come, one code or several in a call, from `at` on. */
  async scans() {
    const call = await hostCall()
    for (let next = at; ; next += 1 + (next % 4))
      await scan(
        call,
        Array.from({ length: 1 + (next % 4) }, (_, each) => next + each),
      )
  },

  /** A stocktake from its opening to its end in one thread, cut off at a counted moment. */
  async stocktake() {
    const engine = await createEngine({ dataDir, role: 'writer' })
    const { call } = personAt(engine, session)
    const trap = setTrap(at)
    say({ say: 'ready' })
    await finish(call, 'stocktake.open', { id: 1 })
    await scan(call, [1])
    await scan(call, [2, 3, 4])
    await finish(call, 'stocktake.undoScan', { scanId: 1 })
    await finish(call, 'stocktake.close', { id: 1 })
    say({ say: 'counted', moments: trap.passed() })
    await engine.close()
  },

  /** A copy is proven beside the library and put in its place, as the host does it, in one thread. */
  async restore() {
    const engine = await createEngine({ dataDir, role: 'writer' })
    const person = personAt(engine, session)
    const path = values.file
    const trap = setTrap(at)
    say({ say: 'ready' })
    const { state, error } = await finishedJob(person, 'backup.prove', { path })
    if (state !== 'done') throw new Error(JSON.stringify(error))
    await finish(person.call, 'backup.restore', { path, password: testPassword })
    await engine.close()
    const restored = await createEngine({ dataDir, role: 'writer' })
    say({ say: 'counted', moments: trap.passed() })
    await restored.close()
  },

  /** A quarter's package is written to a stick, in one thread. */
  async stick() {
    const engine = await createEngine({ dataDir, role: 'writer' })
    const person = personAt(engine, session)
    const trap = setTrap(at)
    say({ say: 'ready' })
    const input = { periodId: 1, path: values.file }
    const { state, output, error } = await finishedJob(person, 'sync.writeToFolder', input)
    if (state !== 'done') throw new Error(JSON.stringify(error))
    const { problem } = output as { problem: string | null }
    if (problem !== null) throw new Error(problem)
    say({ say: 'finished', operation: 'sync.writeToFolder' })
    say({ say: 'counted', moments: trap.passed() })
    await engine.close()
  },

  async upgrade() {
    const trap = setTrap(at)
    await createEngine({
      dataDir,
      role: 'writer',
      onUpgradeStep(step) {
        if (step === values.step) process.kill(process.pid, 'SIGKILL')
      },
    })
    say({ say: 'counted', moments: trap.passed() })
  },

  /** An update off a stick, in one thread. */
  async takeIn() {
    trustTestReleases()
    let done = 0
    await takenFrom(values.file, dataDir, (bytes) =>
      say({ say: 'progress', state: 'running', done: (done += bytes) }),
    )
  },

  fill: () => runJob('demo.fill', { titles: Number(values.titles), seed: 7 }),

  /** A backup in one thread, cut off at a counted moment. */
  async backup() {
    const engine = await createEngine({ dataDir, role: 'writer' })
    const person = personAt(engine, session)
    const trap = setTrap(at)
    say({ say: 'ready' })
    const { state, error } = await finishedJob(person, 'backup.make')
    if (state !== 'done') throw new Error(JSON.stringify(error))
    say({ say: 'finished', operation: 'backup.make' })
    say({ say: 'counted', moments: trap.passed() })
    await engine.close()
  },

  write: () => runJob('interchange.write', { id: 1 }),

  undo: () => runJob('interchange.undo', { id: 1 }),

  merge: () => runJob('merger.write', { id: 1 }),

  unmerge: () => runJob('merger.undo', { id: 1 }),

  check: () => runJob('preservation.checkFolder', { id: 1 }),

  read: () => runJob('preservation.readTexts', { folderId: 1 }),

  async hold() {
    await openHost()
    say({ say: 'ready' })
  },

  async open() {
    try {
      const engine = await createEngine({ dataDir, role: 'writer' })
      await engine.close()
      say({ say: 'opened' })
    } catch (error) {
      say({ say: 'refused', problem: error instanceof CannotOpen ? error.problem : String(error) })
    }
  },
}

await acts[positionals[0] ?? '']?.()
