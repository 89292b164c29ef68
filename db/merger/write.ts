import type { SpecOf } from '../../shared/contracts.ts'
import { sendAhead } from '../ahead.ts'
import { isMatchedDecision } from '../../shared/merger/rules.ts'
import { batchOf, shownOf, type NewTitle } from '../catalogue/index.ts'
import type { Reader, Writer } from '../connection.ts'
import type { ChunkContext, JobHandler } from '../context.ts'
import {
  decidedLines,
  finishRun,
  keepWritten,
  overlayTitles,
  runOfWriting,
  scratchFor,
  type DecidedLine,
} from '../interchange/index.ts'
import { begin, placesOf, type Beginning, type MergerWritten } from './begin.ts'
import {
  addLines,
  closeBooks,
  makeBooks,
  unitBooks,
  unitLines,
  type FormerBook,
  type FormerLine,
} from './books.ts'
import { applyHosts, hostPairs, type HostPair } from './hosts.ts'
import { knownMerger, mergerFolder, mergerOfRun, requireMerger, type MergerRow } from './mergers.ts'
import { requireNumbers } from './numbering.ts'
import { applyPiece, type Piece } from './pieces.ts'
import { applyOpenings, unitOpenings, type FormerOpening } from './openings.ts'
import { requireFreeSites, requireNotMerged, requireOpenDay } from './plan.ts'
import {
  applyIssues,
  applySubscriptions,
  unitIssues,
  unitSubscriptions,
  type FormerIssue,
  type FormerSubscription,
} from './serials.ts'
import { takeBackMerger } from './take-back.ts'
import { openUnit } from './unit.ts'
import { liveCopiesOf } from './unit-copies.ts'
import { dropUnit, unitFile } from './unit-files.ts'
import { besideTitles, unitTitles } from './unit-titles.ts'

type Overlays = Parameters<typeof overlayTitles>[2]
type Chunk =
  | { begin: Beginning }
  | { overlays: [...Overlays] }
  | { piece: Piece }
  | { hosts: HostPair[] }
  | { subscriptions: FormerSubscription[] }
  | { issues: FormerIssue[] }
  | { openings: FormerOpening[] }
  | { books: FormerBook[] }
  | { lines: FormerLine[] }
  | { end: { books: FormerBook[] } }

/** Writes a merger that was read: titles and copies piece by piece, then the books of the former unit. */
export const write: JobHandler<SpecOf<'merger.write'>, Chunk> = {
  leavesRowsFor: (chunk) => 'overlays' in chunk,

  async run({ id }, context) {
    const { db, dataDir, fail } = context
    const merger = await requireMerger(db, { id, states: ['staged'] }, fail)
    await requireNotMerged(db, merger.unitUuid, fail)
    await requireOpenDay(db, merger.mergedOn, fail)
    await requireFreeSites(db, merger.sites, fail)
    await requireNumbers(db, merger, fail)
    const folder = mergerFolder(dataDir, merger.run.stageJobId)
    const unit = openUnit(unitFile(folder), () => fail('file_gone', { name: merger.unitName }))
    try {
      await context.write({ begin: { mergerId: id, places: await placesOf(unit.db) } })
      await writeAll(unit.db, await knownMerger(db, id, fail), context)
    } finally {
      await unit.close()
    }
    dropUnit(folder)
    return { mergerId: id }
  },

  async apply(chunk, context) {
    if ('begin' in chunk) return begin(chunk.begin, context)
    const { db, now } = context
    const merger = await writingMerger(db, context.jobId)
    const { run } = merger
    if ('overlays' in chunk) {
      const { bulk } = await overlayTitles(context, run, chunk.overlays)
      await keepWritten(db, run)
      return { bulk }
    }
    if ('piece' in chunk) return applyPiece(context, merger, chunk.piece)
    if ('hosts' in chunk) return applyHosts(db, run, chunk.hosts)
    if ('subscriptions' in chunk) return applySubscriptions(db, merger, chunk.subscriptions)
    if ('issues' in chunk) return applyIssues(db, merger, chunk.issues)
    if ('openings' in chunk) return applyOpenings(db, merger, chunk.openings)
    const written = run.written as MergerWritten
    if ('books' in chunk) {
      written.bookByFormer = await makeBooks(db, merger.id, chunk.books)
      await keepWritten(db, run)
      return { bulk: { mergerId: merger.id, books: chunk.books.length } }
    }
    const { bookByFormer = {} } = written
    if ('lines' in chunk)
      return { bulk: await addLines(db, { mergerId: merger.id, bookByFormer }, chunk.lines) }
    await closeBooks(db, bookByFormer, { books: chunk.end.books, now })
    return finishRun(run, { skipped: 0 }, context)
  },

  async takeBack(context) {
    const run = await runOfWriting(context.db, context.jobId)
    if (!run || run.state !== 'writing') return false
    if (await takeBackMerger(context, await mergerOfRun(context.db, run.id))) return true
    const { db } = context
    await db
      .updateTable('importRun')
      .set({ state: 'staged', writeJobId: null })
      .where('id', '=', run.id)
      .execute()
    return false
  },
}

type Context = Parameters<typeof write.run>[1]

async function writingMerger(db: Writer, jobId: ChunkContext['jobId']): Promise<MergerRow> {
  const run = await runOfWriting(db, jobId)
  if (!run) throw new Error('a merger that is being written has no run')
  return mergerOfRun(db, run.id)
}

async function writeAll(unit: Reader, merger: MergerRow, context: Context): Promise<void> {
  const { db, dataDir, jobId, progress } = context
  const { titles, copies, lines } = merger.found
  const total = titles + copies + lines
  let done = 0
  const told = (more: number) => progress((done += more), Math.max(total, done))
  const sent = sendAhead(context.write)
  for await (const batch of decidedLines(db, merger.run, unitTitles(unit), scratchFor(dataDir, jobId))) {
    const chunks = await chunksOf(unit, batch, { merger, now: context.now })
    for (const chunk of chunks) await sent.push(chunk)
    told(batch.length + (chunks.at(-1)?.piece?.copies.length ?? 0))
  }
  await sent.end()
  for await (const hosts of hostPairs(unit)) await context.write({ hosts })
  await context.write({ subscriptions: await unitSubscriptions(unit, merger.mergedOn) })
  for await (const issues of unitIssues(unit)) await context.write({ issues })
  await context.write({ openings: await unitOpenings(unit, merger.mergedOn) })
  const books = await unitBooks(unit)
  await context.write({ books })
  for await (const piece of unitLines(unit)) {
    await context.write({ lines: piece })
    told(piece.length)
  }
  await context.write({ end: { books } })
}

type Sent = Chunk & { piece?: Piece }

/** Records that are laid over ours leave rows in the journal, so they go apart from what a digest stands for. */
async function chunksOf(
  unit: Reader,
  lines: readonly DecidedLine[],
  { merger, now }: { merger: MergerRow; now: string },
): Promise<Sent[]> {
  const beside = await besideTitles(
    unit,
    lines.map(({ at }) => at),
  )
  const creates = lines.filter((line) => !isMatchedDecision(line.decision) || line.titleId === null)
  const matched = lines.filter((line) => !creates.includes(line))
  const overlays = matched.filter(({ decision }) => decision === 'overlay')
  const newTitleOf = ({ record, at }: DecidedLine): NewTitle => {
    const known = beside.get(at)
    if (!record || !known) throw new Error(`title ${at} of the unit has no record`)
    const { material, digitalOrigin, classes } = known
    return { ...shownOf(record), material, digitalOrigin, classes, addedOn: merger.mergedOn, record }
  }
  const piece: Piece = {
    batch: batchOf(creates.map(newTitleOf), now),
    creates: creates.map(({ recordId, place, origin, at }) => ({
      recordId,
      place,
      origin,
      formerTitleId: at,
    })),
    matched: matched.map(({ recordId, at, titleId }) => ({
      recordId,
      formerTitleId: at,
      titleId: titleId ?? 0,
    })),
    copies: await liveCopiesOf(
      unit,
      lines.map(({ at }) => at),
    ),
  }
  if (overlays.length === 0) return [{ piece }]
  const slim = overlays.map(({ recordId, titleId, record, origin }) => ({
    recordId,
    titleId,
    record,
    origin,
  }))
  return [{ overlays: slim }, { piece }]
}
