import { demoSeries, demoSites, type DemoSeries } from '../../shared/demo/holdings.ts'
import type { Writer } from '../connection.ts'

/** Keys of the demo's places, and of those that were not there before. */
export type DemoPlaces = {
  siteIds: number[]
  /** By site and name. */
  storeIdByName: Map<string, number>
  seriesIdByName: Map<DemoSeries, number>
  made: { sites: number[]; stores: number[]; series: number[] }
}

/** Finds the places by name and makes those that are missing. The library's own first site is the demo's first one. */
export async function demoPlaces(db: Writer): Promise<DemoPlaces> {
  const made: DemoPlaces['made'] = { sites: [], stores: [], series: [] }
  const siteIds: number[] = []
  const storeIdByName = new Map<string, number>()
  for (const [siteAt, site] of demoSites.entries()) {
    const siteId = await siteFor(db, { siteAt, name: site.name, made: made.sites })
    siteIds.push(siteId)
    for (const name of site.stores) {
      storeIdByName.set(`${siteAt} ${name}`, await storeFor(db, { siteId, name, made: made.stores }))
    }
  }
  const seriesIdByName = new Map<DemoSeries, number>()
  for (const name of Object.keys(demoSeries) as DemoSeries[]) {
    seriesIdByName.set(name, await seriesFor(db, { name, made: made.series }))
  }
  return { siteIds, storeIdByName, seriesIdByName, made }
}

async function siteFor(
  db: Writer,
  { siteAt, name, made }: { siteAt: number; name: string; made: number[] },
): Promise<number> {
  const known = db.selectFrom('site').select('id')
  const found =
    siteAt === 0
      ? await known.orderBy('id').limit(1).executeTakeFirst()
      : await known.where('name', '=', name).executeTakeFirst()
  if (found) return found.id
  const { id } = await db.insertInto('site').values({ name }).returning('id').executeTakeFirstOrThrow()
  made.push(id)
  return id
}

async function storeFor(
  db: Writer,
  { siteId, name, made }: { siteId: number; name: string; made: number[] },
): Promise<number> {
  const found = await db
    .selectFrom('store')
    .select('id')
    .where('siteId', '=', siteId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (found) return found.id
  const { id } = await db
    .insertInto('store')
    .values({ siteId, name })
    .returning('id')
    .executeTakeFirstOrThrow()
  made.push(id)
  return id
}

async function seriesFor(db: Writer, { name, made }: { name: DemoSeries; made: number[] }): Promise<number> {
  const { materials, ...series } = demoSeries[name]
  const found = await db
    .selectFrom('accessionSeries')
    .select('id')
    .where('prefix', '=', series.prefix)
    .executeTakeFirst()
  if (found) return found.id
  const { id } = await db
    .insertInto('accessionSeries')
    .values({ ...series, materials: JSON.stringify(materials) })
    .returning('id')
    .executeTakeFirstOrThrow()
  made.push(id)
  return id
}
