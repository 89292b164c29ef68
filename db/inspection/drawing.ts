import { randomBytes, randomInt } from 'node:crypto'
import type { Lot } from '../../shared/inspection/contract.ts'
import {
  acceptanceFor,
  drawSample,
  largestSample,
  largestSeed,
  sampleSize,
} from '../../shared/inspection/rules.ts'
import { uuidV7 } from '../../shared/ids.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { insertRows } from '../insert-rows.ts'
import { filePagesOf, readLot, type LotJob, type PlacedPage } from './lot.ts'
import { asSaved, requireInspection, requireNewName } from './reading.ts'
import { readRule } from './rule.ts'

type Sizing = { sizeBy: 'number' | 'percent' | 'table'; sizeValue: number | null; fromEachJob: boolean }

export const drawingQueries: Pick<QueriesOf<'inspection'>, 'previewSample'> = {
  async previewSample({ lot, ...sizing }, { db }) {
    const { jobs, uncounted, population, size, acceptance } = await planOf(db, lot, sizing)
    return {
      jobs: jobs.length,
      withFiles: jobs.filter(({ hasFiles }) => hasFiles).length,
      uncounted,
      population,
      size,
      acceptance,
      earlier: await lastOfLot(db, lot),
    }
  },
}

export const drawingCommands: Pick<CommandsOf<'inspection'>, 'draw'> = {
  async draw({ name, lot, seed, major, minor, followsId, ...sizing }, { db, fail, actor, now }) {
    await requireNewName(db, { name, id: null }, fail)
    if (followsId !== null) await requireInspection(db, followsId, fail)
    if (sizing.sizeBy !== 'table' && sizing.sizeValue === null) fail('size_missing')
    const { jobs, uncounted, population, size, acceptance } = await planOf(db, lot, sizing)
    if (population === 0) fail('nothing_to_inspect', { uncounted })
    if (size > largestSample) fail('sample_too_large', { size, most: largestSample })
    const drawnWith = seed ?? randomInt(1, largestSeed + 1)
    const pagesByJob = jobs.map(({ pages }) => pages)
    const { fromEachJob } = sizing
    const sample = drawSample({ pagesByJob, size, seed: drawnWith, fromEachJob })
    const { id } = await db
      .insertInto('inspection')
      .values({
        uuid: uuidV7(Date.parse(now), randomBytes(16)),
        name,
        state: 'open',
        lot: JSON.stringify(lot),
        followsId,
        sizeBy: sizing.sizeBy,
        sizeValue: sizing.sizeValue,
        fromEachJob: Number(fromEachJob),
        seed: drawnWith,
        jobs: jobs.length,
        uncounted,
        population,
        size: sample.length,
        acceptCritical: acceptance.critical,
        acceptMajor: major ?? acceptance.major,
        acceptMinor: minor ?? acceptance.minor,
        drawnAt: now,
        drawnById: actor?.userId ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeSample(db, { inspectionId: id, jobs, sample })
    return asSaved(db, id)
  },
}

type Plan = {
  /** Those that have pages to be drawn. */
  jobs: LotJob[]
  uncounted: number
  population: number
  size: number
  acceptance: { critical: number | null; major: number; minor: number }
}

async function planOf(db: Reader, lot: Lot, sizing: Sizing): Promise<Plan> {
  const { table, critical } = await readRule(db)
  const all = await readLot(db, lot)
  const jobs = all.filter(({ pages }) => pages > 0)
  const population = jobs.reduce((sum, { pages }) => sum + pages, 0)
  const asked = sampleSize(sizing, population, table)
  const size = sizing.fromEachJob ? Math.max(asked, jobs.length) : asked
  const acceptance = { critical: critical === 'fails' ? 0 : null, ...acceptanceFor(size, table) }
  return { jobs, uncounted: all.length - jobs.length, population, size, acceptance }
}

/** The last inspection of the same lot, by the same words. */
function lastOfLot(db: Reader, lot: Lot): Promise<{ id: number; name: string } | null> {
  return db
    .selectFrom('inspection')
    .select(['id', 'name'])
    .where('lot', '=', JSON.stringify(lot))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
    .then((row) => row ?? null)
}

/** Files of so many jobs are in memory at once. */
const jobsAtOnce = 200

type Drawn = {
  inspectionId: number
  jobs: readonly LotJob[]
  sample: readonly { job: number; page: number }[]
}

async function writeSample(db: Writer, { inspectionId, jobs, sample }: Drawn): Promise<void> {
  await insertRows(
    db,
    'inspectionJob',
    ['inspectionId', 'jobId', 'pages', 'scanEventId'],
    jobs.map(({ jobId, pages, scanEventId }) => [inspectionId, jobId, pages, scanEventId]),
  )
  const lotJobs = await db
    .selectFrom('inspectionJob')
    .select(['id', 'jobId'])
    .where('inspectionId', '=', inspectionId)
    .execute()
  const lotJobIdByJob = new Map(lotJobs.map(({ id, jobId }) => [jobId, id]))
  const drawn = sample.map(({ job, page }, at) => ({ lotJob: jobs[job], page, place: at + 1 }))
  const sampledByJob = Map.groupBy(drawn, ({ lotJob }) => lotJob)
  const sampled = [...sampledByJob.keys()].filter((job) => job !== undefined)
  for (let from = 0; from < sampled.length; from += jobsAtOnce) {
    const part = sampled.slice(from, from + jobsAtOnce)
    const withFiles = part.filter(({ hasFiles }) => hasFiles).map(({ jobId }) => jobId)
    const filePages = await filePagesOf(db, withFiles)
    const rows = part.flatMap((job) => {
      const placed = filePages.get(job.jobId)
      return (sampledByJob.get(job) ?? []).map(({ page, place }) => {
        const { fileId, path, ...shown } = placed?.[page] ?? byNumber(page)
        return [inspectionId, lotJobIdByJob.get(job.jobId) ?? 0, place, shown.page, fileId, path]
      })
    })
    await insertRows(
      db,
      'inspectionPage',
      ['inspectionId', 'lotJobId', 'place', 'page', 'fileId', 'path'],
      rows,
    )
  }
}

function byNumber(page: number): PlacedPage {
  return { page: page + 1, fileId: null, path: '' }
}
