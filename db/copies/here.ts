import type { Copy } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { readCopies } from './rows.ts'

const statesAway = ['on_loan', 'in_rotation'] as const
type Gone = 'withdrawn' | 'cancelled'
type Away = (typeof statesAway)[number]
export type Hindrance = Gone | Away | 'before_accession'

/** Why a copy takes no more changes. */
function goneBy(copy: Copy): Gone | null {
  if (copy.cancelledOn !== null) return 'cancelled'
  return copy.withdrawnOn === null ? null : 'withdrawn'
}

/** Why a copy cannot leave the stock on a day, whether asked beforehand or refused. */
export function hindranceOf(copy: Copy, withdrawnOn: string): Hindrance | null {
  const away = statesAway.find((status) => status === copy.status)
  return goneBy(copy) ?? away ?? (copy.accessionedOn > withdrawnOn ? 'before_accession' : null)
}

/** Every copy named is there, in stock and not cancelled; each counts once, however often it is named. */
export async function requireHere(
  db: Reader,
  ids: readonly number[],
  fail: Fail<'copy_not_found' | 'copy_gone'>,
): Promise<Copy[]> {
  const wanted = [...new Set(ids)]
  const copies = await readCopies(db, wanted)
  if (copies.length < wanted.length) {
    const known = new Set(copies.map(({ id }) => id))
    fail('copy_not_found', { id: wanted.find((id) => !known.has(id)) ?? 0 })
  }
  const gone = copies.find((copy) => goneBy(copy) !== null)
  if (gone)
    fail('copy_gone', {
      id: gone.id,
      accessionNumber: gone.accessionNumber,
      on: displayDate(gone.cancelledOn ?? gone.withdrawnOn ?? ''),
    })
  return copies
}

/** Copies that are here and may leave the stock on that day. */
export async function requireFree(
  db: Reader,
  { copyIds, withdrawnOn }: { copyIds: readonly number[]; withdrawnOn: string },
  fail: Fail<'copy_not_found' | 'copy_gone' | 'copy_away' | 'before_accession'>,
): Promise<Copy[]> {
  const copies = await requireHere(db, copyIds, fail)
  const hindered = copies.filter((copy) => hindranceOf(copy, withdrawnOn) !== null)
  const early = hindered.filter((copy) => hindranceOf(copy, withdrawnOn) === 'before_accession')
  const away = hindered.length - early.length
  const first = hindered.find((copy) => !early.includes(copy)) ?? early[0]
  if (!first) return copies
  const { id, accessionNumber, status, accessionedOn } = first
  if (away > 0) return fail('copy_away', { id, accessionNumber, status, copies: away })
  return fail('before_accession', {
    id,
    accessionNumber,
    withdrawnOn: displayDate(withdrawnOn),
    accessionedOn: displayDate(accessionedOn),
  })
}
