import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Writer } from '../connection.ts'
import type { TableName } from '../privacy.ts'
import { clearPapers, type Paper } from './papers.ts'

type MadePlace = 'sites' | 'stores' | 'series' | 'activities' | 'campaigns' | 'partners'
type Span = { firstId: number; lastId: number }
type Written = {
  firstId?: number
  lastId?: number
  authoritiesAfter?: number
  authoritiesTo?: number
  copies?: Span
  vouchers?: Span
  counts?: Span
  made?: Partial<Record<MadePlace, number[]>>
  filled?: Paper[]
  withdrawalId?: number
}
type Step = { table: TableName; which: RawBuilder<SqlBool> }

/**
 * Piece by piece, and what stands on others first; whatever somebody has added or corrected meanwhile stays, as its
 * journal rows show, and so does what it needs.
 */
export async function takeBackSome(
  db: Writer,
  { jobId, limit }: { jobId: number; limit: number },
): Promise<boolean> {
  const pieces = await piecesWritten(db, jobId)
  if (pieces.length === 0) return false
  await clearPapers(db, pieces.find((piece) => piece.filled)?.filled ?? [])
  await standWithdrawnAgain(db, withdrawalsOf(pieces))
  for (const { table, which } of stepsOf(pieces)) {
    const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where id in (
      select id from ${sql.table(table)} as found where ${which} and ${isUntouched(table)}
      order by id desc limit ${limit})`.execute(db)
    if (numAffectedRows > 0n) return true
  }
  return false
}

const isUntouched = (table: TableName, id = sql.ref('found.id')) =>
  sql<SqlBool>`not exists (select 1 from journalRow where tableName = ${table} and rowId = ${id})`

function stepsOf(pieces: readonly Written[]): Step[] {
  const copies = spanOf(pieces.map((piece) => piece.copies))
  const vouchers = spanOf(pieces.map((piece) => piece.vouchers))
  const titles = spanOf(pieces)
  const counts = spanOf(pieces.map((piece) => piece.counts))
  const withdrawals = sql.join([0, ...withdrawalsOf(pieces)])
  const made = (place: MadePlace) => sql.join([0, ...pieces.flatMap((piece) => piece.made?.[place] ?? [])])
  const id = sql.ref('found.id')
  const unused = (table: string, column: string) =>
    sql`not exists (select 1 from ${sql.table(table)} where ${sql.ref(`${table}.${column}`)} = ${id})`
  const copyStays = sql`not ${isUntouched('copy', sql.ref('found.copyId'))}`
  const ofActivity = sql<SqlBool>`found.activityId in (${made('activities')}) and ${isUntouched('activity', sql.ref('found.activityId'))}`
  return [
    { table: 'counterValue', which: sql`${id} ${counts} and ${unused('counterPast', 'counterValueId')}` },
    { table: 'activitySession', which: ofActivity },
    { table: 'activityCampaign', which: ofActivity },
    { table: 'activityPartner', which: ofActivity },
    {
      table: 'activity',
      which: sql`${id} in (${made('activities')}) and ${unused('activityEvidence', 'activityId')}
        and ${unused('activityTitle', 'activityId')} and ${unused('activitySession', 'activityId')}`,
    },
    {
      table: 'campaign',
      which: sql`${id} in (${made('campaigns')}) and ${unused('activityCampaign', 'campaignId')}`,
    },
    {
      table: 'partner',
      which: sql`${id} in (${made('partners')}) and ${unused('activityPartner', 'partnerId')}`,
    },
    {
      table: 'registerLine',
      which: sql`(found.copyId ${copies} and not ${copyStays} or found.voucherId ${vouchers}
        or found.copyId is null and found.withdrawalId in (${withdrawals}))
        and not exists (select 1 from registerLine as later where later.correctsId = ${id})`,
    },
    { table: 'copyPast', which: sql`found.copyId ${copies} and not ${copyStays}` },
    { table: 'copy', which: sql`${id} ${copies} and ${unused('registerLine', 'copyId')}` },
    { table: 'voucher', which: sql`${id} ${vouchers} and ${unused('copy', 'voucherId')}` },
    { table: 'withdrawal', which: sql`${id} in (${withdrawals}) and ${unused('copy', 'withdrawalId')}` },
    {
      table: 'title',
      which: sql`${id} ${titles} and ${unused('copy', 'titleId')} and ${unused('title', 'hostId')}`,
    },
    {
      table: 'authority',
      which: sql`${id} > ${pieces.find((piece) => piece.firstId)?.authoritiesAfter ?? 0}
        and ${id} <= ${Math.max(0, ...pieces.map((piece) => piece.authoritiesTo ?? 0))}
        and ${unused('titleAuthority', 'authorityId')} and ${unused('authorityForm', 'authorityId')}`,
    },
    { table: 'registerBook', which: sql`closedAt is null and ${unused('registerLine', 'bookId')}` },
    {
      table: 'accessionSeries',
      which: sql`${id} in (${made('series')}) and ${unused('copy', 'seriesId')}
        and ${unused('registerBook', 'seriesId')} and ${unused('voidNumber', 'seriesId')}`,
    },
    { table: 'store', which: sql`${id} in (${made('stores')}) and ${unused('copy', 'storeId')}` },
    {
      table: 'site',
      which: sql`${id} in (${made('sites')}) and ${unused('copy', 'siteId')} and ${unused('store', 'siteId')}
        and ${unused('counterValue', 'siteId')} and ${unused('loan', 'siteId')}`,
    },
  ]
}

function spanOf(spans: readonly (Partial<Span> | undefined)[]): RawBuilder<unknown> {
  const [first] = spans.flatMap((span) => span?.firstId ?? [])
  const last = spans.flatMap((span) => span?.lastId ?? []).at(-1)
  return sql`between ${first ?? 0} and ${last ?? -1}`
}

function withdrawalsOf(pieces: readonly Written[]): number[] {
  return pieces.flatMap((piece) => piece.withdrawalId ?? [])
}

/** A copy that stays must not point to a decision that goes. */
async function standWithdrawnAgain(db: Writer, withdrawalIds: readonly number[]): Promise<void> {
  if (withdrawalIds.length === 0) return
  await db
    .updateTable('copy')
    .set({ withdrawnOn: null, withdrawalId: null })
    .where('withdrawalId', 'in', withdrawalIds)
    .execute()
}

/** The chain keeps what each piece of a run wrote. */
async function piecesWritten(db: Writer, jobId: number): Promise<Written[]> {
  const links = await db
    .selectFrom('journalCommand')
    .innerJoin('journalChain', 'journalChain.id', 'journalCommand.id')
    .select('journalChain.bulk')
    .where('journalCommand.jobId', '=', jobId)
    .orderBy('journalCommand.id')
    .execute()
  const isWritten = (piece: Written) =>
    piece.firstId !== undefined ||
    piece.withdrawalId !== undefined ||
    piece.made !== undefined ||
    piece.counts !== undefined
  return links.map(({ bulk }) => JSON.parse(bulk ?? '{}') as Written).filter(isWritten)
}
