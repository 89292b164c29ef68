import { sql } from 'kysely'
import type { Folder, FileTally } from '../../shared/preservation/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'

type Row = Omit<Folder, 'tally'>
type TallyRow = { folderId: number; state: string; files: number; bytes: number; pages: number }

type Wanted = { where: ReturnType<typeof sql<boolean>>; limit: number }

/** Folders with what their files came to, newest first. */
export async function readFolders(db: Reader, { where, limit }: Wanted): Promise<Folder[]> {
  const { rows } = await sql<Row>`
    select folder.id, folder.rev, folder.titleId, folder.jobId, folder.path, folder.purpose, folder.profileId,
      folder.state, folder.linkedAt, folder.checkedAt, title.title, ifnull(job.code, '') as jobCode,
      ifnull(profile.name, '') as profileName
    from fileFolder as folder
    join title on title.id = folder.titleId
    left join digitizationJob as job on job.id = folder.jobId
    left join fileProfile as profile on profile.id = folder.profileId
    where ${where} order by folder.id desc limit ${limit}`.execute(db)
  const tallies = await tallyRows(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    tally: tallyOf(tallies.filter(({ folderId }) => folderId === row.id)),
  }))
}

export async function requireFolder(db: Reader, id: number, fail: Fail<'folder_not_found'>): Promise<Folder> {
  const [folder] = await readFolders(db, { where: sql<boolean>`folder.id = ${id}`, limit: 1 })
  return folder ?? fail('folder_not_found', { id })
}

async function tallyRows(db: Reader, ids: readonly number[]): Promise<TallyRow[]> {
  const { rows } = await sql<TallyRow>`
    select file.folderId, file.state, count(*) as files, sum(file.size) as bytes, ifnull(sum(file.pages), 0) as pages
    from json_each(${JSON.stringify(ids)}) as wanted
    cross join digitalFile as file on file.folderId = wanted.value
    group by file.folderId, file.state`.execute(db)
  return rows
}

/** Only what counts as good has pages and bytes that anybody may rely on. */
function tallyOf(rows: readonly TallyRow[]): FileTally {
  const tally: FileTally = { waiting: 0, good: 0, noticed: 0, bad: 0, gone: 0, bytes: 0, pages: 0 }
  for (const { state, files, bytes, pages } of rows) {
    tally[state as 'good'] += files
    if (state !== 'good' && state !== 'noticed') continue
    tally.bytes += bytes
    tally.pages += pages
  }
  return tally
}
