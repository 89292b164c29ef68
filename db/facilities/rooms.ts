import { heldOn, holdsOn, secondOfADay } from '../../shared/dated-facts.ts'
import type { Room, RoomFields, RoomFilters } from '../../shared/facilities/contract.ts'
import { sortKey } from '../../shared/collate.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { hasWords, pageOf, requireSite, siteNames } from '../listing.ts'
import { deleteRows, insertRow, isCurrent, savePartRows, updateRow } from '../plain-rows.ts'

export const roomQueries: Pick<QueriesOf<'facilities'>, 'rooms'> = {
  async rooms({ cursor, limit, ...filters }, { db, fail }) {
    const rooms = await findRooms(db, filters)
    const sum = (part: 'areaM2' | 'seats') => rooms.reduce((total, room) => total + (room[part] ?? 0), 0)
    const total = { areaM2: Math.round(sum('areaM2') * 10) / 10, seats: sum('seats') }
    return { ...pageOf(rooms, { cursor, limit }, fail), total }
  },
}

type RoomCommand = 'addRoom' | 'updateRoom' | 'removeRoom'

export const roomCommands: Pick<CommandsOf<'facilities'>, RoomCommand> = {
  async addRoom({ measures, ...fields }, { db, fail, today }) {
    await checkRoom(db, { ...fields, measures }, fail)
    const id = await insertRow(db, 'room', fields)
    await saveMeasures(db, id, measures)
    return asSaved(db, id, today)
  },

  async updateRoom({ id, rev, measures, ...fields }, { db, fail, today }) {
    if (!(await isCurrent(db, 'room', { id, rev }, fail))) fail('room_not_found', { id })
    await checkRoom(db, { ...fields, measures }, fail)
    await saveMeasures(db, id, measures)
    await updateRow(db, 'room', { id, rev, values: fields })
    return asSaved(db, id, today)
  },

  async removeRoom({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'room', { id, rev }, fail))) fail('room_not_found', { id })
    const things = await db.selectFrom('equipment').select('id').where('roomId', '=', id).execute()
    if (things.length > 0) fail('room_in_use', { equipment: things.length })
    await deleteRows(db, 'roomMeasure', 'roomId', id)
    await deleteRows(db, 'room', 'id', id)
    return { id }
  },
}

const saveMeasures = (db: Writer, roomId: number, measures: RoomFields['measures']) =>
  savePartRows(db, 'roomMeasure', { owner: ['roomId', roomId], key: ['fromOn'], rows: measures })

type Wrong = 'ends_before_begin' | 'measure_out_of_time' | 'measure_twice' | 'site_not_found'

async function checkRoom(db: Reader, fields: RoomFields, fail: Fail<Wrong>): Promise<void> {
  const { openedOn, closedOn, measures, siteId } = fields
  if (closedOn !== null && closedOn <= openedOn) fail('ends_before_begin')
  const stray = measures.findIndex(({ fromOn }) => fromOn < openedOn || (closedOn ?? '9999') <= fromOn)
  if (stray >= 0) fail('measure_out_of_time', { row: stray + 1 })
  const second = secondOfADay(measures)
  if (second >= 0) fail('measure_twice', { row: second + 1 })
  await requireSite(db, siteId, fail)
}

/** By name; area and seats as of the day. */
export async function findRooms(db: Reader, filters: RoomFilters): Promise<Room[]> {
  const { on, withPast, kind, siteId } = filters
  const isFound = hasWords(filters.text)
  const rooms = await readRooms(db, on)
  return rooms
    .filter((room) => withPast || holdsOn(room.openedOn, room.closedOn, on))
    .filter((room) => (kind === null || room.kind === kind) && (siteId === null || room.siteId === siteId))
    .filter(({ name, siteName, sourceName }) => isFound(name, siteName, sourceName))
    .map((room) => ({ key: sortKey(room.name), room }))
    .toSorted((a, b) => (a.key === b.key ? a.room.id - b.room.id : a.key < b.key ? -1 : 1))
    .map(({ room }) => room)
}

async function readRooms(db: Reader, on: string): Promise<Room[]> {
  const rooms = await db.selectFrom('room').selectAll().execute()
  const measures = await db.selectFrom('roomMeasure').selectAll().orderBy('fromOn').execute()
  const byRoom = Map.groupBy(measures, ({ roomId }) => roomId)
  const sites = await siteNames(db)
  const counts = await db
    .selectFrom('equipment')
    .select((is) => ['roomId', is.fn.countAll<number>().as('count')])
    .where((is) => is.or([is('retiredOn', 'is', null), is('retiredOn', '>', on)]))
    .where('acquiredOn', '<=', on)
    .groupBy('roomId')
    .execute()
  const countByRoom = new Map(counts.map(({ roomId, count }) => [roomId, count]))
  return rooms.map((room) => {
    const own = (byRoom.get(room.id) ?? []).map(({ roomId: _, ...measure }) => measure)
    const held = holdsOn(room.openedOn, room.closedOn, on) ? heldOn(own, on) : null
    return {
      ...room,
      siteName: room.siteId === null ? null : (sites.get(room.siteId) ?? null),
      measures: own,
      areaM2: held?.areaM2 ?? null,
      seats: held?.seats ?? null,
      equipment: countByRoom.get(room.id) ?? 0,
    }
  })
}

async function asSaved(db: Reader, id: number, today: string): Promise<Room> {
  const room = (await readRooms(db, today)).find((each) => each.id === id)
  if (!room) throw new Error('a room that was just written is not there')
  return room
}
