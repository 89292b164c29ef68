import { sortKey } from '../../shared/collate.ts'
import type {
  Equipment,
  EquipmentEvent,
  EquipmentFilters,
  EquipmentRow,
} from '../../shared/facilities/contract.ts'
import { stateOn } from '../../shared/facilities/rules.ts'
import type { Reader } from '../connection.ts'
import { hasWords, siteNames } from '../listing.ts'
import { giftsByItem } from './gift-items.ts'

const columns = [
  'id',
  'rev',
  'inventoryNumber',
  'name',
  'kind',
  'purpose',
  'model',
  'serialNumber',
  'tagType',
  'source',
  'sourceName',
  'giftItemId',
  'acquiredOn',
  'price',
  'warrantyUntil',
  'siteId',
  'roomId',
  'note',
  'retiredOn',
] as const

/** Those of a number, or all; each in its state as of the day. */
export async function readEquipment(
  db: Reader,
  on: string,
  ids?: readonly number[],
): Promise<EquipmentRow[]> {
  let asked = db.selectFrom('equipment').select(columns)
  if (ids) asked = asked.where('id', 'in', ids)
  const rows = await asked.execute()
  const events = await eventsByEquipment(db, ids)
  const sites = await siteNames(db)
  const rooms = await db.selectFrom('room').select(['id', 'name']).execute()
  const roomNames = new Map(rooms.map(({ id, name }) => [id, name]))
  const gifts = await giftsByItem(
    db,
    rows.flatMap(({ giftItemId }) => giftItemId ?? []),
  )
  return rows.map((row) => ({
    ...row,
    ...givenBy(gifts.get(row.giftItemId ?? 0) ?? null, row.sourceName),
    siteName: row.siteId === null ? null : (sites.get(row.siteId) ?? null),
    roomName: row.roomId === null ? null : (roomNames.get(row.roomId) ?? null),
    state: stateOn({ retiredOn: row.retiredOn, events: events.get(row.id) ?? [] }, on),
  }))
}

/** A project is what a thing is known by; without one, who gave it. */
function givenBy(gift: EquipmentRow['gift'], sourceName: string) {
  return { gift, sourceName: gift ? (gift.projectName ?? gift.donorName) : sourceName }
}

async function eventsByEquipment(
  db: Reader,
  ids?: readonly number[],
): Promise<ReadonlyMap<number, EquipmentEvent[]>> {
  let asked = db.selectFrom('equipmentEvent').selectAll()
  if (ids) asked = asked.where('equipmentId', 'in', ids)
  return Map.groupBy(await asked.execute(), ({ equipmentId }) => equipmentId)
}

/** By inventory number, then name. */
export async function findEquipment(db: Reader, filters: EquipmentFilters): Promise<EquipmentRow[]> {
  const { on, withPast, state } = filters
  const isFound = hasWords(filters.text)
  const isWanted = (row: EquipmentRow) =>
    (['kind', 'state', 'source', 'siteId', 'roomId'] as const).every(
      (part) => filters[part] === null || row[part] === filters[part],
    )
  const rows = await readEquipment(db, on)
  return rows
    .filter(({ acquiredOn }) => withPast || acquiredOn <= on)
    .filter((row) => withPast || state === 'retired' || row.state !== 'retired')
    .filter(isWanted)
    .filter(({ gift }) => filters.giftId === null || gift?.id === filters.giftId)
    .filter(({ gift }) => filters.projectId === null || gift?.projectId === filters.projectId)
    .filter(({ name, inventoryNumber, model, serialNumber, sourceName, roomName }) =>
      isFound(name, inventoryNumber, model, serialNumber, sourceName, roomName),
    )
    .map((row) => ({ row, key: `${sortKey(row.inventoryNumber)} ${sortKey(row.name)}` }))
    .toSorted((a, b) => (a.key === b.key ? a.row.id - b.row.id : a.key < b.key ? -1 : 1))
    .map(({ row }) => row)
}

export async function readItem(db: Reader, id: number, on: string): Promise<Equipment | null> {
  const [row] = await readEquipment(db, on, [id])
  if (!row) return null
  const events = await db
    .selectFrom('equipmentEvent')
    .select(['id', 'kind', 'on', 'until', 'cost', 'note'])
    .where('equipmentId', '=', id)
    .orderBy('on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const retirement = await db
    .selectFrom('retirement')
    .innerJoin('equipment', 'equipment.retirementId', 'retirement.id')
    .select(['retirement.id', 'number', 'decidedOn', 'reason'])
    .where('equipment.id', '=', id)
    .executeTakeFirst()
  const repairCost = events.reduce((sum, { cost }) => sum + (cost ?? 0), 0)
  return { ...row, events, repairCost, retirement: retirement ?? null }
}
