import { runtimeKey } from '../../shared/texts.ts'
import type { Reader, Writer } from '../connection.ts'
import type { ChunkContext } from '../context.ts'
import {
  keepWritten,
  nothingWritten,
  prefixKey,
  allSeries,
  type RunRow,
  type Written,
} from '../interchange/index.ts'
import { libraryWords } from '../words.ts'
import { findMerger, type MergerRow } from './mergers.ts'
import { seriesPlanOf, type SeriesPlan } from './numbering.ts'

type Named = { id: number; name: string; code: string; closedOn: string | null }
export type UnitPlaces = { sites: Named[]; stores: (Named & { siteId: number; isReadingOnly: number })[] }
export type Beginning = { mergerId: number; places: UnitPlaces }

/** What the places and numbers of the former unit are here. */
export type Ground = {
  siteByFormer: Record<string, number>
  storeByFormer: Record<string, number>
  seriesByPrefix: Record<string, number>
  /** Where numbers stand that no series writes. */
  ownSeriesId: number
}
export type MergerWritten = Written & { ground: Ground; bookByFormer?: Record<string, number> }

export function groundOf({ written }: RunRow): Ground {
  return (written as MergerWritten).ground
}

export async function placesOf(unit: Reader): Promise<UnitPlaces> {
  const columns = ['id', 'name', 'code', 'closedOn'] as const
  return {
    sites: await unit.selectFrom('site').select(columns).orderBy('id').execute(),
    stores: await unit
      .selectFrom('store')
      .select([...columns, 'siteId', 'isReadingOnly'])
      .orderBy('id')
      .execute(),
  }
}

/** Makes the sites, stores and series that the copies stand in. */
export async function begin({ mergerId, places }: Beginning, context: ChunkContext) {
  const { db, jobId } = context
  const merger = await findMerger(db, mergerId)
  if (!merger || merger.run.state !== 'staged') throw new Error(`merger ${mergerId} is not staged`)
  const ground: Ground = { siteByFormer: {}, storeByFormer: {}, seriesByPrefix: {}, ownSeriesId: 0 }
  const written: MergerWritten = {
    ...structuredClone(nothingWritten),
    authoritiesAfter: await lastAuthority(db),
    ground,
  }
  await makePlaces(db, merger, { places, written })
  await makeSeries(db, merger, written)
  await db
    .updateTable('importRun')
    .set((is) => ({
      state: 'writing',
      writeJobId: jobId,
      written: JSON.stringify(written),
      rev: is('rev', '+', 1),
    }))
    .where('id', '=', merger.runId)
    .execute()
  return { bulk: { mergerId, sites: written.siteIds, stores: written.storeIds, series: written.seriesIds } }
}

async function lastAuthority(db: Reader): Promise<number> {
  const { lastId } = await db
    .selectFrom('authority')
    .select((is) => is.fn.max<number | null>('id').as('lastId'))
    .executeTakeFirstOrThrow()
  return lastId ?? 0
}

type Making = { places: UnitPlaces; written: MergerWritten }

async function makePlaces(db: Writer, { sites }: MergerRow, { places, written }: Making): Promise<void> {
  const { ground } = written
  for (const { id, name, code, closedOn } of places.sites) {
    const plan = sites.find(({ formerId }) => formerId === id)
    const made = await db
      .insertInto('site')
      .values({ name: plan?.name ?? name, code, closedOn })
      .returning('id')
      .executeTakeFirstOrThrow()
    ground.siteByFormer[id] = made.id
    written.siteIds.push(made.id)
  }
  for (const { id, siteId, ...store } of places.stores) {
    const made = await db
      .insertInto('store')
      .values({ ...store, siteId: ground.siteByFormer[siteId] ?? 0 })
      .returning('id')
      .executeTakeFirstOrThrow()
    ground.storeByFormer[id] = made.id
    written.storeIds.push(made.id)
  }
}

/** Those of the plan that are not there, and one for the whole of the unit, which writes numbers with its own prefix. */
async function makeSeries(db: Writer, merger: MergerRow, written: MergerWritten): Promise<void> {
  const { ground } = written
  const known = await allSeries(db)
  for (const { id, prefix } of known) ground.seriesByPrefix[prefixKey(prefix)] ??= id
  const t = await libraryWords(db)
  const name = (prefix: string) =>
    t(runtimeKey('merger.made.series'), { unit: merger.unitName.slice(0, 120), prefix })
  for (const { prefix, digits } of await newSeries(db, merger)) {
    const id = await addSeries(db, { name: name(prefix), prefix, digits })
    ground.seriesByPrefix[prefixKey(prefix)] = id
    written.seriesIds.push(id)
  }
  const own = `${merger.numbering.prefix || `S${merger.id}-`}*`
  ground.ownSeriesId = await addSeries(db, { name: name(own), prefix: own, digits: 6 })
  written.seriesIds.push(ground.ownSeriesId)
}

async function newSeries(db: Reader, { id, numbering }: MergerRow): Promise<SeriesPlan[]> {
  return (await seriesPlanOf(db, id, numbering)).filter(({ isNew }) => isNew)
}

async function addSeries(
  db: Writer,
  form: { name: string; prefix: string; digits: number },
): Promise<number> {
  const twin = await db
    .selectFrom('accessionSeries')
    .select('id')
    .where('name', '=', form.name)
    .executeTakeFirst()
  const { id } = await db
    .insertInto('accessionSeries')
    .values({
      ...form,
      name: twin ? `${form.name} (${form.prefix}, ${twin.id})` : form.name,
      materials: '[]',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The voucher of a source, made when its first copy comes: what another library once bought was bought by it. */
export async function voucherFor(
  { db, now }: Pick<ChunkContext, 'db' | 'now'>,
  merger: MergerRow,
  source: string,
): Promise<number> {
  const { run } = merger
  const known = run.written.voucherBySource[source]
  if (known !== undefined) return known
  const t = await libraryWords(db)
  const order = Object.keys(run.written.voucherBySource).length + 1
  const { id } = await db
    .insertInto('voucher')
    .values({
      number: t(runtimeKey('merger.made.voucher'), { merger: merger.id, order }),
      receivedOn: merger.mergedOn,
      source: source as 'other',
      supplier: merger.unitName,
      document: merger.decisionNumber,
      note: '',
      isOpening: 0,
      mergerId: merger.id,
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  run.written.voucherBySource[source] = id
  await keepWritten(db, run)
  return id
}
