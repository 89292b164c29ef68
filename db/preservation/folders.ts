import { isAbsolute, normalize } from 'node:path'
import { sql } from 'kysely'
import { gapsIn } from '../../shared/preservation/naming.ts'
import { fileProblems, type FileProblem } from '../../shared/preservation/rules.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'
import { requireJob } from '../digitization/index.ts'
import type { Fail } from '../failure.ts'
import { readFolders, requireFolder } from './folder-rows.ts'
import { countTexts, readTextRule } from './text-rows.ts'

const mostGaps = 100

export const folderQueries: Pick<QueriesOf<'preservation'>, 'folders' | 'folder'> = {
  async folders({ jobId, titleId, view, cursor, limit }, { db, fail }) {
    const before = readCursor(cursor, idCursor, fail)
    const conditions = [
      ...(before === null ? [] : [sql`folder.id < ${before}`]),
      ...(jobId === null ? [] : [sql`folder.jobId = ${jobId}`]),
      ...(titleId === null ? [] : [sql`folder.titleId = ${titleId}`]),
      ...(view === 'unchecked' ? [sql`folder.state <> 'checked'`] : []),
      ...(view === 'troubled' ? [isTroubled] : []),
    ]
    const where =
      conditions.length === 0 ? sql<boolean>`1` : sql<boolean>`${sql.join(conditions, sql` and `)}`
    const rows = await readFolders(db, { where, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > limit && last ? JSON.stringify(last.id) : null }
  },

  async folder({ id }, { db, fail }) {
    const folder = await requireFolder(db, id, fail)
    const pages = await pagesOf(db, id)
    const rule = await db
      .selectFrom('fileProfile')
      .select('firstPage')
      .where('id', '=', folder.profileId ?? 0)
      .executeTakeFirst()
    const gaps = gapsIn(pages, rule?.firstPage ?? 1)
    return {
      ...folder,
      problems: await problemsOf(db, id),
      gaps: gaps.slice(0, mostGaps),
      gapPages: gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0),
      lastPage: pages.at(-1) ?? null,
      texts: await countTexts(db, id, (await readTextRule(db)).lowBelow),
    }
  },
}

const isTroubled = sql`(folder.state = 'lost' or exists (select 1 from digitalFile as file
  where file.folderId = folder.id and file.state in ('bad', 'gone')))`

async function pagesOf(db: Reader, folderId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('digitalFile')
    .select('page')
    .where('folderId', '=', folderId)
    .where('state', '<>', 'gone')
    .where('page', 'is not', null)
    .orderBy('page')
    .execute()
  return rows.flatMap(({ page }) => page ?? [])
}

async function problemsOf(db: Reader, folderId: number) {
  const { rows } = await sql<{ problem: FileProblem; files: number }>`
    select each.value as problem, count(*) as files
    from digitalFile as file join json_each(file.problems) as each
    where file.folderId = ${folderId} and file.state in ('bad', 'noticed')
    group by each.value`.execute(db)
  return rows.toSorted((a, b) => fileProblems.indexOf(a.problem) - fileProblems.indexOf(b.problem))
}

type FolderVerb = 'linkFolder' | 'updateFolder' | 'unlinkFolder'

export const folderCommands: Pick<CommandsOf<'preservation'>, FolderVerb> = {
  async linkFolder({ path, ...fields }, { db, fail, now }) {
    await requireTitle(db, fields.titleId, fail)
    if (fields.jobId !== null) {
      const job = await requireJob(db, fields.jobId, fail)
      if (job.titleId !== fields.titleId) fail('job_not_found', { id: fields.jobId })
    }
    await requireProfile(db, fields.profileId, fail)
    const clean = cleanPath(path, fail)
    await requireFree(db, { id: 0, path: clean }, fail)
    const { id } = await db
      .insertInto('fileFolder')
      .values({ ...fields, path: clean, state: 'new', linkedAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return requireFolder(db, id, refuseMissing(fail))
  },

  async updateFolder({ id, rev, path, purpose, profileId }, { db, fail }) {
    const folder = await requireRev(db, { id, rev }, fail)
    await requireProfile(db, profileId, fail)
    const clean = cleanPath(path, fail)
    await requireFree(db, { id, path: clean }, fail)
    // A disk may come back under another letter with the same files on it; they are looked at again either way.
    const state = clean === folder.path && profileId === folder.profileId ? folder.state : 'partial'
    await db
      .updateTable('fileFolder')
      .set({ path: clean, purpose, profileId, state: folder.state === 'new' ? 'new' : state, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return requireFolder(db, id, fail)
  },

  async unlinkFolder({ id, rev }, { db, fail }) {
    await requireRev(db, { id, rev }, fail)
    await requireNoCopies(db, id, fail)
    const { numDeletedRows } = await db
      .deleteFrom('digitalFile')
      .where('folderId', '=', id)
      .executeTakeFirst()
    await db.deleteFrom('fileFolder').where('id', '=', id).execute()
    return { id, files: Number(numDeletedRows) }
  },
}

/** What was written a moment ago is there. */
function refuseMissing(fail: Fail<never>): Fail<'folder_not_found'> {
  return fail as Fail<string>
}

async function requireRev(
  db: Writer,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'folder_not_found'>,
) {
  const folder = await requireFolder(db, id, fail)
  if (folder.rev !== rev) fail('stale', { id, rev: folder.rev })
  return folder
}

async function requireTitle(db: Reader, id: number, fail: Fail<'title_not_found'>): Promise<void> {
  const title = await db
    .selectFrom('title')
    .select('id')
    .where('id', '=', id)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
  if (!title) fail('title_not_found', { id })
}

async function requireProfile(db: Reader, id: number | null, fail: Fail<'profile_not_found'>): Promise<void> {
  if (id === null) return
  const profile = await db.selectFrom('fileProfile').select('id').where('id', '=', id).executeTakeFirst()
  if (!profile) fail('profile_not_found', { id })
}

/** Disks in a cupboard hold copies of these files by their sums, which nothing else would know. */
async function requireNoCopies(db: Reader, id: number, fail: Fail<'folder_has_copies'>): Promise<void> {
  const { copies } = await db
    .selectFrom('fileCopy')
    .innerJoin('digitalFile', 'digitalFile.id', 'fileCopy.fileId')
    .select((is) => is.fn.countAll<number>().as('copies'))
    .where('digitalFile.folderId', '=', id)
    .executeTakeFirstOrThrow()
  if (copies > 0) fail('folder_has_copies', { id, copies })
}

function cleanPath(path: string, fail: Fail<'path_not_absolute'>): string {
  if (!isAbsolute(path) || path.includes('\0')) return fail('path_not_absolute', { path })
  return normalize(path).replace(/(?<=[^/\\:])[/\\]+$/, '')
}

async function requireFree(
  db: Reader,
  { id, path }: { id: number; path: string },
  fail: Fail<'folder_linked'>,
): Promise<void> {
  const twin = await db
    .selectFrom('fileFolder')
    .innerJoin('title', 'title.id', 'fileFolder.titleId')
    .select(['fileFolder.id', 'title.title'])
    .where('path', '=', path)
    .where('fileFolder.id', '<>', id)
    .executeTakeFirst()
  if (twin) fail('folder_linked', { id: twin.id, title: twin.title })
}
