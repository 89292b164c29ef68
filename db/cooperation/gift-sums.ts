import { sql, type RawBuilder } from 'kysely'
import type { GiftSum } from '../../shared/cooperation/contract.ts'
import type { Reader } from '../connection.ts'

export const noGifts: GiftSum = { gifts: 0, valueVnd: 0, unvalued: 0, copies: 0, equipment: 0 }

/** How many copies a gift brought: those of its delivery, which nobody types, or what was written. */
export const copiesOfGift = sql<number>`case when gift.kind != 'books' then 0
  when gift.voucherId is null then ifnull(gift.copies, 0)
  else (select count(*) from copy where copy.voucherId = gift.voucherId and copy.cancelledOn is null) end`
export const equipmentOfGift = sql<number>`
  ifnull((select sum(quantity) from giftItem where giftItem.giftId = gift.id), 0)`

const sumColumns = sql`count(*) as gifts, ifnull(sum(gift.amountVnd), 0) as valueVnd,
  ifnull(sum(gift.amountVnd is null), 0) as unvalued, ifnull(sum(${copiesOfGift}), 0) as copies,
  ifnull(sum(${equipmentOfGift}), 0) as equipment`

/** Sums of gifts by what each belongs to. */
export async function giftSumsBy(
  db: Reader,
  column: 'projectId' | 'partnerId',
  ids: readonly number[],
): Promise<Map<number, GiftSum>> {
  const { rows } = await sql<GiftSum & { ownerId: number }>`
    select gift.${sql.ref(column)} as ownerId, ${sumColumns} from gift
    where gift.removedOn is null
      and gift.${sql.ref(column)} in (select value from json_each(${JSON.stringify(ids)}))
    group by gift.${sql.ref(column)}`.execute(db)
  return new Map(rows.map(({ ownerId, ...sum }) => [ownerId, sum]))
}

/** Sums of the given gifts along what `key` says of each. */
export async function giftSumsAlong(
  db: Reader,
  ids: readonly number[],
  key: RawBuilder<string>,
): Promise<(GiftSum & { key: string })[]> {
  const { rows } = await sql<GiftSum & { key: string }>`
    select ${key} as key, ${sumColumns} from json_each(${JSON.stringify(ids)}) as wanted
    join gift on gift.id = wanted.value group by 1 order by 1`.execute(db)
  return rows
}

export function addedUp(sums: readonly GiftSum[]): GiftSum {
  const total = { ...noGifts }
  for (const sum of sums) {
    total.gifts += sum.gifts
    total.valueVnd += sum.valueVnd
    total.unvalued += sum.unvalued
    total.copies += sum.copies
    total.equipment += sum.equipment
  }
  return total
}
