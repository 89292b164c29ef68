import { sql } from 'kysely'
import type { CopyRemoval } from '../../shared/preservation/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'

const columns = ['id', 'volumeId', 'removedOn', 'reason', 'copies', 'takenBackOn'] as const

export const removalQueries: Pick<QueriesOf<'preservation'>, 'removals'> = {
  async removals({ volumeId }, { db, fail }) {
    if (!(await hasVolume(db, volumeId))) fail('volume_not_found', { id: volumeId })
    return db
      .selectFrom('copyRemoval')
      .select(columns)
      .where('volumeId', '=', volumeId)
      .orderBy('id', 'desc')
      .execute()
  },
}

export const removalCommands: Pick<CommandsOf<'preservation'>, 'removeCopies' | 'takeBackRemoval'> = {
  async removeCopies({ volumeId, ids, on, reason }, { db, fail, now, today }) {
    if (!(await hasVolume(db, volumeId))) fail('volume_not_found', { id: volumeId })
    if (on > today) fail('removed_in_future', { on })
    const wanted = [...new Set(ids)]
    const removal = await db
      .insertInto('copyRemoval')
      .values({ volumeId, removedOn: on, reason, copies: wanted.length, createdAt: now })
      .returning(columns)
      .executeTakeFirstOrThrow()
    const { numAffectedRows } = await sql`
      update fileCopy set removalId = ${removal.id}
      where id in (select value from json_each(${JSON.stringify(wanted)})) and volumeId = ${volumeId}
        and removalId is null`.execute(db)
    if (Number(numAffectedRows) !== wanted.length) fail('copy_not_found', { volumeId })
    return removal
  },

  async takeBackRemoval({ id }, { db, fail, today }) {
    const removal = await db.selectFrom('copyRemoval').select(columns).where('id', '=', id).executeTakeFirst()
    if (!removal || removal.takenBackOn !== null) return fail('removal_not_found', { id })
    await db.updateTable('fileCopy').set({ removalId: null }).where('removalId', '=', id).execute()
    await db.updateTable('copyRemoval').set({ takenBackOn: today }).where('id', '=', id).execute()
    return { ...removal, takenBackOn: today } satisfies CopyRemoval
  },
}

async function hasVolume(db: Reader, id: number): Promise<boolean> {
  const volume = await db.selectFrom('storageVolume').select('id').where('id', '=', id).executeTakeFirst()
  return volume !== undefined
}
