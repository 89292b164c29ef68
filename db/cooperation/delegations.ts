import { sql } from 'kysely'
import type { Delegation, DelegationFields } from '../../shared/cooperation/contract.ts'
import { fold } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { given, requireLinked, requireOrder } from './checks.ts'
import { namedOrNone } from './reading.ts'

type Commands = Pick<CommandsOf<'cooperation'>, 'addDelegation' | 'updateDelegation'>
type Checking = Pick<Parameters<Commands['addDelegation']>[1], 'db' | 'fail'>

export const delegationQueries: Pick<QueriesOf<'cooperation'>, 'delegation'> = {
  delegation: async ({ id }, { db, fail }) =>
    (await readDelegations(db, [id]))[0] ?? fail('delegation_not_found', { id }),
}

export const delegationCommands: Commands = {
  async addDelegation(fields, context) {
    await check(fields, context)
    const { id } = await context.db
      .insertInto('delegation')
      .values(asRow(fields))
      .returning('id')
      .executeTakeFirstOrThrow()
    return saved(context.db, id)
  },

  async updateDelegation({ id, rev, ...fields }, context) {
    const { db, fail } = context
    const [delegation] = await readDelegations(db, [id])
    if (!delegation) return fail('delegation_not_found', { id })
    if (delegation.rev !== rev) fail('stale', { id, rev: delegation.rev })
    await check(fields, context)
    await db
      .updateTable('delegation')
      .set({ ...asRow(fields), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return saved(db, id)
  },
}

async function check(fields: DelegationFields, { db, fail }: Checking): Promise<void> {
  requireOrder(fields.startsOn, [fields.endsOn], fail)
  if (headcountOf(fields) === 0) fail('nobody_went')
  const { partnerId, projectId, activityId } = fields
  await requireLinked(
    db,
    { partner: given(partnerId), cooperationProject: given(projectId), activity: given(activityId) },
    fail,
  )
}

const headcountOf = ({ leaders, librarians, others }: DelegationFields): number =>
  leaders + librarians + others

function asRow(fields: DelegationFields) {
  return { ...fields, folded: fold(`${fields.programme} ${fields.country}`) }
}

async function saved(db: Reader, id: number): Promise<Delegation> {
  const [delegation] = await readDelegations(db, [id])
  if (!delegation) throw new Error('a delegation that was just written is not there')
  return delegation
}

/** In the order of the ids; those that were removed are left out. */
export async function readDelegations(db: Reader, ids: readonly number[]): Promise<Delegation[]> {
  const { rows } = await sql<DelegationFields & Ids & Names>`
    select d.id, d.rev, d.direction, d.programme, d.country, d.partnerId, d.projectId, d.activityId, d.startsOn,
      d.endsOn, d.leaders, d.librarians, d.others, d.people, d.funding, d.result,
      partner.name as partnerName, project.name as projectName, activity.name as activityName
    from json_each(${JSON.stringify(ids)}) as wanted join delegation as d on d.id = wanted.value
    left join partner on partner.id = d.partnerId
    left join cooperationProject as project on project.id = d.projectId
    left join activity on activity.id = d.activityId
    where d.removedOn is null order by wanted.key`.execute(db)
  return rows.map(({ partnerName, projectName, activityName, ...row }) => ({
    ...row,
    headcount: headcountOf(row),
    partner: namedOrNone(row.partnerId, partnerName),
    project: namedOrNone(row.projectId, projectName),
    activity: namedOrNone(row.activityId, activityName),
  }))
}

type Ids = { id: number; rev: number }
type Names = { partnerName: string | null; projectName: string | null; activityName: string | null }
