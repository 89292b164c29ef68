import type { TitleFields } from '../../shared/catalogue/contract.ts'
import { normalIsbn, searchForms } from '../../shared/catalogue/rules.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { isbnIsGiven } from './search.ts'
import { titleColumns } from './titles.ts'

type TitleError = 'duplicate_isbn' | 'isbn_invalid' | 'year_in_future' | 'unknown_language'

export const commands: CommandsOf<'catalogue'> = {
  async addTitle({ addedOn, ...fields }, { db, fail, now, today }) {
    if (addedOn && addedOn > today) fail('added_in_future', { addedOn })
    const checked = await checkFields(fields, { db, fail, today })
    return db
      .insertInto('title')
      .values({
        ...checked,
        ...searchForms(checked.title),
        addedOn: addedOn ?? today,
        createdAt: now,
        updatedAt: now,
      })
      .returning(titleColumns)
      .executeTakeFirstOrThrow()
  },

  async updateTitle({ id, rev, ...fields }, { db, fail, now, today }) {
    const before = await requireRev(db, { id, rev }, fail)
    const checked = await checkFields(fields, { db, fail, today, id })
    // Saving what is there already is no change: no new version, no line in the history.
    if (fieldNames(checked).every((field) => checked[field] === before[field])) return before
    return change(db, { id, rev }, { ...checked, ...searchForms(checked.title), updatedAt: now })
  },

  async removeTitle({ id, rev }, { db, fail, now, today }) {
    await requireRev(db, { id, rev }, fail)
    return change(db, { id, rev }, { removedOn: today, updatedAt: now })
  },

  async restoreTitle({ id, rev }, { db, fail, now }) {
    const title = await requireRev(db, { id, rev }, fail)
    await requireFreeIsbn(db, title.isbn, id, fail)
    return change(db, { id, rev }, { removedOn: null, updatedAt: now })
  },
}

type Version = { id: number; rev: number }

async function requireRev(db: Writer, { id, rev }: Version, fail: Fail<'title_not_found'>) {
  const title = await db.selectFrom('title').select(titleColumns).where('id', '=', id).executeTakeFirst()
  if (!title) return fail('title_not_found', { id })
  if (title.rev !== rev) fail('stale', { id, rev: title.rev })
  return title
}

function change(
  db: Writer,
  { id, rev }: Version,
  values: Partial<TitleFields> & { updatedAt: string; removedOn?: string | null },
) {
  return db
    .updateTable('title')
    .set({ ...values, rev: rev + 1 })
    .where('id', '=', id)
    .returning(titleColumns)
    .executeTakeFirstOrThrow()
}

async function checkFields(
  fields: TitleFields,
  { db, fail, today, id }: { db: Writer; fail: Fail<TitleError>; today: string; id?: number },
): Promise<TitleFields> {
  const isbn =
    fields.isbn === '' ? '' : (normalIsbn(fields.isbn) ?? fail('isbn_invalid', { isbn: fields.isbn }))
  // A book may carry next year's imprint; anything later is a slip of the finger.
  if (fields.publishedYear !== null && fields.publishedYear > Number(today.slice(0, 4)) + 1) {
    fail('year_in_future', { year: fields.publishedYear })
  }
  await requireFreeIsbn(db, isbn, id ?? 0, fail)
  await requireLanguage(db, fields.language, fail)
  return { ...fields, isbn }
}

async function requireFreeIsbn(
  db: Writer,
  isbn: string,
  id: number,
  fail: Fail<'duplicate_isbn'>,
): Promise<void> {
  if (isbn === '') return
  const twin = await db
    .selectFrom('title')
    .select(['id', 'title'])
    .where('isbn', '=', isbn)
    .where(isbnIsGiven)
    .where('id', '!=', id)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
  if (twin) fail('duplicate_isbn', { id: twin.id, title: twin.title, isbn })
}

async function requireLanguage(db: Writer, code: string, fail: Fail<'unknown_language'>): Promise<void> {
  const term = await db
    .selectFrom('referenceTerm')
    .select('id')
    .where('list', '=', 'language')
    .where('code', '=', code)
    .executeTakeFirst()
  if (!term) fail('unknown_language', { code })
}

function fieldNames(fields: TitleFields): (keyof TitleFields)[] {
  return Object.keys(fields) as (keyof TitleFields)[]
}
