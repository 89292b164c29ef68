import { sql } from 'kysely'
import type { Copy } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../connection.ts'
import { readCopies } from '../copies/index.ts'
import type { Fail } from '../failure.ts'
import { shownPoint } from './reading.ts'

export type StoredShipment = {
  id: number
  rev: number
  number: string
  pointId: number
  preparedOn: string
  dueOn: string | null
  sentOn: string | null
  arrivedOn: string | null
  closedOn: string | null
  fromShipmentId: number | null
}

export async function requireShipment(
  db: Reader,
  { id, rev }: { id: number; rev?: number },
  fail: Fail<'shipment_not_found'>,
): Promise<StoredShipment> {
  const shipment = await db.selectFrom('shipment').selectAll().where('id', '=', id).executeTakeFirst()
  if (!shipment) return fail('shipment_not_found', { id })
  if (rev !== undefined && shipment.rev !== rev) fail('stale', { id, rev: shipment.rev })
  return shipment
}

/** Gone out and not closed. */
export function requireOut(
  { sentOn, closedOn, number }: StoredShipment,
  fail: Fail<'shipment_not_sent' | 'shipment_closed'>,
): string {
  if (sentOn === null) return fail('shipment_not_sent', { number })
  if (closedOn !== null) fail('shipment_closed', { number, on: displayDate(closedOn) })
  return sentOn
}

export function requireNotSent({ sentOn, number }: StoredShipment, fail: Fail<'shipment_sent'>): void {
  if (sentOn !== null) fail('shipment_sent', { number, on: displayDate(sentOn) })
}

export async function requireFreeNumber(
  db: Reader,
  { id, number }: { id: number | null; number: string },
  fail: Fail<'duplicate_number'>,
): Promise<void> {
  const other = await db.selectFrom('shipment').select('id').where('number', '=', number).executeTakeFirst()
  if (other && other.id !== id) fail('duplicate_number', { number, id: other.id })
}

type Unfit = 'copy_gone' | 'copy_on_loan' | 'copy_elsewhere' | 'copy_missing' | 'copy_in_repair'

/**
 * Copies that may go out with a shipment. One that is in rotation by the books of a program before this one, and in no
 * shipment here, may: that is how it comes to have one.
 */
export async function requireFit(
  db: Reader,
  { shipmentId, copyIds }: { shipmentId: number; copyIds: readonly number[] },
  fail: Fail<Unfit>,
): Promise<Copy[]> {
  const copies = await readCopies(db, copyIds)
  await requireFree(db, { shipmentId, copyIds }, fail)
  for (const { accessionNumber, title, status } of copies) {
    if (status === 'missing') fail('copy_missing', { accessionNumber, title })
    if (status === 'in_repair') fail('copy_in_repair', { accessionNumber, title })
  }
  return copies
}

/** Copies that nobody has taken since they came back: no other shipment and no reader. */
export async function requireFree(
  db: Reader,
  { shipmentId, copyIds }: { shipmentId: number; copyIds: readonly number[] },
  fail: Fail<'copy_elsewhere' | 'copy_on_loan' | 'copy_gone'>,
): Promise<void> {
  const elsewhere = await shipmentsOf(db, copyIds, shipmentId)
  for (const { id, accessionNumber, title, status, withdrawnOn, cancelledOn } of await readCopies(
    db,
    copyIds,
  )) {
    const named = { accessionNumber, title }
    const goneOn = cancelledOn ?? withdrawnOn
    if (goneOn !== null) fail('copy_gone', { ...named, on: displayDate(goneOn) })
    const other = elsewhere.get(id)
    if (other)
      fail('copy_elsewhere', { ...named, id: other.id, number: other.number, point: other.pointName })
    if (status === 'on_loan') fail('copy_on_loan', named)
  }
}

type Away = { copyId: number; id: number; number: string; pointName: string }

/** The other shipment that each of these copies is in and has not come back from. */
async function shipmentsOf(
  db: Reader,
  copyIds: readonly number[],
  exceptId: number,
): Promise<ReadonlyMap<number, Away>> {
  const { rows } = await sql<Away>`
    select sent.copyId, shipment.id, shipment.number, ${shownPoint} as pointName
    from json_each(${JSON.stringify(copyIds)}) as wanted
    cross join shipmentCopy as sent on sent.copyId = wanted.value and sent.outcome is null
    join shipment on shipment.id = sent.shipmentId
    where shipment.id != ${exceptId}`.execute(db)
  return new Map(rows.map((row) => [row.copyId, row]))
}

export async function touch(
  db: Writer,
  { id, rev }: { id: number; rev: number },
  values: object,
): Promise<void> {
  await db
    .updateTable('shipment')
    .set({ ...values, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
}
