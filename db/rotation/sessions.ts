import { sql } from 'kysely'
import type { Session, SessionFields, SessionFilters } from '../../shared/rotation/contract.ts'
import { sessionReaders } from '../../shared/rotation/rules.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { hasWords, pageOf, requireSite, siteNames } from '../listing.ts'
import { deleteRows, insertRow, isCurrent, updateRow } from '../plain-rows.ts'
import { countedMonths, siteMonth } from './counted-months.ts'
import { pointNameOn, requireOpenPoint, requireServing } from './points.ts'
import { readRoutes } from './routes.ts'
import { requireVehicleOn } from './vehicles.ts'

export const sessionQueries: Pick<QueriesOf<'rotation'>, 'sessions'> = {
  async sessions({ cursor, limit, ...filters }, { db, fail }) {
    const found = await findSessions(db, filters)
    const done = found.filter(({ state }) => state === 'done')
    const total = {
      sessions: found.length,
      done: done.length,
      readers: sumOf(done.map(({ readers }) => readers)),
      documents: sumOf(done.map(({ documents }) => documents)),
    }
    return { ...pageOf(found, { cursor, limit }, fail), total }
  },
}

/** Null where nobody counted anything. */
function sumOf(counts: readonly (number | null)[]): number | null {
  const known = counts.flatMap((each) => each ?? [])
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}

type Stored = Omit<Session, 'siteName' | 'readers' | 'isInCounters'>

/** By day. */
export async function findSessions(db: Reader, filters: SessionFilters): Promise<Session[]> {
  const { from, to } = filters
  const { rows } = await sql<Stored>`
    select session.*, route.name as routeName, equipment.name as vehicleName,
      ${pointNameOn(sql`session.pointId`, sql`session."on"`)} as pointName
    from mobileSession as session
    left join mobileRoute as route on route.id = session.routeId
    left join equipment on equipment.id = session.vehicleId
    where session."on" between ${from ?? '0000'} and ${to ?? '9999'}
    order by session."on", session.id`.execute(db)
  const sites = await siteNames(db)
  const counted = await countedMonths(db)
  const isFound = hasWords(filters.text)
  return rows
    .filter((row) =>
      (['state', 'siteId', 'routeId', 'vehicleId'] as const).every(
        (part) => filters[part] === null || row[part] === filters[part],
      ),
    )
    .filter(({ pointName, place, routeName, note }) => isFound(pointName, place, routeName, note))
    .map((row) => ({
      ...row,
      siteName: sites.get(row.siteId) ?? '',
      readers: sessionReaders(row),
      isInCounters: counted.has(siteMonth(row)),
    }))
}

type SessionCommand = 'planRoute' | 'addSession' | 'updateSession' | 'removeSession' | 'setSessionState'
const mostAtOnce = 500

export const sessionCommands: Pick<CommandsOf<'rotation'>, SessionCommand> = {
  async planRoute({ routeId, days }, { db, fail, today }) {
    const route = (await readRoutes(db, today)).find(({ id }) => id === routeId)
    if (!route) return fail('route_not_found', { id: routeId })
    if (route.stops.length === 0) fail('route_without_stops', { name: route.name })
    const wanted = [...new Set(days)].toSorted()
    const sessions = wanted.length * route.stops.length
    if (sessions > mostAtOnce) fail('too_many_sessions', { sessions, most: mostAtOnce })
    const there = await plannedOn(db, routeId, wanted)
    const ids: number[] = []
    for (const on of wanted) {
      await requireVehicleOn(db, { id: route.vehicleId, on }, fail)
      for (const { pointId, place } of route.stops) {
        if (there.has(stopKey({ on, pointId, place }))) continue
        if (pointId !== null) await requireServing(db, { id: pointId, on }, fail)
        const { siteId, vehicleId } = route
        const values = { on, routeId, siteId, vehicleId, pointId, place, state: 'planned' }
        ids.push(await insertRow(db, 'mobileSession', values))
      }
    }
    return { ids, again: sessions - ids.length }
  },

  async addSession(fields, { db, fail, today }) {
    if (fields.state === 'done' && fields.on > today) fail('in_future')
    await checkSession(db, fields, fail)
    return { id: await insertRow(db, 'mobileSession', fields) }
  },

  async updateSession({ id, rev, ...fields }, { db, fail, today }) {
    if (!(await isCurrent(db, 'mobileSession', { id, rev }, fail))) fail('session_not_found', { id })
    if (fields.state === 'done' && fields.on > today) fail('in_future')
    await checkSession(db, fields, fail)
    await updateRow(db, 'mobileSession', { id, rev, values: fields })
    return { id }
  },

  async removeSession({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'mobileSession', { id, rev }, fail))) fail('session_not_found', { id })
    await deleteRows(db, 'mobileSession', 'id', id)
    return { id }
  },

  async setSessionState({ ids, state }, { db, fail, today }) {
    const rows = await db
      .selectFrom('mobileSession')
      .select(['id', 'on', 'state'])
      .where('id', 'in', ids)
      .execute()
    const missing = ids.find((id) => !rows.some((row) => row.id === id))
    if (missing !== undefined) fail('session_not_found', { id: missing })
    if (state === 'done' && rows.some(({ on }) => on > today)) fail('in_future')
    const changing = rows.filter((row) => row.state !== state).map(({ id }) => id)
    await db
      .updateTable('mobileSession')
      .set((is) => ({ state, rev: is('rev', '+', 1) }))
      .where('id', 'in', changing)
      .execute()
    return { sessions: changing.length }
  },
}

type StopOfDay = { on: string; pointId: number | null; place: string }
const stopKey = ({ on, pointId, place }: StopOfDay) => JSON.stringify([on, pointId, place])

async function plannedOn(db: Writer, routeId: number, days: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('mobileSession')
    .select(['on', 'pointId', 'place'])
    .where('routeId', '=', routeId)
    .where('on', 'in', days)
    .execute()
  return new Set(rows.map(stopKey))
}

type Wrong =
  | 'site_not_found'
  | 'route_not_found'
  | 'vehicle_not_found'
  | 'vehicle_retired'
  | 'point_not_found'
  | 'point_closed'
  | 'nowhere'
  | 'part_above_whole'

async function checkSession(db: Reader, fields: SessionFields, fail: Fail<Wrong>): Promise<void> {
  const { on, siteId, routeId, vehicleId, pointId, place, disabled, minority } = fields
  await requireSite(db, siteId, fail)
  if (
    routeId !== null &&
    !(await db.selectFrom('mobileRoute').select('id').where('id', '=', routeId).executeTakeFirst())
  )
    fail('route_not_found', { id: routeId })
  await requireVehicleOn(db, { id: vehicleId, on }, fail)
  if (pointId === null && place === '') fail('nowhere', { row: 1 })
  if (pointId !== null) await requireOpenPoint(db, { id: pointId, on }, fail)
  const readers = sessionReaders(fields)
  const largest = Math.max(disabled ?? 0, minority ?? 0)
  if (largest > (readers ?? 0)) fail('part_above_whole', { part: largest, whole: readers ?? 0 })
}
