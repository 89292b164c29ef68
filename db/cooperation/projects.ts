import { sql } from 'kysely'
import type { Project, ProjectFields } from '../../shared/cooperation/contract.ts'
import { settledMoney } from '../../shared/cooperation/money.ts'
import { projectStateOn } from '../../shared/cooperation/rules.ts'
import { fold } from '../../shared/fold.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandContext, CommandsOf, QueriesOf } from '../context.ts'
import { requireLinked, requireOrder, requireRate, setLinks, type Asked } from './checks.ts'
import { giftSumsBy, noGifts } from './gift-sums.ts'
import { linkedBy, moneyOf } from './reading.ts'

type Commands = Pick<CommandsOf<'cooperation'>, 'addProject' | 'updateProject'>
type Checking = Pick<Parameters<Commands['addProject']>[1], 'db' | 'fail'>

export const projectQueries: Pick<QueriesOf<'cooperation'>, 'project'> = {
  project: async ({ id }, { db, fail, today }) =>
    (await readProjects(db, [id], today))[0] ?? fail('project_not_found', { id }),
}

export const projectCommands: Commands = {
  async addProject({ accepted, ...fields }, context) {
    await check(fields, accepted, context)
    const { id } = await context.db
      .insertInto('cooperationProject')
      .values(asRow(fields))
      .returning('id')
      .executeTakeFirstOrThrow()
    await link(context.db, id, fields)
    return saved(context, id)
  },

  async updateProject({ id, rev, accepted, ...fields }, context) {
    const { db, fail, today } = context
    const [project] = await readProjects(db, [id], today)
    if (!project) return fail('project_not_found', { id })
    if (project.rev !== rev) fail('stale', { id, rev: project.rev })
    await check(fields, accepted, context)
    await link(db, id, fields)
    await db
      .updateTable('cooperationProject')
      .set({ ...asRow(fields), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return saved(context, id)
  },
}

async function check(
  fields: ProjectFields,
  accepted: readonly Asked[],
  { db, fail }: Checking,
): Promise<void> {
  requireOrder(fields.startsOn, [fields.endsOn, fields.endedOn], fail)
  requireRate(fields, accepted, fail)
  await requireLinked(db, { partner: fields.partnerIds, activity: fields.activityIds }, fail)
}

function asRow({ partnerIds: _, activityIds: __, ...fields }: ProjectFields) {
  return {
    ...fields,
    ...settledMoney(fields),
    // How it ended is told of one that has ended only.
    ending: fields.endedOn === null ? null : (fields.ending ?? ('finished' as const)),
    folded: fold(`${fields.name} ${fields.country} ${fields.beneficiaries}`),
  }
}

async function link(db: Writer, id: number, { partnerIds, activityIds }: ProjectFields): Promise<void> {
  await setLinks(db, { table: 'projectPartner', owner: 'projectId', other: 'partnerId' }, id, partnerIds)
  await setLinks(db, { table: 'projectActivity', owner: 'projectId', other: 'activityId' }, id, activityIds)
}

async function saved({ db, today }: Pick<CommandContext, 'db' | 'today'>, id: number): Promise<Project> {
  const [project] = await readProjects(db, [id], today)
  if (!project) throw new Error('a project that was just written is not there')
  return project
}

/** In the order of the ids; those that were removed are left out. */
export async function readProjects(db: Reader, ids: readonly number[], today: string): Promise<Project[]> {
  const rows = await db
    .selectFrom('cooperationProject')
    .select(['id', 'rev', 'name', 'role', 'country', 'startsOn', 'endsOn', 'endedOn', 'ending', 'currency'])
    .select(['amountMinor', 'rate', 'rateOn', 'amountVnd', 'beneficiaries', 'peopleSent', 'peopleReceived'])
    .select(['result', 'note'])
    .where('id', 'in', sql<number>`(select value from json_each(${JSON.stringify(ids)}))`)
    .where('removedOn', 'is', null)
    .execute()
  const partnersOf = await linkedBy(db, { table: 'projectPartner', owner: 'projectId' }, ids)
  const activitiesOf = await linkedBy(db, { table: 'projectActivity', owner: 'projectId' }, ids)
  const received = await giftSumsBy(db, 'projectId', ids)
  const byId = new Map(
    rows.map((row) => {
      const partners = partnersOf(row.id)
      const activities = activitiesOf(row.id)
      const project: Project = {
        ...moneyOf(row),
        state: projectStateOn(row, today),
        partners,
        activities,
        partnerIds: partners.map(({ id }) => id),
        activityIds: activities.map(({ id }) => id),
        received: received.get(row.id) ?? noGifts,
      }
      return [row.id, project]
    }),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}
