import { displayDate } from '../../shared/dates.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'
import { withdrawalPreview, withdrawByDecision } from './leaving.ts'
import { openPlaces } from './places.ts'
import { correctCopyLines, emptyWithdrawalLine } from './register-lines.ts'
import { readWithdrawals, withdrawalOf } from './withdrawal-rows.ts'

export const withdrawalQueries: Pick<
  QueriesOf<'copies'>,
  'withdrawals' | 'withdrawal' | 'previewWithdrawal'
> = {
  async withdrawals({ cursor, limit }, { db, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const ids = await db
      .selectFrom('withdrawal')
      .select('id')
      .orderBy('withdrawnOn', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .offset(from)
      .execute()
    const page = ids.slice(0, limit).map(({ id }) => id)
    return { rows: await readWithdrawals(db, page), next: ids.length > limit ? String(from + limit) : null }
  },

  async withdrawal({ id }, { db, fail }) {
    return (await readWithdrawals(db, [id]))[0] ?? fail('withdrawal_not_found', { id })
  },

  previewWithdrawal: (asked, { db }) => withdrawalPreview(db, asked),
}

export const withdrawalCommands: Pick<CommandsOf<'copies'>, 'withdraw' | 'takeBackWithdrawal'> = {
  async withdraw({ copyIds, isAboveLimitMeant, ground, ...decision }, context) {
    const parts = [{ ground, copyIds }]
    const [withdrawal] = await withdrawByDecision({ decision, parts, isAboveLimitMeant }, context)
    if (!withdrawal) throw new Error('a decision over copies left none')
    return withdrawal
  },

  async takeBackWithdrawal({ id, rev, reason }, { db, fail, today }) {
    const [withdrawal] = await readWithdrawals(db, [id])
    if (!withdrawal) return fail('withdrawal_not_found', { id })
    const { decisionNumber, takenBackOn } = withdrawal
    if (takenBackOn !== null) fail('withdrawal_taken_back', { decisionNumber, on: displayDate(takenBackOn) })
    if (withdrawal.rev !== rev) fail('stale', { id, rev: withdrawal.rev })
    await requireOpenPlaces(db, id, fail)
    const copies = await db
      .updateTable('copy')
      .set((is) => ({ withdrawnOn: null, withdrawalId: null, rev: is('rev', '+', 1) }))
      .where('withdrawalId', '=', id)
      .returning('id')
      .execute()
    await db
      .updateTable('withdrawal')
      .set({ takenBackOn: today, takenBackReason: reason, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    await emptyWithdrawalLine(db, id, { words: reason, today })
    const ids = copies.map((copy) => copy.id)
    const patch = () => ({ withdrawal: '' })
    const cause = { withdrawalId: id }
    await correctCopyLines(db, { ids, patch, reason: 'takenBack', words: reason, cause }, today)
    return withdrawalOf(db, id)
  },
}

/** A place is closed when it is empty, so nothing comes back into it unseen. */
async function requireOpenPlaces(db: Writer, id: number, fail: Fail<'place_closed'>): Promise<void> {
  const places = await db
    .selectFrom('copy')
    .innerJoin('site', 'site.id', 'copy.siteId')
    .leftJoin('store', 'store.id', 'copy.storeId')
    .select(['copy.siteId', 'copy.storeId', 'site.name as siteName', 'store.name as storeName'])
    .select((is) => is.fn.countAll<number>().as('copies'))
    .where('withdrawalId', '=', id)
    .groupBy(['copy.siteId', 'copy.storeId'])
    .execute()
  const problemOf = await openPlaces(db)
  const closed = places.find((place) => problemOf(place) !== null)
  if (!closed) return
  const { siteName, storeName, copies } = closed
  const name = problemOf(closed) === 'site_not_found' ? siteName : `${siteName}, ${storeName ?? ''}`
  fail('place_closed', { name, copies })
}
