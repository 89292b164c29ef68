import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { PriorityClass, Template } from '../../shared/digitization/contract.ts'
import type { Material } from '../../shared/catalogue/contract.ts'
import { mostTitles } from '../../shared/digitization/collections-contract.ts'
import { selectedIds } from '../catalogue/index.ts'
import type { Reader, Writer } from '../connection.ts'
import type { ChunkContext, JobHandler } from '../context.ts'
import type { Fail } from '../failure.ts'
import { dropUntouched } from './batches.ts'
import { requireProject } from './projects.ts'
import { readTemplates } from './templates.ts'

const writeAtOnce = 1000

type NewJob = {
  titleId: number
  copyId: number | null
  class: PriorityClass
  material: Material
  templateVersionId: number
  stageId: number
  priority: number
  expectedPages: number | null
}
type Chunk = { projectId: number; name: string; jobs: NewJob[] }

export const makeJobs: JobHandler<SpecOf<'digitization.makeJobs'>, Chunk> = {
  async run(input, { db, fail, jobId, progress, write }) {
    const project = await requireProject(db, input.projectId, fail)
    if (project.closedOn !== null) fail('project_closed', { name: project.name })
    const templateFor = await templateChooser(db, input.templateId, fail)
    progress(0, null)
    const all = await selectedIds(db, input.selection, { limit: mostTitles })
    const wanted = new Wanted(input.name, input.batchSize)
    const left = { known: 0, withoutCopies: 0 }
    let jobs = 0
    async function flush(isEnd: boolean): Promise<void> {
      for (const { name, jobs: part } of wanted.parts(isEnd)) {
        await write({ projectId: project.id, name, jobs: part })
        jobs += part.length
      }
    }
    for (let from = 0; from < all.length; from += writeAtOnce) {
      const titles = await titlesOf(db, all.slice(from, from + writeAtOnce))
      for (const title of titles) {
        if (title.isKnown === 1 && !input.includesKnown) {
          left.known += 1
          continue
        }
        const copyIds: (number | null)[] = input.by === 'title' ? [null] : copiesOf(title.copyIds)
        if (copyIds.length === 0) left.withoutCopies += 1
        const { versionId, stages } = templateFor(title.material)
        for (const copyId of copyIds)
          wanted.add({
            titleId: title.id,
            copyId,
            class: classOf(title.classes),
            material: title.material,
            templateVersionId: versionId,
            stageId: stages[0]?.id ?? 0,
            priority: input.priority,
            expectedPages: input.expectedPages,
          })
      }
      await flush(false)
      progress(Math.min(from + writeAtOnce, all.length), all.length)
    }
    await flush(true)
    if (jobs === 0) fail('nothing_to_make', { titles: all.length, ...left })
    const batches = await db.selectFrom('digitizationBatch').select('id').where('jobId', '=', jobId).execute()
    return { batchIds: batches.map(({ id }) => id), jobs, ...left }
  },

  async apply({ projectId, name, jobs }, { db, jobId, now, today, userId }) {
    const batchId = await batchNamed(db, { projectId, name, jobId, now })
    const first = await firstFreeId(db)
    await sql`insert into digitizationJob (id, code, titleId, copyId, projectId, batchId, class, material,
        templateVersionId, stageId, state, priority, expectedPages, createdAt, updatedAt)
      select ${first} + key, printf('SH%d', ${first} + key), value ->> 'titleId', value ->> 'copyId', ${projectId},
        ${batchId}, value ->> 'class', value ->> 'material', value ->> 'templateVersionId', value ->> 'stageId',
        'open', value ->> 'priority', value ->> 'expectedPages', ${now}, ${now}
      from json_each(${JSON.stringify(jobs)})`.execute(db)
    await sql`insert into digitizationEvent (jobId, at, "on", kind, stageId, stageKind, toStageId, userId)
      select job.id, ${now}, ${today}, 'made', stage.id, stage.kind, stage.id, ${userId}
      from digitizationJob as job join digitizationStage as stage on stage.id = job.stageId
      where job.id >= ${first}`.execute(db)
    return { bulk: { batchId, firstId: first, jobs: jobs.length } }
  },

  async takeBack({ db, jobId }: ChunkContext) {
    const batch = await db
      .selectFrom('digitizationBatch')
      .select('id')
      .where('jobId', '=', jobId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!batch) return false
    await dropUntouched(db, batch.id)
    // Jobs that somebody took up meanwhile stay, as a batch of no run.
    await db.updateTable('digitizationBatch').set({ jobId: null }).where('id', '=', batch.id).execute()
    return true
  },
}

/** Jobs on their way into batches: one, or as many as the size makes. */
class Wanted {
  #waiting: NewJob[] = []
  #batch = 1
  readonly #name: string
  readonly #size: number | null

  constructor(name: string, size: number | null) {
    this.#name = name
    this.#size = size
  }

  add(job: NewJob): void {
    this.#waiting.push(job)
  }

  *parts(isEnd: boolean): Generator<{ name: string; jobs: NewJob[] }> {
    const size = this.#size ?? writeAtOnce
    while (this.#waiting.length >= size || (isEnd && this.#waiting.length > 0)) {
      const name = this.#size === null ? this.#name : `${this.#name} – ${this.#batch}`
      this.#batch += 1
      yield { name, jobs: this.#waiting.splice(0, size) }
    }
  }
}

type TitleFacts = { id: number; material: Material; classes: string; isKnown: number; copyIds: string }

async function titlesOf(db: Reader, ids: readonly number[]): Promise<TitleFacts[]> {
  const { rows } = await sql<TitleFacts>`
    select title.id, title.material, title.classes,
      exists (select 1 from digitizationJob as job where job.titleId = title.id and job.state != 'cancelled') as isKnown,
      (select json_group_array(copy.id) from copy where copy.titleId = title.id and copy.withdrawnOn is null
        and copy.cancelledOn is null) as copyIds
    from json_each(${JSON.stringify(ids)}) as wanted cross join title on title.id = wanted.value
    where title.removedOn is null order by wanted.key`.execute(db)
  return rows
}

function copiesOf(json: string): number[] {
  return JSON.parse(json) as number[]
}

const rank: readonly PriorityClass[] = [
  'ancient',
  'rare',
  'special_value',
  'local_history',
  'out_of_copyright',
  'endogenous',
]

/** The class that comes first, of those a title is in: each title counts in one only. */
function classOf(classes: string): PriorityClass {
  const own = new Set(classes.split(' '))
  return rank.find((each) => own.has(each)) ?? 'other'
}

async function templateChooser(
  db: Reader,
  templateId: number | null,
  fail: Fail<'template_not_found'>,
): Promise<(material: Material) => Template> {
  const templates = (await readTemplates(db)).filter(({ retiredOn }) => retiredOn === null)
  const chosen = templates.find(({ id }) => id === templateId)
  if (templateId !== null) {
    const only = chosen ?? fail('template_not_found', { id: templateId })
    return () => only
  }
  const general = templates.find(({ material }) => material === null) ?? templates[0]
  return (material) =>
    templates.find((each) => each.material === material) ?? general ?? fail('template_not_found', { id: 0 })
}

type BatchKey = { projectId: number; name: string; jobId: number; now: string }

async function batchNamed(db: Writer, { projectId, name, jobId, now }: BatchKey): Promise<number> {
  const known = await db
    .selectFrom('digitizationBatch')
    .select('id')
    .where('jobId', '=', jobId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (known) return known.id
  const { id } = await db
    .insertInto('digitizationBatch')
    .values({ projectId, name, jobId, madeAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Never one that a batch taken back has had: its slips may lie about still. */
async function firstFreeId(db: Writer): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select seq from sqlite_sequence where name = 'digitizationJob'`.execute(db)
  return (rows[0]?.seq ?? 0) + 1
}
