import { sql } from 'kysely'
import type { ImportRun, RunOptions } from '../../shared/interchange/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import type { Schema } from '../schema.generated.ts'
import type { Selectable } from 'kysely'

/** What a run made beside titles and copies, and what it wrote; kept with the run so that it can be taken back. */
export type Written = {
  created: number
  overlaid: number
  copies: number
  skipped: number
  removed: number
  voucherBySource: Record<string, number>
  siteIds: number[]
  storeIds: number[]
  seriesIds: number[]
  catchAllSeriesId: number
  /** Authorities above this came with the run, or since. */
  authoritiesAfter: number
  removedTitleIds: number[]
}

export const nothingWritten: Written = {
  created: 0,
  overlaid: 0,
  copies: 0,
  skipped: 0,
  removed: 0,
  voucherBySource: {},
  siteIds: [],
  storeIds: [],
  seriesIds: [],
  catchAllSeriesId: 0,
  authoritiesAfter: 0,
  removedTitleIds: [],
}

/**
 * A merger takes in a library of this program, none of whose titles is a double of another of its own; its run is shown
 * and treated with it, never among the imports.
 */
export type RunKind = RunOptions['kind'] | 'merger'
export type KeptOptions = Omit<RunOptions, 'kind'> & { kind: RunKind }

export type RunRow = Omit<Selectable<Schema['importRun']>, 'options' | 'written'> & {
  options: KeptOptions
  written: Written
}

export async function findRun(db: Reader, id: number): Promise<RunRow | undefined> {
  const row = await db.selectFrom('importRun').selectAll().where('id', '=', id).executeTakeFirst()
  return row && parsed(row)
}

/** The run of the job that reads its file. */
export async function runOfJob(db: Reader, stageJobId: number): Promise<RunRow> {
  const row = await db
    .selectFrom('importRun')
    .selectAll()
    .where('stageJobId', '=', stageJobId)
    .executeTakeFirstOrThrow()
  return parsed(row)
}

export async function runOfWriting(db: Reader, writeJobId: number): Promise<RunRow | undefined> {
  const row = await db
    .selectFrom('importRun')
    .selectAll()
    .where('writeJobId', '=', writeJobId)
    .executeTakeFirst()
  return row && parsed(row)
}

function parsed(row: Selectable<Schema['importRun']>): RunRow {
  return { ...row, options: JSON.parse(row.options), written: JSON.parse(row.written) }
}

/** The run, provided it is as far as the act needs it to be. */
export async function requireRun(
  db: Reader,
  { id, states, rev }: { id: number; states: readonly RunRow['state'][]; rev?: number },
  fail: Fail<'run_not_found' | 'wrong_state'>,
): Promise<RunRow> {
  const run = await findRun(db, id)
  // A merger is begun, written and taken back as a whole, with all that belongs to it.
  if (!run || run.options.kind === 'merger') return fail('run_not_found', { id })
  if (rev !== undefined && run.rev !== rev) fail('stale', { id, rev: run.rev })
  if (!states.includes(run.state)) fail('wrong_state', { state: run.state })
  return run
}

/** As people are shown it. */
export function shownRun(run: RunRow & { userName: string | null }, hasFile: boolean): ImportRun {
  const { created, overlaid, copies, skipped, removed } = run.written
  return {
    id: run.id,
    rev: run.rev,
    state: run.state,
    options: run.options as RunOptions,
    files: JSON.parse(run.files),
    encoding: run.encoding.split(' ')[0] ?? 'utf8',
    counts: shownCounts(run),
    written: { created, overlaid, copies, skipped, removed },
    hasFile,
    startedAt: run.startedAt,
    userName: run.userName,
    writtenAt: run.writtenAt,
    undoneAt: run.undoneAt,
  }
}

export function shownCounts({ counts }: Pick<RunRow, 'counts'>): ImportRun['counts'] {
  return { ...noCounts, ...JSON.parse(counts) }
}

/** Of a run that is still being read. */
const noCounts: ImportRun['counts'] = {
  records: 0,
  bytes: 0,
  byVerdict: {},
  byRule: [],
  copies: 0,
  copiesTaken: 0,
  problems: [],
  unknownValues: [],
  series: [],
  vanished: 0,
}

/** Titles of a refresh's source that its file does not have any more. */
export function vanishedOf(db: Reader, { id, source }: Pick<RunRow, 'id' | 'source'>) {
  return db
    .selectFrom('titleOrigin')
    .innerJoin('title', 'title.id', 'titleOrigin.titleId')
    .where('titleOrigin.source', '=', source)
    .where('title.removedOn', 'is', null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('importRecord')
            .select('importRecord.id')
            .where('importRecord.runId', '=', id)
            .whereRef('importRecord.titleId', '=', 'titleOrigin.titleId'),
        ),
      ),
    )
}

export async function countVanished(db: Reader, run: RunRow): Promise<number> {
  if (run.options.kind !== 'refresh') return 0
  const { count } = await vanishedOf(db, run)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
