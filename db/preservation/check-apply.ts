import { sql } from 'kysely'
import type { Json } from '../../shared/contract.ts'
import type { Folder } from '../../shared/preservation/contract.ts'
import type { Writer } from '../connection.ts'
import type { ChunkContext } from '../context.ts'
import { recordCounts } from '../digitization/index.ts'
import type { SeenFile } from './files/walk.ts'
import type { FileFacts } from './images/index.ts'
import { keepText, type ReadText } from './keep-text.ts'

/** A file as reading left it. A sum that nobody may rely on is none. */
export type ReadFile = Omit<FileFacts, 'isEncrypted' | 'fault'> & {
  id: number
  size: number
  modifiedMs: number
  sha256: string | null
  readProblems: string
  isEncrypted: number
}
export type JudgedFile = {
  id: number
  page: number | null
  state: 'good' | 'noticed' | 'bad'
  problems: string
}

export type CheckChunk =
  | { step: 'listed'; folderId: number; seen: SeenFile[] }
  | { step: 'gone'; ids: number[] }
  | { step: 'read'; files: ReadFile[] }
  | { step: 'judged'; files: JudgedFile[] }
  | { step: 'texts'; texts: ReadText[] }
  | { step: 'ended'; folderId: number; state: Folder['state'] }

/** What a check has seen stays seen: nothing of it is taken back when it is cut off, and the next one goes on. */
export async function applyCheck(chunk: CheckChunk, context: ChunkContext): Promise<{ bulk: Json }> {
  const { db, now } = context
  switch (chunk.step) {
    case 'listed':
      await keepSeen(db, chunk.folderId, chunk.seen)
      return { bulk: { step: chunk.step, folderId: chunk.folderId, files: chunk.seen.length } }
    case 'gone':
      await sql`update digitalFile set state = 'gone', goneOn = ${context.today}
        where id in (select value from json_each(${JSON.stringify(chunk.ids)}))`.execute(db)
      return { bulk: { step: chunk.step, files: chunk.ids.length } }
    case 'read':
      await keepRead(db, chunk.files, now)
      return { bulk: { step: chunk.step, sums: chunk.files.map(({ id, sha256 }) => [id, sha256]) } }
    case 'judged':
      await keepJudged(db, chunk.files, context.today)
      return { bulk: { step: chunk.step, files: chunk.files.length } }
    case 'texts':
      for (const text of chunk.texts) await keepText(db, text, now)
      return { bulk: { step: chunk.step, texts: chunk.texts.map((text) => [text.sha256, text.broughtSum]) } }
    case 'ended':
      return { bulk: await end(chunk, context) }
  }
}

/** A file that is new, or not as it was, waits to be read; one that came back waits, too. */
async function keepSeen(db: Writer, folderId: number, seen: readonly SeenFile[]): Promise<void> {
  await sql`
    insert into digitalFile (folderId, path, size, modifiedMs, seenProblems, state, problems)
    select ${folderId}, value ->> 'path', value ->> 'size', value ->> 'modifiedMs', value -> 'problems', 'waiting', '[]'
    from json_each(${JSON.stringify(seen)}) where true
    on conflict (folderId, path) do update set
      seenProblems = excluded.seenProblems,
      goneOn = null,
      checkedAt = iif(state <> 'gone' and size = excluded.size and modifiedMs = excluded.modifiedMs, checkedAt, null),
      state = iif(state <> 'gone' and size = excluded.size and modifiedMs = excluded.modifiedMs, state, 'waiting'),
      size = excluded.size,
      modifiedMs = excluded.modifiedMs`.execute(db)
}

async function keepRead(db: Writer, files: readonly ReadFile[], now: string): Promise<void> {
  await sql`
    update digitalFile set
      size = value ->> 'size', modifiedMs = value ->> 'modifiedMs', sha256 = ifnull(value ->> 'sha256', sha256),
      format = value ->> 'format', pages = value ->> 'pages', widthPx = value ->> 'widthPx',
      heightPx = value ->> 'heightPx', dpi = value ->> 'dpi', colour = value ->> 'colour', bits = value ->> 'bits',
      isEncrypted = value ->> 'isEncrypted', readProblems = value ->> 'readProblems', checkedAt = ${now}
    from json_each(${JSON.stringify(files)}) where digitalFile.id = value ->> 'id'`.execute(db)
}

async function keepJudged(db: Writer, files: readonly JudgedFile[], today: string): Promise<void> {
  await sql`
    update digitalFile set
      page = value ->> 'page', state = value ->> 'state', problems = value ->> 'problems',
      addedOn = iif(addedOn is null and value ->> 'state' <> 'bad', ${today}, addedOn)
    from json_each(${JSON.stringify(files)}) where digitalFile.id = value ->> 'id'`.execute(db)
}

type Ended = Extract<CheckChunk, { step: 'ended' }>

/** Progress counts what a job has by now, so its folders are added up; copies for use are the same pages again. */
async function end({ folderId, state }: Ended, context: ChunkContext): Promise<Json> {
  const { db, now } = context
  const folder = await db
    .updateTable('fileFolder')
    .set({ state, ...(state === 'checked' ? { checkedAt: now } : {}) })
    .where('id', '=', folderId)
    .returning('jobId')
    .executeTakeFirst()
  if (state === 'checked') await forgetNoLoss(db, folderId)
  if (folder?.jobId && state === 'checked') await tellJob(folder.jobId, context)
  return { step: 'ended', folderId, state }
}

/** A file that never was sound and was put away, or one whose contents the folder has under another name, is no loss. */
async function forgetNoLoss(db: Writer, folderId: number): Promise<void> {
  await sql`
    delete from digitalFile where folderId = ${folderId} and state = 'gone'
      and not exists (select 1 from fileCopy where fileId = digitalFile.id)
      and (addedOn is null or sha256 in (
        select sha256 from digitalFile where folderId = ${folderId} and state in ('good', 'noticed')))`.execute(
    db,
  )
}

async function tellJob(jobId: number, { db, now, today, userId }: ChunkContext): Promise<void> {
  const { rows } = await sql<{ purpose: string; files: number; bytes: number; pages: number }>`
    select folder.purpose, count(*) as files, sum(file.size) as bytes, ifnull(sum(file.pages), 0) as pages
    from fileFolder as folder join digitalFile as file on file.folderId = folder.id
    where folder.jobId = ${jobId} and file.state in ('good', 'noticed') group by folder.purpose`.execute(db)
  const of = (purpose: string) => rows.find((row) => row.purpose === purpose)
  const paged = of('master') ?? of('use') ?? of('other')
  const counts = {
    jobId,
    pages: paged?.pages ?? 0,
    files: rows.reduce((sum, { files }) => sum + files, 0),
    bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0),
  }
  await recordCounts(db, counts, { now, today, userId })
}
