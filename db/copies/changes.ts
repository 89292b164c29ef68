import { sql } from 'kysely'
import type { Copy, CopyStatus } from '../../shared/copies/contract.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { prepared } from '../prepared.ts'
import { findCode, ownerDetails } from './codes.ts'
import { idsFrom, idsIn } from './copies.ts'
import { requireHere } from './here.ts'
import { correctCopyLines, correctVoucherLines, priceCell, reEnumerated } from './register-lines.ts'
import { readCopies } from './rows.ts'

export const changeCommands: Pick<CommandsOf<'copies'>, 'updateCopy' | 'cancelCopies' | 'setStatus'> = {
  async updateCopy({ id, rev, ...fields }, { db, fail, today }) {
    const [copy] = await requireHere(db, [id], fail)
    if (!copy) return fail('copy_not_found', { id })
    if (copy.rev !== rev) fail('stale', { id, rev: copy.rev })
    if (fields.barcode !== '' && fields.barcode !== copy.barcode)
      await requireFreeBarcode(db, { id, barcode: fields.barcode }, fail)
    const names = Object.keys(fields) as (keyof typeof fields)[]
    if (names.every((name) => fields[name] === copy[name])) return copy
    await db
      .updateTable('copy')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await putRight(db, copy, fields, today)
    return (await readCopies(db, [id]))[0] ?? fail('copy_not_found', { id })
  },

  async cancelCopies({ copyIds, reason }, { db, fail, today }) {
    const copies = await requireHere(db, copyIds, fail)
    const ids = copies.map(({ id }) => id)
    await db
      .updateTable('copy')
      .set((is) => ({ cancelledOn: today, rev: is('rev', '+', 1) }))
      .where('id', 'in', idsIn(ids))
      .execute()
    // A volume that was never there binds no issues.
    await db
      .updateTable('serialIssue')
      .set((is) => ({ copyId: null, rev: is('rev', '+', 1) }))
      .where('copyId', 'in', idsIn(ids))
      .execute()
    // A cancelled line has no price, so that no sum counts it.
    const patch = () => ({ price: '' })
    await correctCopyLines(db, { ids, patch, reason: 'cancelled', words: reason, isAlways: true }, today)
    await correctVoucherLines(
      db,
      copies.map(({ voucherId }) => voucherId),
      'cancelled',
      today,
    )
    return { copies: ids.length }
  },

  async setStatus({ copyIds, status }, { db, fail }) {
    const copies = await requireHere(db, copyIds, fail)
    await refuseRotated(db, copies, fail)
    const changed = copies.filter((copy) => copy.status !== status).map(({ id }) => id)
    await putStatus(db, changed, status)
    return { copies: changed.length }
  },
}

const updateStatus = prepared((db: Writer, { ids, status }: { ids: string; status: CopyStatus }) =>
  db
    .updateTable('copy')
    .set((is) => ({ status, rev: is('rev', '+', 1) }))
    .where('id', 'in', idsFrom(ids)),
)

export async function putStatus(db: Writer, ids: readonly number[], status: CopyStatus): Promise<void> {
  await updateStatus(db, { ids: JSON.stringify(ids), status })
}

/** Of a copy that is away with a shipment, the shipment says what it is. */
async function refuseRotated(db: Writer, copies: readonly Copy[], fail: Fail<'copy_rotated'>): Promise<void> {
  const held = await db
    .selectFrom('shipmentCopy as sent')
    .innerJoin('shipment', 'shipment.id', 'sent.shipmentId')
    .select(['sent.copyId', 'shipment.id', 'shipment.number'])
    .where('sent.outcome', 'is', null)
    .where('shipment.sentOn', 'is not', null)
    .where('sent.copyId', 'in', idsIn(copies.map(({ id }) => id)))
    .limit(1)
    .executeTakeFirst()
  const copy = copies.find(({ id }) => id === held?.copyId)
  if (held && copy)
    fail('copy_rotated', { accessionNumber: copy.accessionNumber, id: held.id, number: held.number })
}

/** What the register says of a copy and no longer holds is written there anew. */
async function putRight(
  db: Writer,
  before: Copy,
  after: Pick<Copy, 'priceMinor' | 'enumeration'>,
  today: string,
): Promise<void> {
  const patch = (cells: readonly string[]) => ({
    ...(after.priceMinor === before.priceMinor ? {} : { price: priceCell(after.priceMinor) }),
    ...(after.enumeration === before.enumeration
      ? {}
      : { title: reEnumerated(cells, before.enumeration, after.enumeration) }),
  })
  await correctCopyLines(db, { ids: [before.id], patch, reason: 'copy' }, today)
  if (after.priceMinor !== before.priceMinor) await correctVoucherLines(db, [before.voucherId], 'copy', today)
}

async function requireFreeBarcode(
  db: Writer,
  { id, barcode }: { id: number; barcode: string },
  fail: Fail<'duplicate_barcode'>,
): Promise<void> {
  const owner = (await findCode(db, [barcode])).get(barcode)
  if (owner && owner.id !== id) fail('duplicate_barcode', { value: barcode, ...ownerDetails(owner) })
}

/** What happened to copies, oldest state first. */
export async function keepPast(db: Writer, ids: readonly number[], untilOn: string): Promise<void> {
  await sql`insert into copyPast (copyId, untilOn, siteId, storeId, condition)
    select id, ${untilOn}, siteId, storeId, condition from copy where id in ${idsIn(ids)} order by id`.execute(
    db,
  )
}
