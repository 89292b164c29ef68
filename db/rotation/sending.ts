import { displayDate } from '../../shared/dates.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { putStatus } from '../copies/index.ts'
import { insertRows } from '../insert-rows.ts'
import { deleteRows, insertRow } from '../plain-rows.ts'
import {
  requireFit,
  requireFreeNumber,
  requireNotSent,
  requireOut,
  requireShipment,
  touch,
  type StoredShipment,
} from './checks.ts'
import { requireOpenPoint, requireServing } from './points.ts'

type Sending = 'send' | 'cancelSending' | 'confirmArrival' | 'extend' | 'cancelExtension' | 'transfer'

export const sendingCommands: Pick<CommandsOf<'rotation'>, Sending> = {
  async send({ id, rev, sentOn, dueOn, ...people }, { db, fail, today }) {
    const shipment = await requireShipment(db, { id, rev }, fail)
    requireNotSent(shipment, fail)
    if (sentOn > today) fail('in_future')
    if (sentOn < shipment.preparedOn) fail('sent_before_prepared', { on: displayDate(shipment.preparedOn) })
    if (dueOn <= sentOn) fail('due_before_sent', { on: displayDate(sentOn) })
    await requireServing(db, { id: shipment.pointId, on: sentOn }, fail)
    const copyIds = await copiesAway(db, id)
    if (copyIds.length === 0) fail('nothing_to_send')
    const copies = await requireFit(db, { shipmentId: id, copyIds }, fail)
    const later = copies.find(({ accessionedOn }) => accessionedOn > sentOn)
    if (later)
      fail('copy_later', {
        accessionNumber: later.accessionNumber,
        title: later.title,
        on: displayDate(later.accessionedOn),
      })
    await touch(db, { id, rev }, { sentOn, dueOn, ...people })
    await putStatus(db, copyIds, 'in_rotation')
    return { id }
  },

  async cancelSending({ id, rev }, { db, fail }) {
    const shipment = await requireShipment(db, { id, rev }, fail)
    requireOut(shipment, fail)
    const told = await db
      .selectFrom('shipmentCopy')
      .select('id')
      .where('shipmentId', '=', id)
      .where('outcome', 'is not', null)
      .limit(1)
      .executeTakeFirst()
    const report = await db
      .selectFrom('shipmentReport')
      .select('id')
      .where('shipmentId', '=', id)
      .executeTakeFirst()
    if (told || report || shipment.arrivedOn !== null) fail('copies_came_back')
    if (shipment.fromShipmentId !== null) return backToFormer(db, shipment, shipment.fromShipmentId)
    await deleteRows(db, 'shipmentExtension', 'shipmentId', id)
    await putStatus(db, await copiesAway(db, id), 'available')
    await touch(db, { id, rev }, { sentOn: null })
    return { id }
  },

  async confirmArrival({ id, rev, arrivedOn }, { db, fail, today }) {
    const sentOn = requireOut(await requireShipment(db, { id, rev }, fail), fail)
    if (arrivedOn !== null && arrivedOn > today) fail('in_future')
    if (arrivedOn !== null && arrivedOn < sentOn) fail('arrived_before_sent', { on: displayDate(sentOn) })
    await touch(db, { id, rev }, { arrivedOn })
    return { id }
  },

  async extend({ id, rev, dueOn, reason }, { db, fail, today }) {
    const shipment = await requireShipment(db, { id, rev }, fail)
    const sentOn = requireOut(shipment, fail)
    const dueBefore = shipment.dueOn ?? sentOn
    if (dueOn <= dueBefore) fail('due_not_later', { on: displayDate(dueBefore) })
    await insertRow(db, 'shipmentExtension', { shipmentId: id, on: today, dueBefore, dueOn, reason })
    await touch(db, { id, rev }, { dueOn })
    return { id }
  },

  async cancelExtension({ id, rev }, { db, fail }) {
    const shipment = await requireShipment(db, { id, rev }, fail)
    if (shipment.closedOn !== null)
      fail('shipment_closed', { number: shipment.number, on: displayDate(shipment.closedOn) })
    const last = await db
      .selectFrom('shipmentExtension')
      .select(['id', 'dueBefore'])
      .where('shipmentId', '=', id)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!last) return fail('extension_not_found')
    await deleteRows(db, 'shipmentExtension', 'id', last.id)
    await touch(db, { id, rev }, { dueOn: last.dueBefore })
    return { id }
  },

  async transfer({ id, rev, on, dueOn, pointId, number, ...people }, { db, fail, today }) {
    const shipment = await requireShipment(db, { id, rev }, fail)
    const sentOn = requireOut(shipment, fail)
    if (pointId === shipment.pointId) fail('same_point')
    if (on > today) fail('in_future')
    const earliest = shipment.arrivedOn ?? sentOn
    if (on < earliest) fail('sent_before_prepared', { on: displayDate(earliest) })
    if (dueOn <= on) fail('due_before_sent', { on: displayDate(on) })
    await requireOpenPoint(db, { id: pointId, on }, fail)
    await requireFreeNumber(db, { id: null, number }, fail)
    const copyIds = await copiesAway(db, id)
    if (copyIds.length === 0) fail('nothing_to_send')
    const days = { preparedOn: on, sentOn: on, dueOn }
    const values = { number, pointId, fromShipmentId: id, ...days, ...people }
    const nextId = await insertRow(db, 'shipment', values)
    await tellOutcome(db, id, { outcome: 'transferred', outcomeOn: on })
    const rows = copyIds.map((copyId) => [nextId, copyId])
    await insertRows(db, 'shipmentCopy', ['shipmentId', 'copyId'], rows)
    await touch(db, { id, rev }, { closedOn: on })
    return { id: nextId }
  },
}

/** Copies of which nothing has been told since they went. */
export async function copiesAway(db: Writer, shipmentId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('shipmentCopy')
    .select('copyId')
    .where('shipmentId', '=', shipmentId)
    .where('outcome', 'is', null)
    .execute()
  return rows.map(({ copyId }) => copyId)
}

/** The same of all that are still away. */
export async function tellOutcome(
  db: Writer,
  shipmentId: number,
  told: { outcome: 'missing' | 'transferred'; outcomeOn: string },
): Promise<void> {
  await db
    .updateTable('shipmentCopy')
    .set(told)
    .where('shipmentId', '=', shipmentId)
    .where('outcome', 'is', null)
    .execute()
}

async function backToFormer(db: Writer, { id }: StoredShipment, formerId: number): Promise<{ id: number }> {
  await deleteRows(db, 'shipmentExtension', 'shipmentId', id)
  await deleteRows(db, 'shipmentStranger', 'shipmentId', id)
  await deleteRows(db, 'shipmentCopy', 'shipmentId', id)
  await deleteRows(db, 'shipment', 'id', id)
  await db
    .updateTable('shipmentCopy')
    .set({ outcome: null, outcomeOn: null })
    .where('shipmentId', '=', formerId)
    .where('outcome', '=', 'transferred')
    .execute()
  await db
    .updateTable('shipment')
    .set((is) => ({ closedOn: null, rev: is('rev', '+', 1) }))
    .where('id', '=', formerId)
    .execute()
  return { id: formerId }
}
