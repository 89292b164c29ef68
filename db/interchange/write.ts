import type { SpecOf } from '../../shared/contracts.ts'
import type { JobHandler } from '../context.ts'
import { lastClosedYear } from '../closed-year.ts'
import { sendAhead } from '../ahead.ts'
import { applyAdditions, applyCreates, applyOverlays } from './apply.ts'
import { begin, finish, groundOf, type Beginning } from './begin.ts'
import { decidedLines } from './decide.ts'
import { keptFiles, runFolder, scratchFor } from './kept-files.ts'
import { readIncoming } from './reading.ts'
import { gatherPieces, type Piece } from './pieces.ts'
import { openSources } from './sources.ts'
import { requireRun, runOfWriting, vanishedOf } from './runs.ts'
import { removeVanished } from './vanished.ts'
import { takeBackSome } from './take-back.ts'

type Chunk = { begin: Beginning } | Piece | { vanished: number[] } | { end: { skipped: number } }

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
    const sent = sendAhead(context.write)
    const pieces = gatherPieces({ today, now: context.now, effectiveOn: options.effectiveOn })
    for await (const lines of decidedLines(db, run, incoming, scratchFor(dataDir, context.jobId))) {
      skipped += lines.filter(({ decision }) => decision === 'skip').length
      for (const line of lines) pieces.add(line)
      for (const piece of pieces.full()) await sent.push(piece)
    }
    for (const piece of pieces.rest()) await sent.push(piece)
    await sent.end()
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
    const { bulk, titleByPlace } = await applyCreates(context, { run, ground }, chunk.writing)
    const added = await applyAdditions(
      context,
      { run, ground, created: titleByPlace },
      chunk.writing.additions,
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
