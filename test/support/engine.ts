import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client } from '../../shared/client.ts'
import type { Reply } from '../../shared/contract.ts'
import type { JobState } from '../../shared/door.ts'
import { roles, type Role } from '../../shared/users/rules.ts'
import { dispatch } from '../../db/dispatch.ts'
import { createEngine, type EngineOptions, type OpenEngine } from '../../db/engine.ts'
import { createExchange } from '../../db/host/exchange.ts'
import { applyChunk, endJob, runJob, type Reached } from '../../db/run-job.ts'

export const testPassword = 'mat-khau-thu'
/** A Tuesday in the fourth quarter, 09:00 in Viet Nam. */
export const testNow = Date.parse('2026-11-10T02:00:00Z')

export type Person = { call: (operation: string, input?: unknown) => Promise<Reply>; client: Client }

export type TestEngine = {
  engine: OpenEngine
  clock: { nowMs: number }
  /** Somebody at the door who has not signed in. */
  stranger(): Person
  /** A person of a role, signed in; the library is set up on first use. */
  as(role: Role): Promise<Person>
  /** Every entry that reached the log: what dispatch took for a fault of ours. */
  faults: unknown[]
  close(): Promise<void>
}

const setUp = {
  libraryName: 'Thư viện thử nghiệm',
  provinceCode: '01',
  formerProvinceCode: '01',
  language: 'vi',
  name: 'Người quản trị',
  username: 'administrator',
  password: testPassword,
}

/** A real engine with every migration, in a folder of its own unless one is named. */
export async function openTestEngine(options: Partial<EngineOptions> = {}): Promise<TestEngine> {
  const clock = { nowMs: testNow }
  const faults: unknown[] = []
  const engine = await createEngine({
    dataDir: testFolder(),
    role: 'alone',
    clock: () => clock.nowMs,
    passwordWork: { cost: 16, blockSize: 1, parallelization: 1 },
    parsesOutputs: true,
    log(_, error) {
      faults.push(error)
      return 'test'
    },
    ...options,
  })
  const signedIn = new Map<Role, Person>()
  const stranger = () => personAt(engine)

  async function as(role: Role): Promise<Person> {
    const known = signedIn.get(role)
    if (known) return known
    const person = stranger()
    if (role === 'administrator') {
      const reply = await person.call('users.setUp', setUp)
      if (!reply.ok) await person.call('users.signIn', { username: role, password: testPassword })
    } else {
      const administrator = await as('administrator')
      await administrator.call('users.add', {
        username: `user-${role}`,
        name: `Người ${role}`,
        role,
        password: testPassword,
      })
      await person.call('users.signIn', { username: `user-${role}`, password: testPassword })
    }
    signedIn.set(role, person)
    return person
  }
  return { engine, clock, stranger, as, faults, close: () => engine.close() }
}

export async function everyRole(test: TestEngine): Promise<Map<Role, Person>> {
  const people = new Map<Role, Person>()
  for (const role of roles) people.set(role, await test.as(role))
  return people
}

/** Somebody at an engine in this thread, who may be signed in already; the runs they start end before they hear. */
export function personAt(engine: OpenEngine, signedIn: string | null = null): Person {
  let session = signedIn
  async function call(operation: string, input: unknown = {}): Promise<Reply> {
    const answer = await dispatch(engine, operation, input, session)
    if (answer.session !== undefined) session = answer.session
    if (answer.job) await runHere(engine, answer.job)
    return answer.reply
  }
  return { call, client: createClient(call) }
}

type Started = Parameters<typeof runJob>[1]

/** The job thread's part, in this thread. */
async function runHere(engine: OpenEngine, started: Started): Promise<void> {
  const exchange = createExchange(engine.dataDir)
  let reached: Reached = { done: 0, total: null }
  const end = await runJob(engine, started, {
    write: (jobId, chunk) => applyChunk(engine, jobId, chunk),
    progress: (_, done, total) => (reached = { done, total }),
    isCancelled: () => false,
    offerFile: exchange.offer,
    openFile: exchange.open,
    pathOfFile: (ticket) => exchange.pathOf(ticket.token),
    proxyFor: () => Promise.resolve(null),
  })
  await endJob(engine, started.id, end, reached)
}

/** Starts a run and hands over how it ended. */
export async function finishedJob(person: Person, operation: string, input: unknown = {}): Promise<JobState> {
  const started = valueOf(await person.call(operation, input)) as { jobId: number }
  return valueOf(await person.call('jobs.job', { id: started.jobId })) as JobState
}

export function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.error)}`)
  return reply.value
}

export function codeOf(reply: Reply): string {
  return reply.ok ? 'ok' : reply.error.code
}

const folders: string[] = []

export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'khosach-test-'))
  folders.push(folder)
  return folder
}

process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

export function writeTestFile(name: string, bytes: string | Uint8Array): string {
  const path = join(testFolder(), name)
  writeFileSync(path, bytes)
  return path
}
