import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { isAbsolute, normalize } from 'node:path'
import { uuidV7 } from '../../shared/ids.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { isCurrent } from '../plain-rows.ts'
import { isInside, isOwnPlace, markAt, placeRows, writeMark, type Mark } from './places.ts'

export const placeCommands: Pick<CommandsOf<'backup'>, 'addPlace' | 'updatePlace' | 'retirePlace'> = {
  async addPlace({ name, path: typed, lateAfterDays }, { db, dataDir, now, fail }) {
    if (!isAbsolute(typed)) fail('path_not_absolute', { path: typed })
    const path = normalize(typed)
    if (isInside(path, normalize(dataDir))) fail('place_in_library', { path })
    if (!isFolder(path)) fail('path_unreadable', { path })
    const library = await db.selectFrom('library').select(['name', 'uuid']).executeTakeFirstOrThrow()
    const mark = marked(path, library, now, fail)
    const known = (await placeRows(db)).find((place) => place.uuid === mark.uuid || place.path === path)
    if (known) fail('place_known', { name: known.name, path })
    const fields = { name, path, uuid: mark.uuid, lateAfterDays, addedAt: now }
    const before = await db
      .selectFrom('backupPlace')
      .select(['id', 'rev'])
      .where('uuid', '=', mark.uuid)
      .executeTakeFirst()
    if (!before) return db.insertInto('backupPlace').values(fields).returning('id').executeTakeFirstOrThrow()
    // Given up once and taken again: the copies that lie there are its own still.
    await db
      .updateTable('backupPlace')
      .set({ ...fields, retiredAt: null, problem: '', problemAt: null, rev: before.rev + 1 })
      .where('id', '=', before.id)
      .execute()
    return { id: before.id }
  },

  async updatePlace({ id, rev, name, lateAfterDays }, { db, fail }) {
    const place = await requirePlace(db, { id, rev }, fail)
    await db
      .updateTable('backupPlace')
      .set({ name: isOwnPlace(place) ? '' : name, lateAfterDays, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return { done: true }
  },

  async retirePlace({ id, rev }, { db, now, fail }) {
    const place = await requirePlace(db, { id, rev }, fail)
    if (isOwnPlace(place)) fail('place_is_own')
    await db
      .updateTable('backupPlace')
      .set({ retiredAt: now, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return { done: true }
  },
}

async function requirePlace(
  db: Reader,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'place_not_found'>,
) {
  const place = (await placeRows(db)).find((each) => each.id === id) ?? fail('place_not_found', { id })
  await isCurrent(db, 'backupPlace', { id, rev }, fail)
  return place
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

type Library = { name: string; uuid: string }

/** The mark of this library that is there, or a new one. A folder of another library stays that one's. */
function marked(
  path: string,
  { name, uuid: libraryUuid }: Library,
  now: string,
  fail: Fail<'path_readonly' | 'place_known'>,
): Mark {
  const found = markAt(path)
  if (found && found.libraryUuid !== libraryUuid) fail('place_known', { name: found.library, path })
  const mark = found ?? { uuid: uuidV7(Date.parse(now), randomBytes(16)), library: name, libraryUuid }
  try {
    writeMark(path, mark)
  } catch {
    fail('path_readonly', { path })
  }
  return mark
}
