import { sql } from 'kysely'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import type { CopyDraft } from '../../shared/interchange/contract.ts'
import { insertBatch, recordOf, writeRecord, type TitleBatch } from '../catalogue/index.ts'
import type { Writer } from '../connection.ts'
import type { ChunkContext } from '../context.ts'
import { enterCopies, insertCopies, lineYear } from '../copies/index.ts'
import type { Line } from './assess.ts'
import { keepWritten, voucherFor } from './begin.ts'
import { copyRows, sourceOf, type Ground, type TitledDraft } from './copy-rows.ts'
import { mergedRecord } from './overlay.ts'
import type { RunRow } from './runs.ts'

type Origin = Line['origin']
export type Creation = { recordId: number; place: number; origin: Origin; drafts: CopyDraft[] }
/** Copies for a title that is there: one of the catalogue, or the one a record further up became. */
export type Addition = {
  recordId: number
  place: number
  titleId: number | null
  insideOf: number | null
  drafts: CopyDraft[]
}
export type Overlay = {
  recordId: number
  titleId: number | null
  record: MarcRecord | null
  origin: Origin
  drafts: CopyDraft[]
}
export type Writing = { batch: TitleBatch; creates: Creation[]; additions: Addition[] }
type On = { run: RunRow; ground: Ground }

/** New titles of a run without their copies; answers what each place of the run became. */
export async function createTitles(
  { db }: Pick<ChunkContext, 'db'>,
  run: RunRow,
  { batch, creates }: { batch: TitleBatch; creates: readonly Omit<Creation, 'drafts'>[] },
) {
  const titleByPlace = new Map<number, number>()
  if (creates.length === 0) return { bulk: null, titleByPlace }
  const { bulk } = await insertBatch(db, batch)
  for (const [at, { place }] of creates.entries()) titleByPlace.set(place, bulk.firstId + at)
  const pairs = JSON.stringify(creates.map(({ recordId }, at) => [recordId, bulk.firstId + at]))
  await sql`update importRecord set titleId = made.value ->> 1, revAfter = 1
    from json_each(${pairs}) as made where importRecord.id = made.value ->> 0`.execute(db)
  await keepOrigins(
    db,
    run.id,
    creates.map(({ origin }, at) => ({ titleId: bulk.firstId + at, origin })),
  )
  run.written.created += creates.length
  return { bulk, titleByPlace }
}

export async function applyCreates(context: ChunkContext, on: On, { batch, creates }: Writing) {
  const { run } = on
  const { bulk, titleByPlace } = await createTitles(context, run, { batch, creates })
  if (bulk === null) return { bulk: { runId: run.id }, titleByPlace }
  const drafts = creates.flatMap(({ drafts: own }, at) =>
    own.map((draft): TitledDraft => ({ titleId: bulk.firstId + at, draft })),
  )
  const copies = await addCopies(context, on, drafts)
  await keepWritten(context.db, run)
  return { bulk: { runId: run.id, ...bulk, copies }, titleByPlace }
}

/** One after another, since a record may repeat one that repeats another itself. */
export async function applyAdditions(
  context: ChunkContext,
  { run, ground, created }: On & { created: Map<number, number> },
  additions: readonly Addition[],
) {
  if (additions.length === 0) return null
  const { db } = context
  const earlier = additions.flatMap(({ insideOf }) => (insideOf === null ? [] : [insideOf]))
  const titleByPlace = new Map([...(await titlesAt(db, run.id, earlier)), ...created])
  const drafts: TitledDraft[] = []
  const found: [number, number][] = []
  for (const { recordId, place, titleId, insideOf, drafts: own } of additions) {
    const target = titleId ?? (insideOf === null ? undefined : titleByPlace.get(insideOf))
    if (target === undefined) continue
    titleByPlace.set(place, target)
    found.push([recordId, target])
    drafts.push(...own.map((draft) => ({ titleId: target, draft })))
  }
  await sql`update importRecord set titleId = found.value ->> 1 from json_each(${JSON.stringify(found)}) as found
    where importRecord.id = found.value ->> 0`.execute(db)
  const copies = await addCopies(context, { run, ground }, drafts)
  await keepWritten(db, run)
  return { records: found.length, copies }
}

/** Records laid over titles that are here, without their copies; those that somebody has taken out since are left. */
export async function overlayTitles(
  { db, now }: Pick<ChunkContext, 'db' | 'now'>,
  run: RunRow,
  overlays: readonly Omit<Overlay, 'drafts'>[],
) {
  const laid = new Set<number>()
  let overlaid = 0
  for (const { recordId, titleId, record, origin } of overlays) {
    if (titleId === null || record === null) continue
    const title = await db
      .selectFrom('title')
      .select(['id', 'rev', 'removedOn'])
      .where('id', '=', titleId)
      .executeTakeFirst()
    if (!title || title.removedOn !== null) continue
    const before = await recordOf(db, titleId)
    const after = mergedRecord(before, record, run.options.profile.localTags)
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      const { rev } = await writeRecord(db, { id: titleId, rev: title.rev, record: after }, { now })
      await db
        .updateTable('importRecord')
        .set({ before: JSON.stringify(before), revAfter: rev })
        .where('id', '=', recordId)
        .execute()
      overlaid += 1
    }
    await keepOrigins(db, run.id, [{ titleId, origin }])
    laid.add(titleId)
  }
  run.written.overlaid += overlaid
  return { bulk: { runId: run.id, overlaid }, laid }
}

export async function applyOverlays(context: ChunkContext, on: On, overlays: readonly Overlay[]) {
  const { run } = on
  const { bulk, laid } = await overlayTitles(context, run, overlays)
  const drafts = overlays.flatMap(({ titleId, drafts: own }) =>
    titleId !== null && laid.has(titleId) ? own.map((draft): TitledDraft => ({ titleId, draft })) : [],
  )
  const copies = await addCopies(context, on, drafts)
  await keepWritten(context.db, run)
  return { bulk: { ...bulk, copies } }
}

async function addCopies(context: ChunkContext, { run, ground }: On, drafts: readonly TitledDraft[]) {
  if (drafts.length === 0) return null
  const { db, today } = context
  for (const source of new Set(drafts.map(({ draft }) => sourceOf(draft))))
    await voucherFor(context, run, source)
  const { rows } = await copyRows(db, drafts, { ...ground, voucherBySource: run.written.voucherBySource })
  if (rows.length === 0) return null
  const { firstId, lastId, digest } = await insertCopies(db, rows)
  const { isOpening, effectiveOn } = run.options
  const year = await lineYear(db, { receivedOn: effectiveOn, isOpening }, today)
  const ids = rows.map((_, at) => firstId + at)
  const lines = await enterCopies(db, ids, year, today)
  run.written.copies += rows.length
  return { firstId, lastId, digest, lines: lines.digest }
}

async function titlesAt(db: Writer, runId: number, places: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ place: number; titleId: number }>`
    select place, titleId from json_each(${JSON.stringify(places)}) as wanted
    cross join importRecord on runId = ${runId} and place = wanted.value
    where titleId is not null`.execute(db)
  return new Map(rows.map(({ place, titleId }) => [place, titleId]))
}

async function keepOrigins(
  db: Writer,
  runId: number,
  origins: readonly { titleId: number; origin: Origin }[],
): Promise<void> {
  const rows = origins.flatMap(({ titleId, origin }) =>
    origin ? [[titleId, origin.source, origin.controlNumber, origin.hash]] : [],
  )
  await sql`insert into titleOrigin (titleId, source, controlNumber, hash, runId)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, ${runId} from json_each(${JSON.stringify(rows)}) where true
    on conflict (titleId, source) do update
      set controlNumber = excluded.controlNumber, hash = excluded.hash, runId = excluded.runId`.execute(db)
}
