import * as z from 'zod'
import type { MarcRecord, Title } from '../../shared/catalogue/contract.ts'
import { formOf, withFieldByTag } from '../../shared/catalogue/marc-form.ts'
import { missingFields, plainText } from '../../shared/catalogue/marc-merge.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'
import { countBelongings, moveBelongings, returnBelongings, Belongings } from './belongings.ts'
import { keepInStep } from './classes.ts'
import { problemOfMaterial } from './materials.ts'
import { parseRecord, recordOf, setRemoved, writeRecord } from './records.ts'
import { findTitle, requireTitle } from './titles.ts'

export const mergeQueries: Pick<QueriesOf<'catalogue'>, 'previewMerge' | 'merges'> = {
  async previewMerge({ keepId, dropIds }, { db, fail }) {
    const kept = await requireLive(db, keepId, fail)
    const dropped: Title[] = []
    const takenOver: { fromId: number; tag: string; text: string }[] = []
    let record = await recordOf(db, keepId)
    for (const id of dropIds) {
      if (id === keepId) fail('same_title', { id })
      dropped.push(await requireLive(db, id, fail))
      const missing = missingFields(record, await recordOf(db, id))
      takenOver.push(...missing.map((field) => ({ fromId: id, tag: field.tag, text: plainText(field) })))
      record = { ...record, fields: [...record.fields, ...missing] }
    }
    const names = Object.keys(formOf(record)) as (keyof ReturnType<typeof formOf>)[]
    const differing = names.filter((name) =>
      dropped.some((title) => title[name] !== kept[name] && title[name] !== '' && title[name] !== null),
    )
    return { kept, dropped, differing, takenOver, moved: await countBelongings(db, dropIds) }
  },

  async merges({ cursor, limit }, { db, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const rows = await db
      .selectFrom('titleMerge')
      .innerJoin('title as kept', 'kept.id', 'titleMerge.keptId')
      .innerJoin('title as dropped', 'dropped.id', 'titleMerge.droppedId')
      .select(['titleMerge.id', 'keptId', 'kept.title as keptTitle', 'dropped.title as droppedTitle'])
      .select(['madeAt', 'undoneAt'])
      .orderBy('titleMerge.id', 'desc')
      .limit(limit + 1)
      .offset(from)
      .execute()
    return { rows: rows.slice(0, limit), next: rows.length > limit ? String(from + limit) : null }
  },
}

export const mergeCommands: Pick<CommandsOf<'catalogue'>, 'mergeTitles' | 'undoMerge'> = {
  async mergeTitles({ keep, drop, takesOver }, { db, fail, now, today }) {
    await requireLive(db, keep.id, fail)
    let kept = await requireTitle(db, keep, fail)
    const mergeIds: number[] = []
    for (const each of drop) {
      if (each.id === keep.id) fail('same_title', { id: each.id })
      await requireLive(db, each.id, fail)
      const dropped = await requireTitle(db, each, fail)
      await requireRoom(db, { kept, dropped }, fail)
      const done = await mergeOne(db, { kept, dropped, takesOver }, { now, today })
      kept = done.merged
      mergeIds.push(done.id)
    }
    return { ...kept, mergeIds }
  },

  async undoMerge({ ids }, { db, fail, now }) {
    const restored: Title[] = []
    const newestFirst = [...new Set(ids)].toSorted((a, b) => b - a)
    for (const id of newestFirst) restored.push(await undoOne(db, id, { fail, now }))
    return restored
  },
}

async function undoOne(
  db: Writer,
  id: number,
  { fail, now }: { fail: Fail<'merge_not_found' | 'changed_since'>; now: string },
): Promise<Title> {
  const merge = await db
    .selectFrom('titleMerge')
    .selectAll()
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  if (!merge) return fail('merge_not_found', { id })
  const kept = await findTitle(db, merge.keptId)
  if (!kept || kept.rev !== merge.keptRevAfter)
    fail('changed_since', { id: merge.keptId, title: kept?.title ?? '' })
  const before = Before.parse(JSON.parse(merge.before))
  await returnBelongings(db, { fromId: merge.keptId, toId: merge.droppedId, which: before.moved })
  await keepInStep(db, [merge.keptId, merge.droppedId], now)
  const dropped = await findTitle(db, merge.droppedId)
  const back = { id: merge.droppedId, rev: dropped?.rev ?? 1, removedOn: null, mergedIntoId: null }
  const restored = await setRemoved(db, back, { now })
  const { rev } = await writeBack(db, merge.keptId, parseRecord(before.keptMarc), now)
  await db.updateTable('titleMerge').set({ undoneAt: now }).where('id', '=', id).execute()
  // The kept title is again as the merge before this one left it, which may now be taken back in its turn.
  await db
    .updateTable('titleMerge')
    .set({ keptRevAfter: rev })
    .where('keptId', '=', merge.keptId)
    .where('keptRevAfter', '=', before.keptRev)
    .where('undoneAt', 'is', null)
    .execute()
  return restored
}

/** What the title that goes brings along must have room in the one that stays. */
async function requireRoom(
  db: Reader,
  { kept, dropped }: Pick<Pair, 'kept' | 'dropped'>,
  fail: Fail<'material_has_no_copies' | 'material_has_no_issues' | 'material_has_no_articles'>,
): Promise<void> {
  // An article that takes its own journal in would stand in itself.
  const material = kept.hostId === dropped.id ? 'article' : kept.material
  const problem = await problemOfMaterial(db, dropped, material)
  if (problem) fail(problem.code, problem.details)
}

/** What undoing needs: the kept record as it was, and which rows came from the other title. */
const Before = z.object({ keptMarc: z.string(), keptRev: z.int(), moved: Belongings })

type Pair = { kept: Title; dropped: Title; takesOver: boolean }

async function mergeOne(
  db: Writer,
  { kept, dropped, takesOver }: Pair,
  { now, today }: { now: string; today: string },
): Promise<{ merged: Title; id: number }> {
  const record = await recordOf(db, kept.id)
  const moved = await moveBelongings(db, { fromId: dropped.id, toId: kept.id })
  await keepInStep(db, [kept.id, dropped.id], now)
  await setRemoved(
    db,
    { id: dropped.id, rev: dropped.rev + 1, removedOn: today, mergedIntoId: kept.id },
    { now },
  )
  const missing = takesOver ? missingFields(record, await recordOf(db, dropped.id)) : []
  const merged = await writeBack(db, kept.id, missing.reduce(withFieldByTag, record), now)
  const before = { keptMarc: JSON.stringify(record), keptRev: kept.rev, moved }
  const { id } = await db
    .insertInto('titleMerge')
    .values({
      keptId: kept.id,
      droppedId: dropped.id,
      before: JSON.stringify(before),
      keptRevAfter: merged.rev,
      madeAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { merged, id }
}

async function writeBack(db: Writer, id: number, record: MarcRecord, now: string): Promise<Title> {
  const { rev } = await db.selectFrom('title').select('rev').where('id', '=', id).executeTakeFirstOrThrow()
  return writeRecord(db, { id, rev, record }, { now })
}

async function requireLive(db: Reader, id: number, fail: Fail<'title_not_found'>): Promise<Title> {
  const title = await findTitle(db, id)
  return title && title.removedOn === null ? title : fail('title_not_found', { id })
}
