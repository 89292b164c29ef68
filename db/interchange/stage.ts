import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { FileTicket } from '../../shared/door.ts'
import type { RunCounts, RunOptions } from '../../shared/interchange/contract.ts'
import { codesTaken } from '../copies/index.ts'
import type { Reader, Writer } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { insertRows, type Value } from '../insert-rows.ts'
import { journalHead } from '../journal/index.ts'
import { sendRows } from '../ahead.ts'
import { createAssessor, type Assessed } from './assess.ts'
import { createPlaceFinder } from './copy-places.ts'
import { dropKeptFiles, keepFiles, keptFiles, runFolder, scratchFor } from './kept-files.ts'
import { allSeries } from './numbering.ts'
import { lettersOf } from './guess-letters.ts'
import { lettersText } from './letters.ts'
import { readIncoming } from './reading.ts'
import { createPlaceBook } from './place-book.ts'
import { refusing, sourcesOf, type Source } from './sources.ts'
import { countVanished, nothingWritten, requireRun, runOfJob, type RunRow } from './runs.ts'
import { createTally } from './tally.ts'

type Chunk =
  | {
      begin: { options: RunOptions; files: { name: string; size: number; kind: string }[]; encoding: string }
    }
  | { lines: Value[][] }
  | { end: { counts: RunCounts; position: number; againRunId: number | null } }
type Given = { ticket: FileTicket; path: string }

/**
 * Reads a file, says of every record what it is and what would become of it, and changes nothing of the catalogue. The
 * first half of its work is keeping a copy of the file.
 */
export const stage: JobHandler<SpecOf<'interchange.stage'>, Chunk> = {
  async run({ files: tickets, againRunId, ...options }, context) {
    const { db, dataDir, jobId, fail, progress, write } = context
    const folder = runFolder(dataDir, jobId)
    const again =
      againRunId === null ? null : await requireRun(db, { id: againRunId, states: ['staged'] }, fail)
    const given = again ? filesOf(again, context) : givenFiles(tickets, context)
    if (given.length === 0) fail('file_gone', { name: '' })
    const size = given.reduce((sum, { ticket }) => sum + ticket.size, 0)
    const kept = await keepFiles(folder, given, (bytes) => progress(bytes, size * 2))
    const sources = await sourcesOf(kept, fail)
    const files = sources.map(({ name, size: bytes, kind }) => ({ name, size: bytes, kind }))
    const encoding = await refusing(fail, async () => lettersText(await lettersOf(sources, options.profile)))
    await write({ begin: { options, files, encoding } })
    const counts = await refusing(fail, () => readThrough(context, { options, sources, encoding, size }))
    const { position } = await journalHead(db)
    await write({ end: { counts, position, againRunId } })
    if (again) dropKeptFiles(runFolder(dataDir, again.stageJobId))
    progress(size * 2, size * 2)
    const run = await runOfJob(db, jobId)
    return { runId: run.id }
  },

  async apply(chunk, { db, now, jobId, userId }) {
    if ('begin' in chunk) {
      const { options, files, encoding } = chunk.begin
      await db
        .insertInto('importRun')
        .values({
          state: 'reading',
          source: options.profile.source,
          options: JSON.stringify(options),
          files: JSON.stringify(files),
          encoding,
          counts: '{}',
          written: JSON.stringify(nothingWritten),
          position: 0,
          stageJobId: jobId,
          userId,
          startedAt: now,
        })
        .execute()
      return { bulk: { files: files.length } }
    }
    const run = await runOfJob(db, jobId)
    if ('lines' in chunk) {
      const rows = chunk.lines.map((line) => [run.id, ...line])
      await insertRows(db, 'importRecord', ['runId', ...lineColumns], rows)
      return { bulk: { runId: run.id } }
    }
    const { counts, position, againRunId } = chunk.end
    if (againRunId !== null) await takeOver(db, { from: againRunId, to: run.id })
    await db
      .updateTable('importRun')
      .set({ state: 'staged', counts: JSON.stringify(counts), position })
      .where('id', '=', run.id)
      .execute()
    return { bulk: { runId: run.id, records: counts.records } }
  },

  async takeBack({ db, jobId, dataDir }) {
    dropKeptFiles(runFolder(dataDir, jobId))
    await db.deleteFrom('importRun').where('stageJobId', '=', jobId).execute()
    return false
  },
}

type Parts = Pick<Parameters<typeof stage.run>[1], 'dataDir' | 'fail' | 'pathOfFile'>

function givenFiles(tickets: readonly FileTicket[], { fail, pathOfFile }: Parts): Given[] {
  return tickets.map((ticket) => ({
    ticket,
    path: pathOfFile(ticket) ?? fail('file_gone', { name: ticket.name }),
  }))
}

/** The files that a run has kept, as if they were given once more. */
function filesOf({ stageJobId }: RunRow, { dataDir }: Parts): Given[] {
  const kept = keptFiles(runFolder(dataDir, stageJobId))
  return kept.map(({ path, name, size }) => ({ path, ticket: { token: '', name, size } }))
}

/** What was decided of single lines holds on where they are what they were; the run before is no more. */
async function takeOver(db: Writer, { from, to }: { from: number; to: number }): Promise<void> {
  await sql`update importRecord set decision = before.decision
    from importRecord as before
    where importRecord.runId = ${to} and before.runId = ${from} and before.decision is not null
      and before.place = importRecord.place and before.verdict = importRecord.verdict`.execute(db)
  await db.deleteFrom('importRun').where('id', '=', from).execute()
}

/** A record has two copies mostly, and a copy two codes. */
const codeSlots = 1 << 20

/** Lines that one transaction writes. */
const linesAtOnce = 600

type Reading = { options: RunOptions; sources: Source[]; encoding: string; size: number }

async function readThrough(
  { db, dataDir, jobId, progress, write }: Parameters<typeof stage.run>[1],
  { options, sources, encoding, size }: Reading,
): Promise<RunCounts> {
  const scratch = scratchFor(dataDir, jobId)
  const assessor = await createAssessor(db, options, scratch)
  const places = await createPlaceFinder(db, options.profile)
  const codes = createPlaceBook(`${scratch}-codes.db`, codeSlots)
  const tally = createTally(places, await allSeries(db), codes)
  let bytes = 0
  const told = (read: number) => {
    bytes = read
    progress(size + Math.min(read, size), size * 2)
  }
  const sent = sendRows<Value[]>((rows) => write({ lines: rows }), linesAtOnce)
  for await (const batch of readIncoming(sources, { ...options, encoding }, told)) {
    const lines = await assessor.look(batch)
    tally.add(lines, await takenCodes(db, lines))
    await sent.add(lines.map(rowOf))
  }
  await sent.end()
  await assessor.close()
  await codes.close()
  return tally.counts({ bytes, vanished: await countVanished(db, await runOfJob(db, jobId)) })
}

async function takenCodes(db: Reader, lines: readonly Assessed[]): Promise<Set<string>> {
  const codes = lines.flatMap(({ drafts }) =>
    drafts
      .flatMap(({ accessionNumber, barcode }) => [accessionNumber, barcode])
      .filter((code) => code !== ''),
  )
  return codes.length === 0 ? new Set() : codesTaken(db, codes)
}

const lineColumns = [
  'place',
  'file',
  'at',
  'length',
  'verdict',
  'rule',
  'label',
  'copies',
  'problems',
  'titleId',
  'insideOf',
] as const

function rowOf(line: Assessed): Value[] {
  const row = { ...line, copies: line.drafts.length, problems: JSON.stringify(line.problems) }
  return lineColumns.map((column) => row[column])
}
