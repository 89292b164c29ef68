import { sql } from 'kysely'
import { demoMachines, type DemoJob, type DemoWork } from '../../shared/demo/digitization.ts'
import type { Writer } from '../connection.ts'
import { insertRows, type Value } from '../insert-rows.ts'
import type { Chosen, Projects } from './digitization.ts'

const jobColumns = [
  'id',
  'code',
  'titleId',
  'projectId',
  'batchId',
  'class',
  'material',
  'templateVersionId',
  'stageId',
  'state',
  'priority',
  'expectedPages',
  'takenById',
  'createdAt',
  'updatedAt',
]
const eventColumns = [
  'jobId',
  'at',
  'on',
  'kind',
  'stageId',
  'stageKind',
  'toStageId',
  'pages',
  'userId',
  'machine',
  'reason',
]

type Given = { work: DemoWork; titles: readonly Chosen[]; projects: Projects; userId: number | null }

/** Jobs with their events, in batches by project, and the machines that scanned. */
export async function insertJobs(db: Writer, given: Given): Promise<void> {
  const batches = await insertBatches(db, given)
  const first = await firstFreeId(db)
  await insertRows(db, 'digitizationJob', jobColumns, jobRows(given, { first, batches }))
  await insertRows(db, 'digitizationEvent', eventColumns, eventRows(given, first))
  const machines = Object.values(demoMachines).map((name) => [name])
  await insertRows(db, 'digitizationMachine', ['name'], machines)
}

async function insertBatches(db: Writer, { work: { jobs }, projects }: Given): Promise<Map<number, number>> {
  const batches = new Map<number, number>()
  for (const projectId of new Set(jobs.map((job) => projectOf(job, projects)))) {
    const madeAt = `${jobs.find((job) => projectOf(job, projects) === projectId)?.madeOn ?? ''}T01:30:00.000Z`
    const { id } = await db
      .insertInto('digitizationBatch')
      .values({ projectId, name: 'Đợt 1', madeAt })
      .returning('id')
      .executeTakeFirstOrThrow()
    batches.set(projectId, id)
  }
  return batches
}

type Numbered = { first: number; batches: ReadonlyMap<number, number> }

function jobRows({ work, titles, projects, userId }: Given, { first, batches }: Numbered): Value[][] {
  return work.jobs.map((job, at) => {
    const projectId = projectOf(job, projects)
    const { class: own = 'other', material = 'book', versionId = 0 } = titles[at] ?? {}
    return [
      first + at,
      `SH${first + at}`,
      job.titleId,
      projectId,
      batches.get(projectId) ?? null,
      own,
      material,
      versionId,
      job.stageId,
      job.state,
      job.priority,
      job.pages,
      job.isTaken ? userId : null,
      `${job.madeOn}T01:30:00.000Z`,
      `${job.lastOn}T08:10:00.000Z`,
    ]
  })
}

function eventRows({ work, userId }: Given, first: number): Value[][] {
  return work.events.map(({ job, on, kind, stage, toStageId, pages, machine, reason }, at) => [
    first + job,
    `${on}T0${1 + (at % 8)}:${10 + (at % 50)}:00.000Z`,
    on,
    kind,
    stage.id,
    stage.kind,
    toStageId,
    pages,
    userId,
    machine,
    reason,
  ])
}

function projectOf(job: DemoJob, { year, last, current, precious }: Projects): number {
  if (job.isPrecious) return precious
  return job.madeOn < `${year}` ? last : current
}

/** Numbers of slips are never used twice. */
async function firstFreeId(db: Writer): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select seq from sqlite_sequence where name = 'digitizationJob'`.execute(db)
  return (rows[0]?.seq ?? 0) + 1
}
