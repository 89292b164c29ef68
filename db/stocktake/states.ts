import { displayDate } from '../../shared/dates.ts'
import type { Stocktake, StocktakeState } from '../../shared/stocktake/contract.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import { asSaved, notClosed, requireStocktake } from './reading.ts'

export const stateCommands: Pick<CommandsOf<'stocktake'>, 'pause' | 'resume' | 'reopen' | 'sign'> = {
  async pause({ id }, { db, fail }) {
    const { name, state } = await requireStocktake(db, id, fail)
    if (state !== 'open') fail('not_open', { name, state })
    return changed(db, id, { state: 'paused' })
  },

  async resume({ id }, { db, fail }) {
    const { name, state } = await requireStocktake(db, id, fail)
    if (state !== 'paused') fail('not_paused', { name })
    return changed(db, id, { state: 'open' })
  },

  async reopen({ id }, { db, fail }) {
    const { name, state } = await requireStocktake(db, id, fail)
    if (state === 'signed') fail('already_signed', { name })
    if (state !== 'closed') fail('not_closed', { name })
    return changed(db, id, { state: 'open', ...notClosed })
  },

  async sign({ id, minutesNumber, signedOn }, { db, fail, today }) {
    const { name, state, closedOn, ...stocktake } = await requireStocktake(db, id, fail)
    if (state === 'signed') fail('already_signed', { name })
    if (state !== 'closed' || closedOn === null) return fail('not_closed', { name })
    if (signedOn > today) fail('signed_in_future', { on: displayDate(signedOn) })
    if (signedOn < closedOn)
      fail('signed_before_closing', { on: displayDate(signedOn), closedOn: displayDate(closedOn) })
    // The paper keeps the number it was closed with; the one written on it by hand is only known here.
    return changed(db, id, {
      state: 'signed',
      signedOn,
      minutesNumber: minutesNumber === '' ? stocktake.minutesNumber : minutesNumber,
    })
  },
}

type Change = {
  state: StocktakeState
  closedOn?: null
  tallies?: null
  scansHash?: null
  paper?: null
  paperHash?: null
  signedOn?: string
  minutesNumber?: string
}

async function changed(db: Writer, id: number, change: Change): Promise<Stocktake> {
  await db
    .updateTable('stocktake')
    .set((is) => ({ ...change, rev: is('rev', '+', 1) }))
    .where('id', '=', id)
    .execute()
  return asSaved(db, id)
}
