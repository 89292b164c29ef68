import { sql } from 'kysely'
import type {
  AgreementFilters,
  DelegationFilters,
  Facets,
  GiftFilters,
  MembershipFilters,
  PartnerFilters,
  ProjectFilters,
} from '../../shared/cooperation/contract.ts'
import { agreementStandingOn, projectStateOn } from '../../shared/cooperation/rules.ts'
import { fold, words } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import { readRule } from './rule.ts'

/** A record as far as lists ask about it; a library has some thousands, so they are looked through one by one. */
export type Found = { id: number; facets: Record<string, string> }

const noneRemoved = sql`removedOn is null`

function having(text: string): (folded: string) => boolean {
  const wanted = words(fold(text))
  return (folded) => wanted.every((word) => folded.includes(word))
}

const isOf = (asked: string | null, value: string): boolean => asked === null || asked === value
const linkedTo = (table: string, owner: string, partnerId: number | null) =>
  partnerId === null
    ? sql``
    : sql`and id in (select ${sql.ref(owner)} from ${sql.table(table)} where partnerId = ${partnerId})`
const among = (column: string, id: number | null) =>
  id === null ? sql`` : sql`and ${sql.ref(column)} = ${id}`

export async function findPartners(db: Reader, filters: PartnerFilters, today: string): Promise<Found[]> {
  const { rows } = await sql<{
    id: number
    folded: string
    kind: string
    origin: string
    closedOn: string | null
  }>`
    select id, folded, kind, origin, closedOn from partner order by sortKey, id`.execute(db)
  const has = having(filters.text)
  return rows.flatMap(({ id, folded, kind, origin, closedOn }) => {
    const standing = closedOn === null || closedOn > today ? 'open' : 'closed'
    const isWanted =
      isOf(filters.kind, kind) && isOf(filters.origin, origin) && isOf(filters.standing, standing)
    return isWanted && has(folded) ? [{ id, facets: { kind, origin, standing } }] : []
  })
}

export async function findProjects(db: Reader, filters: ProjectFilters, today: string): Promise<Found[]> {
  const { text, year, partnerId } = filters
  const { rows } = await sql<{
    id: number
    folded: string
    role: string
    startsOn: string
    endsOn: string | null
    endedOn: string | null
    ending: 'finished' | 'stopped' | null
  }>`
    select id, folded, role, startsOn, endsOn, endedOn, ending from cooperationProject
    where ${noneRemoved} ${linkedTo('projectPartner', 'projectId', partnerId)}
      ${year === null ? sql`` : sql`and startsOn <= ${`${year}-12-31`} and ifnull(endedOn, ${`${year}-01-01`}) >= ${`${year}-01-01`}`}
    order by startsOn desc, id desc`.execute(db)
  const has = having(text)
  return rows.flatMap(({ id, folded, role, ...dates }) => {
    const state = projectStateOn(dates, today)
    return isOf(filters.state, state) && isOf(filters.role, role) && has(folded)
      ? [{ id, facets: { state, role } }]
      : []
  })
}

export async function findAgreements(db: Reader, filters: AgreementFilters, today: string): Promise<Found[]> {
  const { rows } = await sql<{
    id: number
    folded: string
    kind: string
    startsOn: string
    endsOn: string | null
    endedOn: string | null
    isRenewed: number
  }>`
    select id, folded, kind, startsOn, endsOn, endedOn, exists (select 1 from agreement as later
        where later.renewsId = agreement.id and later.removedOn is null) as isRenewed
    from agreement where ${noneRemoved} ${linkedTo('agreementPartner', 'agreementId', filters.partnerId)}
    order by startsOn desc, id desc`.execute(db)
  const has = having(filters.text)
  const { noticeDays } = await readRule(db)
  return rows.flatMap(({ id, folded, kind, isRenewed, ...dates }) => {
    const standing = agreementStandingOn({ ...dates, isRenewed: isRenewed === 1 }, { on: today, noticeDays })
    return isOf(filters.kind, kind) && isOf(filters.standing, standing) && has(folded)
      ? [{ id, facets: { kind, standing } }]
      : []
  })
}

export async function findDelegations(db: Reader, filters: DelegationFilters): Promise<Found[]> {
  const { year, partnerId, projectId } = filters
  const { rows } = await sql<{ id: number; folded: string; direction: string }>`
    select id, folded, direction from delegation where ${noneRemoved} ${among('partnerId', partnerId)}
      ${among('projectId', projectId)} ${inYear('startsOn', year)}
    order by startsOn desc, id desc`.execute(db)
  const has = having(filters.text)
  return rows.flatMap(({ id, folded, direction }) =>
    isOf(filters.direction, direction) && has(folded) ? [{ id, facets: { direction } }] : [],
  )
}

const inYear = (column: string, year: number | null) =>
  year === null ? sql`` : sql`and ${sql.ref(column)} between ${`${year}-01-01`} and ${`${year}-12-31`}`

export async function findMemberships(
  db: Reader,
  filters: MembershipFilters,
  today: string,
): Promise<Found[]> {
  const { rows } = await sql<{ id: number; folded: string; scope: string; endedOn: string | null }>`
    select id, folded, scope, endedOn from membership where ${noneRemoved} order by folded, id`.execute(db)
  const has = having(filters.text)
  return rows.flatMap(({ id, folded, scope, endedOn }) => {
    const standing = endedOn === null || endedOn > today ? 'active' : 'ended'
    return isOf(filters.scope, scope) && isOf(filters.standing, standing) && has(folded)
      ? [{ id, facets: { scope, standing } }]
      : []
  })
}

export async function findGifts(db: Reader, filters: GiftFilters): Promise<Found[]> {
  const { year, partnerId, projectId } = filters
  const { rows } = await sql<{
    id: number
    folded: string
    donorName: string
    partnerFolded: string | null
    kind: string
    origin: string
    purpose: string
  }>`
    select id, folded, donorName, kind, origin, purpose,
      (select partner.folded from partner where partner.id = gift.partnerId) as partnerFolded
    from gift where ${noneRemoved} ${among('partnerId', partnerId)} ${among('projectId', projectId)}
      ${inYear('receivedOn', year)}
    order by receivedOn desc, id desc`.execute(db)
  const has = having(filters.text)
  return rows.flatMap(({ id, folded, donorName, partnerFolded, kind, origin, purpose }) => {
    const isWanted =
      isOf(filters.kind, kind) && isOf(filters.origin, origin) && isOf(filters.purpose, purpose)
    return isWanted && has(`${folded} ${partnerFolded ?? ''} ${fold(donorName)}`)
      ? [{ id, facets: { kind, origin, purpose } }]
      : []
  })
}

export function facetsOf(found: readonly Found[]): Facets {
  const counts = new Map<string, Facets[number]>()
  for (const { facets } of found)
    for (const [by, value] of Object.entries(facets)) {
      const key = `${by} ${value}`
      const facet = counts.get(key) ?? { by, value, count: 0 }
      facet.count += 1
      counts.set(key, facet)
    }
  return [...counts.values()]
}
