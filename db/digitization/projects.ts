import { sql } from 'kysely'
import type { Project, Target } from '../../shared/digitization/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { countsOfJobs } from './reading.ts'

export const projectQueries: Pick<QueriesOf<'digitization'>, 'projects'> = {
  projects: (_, { db }) => readProjects(db),
}

type ProjectVerb = 'addProject' | 'updateProject' | 'closeProject' | 'removeProject'

export const projectCommands: Pick<CommandsOf<'digitization'>, ProjectVerb> = {
  async addProject({ year, targets, ...fields }, { db, fail }) {
    requireSound(fields, fail)
    const planId = await planOf(db, year)
    await requireFreeName(db, { id: 0, planId, name: fields.name }, fail)
    const { id } = await db
      .insertInto('digitizationProject')
      .values({ ...fields, planId })
      .returning('id')
      .executeTakeFirstOrThrow()
    await putTargets(db, id, targets)
    return readBack(db, id)
  },

  async updateProject({ id, rev, year, targets, ...fields }, { db, fail }) {
    await requireUnchanged(db, { id, rev }, fail)
    requireSound(fields, fail)
    const planId = await planOf(db, year)
    await requireFreeName(db, { id, planId, name: fields.name }, fail)
    await db
      .updateTable('digitizationProject')
      .set({ ...fields, planId, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await putTargets(db, id, targets)
    return readBack(db, id)
  },

  async closeProject({ id, rev, isClosed }, { db, fail, today }) {
    await requireUnchanged(db, { id, rev }, fail)
    await db
      .updateTable('digitizationProject')
      .set({ closedOn: isClosed ? today : null, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return readBack(db, id)
  },

  async removeProject({ id, rev }, { db, fail }) {
    const { name, open, done, cancelled } = await requireUnchanged(db, { id, rev }, fail)
    const jobs = open + done + cancelled
    if (jobs > 0) fail('project_has_jobs', { name, jobs })
    await db.deleteFrom('digitizationTarget').where('projectId', '=', id).execute()
    await db.deleteFrom('digitizationProject').where('id', '=', id).execute()
    return { id }
  },
}

/** The newest year first. */
export async function readProjects(db: Reader): Promise<Project[]> {
  const rows = await db
    .selectFrom('digitizationProject as project')
    .innerJoin('digitizationPlan as plan', 'plan.id', 'project.planId')
    .select(['project.id', 'project.rev', 'plan.year', 'project.name', 'manner', 'contractor', 'funding'])
    .select(['budgetMinor', 'startsOn', 'endsOn', 'closedOn', 'project.note'])
    .select(countsOfJobs(sql`job.projectId = project.id`))
    .orderBy('plan.year', 'desc')
    .orderBy('project.id', 'desc')
    .execute()
  const targets = await db
    .selectFrom('digitizationTarget')
    .select(['projectId', 'class', 'titles', 'pages', 'files'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    targets: targets
      .filter(({ projectId }) => projectId === row.id)
      .map(({ projectId: _, ...target }) => target),
  }))
}

export async function requireProject(
  db: Reader,
  id: number,
  fail: Fail<'project_not_found'>,
): Promise<Project> {
  return (await readProjects(db)).find((each) => each.id === id) ?? fail('project_not_found', { id })
}

async function requireUnchanged(
  db: Reader,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'project_not_found'>,
): Promise<Project> {
  const project = await requireProject(db, id, fail)
  if (project.rev !== rev) fail('stale', { id, rev: project.rev })
  return project
}

async function readBack(db: Reader, id: number): Promise<Project> {
  const project = (await readProjects(db)).find((each) => each.id === id)
  if (!project) throw new Error(`project ${id} is gone within its own command`)
  return project
}

/** The plan of a year is there once somebody plans for that year. */
async function planOf(db: Writer, year: number): Promise<number> {
  await db
    .insertInto('digitizationPlan')
    .values({ year })
    .onConflict((clash) => clash.column('year').doNothing())
    .execute()
  const { id } = await db
    .selectFrom('digitizationPlan')
    .select('id')
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  return id
}

async function putTargets(db: Writer, projectId: number, targets: readonly Target[]): Promise<void> {
  const wanted = targets.filter(({ titles, pages, files }) => titles + pages + files > 0)
  await db.deleteFrom('digitizationTarget').where('projectId', '=', projectId).execute()
  if (wanted.length === 0) return
  await db
    .insertInto('digitizationTarget')
    .values(wanted.map((target) => ({ ...target, projectId })))
    .execute()
}

async function requireFreeName(
  db: Reader,
  { id, planId, name }: { id: number; planId: number; name: string },
  fail: Fail<'project_name_taken'>,
): Promise<void> {
  const other = await db
    .selectFrom('digitizationProject')
    .select('id')
    .where('planId', '=', planId)
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (other) fail('project_name_taken', { name })
}

type Checked = Pick<Project, 'startsOn' | 'endsOn' | 'manner' | 'contractor'>

function requireSound(
  { startsOn, endsOn, manner, contractor }: Checked,
  fail: Fail<'ends_before_start' | 'contractor_missing'>,
): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    fail('ends_before_start', { startedOn: startsOn, endedOn: endsOn })
  if (manner === 'contractor' && contractor === '') fail('contractor_missing')
}
