import type { Failure, Grant, Json, Reply } from '../shared/contract.ts'
import { instantAt, isoDateAt } from '../shared/dates.ts'
import type { DoorStanding } from '../shared/lan/contract.ts'
import { authorise, findCaller, type Caller } from './authorise.ts'
import type { Connection, Reader, Writer } from './connection.ts'
import type { CommandContext, PasswordWork } from './context.ts'
import { fail, Refusal, storageFailure } from './failure.ts'
import { createExchange } from './host/exchange.ts'
import { closeEntry, openEntry } from './journal/append.ts'
import { issuesOf, operations, type Operation } from './operations.ts'
import { type Log, noteSlow } from './log.ts'
import type { Remember } from './memory.ts'
import { prepared, theOne } from './prepared.ts'

export type Engine = {
  connection: Connection
  dataDir: string
  clock: () => number
  log: Log
  passwordWork: PasswordWork
  remembered: Remember
  askDoor: () => Promise<DoorStanding | null>
  /** Only tests parse what handlers answer. */
  parsesOutputs: boolean
}

type JobStart = { operation: string; input: Json; userId: number | null }
/** `changes`: the modules to announce as changed at its end. */
export type StartedJob = JobStart & { id: number; changes: readonly string[]; givesWay?: true }

/** A reply and what the door has to do beside handing it over. */
export type Answer = {
  reply: Reply
  /** Present when the person at the door begins or ends a session. */
  session?: string | null
  /** Modules to announce as changed. */
  changes?: readonly string[]
  job?: StartedJob
  cancelled?: number
  /** A seat at the door for other PCs. */
  endedSeat?: string
  /** The folder is to be closed and opened again. */
  opensAnew?: true
}

/** find → validate → authorise → transact → journal → reply; the host announces. */
export async function dispatch(
  engine: Engine,
  name: string,
  input: unknown,
  session: string | null,
): Promise<Answer> {
  const from = performance.now()
  const answer = await answerTo(engine, name, input, session)
  noteSlow(engine.dataDir, name, performance.now() - from)
  return answer
}

async function answerTo(
  engine: Engine,
  name: string,
  input: unknown,
  session: string | null,
): Promise<Answer> {
  try {
    const operation = operations.get(name)
    if (!operation)
      return { reply: refusal({ code: 'unknown_operation', details: { name: String(name).slice(0, 100) } }) }
    const parsed = operation.spec.input.safeParse(input ?? {})
    if (!parsed.success) {
      // Who may not call an operation learns nothing of its input.
      await authoriseFirst(engine, operation.spec.can, session)
      return { reply: refusal({ code: 'invalid_input', details: { issues: issuesOf(parsed.error) } }) }
    }
    if (operation.kind === 'query') return await answerQuery(engine, operation, parsed.data, session)
    return await carryOut(engine, operation, parsed.data, session)
  } catch (error) {
    return { reply: refusal(failureOf(engine, name, error)) }
  }
}

type QueryOperation = Extract<Operation, { kind: 'query' }>
type WriteOperation = Extract<Operation, { kind: 'command' | 'job' }>

async function answerQuery(
  engine: Engine,
  operation: QueryOperation,
  input: unknown,
  session: string | null,
): Promise<Answer> {
  async function run(db: Reader): Promise<unknown> {
    const caller = await findCaller(db, session, engine.clock())
    authorise(operation.spec.can, caller)
    const { isLocked } = caller
    const { remembered, askDoor } = engine
    const { admit: file, offer: bytes } = createExchange(engine.dataDir)
    const handOver = { file, bytes }
    const doors = { askDoor, handOver }
    return operation.run(input, { db, fail, isLocked, remembered, ...doors, ...surroundings(engine, caller) })
  }
  const { db } = engine.connection
  // Outside a transaction each statement takes its turn; within one, a page never mixes two moments.
  const value = await (operation.spec.inPieces ? run(db) : db.transaction().execute(run))
  return { reply: success(engine, operation, value) }
}

async function carryOut(
  engine: Engine,
  operation: WriteOperation,
  input: unknown,
  session: string | null,
): Promise<Answer> {
  const answer: Answer = { reply: { ok: true, value: null } }
  const start = { operation: operation.name, input: input as Json }
  const kept = await engine.connection.db.transaction().execute(async (db) => {
    const caller = await findCaller(db, session, engine.clock())
    authorise(operation.spec.can, caller)
    const { now } = surroundings(engine, caller)
    const userId = caller.actor?.userId ?? null
    const isJournaled = operation.spec.journal !== false
    const lastRowId = isJournaled ? null : await lastJournalRow(db)
    const entry = isJournaled ? await openEntry(db, { at: now, userId, operation: operation.name }) : null
    const refused = await keepingWrites(async () => {
      if (operation.kind === 'job') {
        const { changes = [], unwritten = [], givesWay } = operation.spec
        const written = { ...start, input: without(start.input, unwritten), userId }
        const id = await startJob(db, written, now)
        answer.job = { ...start, id, userId, changes, ...(givesWay ? { givesWay } : {}) }
        answer.reply = { ok: true, value: { jobId: id } }
      } else {
        const context = commandContext(engine, caller, db, answer)
        answer.reply = success(engine, operation, await operation.run(input, context))
      }
    })
    if (entry) await closeEntry(db, entry, { refused: refused?.code ?? null })
    else await requireSilence(db, lastRowId)
    return refused
  })
  const changes = operation.kind === 'job' ? ['jobs'] : (operation.spec.changes ?? [])
  return kept ? { reply: refusal(kept), changes } : { ...answer, changes }
}

/** Rows of a command that has no entry would hang on the last one and break its seal. */
async function requireSilence(db: Writer, lastRowId: number | null): Promise<void> {
  if ((await lastJournalRow(db)) !== lastRowId)
    throw new Error('a command that is not journaled wrote a journaled table')
}

const lastRow = prepared((db: Writer, _: object) =>
  db.selectFrom('journalRow').select((is) => is.fn.max<number | null>('id').as('id')),
)

async function lastJournalRow(db: Writer): Promise<number | null> {
  return theOne(await lastRow(db, {})).id
}

function commandContext(engine: Engine, caller: Caller, db: Writer, answer: Answer): CommandContext<string> {
  return {
    ...surroundings(engine, caller),
    db,
    fail,
    sessionHash: caller.sessionHash,
    passwordWork: engine.passwordWork,
    giveSession: (token) => (answer.session = token),
    cancelJob: (jobId) => (answer.cancelled = jobId),
    endSeat: (seat) => (answer.endedSeat = seat),
    openAnew: () => (answer.opensAnew = true),
  }
}

/** A refusal that keeps its writes must not roll them back, so it leaves the transaction as a value. */
async function keepingWrites(work: () => Promise<void>): Promise<Failure | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Refusal && error.keepsWrites) return error.failure
    throw error
  }
}

function without(input: Json, fields: readonly string[]): Json {
  if (fields.length === 0 || typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).filter(([name]) => !fields.includes(name)))
}

async function startJob(db: Writer, job: JobStart, now: string): Promise<number> {
  const { id } = await db
    .insertInto('job')
    .values({ ...job, input: JSON.stringify(job.input), state: 'running', startedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function authoriseFirst(engine: Engine, can: Grant, session: string | null): Promise<void> {
  authorise(can, await findCaller(engine.connection.db, session, engine.clock()))
}

export function surroundings(engine: Engine, caller: Pick<Caller, 'actor'>) {
  const nowMs = engine.clock()
  return { actor: caller.actor, now: instantAt(nowMs), today: isoDateAt(nowMs), dataDir: engine.dataDir }
}

function success(engine: Engine, operation: Operation, value: unknown): Reply {
  return { ok: true, value: engine.parsesOutputs ? operation.spec.output.parse(value) : value }
}

function refusal(error: Failure): Reply {
  return { ok: false, error }
}

/** What is not a refusal is a fault of ours: its words stay in the log, the page gets the log's number. */
export function failureOf(engine: Pick<Engine, 'log'>, name: string, error: unknown): Failure {
  if (error instanceof Refusal) return error.failure
  const code = storageFailure(error)
  const logId = engine.log(name, error)
  return code ? { code, details: { logId } } : { code: 'internal', details: { logId } }
}
