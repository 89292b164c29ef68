import { sql } from 'kysely'
import { sortKey } from '../../shared/collate.ts'
import type { Route, RouteFields } from '../../shared/rotation/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { hasWords, pageOf, requireSite, siteNames } from '../listing.ts'
import { deleteRows, insertRow, isCurrent, savePartRows, updateRow } from '../plain-rows.ts'
import { pointNameOn } from './points.ts'
import { requireVehicle } from './vehicles.ts'

export const routeQueries: Pick<QueriesOf<'rotation'>, 'routes'> = {
  async routes({ on, text, withPast, siteId, cursor, limit }, { db, fail }) {
    const isFound = hasWords(text)
    const routes = await readRoutes(db, on)
    const found = routes
      .filter(({ endedOn }) => withPast || endedOn === null || endedOn > on)
      .filter((row) => siteId === null || row.siteId === siteId)
      .filter(({ name, vehicleName, stops }) =>
        isFound(name, vehicleName, ...stops.map(({ pointName, place }) => `${pointName} ${place}`)),
      )
    return pageOf(found, { cursor, limit }, fail)
  },
}

export async function readRoutes(db: Reader, on: string): Promise<Route[]> {
  const { rows } = await sql<Omit<Route, 'stops' | 'siteName'>>`
    select route.*, equipment.name as vehicleName from mobileRoute as route
    left join equipment on equipment.id = route.vehicleId`.execute(db)
  const { rows: stops } = await sql<Route['stops'][number] & { routeId: number }>`
    select stop.routeId, stop.id, stop.pointId, stop.place,
      ifnull(${pointNameOn(sql`stop.pointId`, sql`${on}`)}, '') as pointName
    from mobileStop as stop order by stop.routeId, stop.position`.execute(db)
  const byRoute = Map.groupBy(stops, ({ routeId }) => routeId)
  const sites = await siteNames(db)
  return rows
    .map((row) => ({
      ...row,
      siteName: sites.get(row.siteId) ?? '',
      stops: (byRoute.get(row.id) ?? []).map(({ routeId: _, ...stop }) => stop),
    }))
    .toSorted((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1))
}

type RouteCommand = 'addRoute' | 'updateRoute' | 'removeRoute'

export const routeCommands: Pick<CommandsOf<'rotation'>, RouteCommand> = {
  async addRoute({ stops, ...fields }, { db, fail }) {
    await checkRoute(db, { ...fields, stops }, fail)
    const id = await insertRow(db, 'mobileRoute', fields)
    await saveStops(db, id, stops)
    return { id }
  },

  async updateRoute({ id, rev, stops, ...fields }, { db, fail }) {
    if (!(await isCurrent(db, 'mobileRoute', { id, rev }, fail))) fail('route_not_found', { id })
    await checkRoute(db, { ...fields, stops }, fail)
    await updateRow(db, 'mobileRoute', { id, rev, values: fields })
    await saveStops(db, id, stops)
    return { id }
  },

  /** One that sessions were driven on is ended, never taken away. */
  async removeRoute({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'mobileRoute', { id, rev }, fail))) fail('route_not_found', { id })
    const { sessions } = await db
      .selectFrom('mobileSession')
      .select((is) => is.fn.countAll<number>().as('sessions'))
      .where('routeId', '=', id)
      .executeTakeFirstOrThrow()
    if (sessions > 0) fail('route_used', { sessions })
    await deleteRows(db, 'mobileStop', 'routeId', id)
    await deleteRows(db, 'mobileRoute', 'id', id)
    return { id }
  },
}

async function saveStops(db: Writer, routeId: number, stops: RouteFields['stops']): Promise<void> {
  await savePartRows(db, 'mobileStop', {
    owner: ['routeId', routeId],
    key: ['position'],
    rows: stops.map((stop, at) => ({ ...stop, position: at + 1 })),
  })
}

type Wrong = 'site_not_found' | 'vehicle_not_found' | 'point_not_found' | 'nowhere'

async function checkRoute(
  db: Reader,
  { siteId, vehicleId, stops }: RouteFields,
  fail: Fail<Wrong>,
): Promise<void> {
  await requireSite(db, siteId, fail)
  await requireVehicle(db, vehicleId, fail)
  const nowhere = stops.findIndex(({ pointId, place }) => pointId === null && place === '')
  if (nowhere >= 0) fail('nowhere', { row: nowhere + 1 })
  const wanted = stops.flatMap(({ pointId }) => pointId ?? [])
  const known = await db.selectFrom('servicePoint').select('id').where('id', 'in', wanted).execute()
  const stranger = wanted.find((id) => !known.some((point) => point.id === id))
  if (stranger !== undefined) fail('point_not_found', { id: stranger })
}
