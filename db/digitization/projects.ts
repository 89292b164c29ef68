import { sql } from 'kysely'
import type { Project } from '../../shared/digitization/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { countsOfJobs } from './reading.ts'

export const projectQueries: Pick<QueriesOf<'digitization'>, 'projects'> = {
  projects: (_, { db }) => readProjects(db),
}

export const projectCommands: Pick<CommandsOf<'digitization'>, 'addProject'> = {
  async addProject({ year, ...fields }, { db, fail }) {
    requireOrder(fields, fail)
    const planId = await planOf(db, year)
    await requireFreeName(db, { planId, name: fields.name }, fail)
    const { id } = await db
      .insertInto('digitizationProject')
      .values({ ...fields, planId })
      .returning('id')
      .executeTakeFirstOrThrow()
    return readBack(db, id)
  },
}

/** The newest year first. */
async function readProjects(db: Reader): Promise<Project[]> {
  const rows = await db
    .selectFrom('digitizationProject as project')
    .innerJoin('digitizationPlan as plan', 'plan.id', 'project.planId')
    .select(['project.id', 'project.rev', 'plan.year', 'project.name', 'manner', 'contractor', 'funding'])
    .select(['budgetMinor', 'startsOn', 'endsOn', 'closedOn', 'project.note'])
    .select(countsOfJobs(sql`job.projectId = project.id`))
    .orderBy('plan.year', 'desc')
    .orderBy('project.id', 'desc')
    .execute()
  return rows
}

export async function requireProject(
  db: Reader,
  id: number,
  fail: Fail<'project_not_found'>,
): Promise<Project> {
  return (await readProjects(db)).find((each) => each.id === id) ?? fail('project_not_found', { id })
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

async function requireFreeName(
  db: Reader,
  { planId, name }: { planId: number; name: string },
  fail: Fail<'project_name_taken'>,
): Promise<void> {
  const other = await db
    .selectFrom('digitizationProject')
    .select('id')
    .where('planId', '=', planId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (other) fail('project_name_taken', { name })
}

type Days = { startsOn: string | null; endsOn: string | null }

function requireOrder({ startsOn, endsOn }: Days, fail: Fail<'ends_before_start'>): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    fail('ends_before_start', { startedOn: startsOn, endedOn: endsOn })
}
