import type { EquipmentFields } from '../../shared/facilities/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { pageOf, requireSite } from '../listing.ts'
import { deleteRows, insertRow, isCurrent, touchRows, updateRow } from '../plain-rows.ts'
import { requireGiven, settledOrigin } from './gift-items.ts'
import { findEquipment, readEquipment, readItem } from './equipment-reading.ts'

export const equipmentQueries: Pick<QueriesOf<'facilities'>, 'equipment' | 'item'> = {
  async equipment({ cursor, limit, ...filters }, { db, fail }) {
    const found = await findEquipment(db, filters)
    const total = { count: found.length, price: found.reduce((sum, { price }) => sum + (price ?? 0), 0) }
    return { ...pageOf(found, { cursor, limit }, fail), total }
  },

  item: async ({ id, on }, { db, fail }) =>
    (await readItem(db, id, on)) ?? fail('equipment_not_found', { id }),
}

type EquipmentCommand = 'addEquipment' | 'updateEquipment' | 'removeEquipment' | 'addEvent' | 'removeEvent'

export const equipmentCommands: Pick<CommandsOf<'facilities'>, EquipmentCommand> = {
  async addEquipment({ rows }, { db, fail }) {
    const ids: number[] = []
    for (const [at, fields] of rows.entries()) {
      await checkEquipment(db, { fields, id: null, row: at + 1 }, fail)
      ids.push(await insertRow(db, 'equipment', await settledOrigin(db, fields)))
    }
    return { ids }
  },

  async updateEquipment({ id, rev, ...fields }, { db, fail, today }) {
    if (!(await isCurrent(db, 'equipment', { id, rev }, fail))) fail('equipment_not_found', { id })
    await checkEquipment(db, { fields, id, row: 1 }, fail)
    const { first } = await db
      .selectFrom('equipmentEvent')
      .select((is) => is.fn.min<string | null>('on').as('first'))
      .where('equipmentId', '=', id)
      .executeTakeFirstOrThrow()
    const { retiredOn } = await db
      .selectFrom('equipment')
      .select('retiredOn')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const earliest = [first, retiredOn].flatMap((day) => day ?? []).toSorted()[0]
    if (earliest !== undefined && earliest < fields.acquiredOn) fail('acquired_after_event', { on: earliest })
    await updateRow(db, 'equipment', { id, rev, values: await settledOrigin(db, fields) })
    const [saved] = await readEquipment(db, today, [id])
    return saved ?? fail('equipment_not_found', { id })
  },

  async removeEquipment({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'equipment', { id, rev }, fail))) fail('equipment_not_found', { id })
    await requireInUse(db, id, fail)
    await deleteRows(db, 'equipmentEvent', 'equipmentId', id)
    await deleteRows(db, 'equipment', 'id', id)
    return { id }
  },

  async addEvent({ equipmentId, ...event }, { db, fail, today }) {
    const { acquiredOn } = await requireInUse(db, equipmentId, fail)
    const { kind, on, until } = event
    if (on < acquiredOn || on > today) fail('event_out_of_time', { acquiredOn })
    if (until !== null && (kind !== 'repair' || until < on)) fail('until_out_of_order')
    const id = await insertRow(db, 'equipmentEvent', { equipmentId, ...event })
    await touchRows(db, 'equipment', [equipmentId])
    return { id, ...event }
  },

  async removeEvent({ id }, { db, fail }) {
    const event = await db
      .selectFrom('equipmentEvent')
      .select('equipmentId')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!event) return fail('event_not_found', { id })
    await deleteRows(db, 'equipmentEvent', 'id', id)
    await touchRows(db, 'equipment', [event.equipmentId])
    return { id }
  },
}

type Checked = { fields: EquipmentFields; id: number | null; row: number }
type Wrong =
  | 'duplicate_number'
  | 'gift_item_not_found'
  | 'more_than_given'
  | 'site_not_found'
  | 'room_not_found'

async function checkEquipment(db: Reader, { fields, id, row }: Checked, fail: Fail<Wrong>): Promise<void> {
  const { inventoryNumber, siteId, roomId, giftItemId } = fields
  if (inventoryNumber !== '') {
    const twin = await db
      .selectFrom('equipment')
      .select(['id', 'name'])
      .where('inventoryNumber', '=', inventoryNumber)
      .executeTakeFirst()
    if (twin && twin.id !== id) fail('duplicate_number', { ...twin, row, number: inventoryNumber })
  }
  await requireGiven(db, { giftItemId, id, row }, fail)
  await requireSite(db, siteId, fail)
  if (roomId === null) return
  const room = await db.selectFrom('room').select('id').where('id', '=', roomId).executeTakeFirst()
  if (!room) fail('room_not_found', { id: roomId })
}

async function requireInUse(
  db: Reader,
  id: number,
  fail: Fail<'equipment_not_found' | 'equipment_retired'>,
): Promise<{ acquiredOn: string }> {
  const thing = await db
    .selectFrom('equipment')
    .select(['name', 'acquiredOn', 'retiredOn'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!thing) return fail('equipment_not_found', { id })
  if (thing.retiredOn !== null) fail('equipment_retired', { name: thing.name, retiredOn: thing.retiredOn })
  return thing
}
