import { sql } from 'kysely'
import type { Partner } from '../../shared/cooperation/contract.ts'
import type { Reader } from '../connection.ts'

export async function readPartners(db: Reader, ids: readonly number[]): Promise<Partner[]> {
  const rows = await db
    .selectFrom('partner')
    .select(['id', 'rev', 'name', 'kind', 'origin', 'country', 'note'])
    .select((is) =>
      is
        .selectFrom('activityPartner')
        .innerJoin('activity', 'activity.id', 'activityPartner.activityId')
        .select((link) => link.fn.countAll<number>().as('activities'))
        .whereRef('partnerId', '=', 'partner.id')
        .where('removedOn', 'is', null)
        .as('activities'),
    )
    .where('id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, { ...row, activities: row.activities ?? 0 }]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Whether anything speaks of it, also what was removed and may come back. */
export async function isUsed(db: Reader, id: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    select id from activityPartner where partnerId = ${id} limit 1`.execute(db)
  return rows.length > 0 || (await namedInDetails(db, id)).length > 0
}

/** Activities whose own fields name it; few types ask for a partner. */
export async function namedInDetails(
  db: Reader,
  id: number,
): Promise<{ id: number; key: string; details: string }[]> {
  const { rows } = await sql<{ id: number; key: string; details: string }>`
    select a.id, field.key, a.details from activity as a, json_each(a.details) as field
    where field.type = 'integer' and field.value = ${id} and field.key in (${sql.join(await partnerKeys(db))})`.execute(
    db,
  )
  return rows
}

const declaredKeys = ['host', 'signedWith', 'donor']

async function partnerKeys(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select own.value ->> 'key' as key from activityType, json_each(activityType.ownFields) as own
    where own.value ->> 'kind' = 'partner'`.execute(db)
  return [...declaredKeys, ...rows.map(({ key }) => key)]
}
