import { randomBytes } from 'node:crypto'
import { isAbsolute, normalize } from 'node:path'
import { sql } from 'kysely'
import type { FileCopyRow } from '../../shared/preservation/contract.ts'
import { monthsAfter } from '../../shared/preservation/fixity.ts'
import { uuidV7 } from '../../shared/ids.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'
import { rootAt } from './files/root.ts'
import { readRule } from './rule.ts'
import { readStanding } from './standing.ts'
import { markAt, writeMark } from './volume-marks.ts'
import { hasSoundElsewhere, isDue, isKept, readVolumes, requireVolume } from './volume-rows.ts'

const shownRuns = 20

export const volumeQueries: Pick<QueriesOf<'preservation'>, 'volumes' | 'volume' | 'copies' | 'standing'> = {
  volumes: (_, { db, today }) => readVolumes(db, today),

  async volume({ id }, { db, today, fail }) {
    const volume = await requireVolume(db, id, { today, fail })
    return { ...volume, runs: await volumeRuns(db, id) }
  },

  async copies({ volumeId, view, cursor, limit }, { db, today, fail }) {
    const volume = await requireVolume(db, volumeId, { today, fail })
    const after = readCursor(cursor, idCursor, fail) ?? 0
    const months = volume.months ?? (await readRule(db)).months
    const conditions = {
      all: isKept,
      troubled: sql<boolean>`${isKept} and fileCopy.state <> 'matched'`,
      due: sql<boolean>`${isKept} and ${isDue(monthsAfter(today, -months))}`,
      single: sql<boolean>`${isKept} and not ${hasSoundElsewhere}`,
      removed: sql<boolean>`not ${isKept}`,
    }
    const { rows } = await sql<FileCopyRow>`
      select fileCopy.id, fileCopy.path, fileCopy.size, fileCopy.state, fileCopy.checkedAt, fileCopy.sha256,
        title.title, title.id as titleId,
        (select count(distinct same.volumeId) from fileCopy as same join storageVolume as disk on disk.id = same.volumeId
          where same.fileId = fileCopy.fileId and same.state = 'matched' and same.sha256 = fileCopy.sha256
            and same.removalId is null and disk.retiredOn is null) as soundCopies
      from fileCopy
      join digitalFile as file on file.id = fileCopy.fileId
      join fileFolder as folder on folder.id = file.folderId
      join title on title.id = folder.titleId
      where fileCopy.volumeId = ${volumeId} and fileCopy.id > ${after} and ${conditions[view]}
      order by fileCopy.id limit ${limit + 1}`.execute(db)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > limit && last ? JSON.stringify(last.id) : null }
  },

  standing: (_, { db, today }) => readStanding(db, today),
}

export async function volumeRuns(db: Reader, volumeId: number) {
  const { rows } = await sql<{
    jobId: number
    at: string
    checked: number
    matched: number
    mismatched: number
    missing: number
    unreadable: number
  }>`
    select jobId, max(at) as at, count(*) as checked,
      sum(result = 'matched') as matched, sum(result = 'mismatched') as mismatched,
      sum(result = 'missing') as missing, sum(result = 'unreadable') as unreadable
    from fileCopy join fixityCheck on fixityCheck.copyId = fileCopy.id
    where fileCopy.volumeId = ${volumeId} group by jobId order by jobId desc limit ${shownRuns}`.execute(db)
  return rows
}

type VolumeVerb = 'addVolume' | 'updateVolume' | 'retireVolume' | 'markVolume'

export const volumeCommands: Pick<CommandsOf<'preservation'>, VolumeVerb> = {
  async addVolume(fields, { db, fail, now, today }) {
    await requireFreeCode(db, { id: 0, code: fields.code }, fail)
    const { id } = await db
      .insertInto('storageVolume')
      .values({ ...fields, uuid: uuidV7(Date.parse(now), randomBytes(16)), createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return requireVolume(db, id, { today, fail: fail as Fail<string> })
  },

  async updateVolume({ id, rev, ...fields }, { db, fail, today }) {
    await requireRev(db, { id, rev }, fail)
    await requireFreeCode(db, { id, code: fields.code }, fail)
    await db
      .updateTable('storageVolume')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return requireVolume(db, id, { today, fail })
  },

  async retireVolume({ id, rev, on }, { db, fail, today }) {
    await requireRev(db, { id, rev }, fail)
    await db
      .updateTable('storageVolume')
      .set({ retiredOn: on, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return requireVolume(db, id, { today, fail })
  },

  async markVolume({ id, rev, path }, { db, fail, now, today }) {
    const volume = await requireRev(db, { id, rev }, fail)
    if (!isAbsolute(path)) fail('path_not_absolute', { path })
    if (!rootAt(path)) fail('path_unreadable', { path })
    const { uuid, code } = volume
    const mark = markAt(path)
    if (mark && mark.uuid !== uuid) fail('foreign_mark', { code: mark.code, library: mark.library })
    if (!mark) {
      const library = await db.selectFrom('library').select('name').executeTakeFirst()
      try {
        writeMark(path, { uuid, code, library: library?.name ?? '' })
      } catch {
        fail('path_readonly', { path })
      }
    }
    await db
      .updateTable('storageVolume')
      .set({ markedAt: now, lastPath: normalize(path), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return requireVolume(db, id, { today, fail })
  },
}

async function requireRev(
  db: Reader,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'volume_not_found'>,
) {
  const volume = await db.selectFrom('storageVolume').selectAll().where('id', '=', id).executeTakeFirst()
  if (!volume) return fail('volume_not_found', { id })
  if (volume.rev !== rev) fail('stale', { id, rev: volume.rev })
  return volume
}

async function requireFreeCode(
  db: Reader,
  { id, code }: { id: number; code: string },
  fail: Fail<'duplicate_code'>,
): Promise<void> {
  const twin = await db
    .selectFrom('storageVolume')
    .select(['id', 'name'])
    .where('code', '=', code)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (twin) fail('duplicate_code', { code, name: twin.name })
}
