import { sql } from 'kysely'
import type { MarcProblem, MarcRecord, Title, TitleFields } from '../../shared/catalogue/contract.ts'
import { checkRecord } from '../../shared/catalogue/marc-check.ts'
import { normalIsbn, normalIssn } from '../../shared/catalogue/rules.ts'
import type { Details } from '../../shared/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { prepared } from '../prepared.ts'

export type TitleProblem = {
  code:
    | 'duplicate_isbn'
    | 'isbn_invalid'
    | 'issn_invalid'
    | 'year_in_future'
    | 'unknown_language'
    | 'host_not_found'
  details: Details
}
type Checked = Pick<TitleFields, 'isbn' | 'issn' | 'publishedYear' | 'language'>
export type Check = {
  fields: Checked & { hostId: number | null }
  /** What was there before: only what is new is held against anybody. */
  before: (Checked & Pick<Title, 'id' | 'hostId'>) | null
  today: string
  isSameIsbnMeant: boolean
}

/** Why a title may not be saved so; null when it may. */
export async function problemOf(db: Reader, check: Check): Promise<TitleProblem | null> {
  return (
    problemOfNumbers(check) ??
    problemOfYear(check) ??
    (await problemOfLanguage(db, check)) ??
    (await problemOfHost(db, check)) ??
    (check.isSameIsbnMeant ? null : await problemOfTwin(db, check))
  )
}

function numbersIn(text: string): string[] {
  return text
    .split(';')
    .map((number) => number.trim())
    .filter((number) => number !== '')
}

function added(field: 'isbn' | 'issn', { fields, before }: Check): string[] {
  const known = new Set(numbersIn(before?.[field] ?? ''))
  return numbersIn(fields[field]).filter((number) => !known.has(number))
}

function problemOfNumbers(check: Check): TitleProblem | null {
  const isbn = added('isbn', check).find((number) => normalIsbn(number) === null)
  if (isbn !== undefined) return { code: 'isbn_invalid', details: { isbn } }
  const issn = added('issn', check).find((number) => normalIssn(number) === null)
  return issn === undefined ? null : { code: 'issn_invalid', details: { issn } }
}

/** A book may carry next year's imprint; anything later is a slip of the finger. */
function problemOfYear({ fields: { publishedYear }, before, today }: Check): TitleProblem | null {
  if (publishedYear === null || publishedYear === before?.publishedYear) return null
  const latest = Number(today.slice(0, 4)) + 1
  return publishedYear > latest ? { code: 'year_in_future', details: { year: publishedYear, latest } } : null
}

async function problemOfLanguage(db: Reader, { fields, before }: Check): Promise<TitleProblem | null> {
  const { language } = fields
  if (language === before?.language) return null
  const [term] = await languageTerm(db, { code: language })
  return term ? null : { code: 'unknown_language', details: { code: language } }
}

/** An article stands in a journal or a book, neither in itself nor in another article. */
async function problemOfHost(db: Reader, { fields, before }: Check): Promise<TitleProblem | null> {
  const { hostId } = fields
  if (hostId === null || hostId === before?.hostId) return null
  const mayHost = hostId !== before?.id && (await isHost(db, hostId))
  return mayHost ? null : { code: 'host_not_found', details: { id: hostId } }
}

export async function isHost(db: Reader, id: number): Promise<boolean> {
  const host = await db
    .selectFrom('title')
    .select('id')
    .where('id', '=', id)
    .where('removedOn', 'is', null)
    .where('material', '!=', 'article')
    .executeTakeFirst()
  return host !== undefined
}

export async function problemOfTwin(db: Reader, check: Check): Promise<TitleProblem | null> {
  for (const number of added('isbn', check)) {
    const isbn = normalIsbn(number)
    if (isbn === null) continue
    const exceptId = check.before?.id ?? 0
    const [twin] = await liveTitleByIsbn(db, { isbn, exceptId })
    if (twin) return { code: 'duplicate_isbn', details: { id: twin.id, title: twin.title, isbn } }
  }
  return null
}

const liveTitleByIsbn = prepared((db: Reader, { isbn, exceptId }: { isbn: string; exceptId: number }) =>
  db
    .selectFrom(sql<{ isbn: string; titleId: number }>`titleIsbn`.as('number'))
    .innerJoin('title', 'title.id', 'number.titleId')
    .select(['title.id', 'title.title'])
    .where('number.isbn', '=', isbn)
    .where('number.titleId', '!=', exceptId)
    .where('title.removedOn', 'is', null)
    .limit(1),
)

const languageTerm = prepared((db: Reader, { code }: { code: string }) =>
  db.selectFrom('referenceTerm').select('id').where('list', '=', 'language').where('code', '=', code),
)

export function recordErrors(record: MarcRecord): MarcProblem[] {
  return checkRecord(record).filter(({ severity }) => severity === 'error')
}

/**
 * Warnings are for the cataloguer to weigh; errors would make a record that no other program can read. A draft may lack
 * what is still to be filled in.
 */
export function requireSoundRecord(
  record: MarcRecord,
  fail: Fail<'marc_invalid'>,
  { isDraft = false } = {},
): void {
  const errors = recordErrors(record)
    .filter(({ code }) => !(isDraft && code === 'title_missing'))
    .map(({ at, tag, code, detail }) => ({ at, tag, code, detail }))
  const [first] = errors
  if (first) fail('marc_invalid', { tag: first.tag, count: errors.length, problems: errors.slice(0, 20) })
}
