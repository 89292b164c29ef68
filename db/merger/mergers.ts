import { join } from 'node:path'
import type { Selectable } from 'kysely'
import type { Found, Merger, Numbering, SitePlan } from '../../shared/merger/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { findRun, type RunRow } from '../interchange/index.ts'
import { keptFolder } from '../kept-folders.ts'
import type { Schema } from '../schema.generated.ts'

export type Letterhead = { governingBody: string; language: 'vi' | 'en'; signerTitle: string }
export type MergerRow = Omit<Selectable<Schema['merger']>, 'sites' | 'numbering' | 'found' | 'letterhead'> & {
  sites: SitePlan[]
  numbering: Numbering
  found: Found
  letterhead: Letterhead
  run: RunRow
}

/** Named after the job that read the source: the copy of it while it is needed, and its journal for good. */
export function mergerFolder(dataDir: string, stageJobId: number): string {
  return join(keptFolder(dataDir, 'mergers'), String(stageJobId))
}

export const nothingFound: Found = {
  titles: 0,
  byVerdict: {},
  copies: 0,
  gone: 0,
  away: 0,
  numberClashes: 0,
  barcodeClashes: 0,
  books: 0,
  lines: 0,
  withdrawals: 0,
  subscriptions: 0,
  issues: 0,
  openingCopies: 0,
  leftBehind: [],
}

export async function findMerger(db: Reader, id: number): Promise<MergerRow | undefined> {
  const row = await db.selectFrom('merger').selectAll().where('id', '=', id).executeTakeFirst()
  const run = row && (await findRun(db, row.runId))
  if (!row || !run) return undefined
  return {
    ...row,
    sites: JSON.parse(row.sites),
    numbering: JSON.parse(row.numbering),
    found: JSON.parse(row.found),
    letterhead: JSON.parse(row.letterhead),
    run,
  }
}

export async function mergerOfRun(db: Reader, runId: number): Promise<MergerRow> {
  const { id } = await db
    .selectFrom('merger')
    .select('id')
    .where('runId', '=', runId)
    .executeTakeFirstOrThrow()
  const merger = await findMerger(db, id)
  if (!merger) throw new Error(`merger ${id} has no run`)
  return merger
}

export async function knownMerger(
  db: Reader,
  id: number,
  fail: Fail<'merger_not_found'>,
): Promise<MergerRow> {
  return (await findMerger(db, id)) ?? fail('merger_not_found', { id })
}

/** The merger, provided it is as far as the act needs it to be. */
export async function requireMerger(
  db: Reader,
  { id, states, rev }: { id: number; states: readonly RunRow['state'][]; rev?: number },
  fail: Fail<'merger_not_found' | 'wrong_state'>,
): Promise<MergerRow> {
  const merger = await knownMerger(db, id, fail)
  if (rev !== undefined && merger.rev !== rev) fail('stale', { id, rev: merger.rev })
  if (!states.includes(merger.run.state)) fail('wrong_state', { state: merger.run.state })
  return merger
}

/** As people are shown it. */
export async function readMerger(db: Reader, id: number): Promise<Merger | null> {
  const merger = await findMerger(db, id)
  if (!merger) return null
  const { run, letterhead: _, isJournalWhole, ...shown } = merger
  const { created, overlaid, copies, siteIds } = run.written
  const user = await db.selectFrom('user').select('name').where('id', '=', run.userId).executeTakeFirst()
  const [file] = JSON.parse(run.files) as { name: string; kind: Merger['fileKind'] }[]
  const { state, startedAt, writtenAt, undoneAt, options } = run
  return {
    ...shown,
    state,
    onMatch: options.onMatch === 'overlay' ? 'overlay' : 'copies',
    written: { created, overlaid, copies, siteIds },
    fileName: file?.name ?? '',
    fileKind: file?.kind ?? 'database',
    isJournalWhole: isJournalWhole === 1,
    startedAt,
    userName: user?.name ?? null,
    writtenAt,
    undoneAt,
  }
}
