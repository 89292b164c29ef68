import { displayDate } from '../../shared/dates.ts'
import { dayAfter, termsFor } from '../../shared/readers/lending.ts'
import type { LoanRow } from '../../shared/readers/contract.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { putStatus } from '../copies/index.ts'
import type { Fail } from '../failure.ts'
import { requireLendable } from './desk.ts'
import { loanRow } from './loan-rows.ts'
import { deskReader } from './reading.ts'
import { readSettings } from './settings.ts'

export const loanCommands: Pick<CommandsOf<'readers'>, 'renewLoan' | 'undoLoan' | 'markLost'> = {
  async renewLoan({ id, rev }, { db, fail, today }) {
    const loan = await requireLoan(db, { id, rev, today }, fail)
    requireOpen(loan, fail)
    const settings = await readSettings(db)
    const { material } = await db
      .selectFrom('title')
      .select('material')
      .where('id', '=', loan.titleId)
      .executeTakeFirstOrThrow()
    const { groupId } = await db
      .selectFrom('loan')
      .select('groupId')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const terms = termsFor(settings, { groupId, material })
    if (loan.renewals >= terms.renewals)
      fail('renewed_enough', { title: loan.title, most: terms.renewals, dueOn: displayDate(loan.dueOn) })
    if (loan.readerId !== null)
      requireLendable(await deskReader(db, { id: loan.readerId, today }, fail), { fail })
    const from = loan.dueOn > today ? loan.dueOn : today
    await db
      .updateTable('loan')
      .set((is) => ({
        dueBefore: loan.dueOn,
        dueOn: dayAfter(from, terms.days),
        renewals: is('renewals', '+', 1),
        rev: rev + 1,
      }))
      .where('id', '=', id)
      .execute()
    return asSaved(db, id, today)
  },

  async undoLoan({ id, rev }, { db, fail, today }) {
    const loan = await requireLoan(db, { id, rev, today }, fail)
    if (loan.returnedOn !== null) {
      await refuseLentAgain(db, loan, fail)
      await db
        .updateTable('loan')
        .set({ returnedOn: null, returnedAt: null, returnedSiteId: null, arrivedOn: null, rev: rev + 1 })
        .where('id', '=', id)
        .execute()
      await putStatus(db, [loan.copyId], 'on_loan')
      return { undone: 'returned', loan: await asSaved(db, id, today) }
    }
    const { dueBefore } = await db
      .selectFrom('loan')
      .select('dueBefore')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (dueBefore !== null) {
      await db
        .updateTable('loan')
        .set((is) => ({ dueOn: dueBefore, dueBefore: null, renewals: is('renewals', '-', 1), rev: rev + 1 }))
        .where('id', '=', id)
        .execute()
      return { undone: 'renewed', loan: await asSaved(db, id, today) }
    }
    // A loan of another day is in figures already: it ends by coming back, not by never having been.
    if (loan.lentOn !== today || loan.lostOn !== null) fail('loan_too_old', { on: displayDate(loan.lentOn) })
    await db.deleteFrom('loan').where('id', '=', id).execute()
    await putStatus(db, [loan.copyId], 'available')
    return { undone: 'lent', loan: null }
  },

  async markLost({ id, rev }, { db, fail, today }) {
    const loan = await requireLoan(db, { id, rev, today }, fail)
    requireOpen(loan, fail)
    await db
      .updateTable('loan')
      .set({ lostOn: today, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await putStatus(db, [loan.copyId], 'missing')
    return asSaved(db, id, today)
  },
}

type Asked = { id: number; rev: number; today: string }

async function requireLoan(
  db: Writer,
  { id, rev, today }: Asked,
  fail: Fail<'loan_not_found'>,
): Promise<LoanRow> {
  const loan = (await loanRow(db, id, today)) ?? fail('loan_not_found', { id })
  if (loan.rev !== rev) fail('stale', { id, rev: loan.rev })
  return loan
}

function requireOpen({ title, returnedOn, lostOn }: LoanRow, fail: Fail<'loan_ended'>): void {
  const endedOn = returnedOn ?? lostOn
  if (endedOn !== null) fail('loan_ended', { title, on: displayDate(endedOn) })
}

async function refuseLentAgain(
  db: Writer,
  { copyId, title }: LoanRow,
  fail: Fail<'lent_again'>,
): Promise<void> {
  const other = await db
    .selectFrom('loan')
    .select('id')
    .where('copyId', '=', copyId)
    .where('returnedOn', 'is', null)
    .where('lostOn', 'is', null)
    .executeTakeFirst()
  if (other) fail('lent_again', { title })
}

async function asSaved(db: Writer, id: number, today: string): Promise<LoanRow> {
  const loan = await loanRow(db, id, today)
  if (!loan) throw new Error('a loan that was just written is not there')
  return loan
}
