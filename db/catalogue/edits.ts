import { sql } from 'kysely'
import type { MarcRecord, Title, TitleEdit } from '../../shared/catalogue/contract.ts'
import { TitleEdit as TitleEditSchema } from '../../shared/catalogue/contract.ts'
import { formOf } from '../../shared/catalogue/marc-form.ts'
import { editTitle, shownPart, type Edited } from '../../shared/catalogue/title-edit.ts'
import { checkRecord } from '../../shared/catalogue/marc-check.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'
import { problemOf } from './checks.ts'
import { problemOfMaterial } from './materials.ts'
import { parseRecord, titleColumns } from './records.ts'
import { selectedIds } from './search.ts'

/** More would be no correction but another catalogue; the answer says to narrow the selection. */
const mostTitles = 20_000
/** A preview that looks at more would keep other readers waiting. */
const mostExamined = 1000
const mostShown = 100

export const editQueries: Pick<QueriesOf<'catalogue'>, 'previewEdit' | 'edits'> = {
  async previewEdit({ selection, edit }, { db, fail, today }) {
    const ids = await editableIds(db, { selection, edit }, fail)
    const outcomes = await editsOf(db, { ids: ids.slice(0, mostExamined), edit, today })
    const told = outcomes.filter((outcome) => outcome.kind !== 'same')
    return {
      count: ids.length,
      examined: outcomes.length,
      changed: outcomes.filter((outcome) => outcome.kind === 'changed').length,
      refused: outcomes.filter((outcome) => outcome.kind === 'refused').length,
      rows: told.slice(0, mostShown).map((outcome) => ({
        id: outcome.title.id,
        title: outcome.title.title,
        before: shownPart(outcome.before, edit),
        after: outcome.kind === 'changed' ? shownPart(outcome.after, edit) : '',
        problem: outcome.kind === 'refused' ? outcome.problem : '',
      })),
    }
  },

  async edits({ cursor, limit }, { db, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const rows = await db
      .selectFrom('titleEdit')
      .leftJoin('user', 'user.id', 'titleEdit.userId')
      .select(['titleEdit.id', 'edit', 'titles', 'user.name as userName', 'madeAt', 'undoneAt'])
      .orderBy('titleEdit.id', 'desc')
      .limit(limit + 1)
      .offset(from)
      .execute()
    return {
      rows: rows
        .slice(0, limit)
        .map((row) => ({ ...row, edit: TitleEditSchema.parse(JSON.parse(row.edit)) })),
      next: rows.length > limit ? String(from + limit) : null,
    }
  },
}

type Asked = { selection: Parameters<typeof selectedIds>[1]; edit: TitleEdit }

export async function editableIds(
  db: Reader,
  { selection, edit }: Asked,
  fail: Fail<'too_many_titles' | 'edit_impossible'>,
): Promise<number[]> {
  const tag = edit.kind === 'add_marc' ? edit.marc.tag : edit.kind === 'remove_marc' ? edit.tag : null
  // Fields that say which record this is, or what the title is called, are not for many records at once.
  if (tag !== null && (tag < '010' || tag === '245')) fail('edit_impossible', { tag })
  if (edit.kind === 'add_marc') {
    const wrong = checkRecord({ leader: '00000nam a2200000 a 4500', fields: [edit.marc] }).find(
      ({ severity, code }) => severity === 'error' && code !== 'title_missing',
    )
    if (wrong) fail('edit_impossible', { tag: edit.marc.tag })
  }
  const ids = await selectedIds(db, selection, { limit: mostTitles + 1 })
  if (ids.length > mostTitles) fail('too_many_titles', { limit: mostTitles })
  return ids
}

type Current = { title: Title; before: Edited }
export type Outcome =
  | (Current & { kind: 'same' })
  | (Current & { kind: 'changed'; after: Edited })
  | (Current & { kind: 'refused'; problem: string })

/** What a change would make of each title, none of it written yet. */
export async function editsOf(
  db: Reader,
  { ids, edit, today }: { ids: readonly number[]; edit: TitleEdit; today: string },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const current of await currentTitles(db, ids)) {
    const { title, before } = current
    const after = editTitle(before, edit)
    if (!after) {
      outcomes.push({ ...current, kind: 'refused', problem: 'edit_impossible' })
      continue
    }
    if (isSame(before, after)) {
      outcomes.push({ ...current, kind: 'same' })
      continue
    }
    const fields = { ...formOf(after.record), hostId: title.hostId }
    const { material } = after.beside
    const problem =
      (material === title.material ? null : await problemOfMaterial(db, title, material)) ??
      (await problemOf(db, { fields, before: title, today, isSameIsbnMeant: true }))
    outcomes.push(
      problem
        ? { ...current, kind: 'refused', problem: problem.code }
        : { ...current, kind: 'changed', after },
    )
  }
  return outcomes
}

async function currentTitles(db: Reader, ids: readonly number[]): Promise<Current[]> {
  const rows = await db
    .selectFrom('title')
    .innerJoin('marcRecord', 'marcRecord.id', 'title.id')
    .select(titleColumns.map((column) => `title.${column}` as const))
    .select('marcRecord.marc')
    .where('title.removedOn', 'is', null)
    .where('title.id', 'in', sql<number>`(select value from json_each(${JSON.stringify(ids)}))`)
    .orderBy('title.id')
    .execute()
  return rows.map(({ marc, ...title }) => {
    const record: MarcRecord = parseRecord(marc)
    return {
      title,
      before: { record, beside: { material: title.material, digitalOrigin: title.digitalOrigin } },
    }
  })
}

function isSame(a: Edited, b: Edited): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
