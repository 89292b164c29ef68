import { sql } from 'kysely'
import { isoDateAt } from '../../shared/dates.ts'
import type { Candidate, CandidateRules } from '../../shared/weeding/contract.ts'
import {
  groundOf,
  lastCopiesKept,
  mainReason,
  protectedClasses,
  reasonCodes,
  type AgeRule,
  type ReasonCode,
} from '../../shared/weeding/rules.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { stockOn } from '../copies/index.ts'
import { journalHead } from '../journal/index.ts'
import { byShelf, factsOf } from './facts.ts'
import { findByRules, firstLoanOn, missingSince } from './find.ts'
import { shareOf } from './reading.ts'
import { reasonOf } from './reasons.ts'
import { agesOf, readRule } from './rule.ts'

type Asked = { rules: CandidateRules; ages: readonly AgeRule[]; today: string }
type LeftOut = {
  protected: number
  last: number
  inDossiers: number
  away: number
  missingSinceUnknown: number
}
export type CandidateSet = {
  /** In the order of the shelves. */
  ids: number[]
  codesById: Map<number, ReasonCode[]>
  titles: number
  amountMinor: number
  leftOut: LeftOut
}

export const candidateQueries: Pick<QueriesOf<'weeding'>, 'candidates'> = {
  async candidates({ rules, offset, limit }, { db, remembered, today }) {
    const ages = agesOf(await readRule(db))
    const { position } = await journalHead(db)
    const key = `weeding.candidates ${position} ${today} ${JSON.stringify([rules, ages])}`
    const set = await remembered(key, () => findCandidates(db, { rules, ages, today }))
    const shown = set.ids.slice(offset, offset + limit)
    return {
      rows: await candidateRows(db, shown, { set, rules, ages }),
      total: { count: set.ids.length, isExact: true },
      titles: set.titles,
      amountMinor: set.amountMinor,
      byReason: countsOf(set),
      loansSince: await firstLoanOn(db),
      groundless: set.ids.filter((id) => groundFor(set, id) === null).length,
      leftOut: set.leftOut,
      share: shareOf(set.ids.length, await stockOn(db, today)),
    }
  },
}

function countsOf({ ids, codesById }: CandidateSet): Record<ReasonCode, number> {
  const counts: Record<ReasonCode, number> = {
    missing: 0,
    damaged: 0,
    surplus: 0,
    outdated: 0,
    out_of_scope: 0,
    worn: 0,
    unused: 0,
  }
  for (const id of ids) for (const code of codesById.get(id) ?? []) counts[code] += 1
  return counts
}

/** The ground that follows from why a copy is proposed; null where a person must name it. */
export function groundFor({ codesById }: Pick<CandidateSet, 'codesById'>, id: number) {
  return groundOf[mainReason(codesById.get(id) ?? [])]
}

/** What the rules find, without what they must leave alone. */
export async function findCandidates(db: Reader, { rules, ages, today }: Asked): Promise<CandidateSet> {
  const codesById = new Map<number, ReasonCode[]>()
  for (const { code, ids } of await findByRules(db, rules, { ages, today }))
    for (const id of ids) codesById.set(id, [...(codesById.get(id) ?? []), code])
  const unknown = await dropRecentlyMissing(db, codesById, { rules, today })
  const rows = (await narrowed(db, [...codesById.keys()], rules)).filter(({ id }) => codesById.has(id))
  const free = rows.filter((row) => row.isListed === 0)
  const here = free.filter(({ status }) => status !== 'on_loan' && status !== 'in_rotation')
  const open = here.filter((row) => rules.includesProtected || row.isProtected === 0)
  const kept = rules.includesLast ? new Set<number>() : lastCopiesKept(open, await liveCopies(db, open))
  const ids = open.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  const chosen = new Set(ids)
  const taken = open.filter(({ id }) => chosen.has(id))
  return {
    ids,
    codesById,
    titles: new Set(taken.map(({ titleId }) => titleId)).size,
    amountMinor: taken.reduce((sum, { priceMinor }) => sum + (priceMinor ?? 0), 0),
    leftOut: {
      protected: here.length - open.length,
      last: kept.size,
      inDossiers: rows.length - free.length,
      away: free.length - here.length,
      missingSinceUnknown: unknown,
    },
  }
}

/** Missing for less than asked, or since nobody knows when, is no reason; a copy without any is no candidate. */
async function dropRecentlyMissing(
  db: Reader,
  codesById: Map<number, ReasonCode[]>,
  { rules, today }: Pick<Asked, 'rules' | 'today'>,
): Promise<number> {
  if (rules.missingMonths === null || rules.missingMonths === 0) return 0
  const ids = [...codesById].filter(([, codes]) => codes.includes('missing')).map(([id]) => id)
  const sinceById = await missingSince(db, ids)
  const latest = monthsBefore(today, rules.missingMonths)
  let unknown = 0
  for (const id of ids) {
    const at = sinceById.get(id)
    if (at !== undefined && isoDateAt(Date.parse(at)) <= latest) continue
    if (at === undefined) unknown += 1
    const left = codesById.get(id)?.filter((code) => code !== 'missing') ?? []
    if (left.length > 0) codesById.set(id, left)
    else codesById.delete(id)
  }
  return unknown
}

export function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

type Narrowed = {
  id: number
  titleId: number
  enumeration: string
  status: string
  condition: string
  accessionedOn: string
  priceMinor: number | null
  isProtected: number
  isListed: number
}

/** The copies within the asked part of the stock, by shelf, and what may keep each from leaving. */
async function narrowed(
  db: Reader,
  ids: readonly number[],
  { siteId, storeId, material, language, ddc }: CandidateRules,
): Promise<Narrowed[]> {
  const where = [
    ...(siteId === null ? [] : [sql`copy.siteId = ${siteId}`]),
    ...(storeId === null ? [] : [sql`copy.storeId = ${storeId}`]),
    ...(material === null ? [] : [sql`title.material = ${material}`]),
    ...(language === null ? [] : [sql`title.language = ${language}`]),
    ...(ddc === '' ? [] : [sql`substr(title.ddc, 1, ${ddc.length}) = ${ddc}`]),
  ]
  const { rows } = await sql<Narrowed>`
    select copy.id, copy.titleId, copy.enumeration, copy.status, copy.condition, copy.accessionedOn,
      copy.priceMinor,
      exists (select 1 from titleClass where titleClass.titleId = copy.titleId and endedOn is null
        and class in (${sql.join(protectedClasses)})) as isProtected,
      exists (select 1 from weedingItem where weedingItem.copyId = copy.id and weedingItem.state = 'listed')
        as isListed
    from json_each(${JSON.stringify(ids)}) as wanted
    cross join copy on copy.id = wanted.value
    cross join title on title.id = copy.titleId
    ${where.length === 0 ? sql`` : sql`where ${sql.join(where, sql` and `)}`}
    order by ${byShelf}`.execute(db)
  return rows
}

/** How many copies of each title would be there still, were none of these taken: those on a list are on their way out. */
async function liveCopies(
  db: Reader,
  candidates: readonly { titleId: number }[],
): Promise<Map<number, number>> {
  const titleIds = [...new Set(candidates.map(({ titleId }) => titleId))]
  const { rows } = await sql<{ titleId: number; copies: number }>`
    select copy.titleId, count(*) as copies from json_each(${JSON.stringify(titleIds)}) as wanted
    cross join copy on copy.titleId = wanted.value
    where copy.withdrawnOn is null and copy.cancelledOn is null and not exists (
      select 1 from weedingItem where weedingItem.copyId = copy.id and weedingItem.state = 'listed')
    group by copy.titleId`.execute(db)
  return new Map(rows.map(({ titleId, copies }) => [titleId, copies]))
}

type Known = { set: Pick<CandidateSet, 'codesById'>; rules: CandidateRules; ages: readonly AgeRule[] }

/** Candidates with the facts that their reasons rest on. */
export async function candidateRows(
  db: Reader,
  ids: readonly number[],
  { set, rules, ages }: Known,
): Promise<Candidate[]> {
  const facts = await factsOf(db, ids)
  const has = (code: ReasonCode) => (id: number) => set.codesById.get(id)?.includes(code) ?? false
  const sinceById = await missingSince(db, ids.filter(has('missing')))
  const alikeById = await alike(db, ids.filter(has('surplus')), rules.isPerSite)
  return facts.map(({ status: _, material, language, ddc, ...fact }) => {
    const codes = reasonCodes.filter((code) => has(code)(fact.copyId))
    const since = sinceById.get(fact.copyId)
    const known = {
      ...fact,
      material,
      language,
      ddc,
      since: since === undefined ? null : isoDateAt(Date.parse(since)),
      of: alikeById.get(fact.copyId) ?? 0,
    }
    return {
      ...fact,
      reasons: codes.map((code) => reasonOf(code, known, { rules, ages })),
      ground: groundFor(set, fact.copyId),
    }
  })
}

/** How many copies there are of the same title and volume. */
async function alike(db: Reader, ids: readonly number[], isPerSite: boolean): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; copies: number }>`
    select wanted.value as id, (
      select count(*) from copy as other where other.titleId = copy.titleId
        and other.enumeration = copy.enumeration and other.withdrawnOn is null and other.cancelledOn is null
        ${isPerSite ? sql`and other.siteId = copy.siteId` : sql``}) as copies
    from json_each(${JSON.stringify(ids)}) as wanted
    cross join copy on copy.id = wanted.value`.execute(db)
  return new Map(rows.map(({ id, copies }) => [id, copies]))
}
