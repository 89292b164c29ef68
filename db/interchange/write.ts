import type { SpecOf } from '../../shared/contracts.ts'
import type { JobHandler } from '../context.ts'
import { lastClosedYear } from '../closed-year.ts'
import { materialOf } from '../../shared/catalogue/rules.ts'
import { batchOf, shownOf, type NewTitle } from '../catalogue/index.ts'
import { applyAdditions, applyCreates, applyOverlays, type Overlay, type Writing } from './apply.ts'
import { begin, finish, groundOf, type Beginning } from './begin.ts'
import { decidedLines, type DecidedLine } from './decide.ts'
import { keptFiles, runFolder, scratchFor } from './kept-files.ts'
import { readIncoming } from './reading.ts'
import { openSources } from './sources.ts'
import { requireRun, runOfWriting, vanishedOf } from './runs.ts'
import { removeVanished } from './vanished.ts'
import { takeBackSome } from './take-back.ts'

type Chunk =
  | { begin: Beginning }
  | { pieces: Writing }
  | { overlays: Overlay[] }
  | { vanished: number[] }
  | { end: { skipped: number } }

/** What of a piece one transaction takes. */
const piecesAtOnce = 500

/** Writes a staged run: the same file is read once more, and every record goes the way that was decided. */
export const write: JobHandler<SpecOf<'interchange.write'>, Chunk> = {
  leavesRowsFor: (chunk) => 'overlays' in chunk || 'vanished' in chunk,

  async run({ id, removesVanished }, context) {
    const { db, dataDir, fail, progress, today } = context
    const run = await requireRun(db, { id, states: ['staged'] }, fail)
    const { options, encoding } = run
    const year = Number(options.effectiveOn.slice(0, 4))
    if (!options.isOpening && year <= (await lastClosedYear(db))) fail('year_is_closed', { year })
    const files = keptFiles(runFolder(dataDir, run.stageJobId))
    if (files.length === 0) fail('file_gone', { name: '' })
    const size = files.reduce((sum, file) => sum + file.size, 0)
    // What was read when the run was staged is read again; a kept copy that has become unreadable is lost.
    const sources = await openSources(files).catch(() => fail('file_gone', { name: files[0]?.name ?? '' }))
    await context.write({ begin: { runId: id } })
    const incoming = readIncoming(sources, { ...options, encoding }, (bytes) =>
      progress(Math.min(bytes, size), size),
    )
    let skipped = 0
    let written: Promise<void> = Promise.resolve()
    for await (const lines of decidedLines(db, run, incoming, scratchFor(dataDir, context.jobId))) {
      skipped += lines.filter(({ decision }) => decision === 'skip').length
      const chunks = chunksOf(lines, { today, now: context.now, effectiveOn: options.effectiveOn })
      await written
      written = writeAll(chunks, context.write)
    }
    await written
    if (removesVanished && options.kind === 'refresh') {
      const rows = await vanishedOf(db, run).select('title.id').execute()
      const ids = rows.map((row) => row.id)
      for (let from = 0; from < ids.length; from += piecesAtOnce)
        await context.write({ vanished: ids.slice(from, from + piecesAtOnce) })
    }
    await context.write({ end: { skipped } })
    progress(size, size)
    return { runId: id }
  },

  async apply(chunk, context) {
    if ('begin' in chunk) return begin(chunk.begin, context)
    const run = await runOfWriting(context.db, context.jobId)
    if (!run) throw new Error('a run that is being written has no row')
    if ('end' in chunk) return finish(run, chunk.end, context)
    if ('vanished' in chunk) return removeVanished(run, chunk.vanished, context)
    const ground = await groundOf(context.db, run, context.today)
    if ('overlays' in chunk) return applyOverlays(context, { run, ground }, chunk.overlays)
    const { bulk, titleByPlace } = await applyCreates(context, { run, ground }, chunk.pieces)
    const added = await applyAdditions(
      context,
      { run, ground, created: titleByPlace },
      chunk.pieces.additions,
    )
    return { bulk: { ...bulk, added } }
  },

  async takeBack(context) {
    const run = await runOfWriting(context.db, context.jobId)
    if (!run || run.state !== 'writing') return false
    if (await takeBackSome(context, run)) return true
    const { db } = context
    await db
      .updateTable('importRun')
      .set({ state: 'staged', writeJobId: null })
      .where('id', '=', run.id)
      .execute()
    return false
  },
}

async function writeAll(chunks: readonly Chunk[], send: (chunk: Chunk) => Promise<void>): Promise<void> {
  for (const chunk of chunks) await send(chunk)
}

type Moment = { today: string; now: string; effectiveOn: string }

/** A title counts from the day its first copy came in; one without copies from the day of the run. */
function newTitleOf({ record, drafts }: DecidedLine, { today, effectiveOn }: Moment): NewTitle {
  if (record === null) throw new Error('a line without a record is never created')
  const days = drafts.flatMap(({ accessionedOn }) =>
    accessionedOn && accessionedOn <= today ? [accessionedOn] : [],
  )
  const addedOn = [...days, ...(days.length === 0 ? [effectiveOn] : [])].toSorted()[0] ?? effectiveOn
  return { ...shownOf(record), material: materialOf(record), digitalOrigin: null, addedOn, record }
}

/** Overlays leave rows in the journal, so they go apart from what a digest stands for. */
function chunksOf(lines: readonly DecidedLine[], moment: Moment): Chunk[] {
  const creates = lines.filter((line) => line.decision === 'create')
  const additions = lines.filter((line) => line.decision === 'copies')
  const overlays = lines.filter((line) => line.decision === 'overlay')
  const chunks: Chunk[] = []
  if (creates.length + additions.length > 0) {
    const writing: Writing = {
      batch: batchOf(
        creates.map((line) => newTitleOf(line, moment)),
        moment.now,
      ),
      creates: creates.map(({ recordId, place, origin, drafts }) => ({ recordId, place, origin, drafts })),
      additions: additions.map(({ recordId, place, titleId, insideOf, drafts }) => ({
        recordId,
        place,
        titleId,
        insideOf,
        drafts,
      })),
    }
    chunks.push({ pieces: writing })
  }
  if (overlays.length > 0) {
    const slim = overlays.map(({ recordId, titleId, record, origin, drafts }) => ({
      recordId,
      titleId,
      record,
      origin,
      drafts,
    }))
    chunks.push({ overlays: slim })
  }
  return chunks
}
