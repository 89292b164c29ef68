import { sql } from 'kysely'
import type { rightsViews, TitleRights } from '../../shared/digitization/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { fold } from '../../shared/fold.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { idsIn } from '../copies/index.ts'
import { permits, readRule, requireRights, rightsColumns } from './rights.ts'

type View = (typeof rightsViews)[number]

export const rightsQueries: Pick<QueriesOf<'digitization'>, 'rights' | 'rightsOf' | 'rightsRule'> = {
  async rights({ view, text, offset, limit }, { db, today }) {
    const rule = await readRule(db)
    const soon = new Date(Date.parse(today) + rule.warnDays * 86_400_000).toISOString().slice(0, 10)
    const words = fold(text.trim())
    const from = sql`from (select titleId, count(*) as jobs from digitizationJob
        where state != 'cancelled' group by titleId) as job
      join title on title.id = job.titleId
      left join digitizationRights as standing on standing.id = (select last.id from digitizationRights as last
        where last.titleId = job.titleId and last.takenBackOn is null and last.decidedOn <= ${today}
        order by last.decidedOn desc, last.id desc limit 1)
        and (standing.expiresOn is null or standing.expiresOn >= ${today})
      where ${conditionOf(view, soon)}
        ${words === '' ? sql`` : sql`and title.foldedTitle like ${`%${words}%`}`}`
    const counted = await sql<{ count: number }>`select count(*) as count ${from}`.execute(db)
    const { rows } = await sql<{ id: number; title: string; jobs: number; decisionId: number | null }>`
      select title.id, title.title, job.jobs, standing.id as decisionId ${from}
      order by ${view === 'expiring' ? sql`standing.expiresOn, title.id` : sql`title.sortKey, title.id`}
      limit ${limit} offset ${offset}`.execute(db)
    const decisions = await db
      .selectFrom('digitizationRights')
      .select(rightsColumns)
      .where('id', 'in', idsIn(rows.flatMap(({ decisionId }) => decisionId ?? [])))
      .execute()
    const byId = new Map(decisions.map((decision) => [decision.id, decision]))
    return {
      rows: rows.map(({ decisionId, ...row }): TitleRights => {
        const decision = byId.get(decisionId ?? 0) ?? null
        return { ...row, decision, mayPublish: permits(decision, rule) }
      }),
      total: { count: counted.rows[0]?.count ?? 0, isExact: true },
    }
  },

  async rightsOf({ titleId }, { db, today }) {
    const standing = await requireRights(db, titleId, today)
    const history = await db
      .selectFrom('digitizationRights')
      .select([...rightsColumns, 'takenBackOn'])
      .where('titleId', '=', titleId)
      .orderBy('decidedOn', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return { standing, mayPublish: permits(standing, await readRule(db)), history }
  },

  rightsRule: (_, { db }) => readRule(db),
}

function conditionOf(view: View, soon: string) {
  const isKnown = sql`(standing.id is not null and standing.status != 'unknown')`
  switch (view) {
    case 'unknown':
      return sql`not ${isKnown}`
    case 'expiring':
      return sql`standing.expiresOn <= ${soon}`
    case 'decided':
      return isKnown
    case 'all':
      return sql`true`
  }
}

type RightsVerb = 'decideRights' | 'takeBackRights' | 'setRightsRule'

export const rightsCommands: Pick<CommandsOf<'digitization'>, RightsVerb> = {
  async decideRights({ titleIds, ...decision }, { db, fail, today, now }) {
    const { status, basis, evidence, decidedOn, decidedBy, expiresOn } = decision
    if (decidedOn > today) fail('decided_in_future', { on: displayDate(decidedOn) })
    if (expiresOn !== null && expiresOn < decidedOn) fail('expires_before_decision')
    if (status !== 'unknown' && (basis === '' || evidence === '')) fail('evidence_missing')
    const wanted = [...new Set(titleIds)]
    const known = await db.selectFrom('title').select('id').where('id', 'in', idsIn(wanted)).execute()
    if (known.length < wanted.length) {
      const found = new Set(known.map(({ id }) => id))
      fail('title_not_found', { id: wanted.find((id) => !found.has(id)) ?? 0 })
    }
    const { rows } = await sql<{ id: number }>`
      insert into digitizationRights (titleId, status, basis, evidence, decidedOn, decidedBy, expiresOn, createdAt)
      select value, ${status}, ${basis}, ${evidence}, ${decidedOn}, ${decidedBy}, ${expiresOn}, ${now}
      from json_each(${JSON.stringify(wanted)}) returning id`.execute(db)
    return { titles: wanted.length, ids: rows.map(({ id }) => id) }
  },

  async takeBackRights({ ids }, { db, fail, today }) {
    const taken = await db
      .updateTable('digitizationRights')
      .set({ takenBackOn: today })
      .where('id', 'in', idsIn(ids))
      .where('takenBackOn', 'is', null)
      .returning('id')
      .execute()
    if (taken.length < new Set(ids).size) fail('rights_not_found')
    return { decisions: taken.length }
  },

  async setRightsRule(rule, { db }) {
    await db
      .updateTable('library')
      .set({ digitizationRule: JSON.stringify(rule) })
      .execute()
    return rule
  },
}
