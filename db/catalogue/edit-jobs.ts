import type { SpecOf } from '../../shared/contracts.ts'
import type { TitleFields } from '../../shared/catalogue/contract.ts'
import type { Writer } from '../connection.ts'
import type { ChunkContext, JobHandler } from '../context.ts'
import { editableIds, editsOf } from './edits.ts'
import { parseRecord, writeRecord } from './records.ts'

const chunkSize = 100

/** A title as the change found it, and as it is to be. */
type Change = { id: number; rev: number; before: string; after: string }
type EditChunk = { edit: string; changes: Change[] }
/** What a former or a new version is kept as: the record, what stands beside it, and which version it was. */
type Version = {
  marc: string
  rev: number
  material: TitleFields['material']
  digitalOrigin: TitleFields['digitalOrigin']
}

export const editTitles: JobHandler<SpecOf<'catalogue.editTitles'>, EditChunk> = {
  leavesRows: true,

  async run({ selection, edit }, { db, fail, today, jobId, write, progress }) {
    const ids = await editableIds(db, { selection, edit }, fail)
    let refused = 0
    for (let from = 0; from < ids.length; from += chunkSize) {
      progress(from, ids.length)
      const outcomes = await editsOf(db, { ids: ids.slice(from, from + chunkSize), edit, today })
      refused += outcomes.filter((outcome) => outcome.kind === 'refused').length
      const changes = outcomes.flatMap((outcome): Change[] =>
        outcome.kind !== 'changed'
          ? []
          : [
              {
                id: outcome.title.id,
                rev: outcome.title.rev,
                before: versionOf(outcome.before, outcome.title.rev),
                after: versionOf(outcome.after, outcome.title.rev + 1),
              },
            ],
      )
      if (changes.length > 0) await write({ edit: JSON.stringify(edit), changes })
    }
    progress(ids.length, ids.length)
    const made = await db
      .selectFrom('titleEdit')
      .select(['id', 'titles'])
      .where('jobId', '=', jobId)
      .executeTakeFirst()
    return { editId: made?.id ?? null, changed: made?.titles ?? 0, refused }
  },

  async apply({ edit, changes }, { db, now, jobId, userId }) {
    const editId = await editOfRun(db, { edit, jobId, userId, now })
    let titles = 0
    for (const { id, rev, before, after } of changes) {
      // Somebody was quicker: their version stays, and the change passes this title by.
      if ((await revOf(db, id)) !== rev) continue
      const written = await writeVersion(db, { id, rev, version: after }, now)
      await db.insertInto('titleEditRow').values({ editId, titleId: id, before, revAfter: written }).execute()
      titles++
    }
    await db
      .updateTable('titleEdit')
      .set((is) => ({ titles: is('titles', '+', titles) }))
      .where('id', '=', editId)
      .execute()
    return { bulk: { editId, titles } }
  },

  async takeBack(context) {
    const { db, jobId, now } = context
    const edit = await db.selectFrom('titleEdit').select('id').where('jobId', '=', jobId).executeTakeFirst()
    if (!edit) return false
    if ((await restore(context, edit.id)) > 0) return true
    await db.updateTable('titleEdit').set({ undoneAt: now }).where('id', '=', edit.id).execute()
    return false
  },
}

export const undoEdit: JobHandler<SpecOf<'catalogue.undoEdit'>, { editId: number; isLast: boolean }> = {
  leavesRows: true,

  async run({ id }, { db, fail, write, progress }) {
    const edit = await db.selectFrom('titleEdit').select('undoneAt').where('id', '=', id).executeTakeFirst()
    if (!edit) return fail('edit_not_found', { id })
    if (edit.undoneAt !== null) fail('edit_undone', { id, undoneAt: edit.undoneAt })
    const kept = db
      .selectFrom('titleEditRow')
      .select((is) => is.fn.countAll<number>().as('count'))
      .where('editId', '=', id)
    const { count } = await kept.executeTakeFirstOrThrow()
    for (let from = 0; from < count; from += chunkSize) {
      progress(from, count)
      await write({ editId: id, isLast: from + chunkSize >= count })
    }
    progress(count, count)
    const { count: left } = await kept.executeTakeFirstOrThrow()
    return { undone: count - left, left }
  },

  async apply({ editId, isLast }, context) {
    const restored = await restore(context, editId)
    if (isLast) {
      await context.db
        .updateTable('titleEdit')
        .set({ undoneAt: context.now })
        .where('id', '=', editId)
        .execute()
    }
    return { bulk: { editId, restored } }
  },
}

/** Gives titles their former records again, unless they were changed since; what is restored needs no keeping. */
async function restore({ db, now }: ChunkContext, editId: number): Promise<number> {
  const rows = await db
    .selectFrom('titleEditRow')
    .innerJoin('title', (join) =>
      join.onRef('title.id', '=', 'titleId').onRef('title.rev', '=', 'revAfter').on('removedOn', 'is', null),
    )
    .select(['titleEditRow.id', 'titleId', 'before', 'revAfter'])
    .where('editId', '=', editId)
    .orderBy('titleEditRow.id')
    .limit(chunkSize)
    .execute()
  for (const { id, titleId, before, revAfter } of rows) {
    const restored = await writeVersion(db, { id: titleId, rev: revAfter, version: before }, now)
    await db.deleteFrom('titleEditRow').where('id', '=', id).execute()
    // The title is again as the edit before this one left it, which may now be taken back in its turn.
    await db
      .updateTable('titleEditRow')
      .set({ revAfter: restored })
      .where('titleId', '=', titleId)
      .where('revAfter', '=', readVersion(before).rev)
      .execute()
  }
  return rows.length
}

type Edited = { record: object; beside: Pick<Version, 'material' | 'digitalOrigin'> }

function versionOf({ record, beside }: Edited, rev: number): string {
  return JSON.stringify({ marc: JSON.stringify(record), rev, ...beside } satisfies Version)
}

function readVersion(text: string): Version {
  return JSON.parse(text) as Version
}

async function writeVersion(
  db: Writer,
  { id, rev, version }: { id: number; rev: number; version: string },
  now: string,
): Promise<number> {
  const { marc, material, digitalOrigin } = readVersion(version)
  const extra = { material, digitalOrigin }
  const title = await writeRecord(db, { id, rev, record: parseRecord(marc), extra }, { now })
  return title.rev
}

async function revOf(db: Writer, id: number): Promise<number | undefined> {
  const title = await db
    .selectFrom('title')
    .select('rev')
    .where('id', '=', id)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
  return title?.rev
}

async function editOfRun(
  db: Writer,
  { edit, jobId, userId, now }: { edit: string; jobId: number; userId: number | null; now: string },
): Promise<number> {
  const begun = await db.selectFrom('titleEdit').select('id').where('jobId', '=', jobId).executeTakeFirst()
  if (begun) return begun.id
  const { id } = await db
    .insertInto('titleEdit')
    .values({ edit, jobId, userId, titles: 0, madeAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
