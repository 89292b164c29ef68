import { sql, type RawBuilder } from 'kysely'
import type { CandidateRules } from '../../shared/weeding/contract.ts'
import { lastYearsOutdated, yearsAfter, type AgeRule, type ReasonCode } from '../../shared/weeding/rules.ts'
import type { Reader } from '../connection.ts'

type Found = { code: ReasonCode; ids: number[] }

const isLive = sql`copy.withdrawnOn is null and copy.cancelledOn is null`
const list = (values: readonly (string | number)[]) =>
  sql`(select value from json_each(${JSON.stringify(values)}))`

async function idsOf(db: Reader, query: RawBuilder<{ id: number }>): Promise<number[]> {
  const { rows } = await query.execute(db)
  return rows.map(({ id }) => id)
}

/** Each rule that is asked for, with the copies it finds; a copy may be found by several. */
export async function findByRules(
  db: Reader,
  rules: CandidateRules,
  { ages, today }: { ages: readonly AgeRule[]; today: string },
): Promise<Found[]> {
  const found: Found[] = []
  if (rules.surplusAbove !== null)
    found.push({ code: 'surplus', ids: await idsOf(db, surplus(rules.surplusAbove, rules.isPerSite)) })
  for (const condition of rules.conditions)
    found.push({ code: condition, ids: await idsOf(db, inCondition(condition)) })
  if (rules.isOutdated)
    found.push({ code: 'outdated', ids: await idsOf(db, outdated(ages, Number(today.slice(0, 4)))) })
  if (rules.missingMonths !== null) found.push({ code: 'missing', ids: await idsOf(db, missing()) })
  if (rules.unusedYears !== null)
    found.push({ code: 'unused', ids: await idsOf(db, unused(yearsAfter(today, -rules.unusedYears))) })
  if (rules.scopeLanguages.length > 0 || rules.scopeMaterials.length > 0)
    found.push({ code: 'out_of_scope', ids: await idsOf(db, outOfScope(rules)) })
  return found
}

/**
 * Beyond the best so many copies of a title. Volumes are not copies of one another, so each is counted by itself; what
 * is with a reader or elsewhere stays, what is missing goes first.
 */
function surplus(above: number, isPerSite: boolean): RawBuilder<{ id: number }> {
  const site = isPerSite ? sql`, copy.siteId` : sql``
  return sql`select id from (
    select copy.id, row_number() over (
      partition by copy.titleId, copy.enumeration ${site}
      order by copy.status not in ('on_loan', 'in_rotation'), copy.status = 'missing',
        case copy.condition when 'good' then 0 when 'worn' then 1 else 2 end,
        copy.accessionedOn desc, copy.id) as place
    from copy where copy.titleId in (
      select titleId from copy where ${isLive} group by titleId having count(*) > ${above}) and ${isLive})
    where place > ${above}`
}

function inCondition(condition: string): RawBuilder<{ id: number }> {
  return sql`select copy.id from copy where copy.condition = ${condition} and ${isLive}`
}

/** The year of a serial is that of its first issue and says nothing of a volume, so serials have no age. */
function outdated(ages: readonly AgeRule[], thisYear: number): RawBuilder<{ id: number }> {
  const last = lastYearsOutdated(ages, thisYear)
  const latest = Math.max(0, ...last.map(({ year }) => year))
  return sql`with age as materialized (
      select value ->> 'class' as class, value ->> 'year' as year from json_each(${JSON.stringify(last)}))
    select copy.id from title
    join age on age.class = substr(title.ddc, 1, 3) and title.publishedYear <= age.year
    join copy on copy.titleId = title.id
    where title.publishedYear <= ${latest} and title.material != 'serial' and ${isLive}`
}

function missing(): RawBuilder<{ id: number }> {
  return sql`select copy.id from copy where copy.status = 'missing' and ${isLive}`
}

/** There as long, and taken by nobody; a site whose loans are not recorded for as long says nothing of its copies. */
function unused(since: string): RawBuilder<{ id: number }> {
  return sql`with taken as materialized (select distinct copyId from loan where lentOn >= ${since})
    select copy.id from copy
    where copy.siteId in (select siteId from loan group by siteId having min(lentOn) <= ${since})
      and copy.accessionedOn <= ${since} and ${isLive} and copy.id not in (select copyId from taken)`
}

/** The day of the first loan, null where none is recorded. */
export async function firstLoanOn(db: Reader): Promise<string | null> {
  const { rows } = await sql<{ first: string | null }>`select min(lentOn) as first from loan`.execute(db)
  return rows[0]?.first ?? null
}

function outOfScope({ scopeLanguages, scopeMaterials }: CandidateRules): RawBuilder<{ id: number }> {
  return sql`select copy.id from title join copy on copy.titleId = title.id
    where (title.language in ${list(scopeLanguages)} or title.material in ${list(scopeMaterials)}) and ${isLive}`
}

/** The day a copy was marked as missing, as the journal tells; not known of copies that came in by a bulk run. */
export async function missingSince(db: Reader, ids: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; at: string }>`
    select id, at from (
      select wanted.value as id, (
        select journalCommand.at from journalRow
        join journalCommand on journalCommand.id = journalRow.commandId
        where journalRow.tableName = 'copy' and journalRow.rowId = wanted.value
          and journalRow.after ->> 'status' = 'missing'
          and ifnull(journalRow.before ->> 'status', '') != 'missing'
        order by journalRow.id desc limit 1) as at
      from json_each(${JSON.stringify(ids)}) as wanted)
    where at is not null`.execute(db)
  return new Map(rows.map(({ id, at }) => [id, at]))
}
