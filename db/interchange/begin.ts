import { runtimeKey } from '../../shared/texts.ts'
import { lastClosedYear } from '../closed-year.ts'
import type { Reader, Writer } from '../connection.ts'
import type { ChunkContext } from '../context.ts'
import { lineYear, readVouchers, writeVoucherLine } from '../copies/index.ts'
import { fail } from '../failure.ts'
import { libraryWords } from '../words.ts'
import { createPlaceFinder, makeStores } from './copy-places.ts'
import type { Ground } from './copy-rows.ts'
import { allSeries, catchAllSeries, prefixKey, seriesByPrefix, type SeriesPlan } from './numbering.ts'
import { findRun, nothingWritten, shownCounts, type RunRow, type Written } from './runs.ts'

export type Beginning = { runId: number }

/** Makes what the copies of a run stand on: a voucher for each source, series for their numbers, stores for their words. */
export async function begin({ runId }: Beginning, context: ChunkContext) {
  const { db, jobId } = context
  const run = await findRun(db, runId)
  if (!run || run.state !== 'staged') throw new Error(`run ${runId} is not staged`)
  const written: Written = { ...nothingWritten, authoritiesAfter: await lastAuthority(db) }
  const counts = shownCounts(run)
  if (counts.copies > 0) {
    const t = await libraryWords(db)
    const stores = counts.unknownValues.filter(({ kind }) => kind === 'store').map(({ text }) => text)
    written.storeIds = await makeStores(db, stores, run.options.profile)
    const nameOf = (prefix: string) => t(runtimeKey('interchange.made.series'), { prefix })
    const series = await seriesByPrefix(db, counts.series satisfies SeriesPlan[], nameOf)
    const catchAll = await catchAllSeries(db, t(runtimeKey('interchange.made.catchAll')))
    written.seriesIds = [...series.made, ...(catchAll.isNew ? [catchAll.id] : [])]
    written.catchAllSeriesId = catchAll.id
  }
  await db
    .updateTable('importRun')
    .set((is) => ({
      state: 'writing',
      writeJobId: jobId,
      written: JSON.stringify(written),
      rev: is('rev', '+', 1),
    }))
    .where('id', '=', runId)
    .execute()
  return { bulk: { runId, stores: written.storeIds, series: written.seriesIds } }
}

async function lastAuthority(db: Reader): Promise<number> {
  const { lastId } = await db
    .selectFrom('authority')
    .select((is) => is.fn.max<number | null>('id').as('lastId'))
    .executeTakeFirstOrThrow()
  return lastId ?? 0
}

/** What each piece stands on, read anew for each. */
export async function groundOf(db: Writer, run: RunRow, today: string): Promise<Ground> {
  const { options, written } = run
  const series = await allSeries(db)
  const closed = await lastClosedYear(db)
  return {
    places: await createPlaceFinder(db, options.profile),
    seriesByPrefix: new Map(series.map(({ id, prefix }) => [prefixKey(prefix), id])),
    formById: new Map(series.map((each) => [each.id, each])),
    catchAllSeriesId: written.catchAllSeriesId,
    effectiveOn: options.effectiveOn,
    isDayAllowed: (day) => day <= today && (options.isOpening || Number(day.slice(0, 4)) > closed),
  }
}

/** The voucher of a source, made when its first copy comes. */
export async function voucherFor(
  { db, now }: Pick<ChunkContext, 'db' | 'now'>,
  run: RunRow,
  source: string,
): Promise<number> {
  const known = run.written.voucherBySource[source]
  if (known !== undefined) return known
  const t = await libraryWords(db)
  const order = Object.keys(run.written.voucherBySource).length + 1
  const files = (JSON.parse(run.files) as { name: string }[]).map(({ name }) => name).join('; ')
  const { id } = await db
    .insertInto('voucher')
    .values({
      number: t(runtimeKey('interchange.made.voucher'), { run: run.id, order }),
      receivedOn: run.options.effectiveOn,
      source: source as 'other',
      supplier: run.options.profile.source,
      document: files.slice(0, 500),
      note: '',
      isOpening: run.options.isOpening ? 1 : 0,
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  run.written.voucherBySource[source] = id
  return id
}

/** Vouchers are complete, and stand in the general register, once all their copies are there. */
export async function finish(run: RunRow, { skipped }: { skipped: number }, context: ChunkContext) {
  const { db, now, today } = context
  for (const id of Object.values(run.written.voucherBySource)) {
    const [voucher] = await readVouchers(db, [id])
    if (!voucher) continue
    const year = await lineYear(db, voucher, today)
    await writeVoucherLine(db, voucher, { year, fail, today })
    await db.updateTable('voucher').set({ completedOn: today }).where('id', '=', id).execute()
  }
  const written: Written = { ...run.written, skipped }
  await db
    .updateTable('importRun')
    .set((is) => ({
      state: 'written',
      writtenAt: now,
      written: JSON.stringify(written),
      rev: is('rev', '+', 1),
    }))
    .where('id', '=', run.id)
    .execute()
  const { created, overlaid, copies, removed } = written
  return { bulk: { runId: run.id, created, overlaid, copies, removed, skipped } }
}

export async function keepWritten(db: Writer, { id, written }: RunRow): Promise<void> {
  await db
    .updateTable('importRun')
    .set({ written: JSON.stringify(written) })
    .where('id', '=', id)
    .execute()
}
