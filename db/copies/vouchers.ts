import { sql } from 'kysely'
import type { Voucher, VoucherFields } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { fold } from '../../shared/fold.ts'
import type * as z from 'zod'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'
import { lastClosedYear, openYearFor } from '../registers/index.ts'
import { correctCopyLines, writeVoucherLine } from './register-lines.ts'

type VoucherRow = z.output<typeof Voucher>
type Fields = z.output<typeof VoucherFields>

export const voucherQueries: Pick<QueriesOf<'copies'>, 'vouchers' | 'voucher'> = {
  async vouchers({ text, isOpen, year, cursor, limit }, { db, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const found = (await matching(db, { isOpen, year })).filter(matcherOf(text))
    const rows = found.slice(from, from + limit)
    return {
      rows: await readVouchers(
        db,
        rows.map(({ id }) => id),
      ),
      next: found.length > from + limit ? String(from + limit) : null,
    }
  },

  async voucher({ id }, { db, fail }) {
    return (await readVouchers(db, [id]))[0] ?? fail('voucher_not_found', { id })
  },
}

export const voucherCommands: Pick<
  CommandsOf<'copies'>,
  'addVoucher' | 'updateVoucher' | 'completeVoucher' | 'removeVoucher'
> = {
  async addVoucher(fields, { db, fail, now, today }) {
    await requireFields(db, { ...fields, id: 0 }, { fail, today })
    const { id } = await db
      .insertInto('voucher')
      .values({ ...fields, isOpening: Number(fields.isOpening), createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return voucherOf(db, id)
  },

  async updateVoucher({ id, rev, ...fields }, { db, fail, today }) {
    const voucher = await requireOpenVoucher(db, { id, rev }, fail)
    await requireFields(db, { ...fields, id }, { fail, today })
    if (voucher.copies > 0 && fields.receivedOn !== voucher.receivedOn)
      await shiftCopies(db, id, fields.receivedOn, fail)
    await db
      .updateTable('voucher')
      .set({ ...fields, isOpening: Number(fields.isOpening), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    const shown = {
      voucher: fields.number,
      enteredOn: displayDate(fields.receivedOn),
    }
    if (fields.number !== voucher.number || fields.receivedOn !== voucher.receivedOn) {
      const ids = await copyIdsOf(db, id)
      await correctCopyLines(db, { ids, patch: () => shown, reason: 'voucher' }, today)
    }
    return voucherOf(db, id)
  },

  async completeVoucher({ id, rev }, { db, fail, today }) {
    const voucher = await requireOpenVoucher(db, { id, rev }, fail)
    if (voucher.copies === 0) fail('voucher_empty', { number: voucher.number })
    const year = await lineYear(db, voucher, today)
    await writeVoucherLine(db, voucher, { year, fail, today })
    await db
      .updateTable('voucher')
      .set({ completedOn: today, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return voucherOf(db, id)
  },

  async removeVoucher({ id, rev }, { db, fail }) {
    const [voucher] = await readVouchers(db, [id])
    if (!voucher) return fail('voucher_not_found', { id })
    if (voucher.rev !== rev) fail('stale', { id, rev: voucher.rev })
    const { copies } = await db
      .selectFrom('copy')
      .select((is) => is.fn.countAll<number>().as('copies'))
      .where('voucherId', '=', id)
      .executeTakeFirstOrThrow()
    if (copies > 0) fail('voucher_has_copies', { number: voucher.number, copies })
    await db.deleteFrom('voucher').where('id', '=', id).execute()
    return { id }
  },
}

type Named = { id: number; number: string; supplier: string; document: string }

function matching(
  db: Reader,
  { isOpen, year }: { isOpen: boolean | null; year: number | null },
): Promise<Named[]> {
  return db
    .selectFrom('voucher')
    .select(['id', 'number', 'supplier', 'document'])
    .$if(isOpen !== null, (query) => query.where('completedOn', isOpen ? 'is' : 'is not', null))
    .$if(year !== null, (query) =>
      query.where('receivedOn', '>=', `${year}-01-01`).where('receivedOn', '<=', `${year}-12-31`),
    )
    .orderBy('receivedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** A library has some thousands of them, so they are looked through one by one, without marks and case. */
function matcherOf(text: string): (voucher: Named) => boolean {
  const wanted = fold(text.trim())
  if (wanted === '') return () => true
  return ({ number, supplier, document }) =>
    [number, supplier, document].some((each) => fold(each).includes(wanted))
}

/** What was there before the program came is entered late by its nature, so it goes into the first open year. */
export async function lineYear(
  db: Reader,
  { receivedOn, isOpening }: { receivedOn: string; isOpening: boolean },
  today: string,
): Promise<number> {
  const year = Number(receivedOn.slice(0, 4))
  return isOpening ? openYearFor(year, await lastClosedYear(db), today) : year
}

/** Vouchers with their totals, in the order asked for. */
export async function readVouchers(db: Reader, ids: readonly number[]): Promise<VoucherRow[]> {
  const { rows } = await sql<Omit<VoucherRow, 'isOpening'> & { isOpening: number }>`
    select voucher.id, voucher.rev, voucher.number, receivedOn, source, supplier, document, statedCopies,
      statedAmountMinor, voucher.note, isOpening, completedOn, createdAt, voucher.mergerId,
      count(distinct copy.titleId) as titles, count(copy.id) as copies,
      ifnull(sum(copy.priceMinor), 0) as amountMinor
    from json_each(${JSON.stringify(ids)}) as wanted
    join voucher on voucher.id = wanted.value
    left join copy on copy.voucherId = voucher.id and copy.cancelledOn is null
    group by wanted.key order by wanted.key`.execute(db)
  return rows.map((row) => ({ ...row, isOpening: row.isOpening === 1 }))
}

async function voucherOf(db: Reader, id: number): Promise<VoucherRow> {
  const [voucher] = await readVouchers(db, [id])
  if (!voucher) throw new Error(`voucher ${id} is gone within its own command`)
  return voucher
}

async function requireOpenVoucher(
  db: Writer,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'voucher_not_found' | 'voucher_completed'>,
): Promise<VoucherRow> {
  const [voucher] = await readVouchers(db, [id])
  if (!voucher) return fail('voucher_not_found', { id })
  if (voucher.rev !== rev) fail('stale', { id, rev: voucher.rev })
  if (voucher.completedOn !== null)
    fail('voucher_completed', { number: voucher.number, completedOn: displayDate(voucher.completedOn) })
  return voucher
}

async function requireFields(
  db: Writer,
  { id, number, receivedOn, isOpening }: Fields & { id: number },
  {
    fail,
    today,
  }: { fail: Fail<'duplicate_voucher' | 'received_in_future' | 'year_is_closed'>; today: string },
): Promise<void> {
  if (receivedOn > today) fail('received_in_future', { receivedOn: displayDate(receivedOn) })
  const year = Number(receivedOn.slice(0, 4))
  if (!isOpening && year <= (await lastClosedYear(db))) fail('year_is_closed', { year })
  // Numbers begin anew each year.
  const twin = await db
    .selectFrom('voucher')
    .select(['id', 'receivedOn'])
    .where('number', '=', number)
    .where('receivedOn', '>=', `${year}-01-01`)
    .where('receivedOn', '<=', `${year}-12-31`)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (twin) fail('duplicate_voucher', { id: twin.id, number, receivedOn: displayDate(twin.receivedOn) })
}

/** Copies come in on the day of their delivery; a day after something has already happened to one cannot be. */
async function shiftCopies(
  db: Writer,
  voucherId: number,
  receivedOn: string,
  fail: Fail<never>,
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select id from copy where voucherId = ${voucherId} and (withdrawnOn < ${receivedOn}
      or exists (select 1 from copyPast where copyId = copy.id and untilOn < ${receivedOn})) limit 1`.execute(
    db,
  )
  if (rows.length > 0) fail('invalid_input', { issues: [{ path: 'receivedOn', code: 'custom' }] })
  await db
    .updateTable('copy')
    .set((is) => ({ accessionedOn: receivedOn, rev: is('rev', '+', 1) }))
    .where('voucherId', '=', voucherId)
    .execute()
}

async function copyIdsOf(db: Reader, voucherId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('copy')
    .select('id')
    .where('voucherId', '=', voucherId)
    .where('cancelledOn', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}
