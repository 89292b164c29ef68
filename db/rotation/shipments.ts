import { sql } from 'kysely'
import type { CommandContext, CommandsOf, QueriesOf } from '../context.ts'
import type { ErrorsOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { ShipmentFields } from '../../shared/rotation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { copyIdsByCode } from '../copies/index.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { insertRows } from '../insert-rows.ts'
import { hasWords, pageOf } from '../listing.ts'
import { deleteRows, insertRow } from '../plain-rows.ts'
import { requireFit, requireFreeNumber, requireNotSent, requireShipment, touch } from './checks.ts'
import { requireOpenPoint } from './points.ts'
import { findShipments, readShipment, sentCopies, shownPoint } from './reading.ts'

type ShipmentQuery = 'shipments' | 'shipment' | 'copies' | 'ofCopy' | 'nextNumber'

export const shipmentQueries: Pick<QueriesOf<'rotation'>, ShipmentQuery> = {
  async shipments({ cursor, limit, ...filters }, { db, fail }) {
    const found = await findShipments(db, filters)
    const out = found.filter(({ state }) => state === 'sent' || state === 'there')
    const total = {
      shipments: found.length,
      copies: found.reduce((sum, { copies }) => sum + copies, 0),
      points: new Set(found.map(({ pointId }) => pointId)).size,
      away: out.reduce((sum, row) => sum + row.copies - row.back - row.damaged - row.missing, 0),
    }
    return { ...pageOf(found, { cursor, limit }, fail), total }
  },

  shipment: async ({ id }, { db, fail, today }) =>
    (await readShipment(db, id, today)) ?? fail('shipment_not_found', { id }),

  async copies({ cursor, limit, ...filters }, { db, fail }) {
    const found = await findSent(db, filters)
    return { ...pageOf(found, { cursor, limit }, fail), total: found.length }
  },

  async ofCopy({ copyId }, { db }) {
    const { rows } = await sql<Awaited<ReturnType<QueriesOf<'rotation'>['ofCopy']>>[number]>`
      select shipment.id, shipment.number, ${shownPoint} as pointName, shipment.sentOn, shipment.dueOn,
        sent.outcome, sent.outcomeOn
      from shipmentCopy as sent join shipment on shipment.id = sent.shipmentId
      where sent.copyId = ${copyId} order by sent.id desc limit 50`.execute(db)
    return rows
  },

  async nextNumber({ on }, { db }) {
    const year = on.slice(0, 4)
    const { rows } = await sql<{ last: number }>`
      select ifnull(max(cast(number as integer)), 0) as last from shipment
      where number glob '[0-9]*/LC-' || ${year}`.execute(db)
    return { number: `${String((rows[0]?.last ?? 0) + 1).padStart(2, '0')}/LC-${year}` }
  },
}

export async function findSent(
  db: Reader,
  { shipmentId, outcome, text }: { shipmentId: number; outcome: string | null; text: string },
) {
  const isFound = hasWords(text)
  const rows = await sentCopies(db, shipmentId)
  return rows
    .filter((row) => outcome === null || (row.outcome ?? 'away') === outcome)
    .filter(({ accessionNumber, title, callNumber }) => isFound(accessionNumber, title, callNumber))
}

type ShipmentCommand = 'addShipment' | 'updateShipment' | 'removeShipment' | 'addCopies' | 'takeOut'
type Adding = SpecOf<'rotation.addCopies'>

export const shipmentCommands: Pick<CommandsOf<'rotation'>, ShipmentCommand> = {
  async addShipment(fields, { db, fail }) {
    await checkFields(db, { fields, id: null }, fail)
    return { id: await insertRow(db, 'shipment', fields) }
  },

  async updateShipment({ id, rev, ...fields }, { db, fail }) {
    const shipment = await requireShipment(db, { id, rev }, fail)
    // Once it is out, where it went and until when has acts of its own.
    const isOut = shipment.sentOn !== null
    if (isOut && (fields.pointId !== shipment.pointId || fields.dueOn !== shipment.dueOn))
      requireNotSent(shipment, fail)
    if (shipment.sentOn !== null && fields.preparedOn > shipment.sentOn)
      fail('due_before_sent', { on: displayDate(shipment.sentOn) })
    await checkFields(db, { fields, id, isOut }, fail)
    await touch(db, { id, rev }, fields)
    return { id }
  },

  async removeShipment({ id, rev }, { db, fail }) {
    requireNotSent(await requireShipment(db, { id, rev }, fail), fail)
    const copyIds = (await sentCopies(db, id)).map(({ copyId }) => copyId)
    await deleteRows(db, 'shipmentCopy', 'shipmentId', id)
    await deleteRows(db, 'shipment', 'id', id)
    return { id, copyIds }
  },

  async addCopies({ shipmentId, code, copyIds }, context) {
    const { db, fail } = context
    requireNotSent(await requireShipment(db, { id: shipmentId }, fail), fail)
    const wanted = [...new Set([...copyIds, ...(code === '' ? [] : [await copyOfCode(code, context)])])]
    const there = new Set((await sentCopies(db, shipmentId)).map(({ copyId }) => copyId))
    const fresh = wanted.filter((id) => !there.has(id))
    const fit = await requireFit(db, { shipmentId, copyIds: fresh }, fail)
    const unknown = fresh.find((id) => !fit.some((copy) => copy.id === id))
    if (unknown !== undefined) fail('copy_not_found', { id: unknown })
    const rows = fresh.map((copyId) => [shipmentId, copyId])
    await insertRows(db, 'shipmentCopy', ['shipmentId', 'copyId'], rows)
    const added = await sentCopies(db, shipmentId)
    return {
      added: added.filter(({ copyId }) => fresh.includes(copyId)),
      again: wanted.length - fresh.length,
    }
  },

  async takeOut({ shipmentId, copyIds }, { db, fail }) {
    requireNotSent(await requireShipment(db, { id: shipmentId }, fail), fail)
    const { numDeletedRows } = await db
      .deleteFrom('shipmentCopy')
      .where('shipmentId', '=', shipmentId)
      .where('copyId', 'in', copyIds)
      .executeTakeFirstOrThrow()
    return { copies: Number(numDeletedRows) }
  },
}

async function copyOfCode(code: string, { db, fail }: CommandContext<ErrorsOf<Adding>>): Promise<number> {
  const [copy, ...others] = await copyIdsByCode(db, code)
  if (copy === undefined) return fail('code_unknown', { code })
  if (others.length > 0) fail('code_shared', { code, copies: others.length + 1 })
  return copy
}

type WrongFields = 'point_not_found' | 'point_closed' | 'duplicate_number' | 'due_before_prepared'
type Checked = { fields: ShipmentFields; id: number | null; isOut?: boolean }

async function checkFields(
  db: Reader,
  { fields, id, isOut }: Checked,
  fail: Fail<WrongFields>,
): Promise<void> {
  const { number, pointId, preparedOn, dueOn } = fields
  if (dueOn !== null && dueOn <= preparedOn) fail('due_before_prepared')
  await requireFreeNumber(db, { id, number }, fail)
  if (isOut !== true) await requireOpenPoint(db, { id: pointId, on: preparedOn }, fail)
}
