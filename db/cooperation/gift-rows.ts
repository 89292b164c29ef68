import { sql } from 'kysely'
import type { Gift } from '../../shared/cooperation/contract.ts'
import type { Reader } from '../connection.ts'
import { copiesOfGift } from './gift-sums.ts'
import { namedOrNone } from './reading.ts'

type PaperColumns = { year: number | null; number: number | null; on: string | null }
type Row = Omit<Gift, 'items' | 'partner' | 'voucher' | 'project' | 'activity' | 'receipt' | 'letter'> & {
  partnerName: string | null
  projectName: string | null
  activityName: string | null
  voucherNumber: string | null
  voucherTitles: number
  receiptYear: number | null
  receiptNumber: number | null
  receiptOn: string | null
  letterYear: number | null
  letterNumber: number | null
  letterOn: string | null
}

/** In the order of the ids; those that were removed are left out. */
export async function readGifts(db: Reader, ids: readonly number[]): Promise<Gift[]> {
  const { rows } = await sql<Row>`
    select gift.id, gift.rev, gift.kind, gift.receivedOn, gift.partnerId, gift.donorName, gift.origin, gift.purpose,
      gift.what, gift.valueBasis, gift.currency, gift.amountMinor, gift.rate, gift.rateOn, gift.amountVnd,
      iif(gift.kind = 'books' and (gift.voucherId is not null or gift.copies is not null), ${copiesOfGift}, null)
        as copies,
      gift.voucherId, gift.projectId, gift.activityId, gift.note, gift.receiptYear, gift.receiptNumber,
      gift.receiptOn, gift.letterYear, gift.letterNumber, gift.letterOn,
      partner.name as partnerName, project.name as projectName, activity.name as activityName,
      voucher.number as voucherNumber,
      (select count(distinct titleId) from copy where copy.voucherId = gift.voucherId and copy.cancelledOn is null)
        as voucherTitles
    from json_each(${JSON.stringify(ids)}) as wanted join gift on gift.id = wanted.value
    left join partner on partner.id = gift.partnerId
    left join cooperationProject as project on project.id = gift.projectId
    left join activity on activity.id = gift.activityId
    left join voucher on voucher.id = gift.voucherId
    where gift.removedOn is null order by wanted.key`.execute(db)
  const items = await itemsOf(db, ids)
  return rows.map((row) => asGift(row, items.get(row.id) ?? []))
}

function asGift(row: Row, items: Gift['items']): Gift {
  const { partnerName, projectName, activityName, voucherNumber, voucherTitles, ...rest } = row
  const { receiptYear, receiptNumber, receiptOn, letterYear, letterNumber, letterOn, ...fields } = rest
  return {
    ...fields,
    items,
    partner: namedOrNone(fields.partnerId, partnerName),
    project: namedOrNone(fields.projectId, projectName),
    activity: namedOrNone(fields.activityId, activityName),
    voucher:
      fields.voucherId === null
        ? null
        : { id: fields.voucherId, number: voucherNumber ?? '', titles: voucherTitles },
    receipt: paperNumber({ year: receiptYear, number: receiptNumber, on: receiptOn }),
    letter: paperNumber({ year: letterYear, number: letterNumber, on: letterOn }),
  }
}

function paperNumber({ year, number, on }: PaperColumns) {
  return year === null || number === null || on === null ? null : { year, number, on }
}

const recordedOf = sql<number>`(select count(*) from equipment where equipment.giftItemId = giftItem.id)`

async function itemsOf(db: Reader, giftIds: readonly number[]): Promise<Map<number, Gift['items']>> {
  const rows = await db
    .selectFrom('giftItem')
    .select(['id', 'giftId', 'name', 'quantity', 'valueMinor'])
    .select(recordedOf.as('recorded'))
    .where('giftId', 'in', sql<number>`(select value from json_each(${JSON.stringify(giftIds)}))`)
    .orderBy('id')
    .execute()
  const items = new Map<number, Gift['items']>()
  for (const { giftId, ...item } of rows) items.set(giftId, [...(items.get(giftId) ?? []), item])
  return items
}
