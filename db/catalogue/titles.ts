import type { Material, Title } from '../../shared/catalogue/contract.ts'
import { checkRecord } from '../../shared/catalogue/marc-check.ts'
import {
  emptyRecord,
  enteredOn,
  materialOf,
  withMaterial,
  type RecordFields,
} from '../../shared/catalogue/marc-form.ts'
import type { MarcRecord } from '../../shared/catalogue/marc.ts'
import type { Reader } from '../connection.ts'
import type { CommandContext, CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { copyCounts } from '../copies/index.ts'
import { prepared } from '../prepared.ts'
import {
  isHost,
  problemOf,
  problemOfTwin,
  requireSoundRecord,
  type Check,
  type TitleProblem,
} from './checks.ts'
import { throughForm } from './lens.ts'
import { articlesIn, problemOfMaterial } from './materials.ts'
import { insertRecord, recordOf, setRemoved, shownOf, titleColumns, writeRecord } from './records.ts'

export const titleQueries: Pick<QueriesOf<'catalogue'>, 'title' | 'record'> = {
  async title({ id }, { db, fail }) {
    return (await findTitle(db, id)) ?? fail('title_not_found', { id })
  },

  async record({ id }, { db, fail }) {
    const title = await findTitle(db, id)
    if (!title) return fail('title_not_found', { id })
    const record = await recordOf(db, id)
    const problems = checkRecord(record, { languages: await languageCodes(db) })
    return { id, rev: title.rev, record, problems }
  },
}

type TitleVerb = 'addTitle' | 'updateTitle' | 'saveRecord' | 'removeTitle' | 'restoreTitle'

export const titleCommands: Pick<CommandsOf<'catalogue'>, TitleVerb> = {
  async addTitle({ addedOn, record: brought, hostId, isSameIsbnMeant, ...fields }, context) {
    const { db, fail, today, now } = context
    const { material, digitalOrigin, ...form } = fields
    if (addedOn && addedOn > today) fail('added_in_future', { addedOn })
    if (brought) requireSoundRecord(brought, fail, { isDraft: true })
    const record = throughForm(brought ? enteredOn(brought, today) : emptyRecord(material, today), form, fail)
    await requireNoProblem(context, { fields: { ...shownOf(record), hostId }, before: null, isSameIsbnMeant })
    const extra = { material, digitalOrigin, hostId, addedOn: addedOn ?? today }
    return insertRecord(db, { record, extra }, { now })
  },

  async updateTitle({ id, rev, addedOn, hostId, isSameIsbnMeant, ...fields }, context) {
    const { db, fail, today, now } = context
    const { material, digitalOrigin, ...form } = fields
    const before = await requireTitle(db, { id, rev }, fail)
    if (addedOn && addedOn > today) fail('added_in_future', { addedOn })
    const old = await recordOf(db, id)
    await requireFittingMaterial(context, before, material)
    const base = before.material === material ? old : withMaterial(old, material)
    const record = throughForm(base, changedOnly(form, before, shownOf(base)), fail)
    await requireNoProblem(context, { fields: { ...shownOf(record), hostId }, before, isSameIsbnMeant })
    const extra = { material, digitalOrigin, hostId, addedOn: addedOn ?? before.addedOn }
    // Saving what is there already is no change: no new version, no line in the history.
    if (isSame(record, old) && isPartOf(extra, before)) return before
    return writeRecord(db, { id, rev, record, extra }, { now })
  },

  async saveRecord({ id, rev, record, isSameIsbnMeant }, context) {
    const { db, fail, today, now } = context
    const before = await requireTitle(db, { id, rev }, fail)
    const old = await recordOf(db, id)
    if (isSame(record, old)) return before
    requireSoundRecord(record, fail)
    // The specialist's word stands; only a number that is another title's is asked about.
    const fields = { ...shownOf(record), hostId: before.hostId }
    const twin = isSameIsbnMeant ? null : await problemOfTwin(db, { fields, before, today, isSameIsbnMeant })
    if (twin) fail('duplicate_isbn', twin.details)
    const [was, is] = [materialOf(old), materialOf(record)]
    if (was !== is) await requireFittingMaterial(context, before, is)
    return writeRecord(db, { id, rev, record, extra: was === is ? {} : { material: is } }, { now })
  },

  async removeTitle({ id, rev }, { db, fail, now, today }) {
    const title = await requireTitle(db, { id, rev }, fail)
    if (title.removedOn !== null) return title
    const { all } = await copyCounts(db, id)
    if (all > 0) fail('title_has_copies', { copies: all, title: title.title })
    const articles = await articlesIn(db, id)
    if (articles > 0) fail('title_has_articles', { articles, title: title.title })
    return setRemoved(db, { id, rev, removedOn: today, mergedIntoId: null }, { now })
  },

  async restoreTitle({ id, rev }, { db, fail, now }) {
    const title = await requireTitle(db, { id, rev }, fail)
    if (title.removedOn === null) return title
    if (title.mergedIntoId !== null) {
      const kept = await findTitle(db, title.mergedIntoId)
      fail('title_was_merged', { intoId: title.mergedIntoId, title: kept?.title ?? '' })
    }
    const { hostId } = title
    if (hostId !== null && !(await isHost(db, hostId))) fail('host_not_found', { id: hostId })
    return setRemoved(db, { id, rev, removedOn: null, mergedIntoId: null }, { now })
  },
}

/** A title may have been stored when the form showed less of its record: what was not changed since then stays. */
function changedOnly(form: RecordFields, before: Title, shown: RecordFields): RecordFields {
  const names = Object.keys(form) as (keyof RecordFields)[]
  const same = names.filter((name) => form[name] === before[name])
  return { ...form, ...Object.fromEntries(same.map((name) => [name, shown[name]])) }
}

const titleById = prepared((db: Reader, { id }: { id: number }) =>
  db.selectFrom('title').select(titleColumns).where('id', '=', id),
)

export async function findTitle(db: Reader, id: number): Promise<Title | undefined> {
  return (await titleById(db, { id }))[0]
}

/** The title as it is, provided the caller has seen this version of it. */
export async function requireTitle(
  db: Reader,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'title_not_found'>,
): Promise<Title> {
  const title = await findTitle(db, id)
  if (!title) return fail('title_not_found', { id })
  if (title.rev !== rev) fail('stale', { id, rev: title.rev })
  return title
}

type Problems = TitleProblem['code']

async function requireNoProblem(
  { db, fail, today }: Pick<CommandContext<Problems>, 'db' | 'fail' | 'today'>,
  check: Omit<Check, 'today'>,
): Promise<void> {
  const problem = await problemOf(db, { ...check, today })
  if (problem) fail(problem.code, problem.details)
}

async function requireFittingMaterial(
  {
    db,
    fail,
  }: {
    db: Reader
    fail: Fail<'material_has_no_copies' | 'material_has_no_issues' | 'material_has_no_articles'>
  },
  title: Title,
  material: Material,
): Promise<void> {
  if (title.material === material) return
  const problem = await problemOfMaterial(db, title, material)
  if (problem) fail(problem.code, problem.details)
}

async function languageCodes(db: Reader): Promise<ReadonlySet<string>> {
  const terms = await db.selectFrom('referenceTerm').select('code').where('list', '=', 'language').execute()
  return new Set(terms.map((term) => term.code))
}

/** Titles in stock on a day: added by then and not removed until after it. */
export async function titleIdsOn(db: Reader, day: string): Promise<number[]> {
  const rows = await db
    .selectFrom('title')
    .select('id')
    .where('addedOn', '<=', day)
    .where((is) => is.or([is('removedOn', 'is', null), is('removedOn', '>', day)]))
    .execute()
  // Sorted here: SQLite, asked to sort, would read the whole table by key instead of the one narrow index.
  return rows.map((row) => row.id).toSorted((a, b) => a - b)
}

function isSame(a: MarcRecord, b: MarcRecord): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function isPartOf(part: Partial<Title>, whole: Title): boolean {
  return Object.entries(part).every(([field, value]) => whole[field as keyof Title] === value)
}
