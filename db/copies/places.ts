import type { Site } from '../../shared/copies/contract.ts'
import type * as z from 'zod'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'

type SiteRow = z.output<typeof Site>
const siteColumns = ['id', 'rev', 'name', 'code', 'note', 'closedOn'] as const
const storeColumns = ['id', 'rev', 'siteId', 'name', 'code', 'isReadingOnly', 'closedOn'] as const

export const placeQueries: Pick<QueriesOf<'copies'>, 'sites'> = {
  sites: (_, { db }) => readSites(db),
}

export const placeCommands: Pick<
  CommandsOf<'copies'>,
  'addSite' | 'updateSite' | 'addStore' | 'updateStore'
> = {
  async addSite(fields, { db, fail }) {
    await requireFreeSiteName(db, fields.name, 0, fail)
    const { id } = await db.insertInto('site').values(fields).returning('id').executeTakeFirstOrThrow()
    return siteOf(db, id)
  },

  async updateSite({ id, rev, ...fields }, { db, fail }) {
    const site = await db.selectFrom('site').select(siteColumns).where('id', '=', id).executeTakeFirst()
    if (!site) return fail('site_not_found', { id })
    if (site.rev !== rev) fail('stale', { id, rev: site.rev })
    await requireFreeSiteName(db, fields.name, id, fail)
    if (fields.closedOn && !site.closedOn) await requireClosable(db, id, site.name, fail)
    await db
      .updateTable('site')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return siteOf(db, id)
  },

  async addStore({ isReadingOnly, ...fields }, { db, fail }) {
    const site = await db
      .selectFrom('site')
      .select('id')
      .where('id', '=', fields.siteId)
      .where('closedOn', 'is', null)
      .executeTakeFirst()
    if (!site) fail('site_not_found', { id: fields.siteId })
    await requireFreeStoreName(db, { ...fields, id: 0 }, fail)
    return asStore(
      await db
        .insertInto('store')
        .values({ ...fields, isReadingOnly: Number(isReadingOnly) })
        .returning(storeColumns)
        .executeTakeFirstOrThrow(),
    )
  },

  async updateStore({ id, rev, isReadingOnly, ...fields }, { db, fail }) {
    const store = await db.selectFrom('store').select(storeColumns).where('id', '=', id).executeTakeFirst()
    if (!store) return fail('store_not_found', { id })
    if (store.rev !== rev) fail('stale', { id, rev: store.rev })
    await requireFreeStoreName(db, { siteId: store.siteId, name: fields.name, id }, fail)
    const copies = fields.closedOn && !store.closedOn ? await liveCopies(db, store) : 0
    if (copies > 0) fail('store_has_copies', { id, name: store.name, copies })
    return asStore(
      await db
        .updateTable('store')
        .set({ ...fields, isReadingOnly: Number(isReadingOnly), rev: rev + 1 })
        .where('id', '=', id)
        .returning(storeColumns)
        .executeTakeFirstOrThrow(),
    )
  },
}

function asStore<Row extends { isReadingOnly: number }>(row: Row) {
  return { ...row, isReadingOnly: row.isReadingOnly === 1 }
}

async function readSites(db: Reader): Promise<SiteRow[]> {
  const sites = await db.selectFrom('site').select(siteColumns).orderBy('id').execute()
  const stores = (await db.selectFrom('store').select(storeColumns).orderBy('id').execute()).map(asStore)
  return sites.map((site) => ({ ...site, stores: stores.filter(({ siteId }) => siteId === site.id) }))
}

async function siteOf(db: Reader, id: number): Promise<SiteRow> {
  const site = (await readSites(db)).find((each) => each.id === id)
  if (!site) throw new Error(`site ${id} is gone within its own command`)
  return site
}

async function requireFreeSiteName(
  db: Reader,
  name: string,
  id: number,
  fail: Fail<'duplicate_name'>,
): Promise<void> {
  const twin = await db
    .selectFrom('site')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (twin) fail('duplicate_name', { id: twin.id, name })
}

async function requireFreeStoreName(
  db: Reader,
  { siteId, name, id }: { siteId: number; name: string; id: number },
  fail: Fail<'duplicate_name'>,
): Promise<void> {
  const twin = await db
    .selectFrom('store')
    .select('id')
    .where('siteId', '=', siteId)
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (twin) fail('duplicate_name', { id: twin.id, name })
}

async function requireClosable(
  db: Reader,
  id: number,
  name: string,
  fail: Fail<'site_has_copies' | 'last_site'>,
): Promise<void> {
  const other = await db
    .selectFrom('site')
    .select('id')
    .where('id', '!=', id)
    .where('closedOn', 'is', null)
    .executeTakeFirst()
  if (!other) fail('last_site', { id, name })
  const copies = await liveCopies(db, { siteId: id })
  if (copies > 0) fail('site_has_copies', { id, name, copies })
}

async function liveCopies(db: Reader, place: { siteId: number; id?: number }): Promise<number> {
  const { copies } = await db
    .selectFrom('copy')
    .select((is) => is.fn.countAll<number>().as('copies'))
    .where('siteId', '=', place.siteId)
    .$if(place.id !== undefined, (query) => query.where('storeId', '=', place.id ?? 0))
    .where('withdrawnOn', 'is', null)
    .where('cancelledOn', 'is', null)
    .executeTakeFirstOrThrow()
  return copies
}

type Place = { siteId: number; storeId: number | null }

/** Open sites, and which open store belongs to which: what a copy may be put into. */
export async function openPlaces(db: Reader) {
  const sites = await readSites(db)
  const open = new Map(
    sites
      .filter((site) => site.closedOn === null)
      .map((site) => [
        site.id,
        new Set(site.stores.filter(({ closedOn }) => closedOn === null).map((store) => store.id)),
      ]),
  )
  return function problemOf({ siteId, storeId }: Place): 'site_not_found' | 'store_not_found' | null {
    const stores = open.get(siteId)
    if (!stores) return 'site_not_found'
    return storeId === null || stores.has(storeId) ? null : 'store_not_found'
  }
}
