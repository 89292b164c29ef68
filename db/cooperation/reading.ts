import { sql } from 'kysely'
import type { Currency, Money, Partner, Ties } from '../../shared/cooperation/contract.ts'
import type { Reader } from '../connection.ts'

export async function readPartners(db: Reader, ids: readonly number[]): Promise<Partner[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('partner')
    .select(['id', 'rev', 'name', 'kind', 'origin', 'country', 'note', 'closedOn'])
    .select(['contactName', 'phone', 'email', 'address'])
    .where('id', 'in', ids)
    .execute()
  const ties = await tiesOf(db, ids)
  const byId = new Map(rows.map((row) => [row.id, { ...row, ...(ties.get(row.id) ?? noTies) }]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const noTies: Ties = { activities: 0, projects: 0, agreements: 0, delegations: 0, gifts: 0 }

async function tiesOf(db: Reader, ids: readonly number[]): Promise<Map<number, Ties>> {
  const { rows } = await sql<Ties & { id: number }>`
    select wanted.value as id,
      (select count(*) from activityPartner as link join activity on activity.id = link.activityId
        where link.partnerId = wanted.value and activity.removedOn is null) as activities,
      (select count(*) from projectPartner as link join cooperationProject as project on project.id = link.projectId
        where link.partnerId = wanted.value and project.removedOn is null) as projects,
      (select count(*) from agreementPartner as link join agreement on agreement.id = link.agreementId
        where link.partnerId = wanted.value and agreement.removedOn is null) as agreements,
      (select count(*) from delegation where partnerId = wanted.value and removedOn is null) as delegations,
      (select count(*) from gift where partnerId = wanted.value and removedOn is null) as gifts
    from json_each(${JSON.stringify(ids)}) as wanted`.execute(db)
  return new Map(rows.map(({ id, ...ties }) => [id, ties]))
}

/** Where a partner is named by key; what was removed and may come back counts too. */
export const namingColumns = [
  { table: 'activityPartner', column: 'partnerId' },
  { table: 'projectPartner', column: 'partnerId' },
  { table: 'agreementPartner', column: 'partnerId' },
  { table: 'delegation', column: 'partnerId' },
  { table: 'gift', column: 'partnerId' },
  { table: 'exchange', column: 'partnerId' },
  { table: 'servicePoint', column: 'partnerId' },
] as const

export async function isUsed(db: Reader, id: number): Promise<boolean> {
  for (const { table, column } of namingColumns) {
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id} limit 1`.execute(db)
    if (rows.length > 0) return true
  }
  return (await namedInDetails(db, id)).length > 0
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

type Named = { id: number; name: string }

/** What is linked to records through a table of links, by the record. */
export async function linkedBy(
  db: Reader,
  link: { table: 'projectPartner' | 'agreementPartner' | 'projectActivity'; owner: string },
  ownerIds: readonly number[],
): Promise<(id: number) => Named[]> {
  const other = link.table === 'projectActivity' ? 'activity' : 'partner'
  const { rows } = await sql<Named & { ownerId: number }>`
    select link.${sql.ref(link.owner)} as ownerId, other.id, other.name
    from ${sql.table(link.table)} as link join ${sql.table(other)} as other
      on other.id = link.${sql.ref(`${other}Id`)}
    where link.${sql.ref(link.owner)} in (select value from json_each(${JSON.stringify(ownerIds)}))
    order by link.id`.execute(db)
  return (id) =>
    rows.filter(({ ownerId }) => ownerId === id).map(({ id: otherId, name }) => ({ id: otherId, name }))
}

/** A name beside the key that a row holds. */
export function namedOrNone(id: number | null, name: string | null): Named | null {
  return id === null ? null : { id, name: name ?? '' }
}

/** Only currencies of the list are ever written. */
export function moneyOf<Row extends { currency: string }>(row: Row): Row & { currency: Money['currency'] } {
  return { ...row, currency: row.currency as Currency }
}
