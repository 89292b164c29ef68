import { join } from 'node:path'
import type { Failure, Json } from '../shared/contract.ts'
import type { FileTicket } from '../shared/door.ts'
import { instantAt, isoDateAt } from '../shared/dates.ts'
import { actorOf } from './authorise.ts'
import type { Reader, Writer } from './connection.ts'
import type { ChunkContext, OpenFile } from './context.ts'
import { failureOf, surroundings, type Engine, type StartedJob } from './dispatch.ts'
import { databaseName } from './folder.ts'
import { Cancelled, fail } from './failure.ts'
import { closeEntry, openEntry } from './journal/append.ts'
import { operations, type JobHandlers } from './operations.ts'

/** What the job's thread asks of the others. */
export type JobHooks = {
  write: (jobId: number, chunk: Json) => Promise<void>
  progress: (jobId: number, done: number, total: number | null) => void
  isCancelled: () => boolean
  offerFile: (name: string, bytes: Uint8Array) => Promise<FileTicket>
  openFile: (name: string) => OpenFile
  pathOfFile: (ticket: FileTicket) => string | null
  proxyFor: (url: string) => Promise<string | null>
}
export type JobEnd =
  | { state: 'done'; output: Json }
  | { state: 'failed'; error: Failure }
  | { state: 'cancelled' | 'interrupted' }

function handlersOf(operation: string): JobHandlers {
  const found = operations.get(operation)
  if (found?.kind !== 'job') throw new Error(`${operation} is not a job`)
  return found.job
}

/** Runs on the job thread; never throws. */
export async function runJob(engine: Engine, started: StartedJob, hooks: JobHooks): Promise<JobEnd> {
  const db: Reader = engine.connection.db
  const files = filesOf(hooks)
  const onTheWay = new Set<Promise<void>>()
  async function write(chunk: Json): Promise<void> {
    const writing = hooks.write(started.id, chunk)
    onTheWay.add(writing)
    await writing.finally(() => onTheWay.delete(writing))
  }
  try {
    const operation = operations.get(started.operation)
    const user = await db
      .selectFrom('user')
      .select('role')
      .where('id', '=', started.userId)
      .executeTakeFirst()
    const actor = user && started.userId ? actorOf(started.userId, user.role) : null
    const output = await handlersOf(started.operation).run(started.input, {
      ...surroundings(engine, { actor }),
      db,
      fail,
      jobId: started.id,
      databaseFile: join(engine.dataDir, databaseName),
      write,
      progress(done, total) {
        if (hooks.isCancelled()) throw new Cancelled()
        hooks.progress(started.id, done, total)
      },
      offerFile: hooks.offerFile,
      openFile: files.open,
      pathOfFile: hooks.pathOfFile,
      proxyFor: hooks.proxyFor,
    })
    const parsed = engine.parsesOutputs ? operation?.spec.output.parse(output) : output
    return { state: 'done', output: parsed as Json }
  } catch (error) {
    if (error instanceof Cancelled) return { state: 'cancelled' }
    return { state: 'failed', error: failureOf(engine, started.operation, error) }
  } finally {
    files.dropUnfinished()
    // What is taken back is all there is: nothing is written after the end.
    await Promise.allSettled(onTheWay)
  }
}

/** Whoever opens a file may be stopped between any two rows, so the run looks after what is left open. */
function filesOf(hooks: JobHooks) {
  const unfinished = new Set<OpenFile>()
  return {
    open(name: string): OpenFile {
      const file = hooks.openFile(name)
      unfinished.add(file)
      return {
        ...file,
        async finish() {
          const ticket = await file.finish()
          unfinished.delete(file)
          return ticket
        },
      }
    },
    dropUnfinished: () => unfinished.forEach((file) => file.drop()),
  }
}

/** One chunk, one transaction, one link of the chain. */
export async function applyChunk(engine: Engine, jobId: number, chunk: Json): Promise<void> {
  await engine.connection.db.transaction().execute(async (db) => {
    const job = await db.selectFrom('job').selectAll().where('id', '=', jobId).executeTakeFirstOrThrow()
    if (job.state !== 'running') throw new Cancelled()
    const { leavesRows, leavesRowsFor } = handlersOf(job.operation)
    const isBulk = !(leavesRowsFor ? leavesRowsFor(chunk) : leavesRows)
    await chained(engine, { db, job, isBulk }, async (context, handlers) => {
      if (!handlers.apply) throw new Error(`${job.operation} writes, but has no apply`)
      return handlers.apply(chunk, context)
    })
  })
}

type JobRow = { id: number; operation: string; userId: number | null }

/** Bulk work leaves one link with its digest, and the triggers stay silent; a job that leaves rows lets them write. */
async function chained(
  engine: Engine,
  { db, job, isBulk }: { db: Writer; job: JobRow; isBulk: boolean },
  work: (context: ChunkContext, handlers: JobHandlers) => Promise<{ bulk: Json }>,
): Promise<void> {
  const nowMs = engine.clock()
  const { dataDir } = engine
  const { id: jobId, userId } = job
  const context = { db, now: instantAt(nowMs), today: isoDateAt(nowMs), jobId, userId, dataDir }
  const handlers = handlersOf(job.operation)
  const entry = await openEntry(db, {
    at: context.now,
    userId: job.userId,
    operation: job.operation,
    jobId,
    isBulk,
  })
  const written = await work(context, handlers)
  await closeEntry(db, entry, { bulk: JSON.stringify(written.bulk) })
}

/** How far a run had come. */
export type Reached = { done: number; total: number | null }

/** Ends a run in the books; what an unfinished one wrote is taken back piece by piece first. */
export async function endJob(engine: Engine, jobId: number, end: JobEnd, reached?: Reached): Promise<void> {
  const { db } = engine.connection
  const job = await db.selectFrom('job').selectAll().where('id', '=', jobId).executeTakeFirst()
  if (!job || job.state !== 'running') return
  if (end.state !== 'done') await takeBack(engine, job)
  await db
    .updateTable('job')
    .set({
      ...reached,
      state: end.state,
      output: end.state === 'done' ? JSON.stringify(end.output) : null,
      error: end.state === 'failed' ? JSON.stringify(end.error) : null,
      endedAt: instantAt(engine.clock()),
    })
    .where('id', '=', jobId)
    .execute()
}

async function takeBack(engine: Engine, job: JobRow): Promise<void> {
  const operation = operations.get(job.operation)
  // A run of an older program whose operation is gone has nothing that could be taken back.
  const undo = operation?.kind === 'job' ? operation.job.takeBack : undefined
  let isLeft = undo !== undefined
  const isBulk = operation?.kind === 'job' && operation.job.leavesRows !== true
  while (isLeft) {
    await engine.connection.db.transaction().execute(async (db) => {
      await chained(engine, { db, job, isBulk }, async (context) => {
        isLeft = (await undo?.(context)) ?? false
        return { bulk: { takenBack: true } }
      })
    })
  }
}

/** Runs that a crash cut off are taken back before anyone signs in; one that cannot be must not shut the others out. */
export async function endInterruptedJobs(engine: Engine): Promise<void> {
  const { db } = engine.connection
  const open = await db.selectFrom('job').select(['id', 'operation']).where('state', '=', 'running').execute()
  for (const { id, operation } of open) {
    try {
      await endJob(engine, id, { state: 'interrupted' })
    } catch (error) {
      const { code, details } = failureOf(engine, operation, error)
      if (code !== 'internal') throw error
      const failure = JSON.stringify({ code, details })
      await db.updateTable('job').set({ state: 'failed', error: failure }).where('id', '=', id).execute()
    }
  }
}
