import type { Gift, GiftFields } from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { CommandContext } from '../context.ts'
import type { Fail } from '../failure.ts'
import type { Reader } from '../connection.ts'
import { given, requireLinked, requireRate, type Asked } from './checks.ts'

type Refusal =
  | 'partner_not_found'
  | 'project_not_found'
  | 'activity_not_found'
  | 'voucher_not_found'
  | 'voucher_not_given'
  | 'voucher_taken'
  | 'received_in_future'
  | 'value_missing'
  | 'rate_missing'
  | 'rate_day_missing'
type Given = { fields: GiftFields; id: number | null; accepted: readonly Asked[] }

export async function requireGift(
  { fields, id, accepted }: Given,
  { db, fail, today }: Pick<CommandContext<Refusal>, 'db' | 'fail' | 'today'>,
): Promise<void> {
  if (fields.receivedOn > today) fail('received_in_future', { on: displayDate(fields.receivedOn) })
  const { partnerId, projectId, activityId } = fields
  await requireLinked(
    db,
    { partner: given(partnerId), cooperationProject: given(projectId), activity: given(activityId) },
    fail,
  )
  if (fields.amountMinor === null && (fields.valueBasis !== 'unknown' || fields.kind === 'money'))
    fail('value_missing')
  requireRate(fields, accepted, fail)
  if (fields.voucherId !== null) await requireVoucher(db, { voucherId: fields.voucherId, id }, fail)
}

/** Deliveries that came as gifts or by a project. */
export const givingSources = ['donation', 'project'] as const

async function requireVoucher(
  db: Reader,
  { voucherId, id }: { voucherId: number; id: number | null },
  fail: Fail<'voucher_not_found' | 'voucher_not_given' | 'voucher_taken'>,
): Promise<void> {
  const voucher = await db
    .selectFrom('voucher')
    .select(['number', 'source'])
    .where('id', '=', voucherId)
    .executeTakeFirst()
  if (!voucher) return fail('voucher_not_found', { id: voucherId })
  if (!givingSources.some((source) => source === voucher.source))
    fail('voucher_not_given', { number: voucher.number })
  const other = await giftOfVoucher(db, voucherId)
  if (other && other.id !== id) fail('voucher_taken', { number: voucher.number, what: other.what })
}

export function giftOfVoucher(db: Reader, voucherId: number) {
  return db
    .selectFrom('gift')
    .select(['id', 'what'])
    .where('voucherId', '=', voucherId)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
}

/** A line that things the library owns came by neither goes nor shrinks below them. */
export function requireRecorded(gift: Gift, fields: GiftFields, fail: Fail<'item_recorded'>): void {
  const quantities = new Map(fields.items.map(({ id, quantity }) => [id, quantity]))
  for (const { id, name, recorded } of gift.items)
    if (recorded > (quantities.get(id) ?? 0)) fail('item_recorded', { name, recorded })
}
