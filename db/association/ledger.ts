import { sql } from 'kysely'
import type { DuesEntry, EntryFilters } from '../../shared/association/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'

export const ledgerQueries: Pick<QueriesOf<'association'>, 'entries'> = {
  entries: ({ cursor, limit, ...filters }, { db, fail }) =>
    entryPage(db, filters, { before: readCursor(cursor, idCursor, fail), limit }),
}

export async function entryPage(
  db: Reader,
  { branchId, year }: EntryFilters,
  { before, limit }: { before: number | null; limit: number },
): Promise<{ rows: DuesEntry[]; next: string | null }> {
  const rows = await entries(db)
    .$if(branchId !== null, (query) => query.where('entry.branchId', '=', branchId))
    .$if(year !== null, (query) => query.where('entry.year', '=', year))
    .$if(before !== null, (query) => query.where('entry.id', '<', before))
    .orderBy('entry.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit).map(shownEntry)
  return { rows: shown, next: rows.length > limit ? String(shown.at(-1)?.id) : null }
}

function entries(db: Reader) {
  return db
    .selectFrom('duesEntry as entry')
    .innerJoin('branch', 'branch.id', 'entry.branchId')
    .select(['entry.id', 'entry.branchId', 'branch.name as branchName', 'entry.year', 'entry.kind'])
    .select(['entry.amountMinor', 'entry.on', 'entry.basis', 'entry.rateMinor', 'entry.members'])
    .select(['entry.receiptNumber', 'entry.note', 'entry.correctsId'])
    .select(
      sql<number>`exists (select 1 from duesEntry as later where later.correctsId = entry.id)`.as(
        'isCorrected',
      ),
    )
}

function shownEntry<Row extends { isCorrected: number }>({ isCorrected, ...row }: Row) {
  return { ...row, isCorrected: isCorrected === 1 }
}

export async function readEntry(db: Reader, id: number): Promise<DuesEntry> {
  return shownEntry(await entries(db).where('entry.id', '=', id).executeTakeFirstOrThrow())
}

/** A receipt's number is used again only where the line that had it was taken back. */
export async function requireUsableReceipt(
  db: Reader,
  receiptNumber: string,
  fail: Fail<'duplicate_receipt'>,
): Promise<void> {
  const rows = await entries(db)
    .where('entry.receiptNumber', '=', receiptNumber)
    .where('entry.receiptNumber', '!=', '')
    .where('entry.correctsId', 'is', null)
    .execute()
  const standing = rows.find(({ isCorrected }) => isCorrected === 0)
  if (standing) fail('duplicate_receipt', { receiptNumber, name: standing.branchName, on: standing.on })
}

export const ledgerCommands: Pick<CommandsOf<'association'>, 'correctDues'> = {
  async correctDues({ id, on, reason }, { db, fail, today }) {
    const row = await entries(db).where('entry.id', '=', id).executeTakeFirst()
    const entry = row ? shownEntry(row) : fail('entry_not_found', { id })
    requireCorrectable(entry, { on, today }, fail)
    const { branchId, year, kind, amountMinor, basis, rateMinor, members, receiptNumber } = entry
    const written = await db
      .insertInto('duesEntry')
      .values({
        branchId,
        year,
        kind,
        basis,
        rateMinor,
        members,
        receiptNumber,
        amountMinor: 0 - amountMinor,
        on,
        note: reason,
        correctsId: id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return readEntry(db, written.id)
  },
}

type Refusal = 'entry_corrected' | 'corrects_only' | 'day_in_future' | 'corrected_before'
type Line = { on: string; isCorrected: boolean; correctsId: number | null }

/** What stands in a ledger is taken back once, by a line of its own day or later. */
export function requireCorrectable(
  { on: writtenOn, isCorrected, correctsId }: Line,
  { on, today }: { on: string; today: string },
  fail: Fail<Refusal>,
): void {
  if (isCorrected) fail('entry_corrected')
  if (correctsId !== null) fail('corrects_only')
  if (on > today) fail('day_in_future', { on })
  if (on < writtenOn) fail('corrected_before', { on, writtenOn })
}
