import { displayDate } from '../../shared/dates.ts'
import type { ReturnResult } from '../../shared/rotation/contract.ts'
import { readShipmentCode } from '../../shared/rotation/rules.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { copyIdsByCode, putStatus, readCopies } from '../copies/index.ts'
import { insertRow } from '../plain-rows.ts'
import { requireFree, requireOut, requireShipment, touch } from './checks.ts'
import { sentCopy, strangersOf } from './reading.ts'
import { copiesAway, tellOutcome } from './sending.ts'

type Returning = 'scanReturn' | 'undoReturn' | 'dropStranger' | 'closeShipment' | 'reopenShipment'

export const returnCommands: Pick<CommandsOf<'rotation'>, Returning> = {
  async scanReturn({ shipmentId, code, on, isDamaged }, { db, fail, today }): Promise<ReturnResult> {
    const shipment = await requireShipment(db, { id: shipmentId }, fail)
    if (shipment.sentOn === null) return fail('shipment_not_sent', { number: shipment.number })
    if (on > today) fail('in_future')
    if (on < shipment.sentOn) fail('back_before_sent', { on: displayDate(shipment.sentOn) })
    const ids = await copyIdsByCode(db, code)
    // The list that travels in the box bears a code as well, and is scanned with the copies.
    if (ids.length === 0 && readShipmentCode(code) !== null) fail('code_of_shipment', { code })
    // A label that two libraries bore before they were merged means the copy that was sent.
    const known = await Promise.all(ids.map((copyId) => sentCopy(db, { shipmentId, copyId })))
    const [copy, ...others] = known.flatMap((each) => each ?? [])
    if (others.length > 0) fail('code_shared', { code, copies: others.length + 1 })
    if (!copy)
      return stranger(db, { shipmentId, code, copyId: ids.length === 1 ? (ids[0] ?? null) : null, on })
    const outcome = isDamaged ? 'damaged' : 'returned'
    if (copy.outcome === 'transferred') return stranger(db, { shipmentId, code, copyId: copy.copyId, on })
    if (copy.outcome === outcome) return { kind: 'again', copy }
    const [row] = await readCopies(db, [copy.copyId])
    // Withdrawn meanwhile as lost: it is back in hand, but in stock only by taking the decision back.
    if (row && (row.withdrawnOn ?? row.cancelledOn) !== null)
      return stranger(db, { shipmentId, code, copyId: copy.copyId, on })
    await db.updateTable('shipmentCopy').set({ outcome, outcomeOn: on }).where('id', '=', copy.id).execute()
    await putStatus(db, [copy.copyId], isDamaged ? 'in_repair' : 'available')
    await touch(db, shipment, {})
    const saved = (await sentCopy(db, { shipmentId, copyId: copy.copyId })) ?? copy
    return { kind: copy.outcome === 'missing' && !isDamaged ? 'found' : outcome, copy: saved }
  },

  async undoReturn({ shipmentId, copyIds }, { db, fail }) {
    const shipment = await requireShipment(db, { id: shipmentId }, fail)
    if (shipment.closedOn !== null)
      fail('shipment_closed', { number: shipment.number, on: displayDate(shipment.closedOn) })
    const told = await db
      .selectFrom('shipmentCopy')
      .select(['id', 'copyId'])
      .where('shipmentId', '=', shipmentId)
      .where('copyId', 'in', copyIds)
      .where('outcome', 'is not', null)
      .execute()
    await requireFree(db, { shipmentId, copyIds: told.map(({ copyId }) => copyId) }, fail)
    await awayAgain(db, told)
    await touch(db, shipment, {})
    return { copies: told.length }
  },

  async dropStranger({ id }, { db, fail }) {
    const { numDeletedRows } = await db
      .deleteFrom('shipmentStranger')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) fail('stranger_not_found', { id })
    return { id }
  },

  async closeShipment({ id, rev, closedOn, missing }, { db, fail, today }) {
    const shipment = await requireShipment(db, { id, rev }, fail)
    requireOut(shipment, fail)
    if (closedOn > today) fail('in_future')
    const last = await lastOutcome(db, id)
    const earliest = [shipment.sentOn, shipment.arrivedOn, last]
      .flatMap((day) => day ?? [])
      .toSorted()
      .at(-1)
    if (earliest !== undefined && closedOn < earliest)
      fail('closed_before_return', { on: displayDate(earliest) })
    const away = await copiesAway(db, id)
    if (away.length !== missing) fail('missing_not_meant', { missing: away.length })
    await tellOutcome(db, id, { outcome: 'missing', outcomeOn: closedOn })
    await putStatus(db, away, 'missing')
    await touch(db, { id, rev }, { closedOn })
    return { id }
  },

  async reopenShipment({ id, rev }, { db, fail }) {
    const shipment = await requireShipment(db, { id, rev }, fail)
    const { closedOn, number } = shipment
    if (closedOn === null) return fail('shipment_not_closed', { number })
    const next = await db
      .selectFrom('shipment')
      .select('number')
      .where('fromShipmentId', '=', id)
      .executeTakeFirst()
    if (next) fail('shipment_went_on', { number, next: next.number })
    const lost = await db
      .selectFrom('shipmentCopy')
      .select(['id', 'copyId'])
      .where('shipmentId', '=', id)
      .where('outcome', '=', 'missing')
      .where('outcomeOn', '=', closedOn)
      .execute()
    await requireFree(db, { shipmentId: id, copyIds: lost.map(({ copyId }) => copyId) }, fail)
    await awayAgain(db, lost)
    await touch(db, { id, rev }, { closedOn: null })
    return { id }
  },
}

type StrangerOf = { shipmentId: number; code: string; copyId: number | null; on: string }

async function stranger(db: Writer, { shipmentId, code, copyId, on }: StrangerOf): Promise<ReturnResult> {
  const find = async () =>
    (await strangersOf(db, shipmentId)).find((each) =>
      copyId === null ? each.code === code : each.copyId === copyId,
    )
  if (!(await find())) await insertRow(db, 'shipmentStranger', { shipmentId, code, copyId, foundOn: on })
  const found = await find()
  if (!found) throw new Error('a stranger that was just written is not there')
  return { kind: 'stranger', stranger: found }
}

async function awayAgain(db: Writer, rows: readonly { id: number; copyId: number }[]): Promise<void> {
  await db
    .updateTable('shipmentCopy')
    .set({ outcome: null, outcomeOn: null })
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  await putStatus(
    db,
    rows.map(({ copyId }) => copyId),
    'in_rotation',
  )
}

async function lastOutcome(db: Writer, shipmentId: number): Promise<string | null> {
  const { last } = await db
    .selectFrom('shipmentCopy')
    .select((is) => is.fn.max<string | null>('outcomeOn').as('last'))
    .where('shipmentId', '=', shipmentId)
    .executeTakeFirstOrThrow()
  return last
}
