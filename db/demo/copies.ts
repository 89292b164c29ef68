import { sql } from 'kysely'
import { accessionNumberText } from '../../shared/copies/rules.ts'
import { demoSeries, type DemoCopy, type DemoDelivery, type DemoSeries } from '../../shared/demo/holdings.ts'
import type { Writer } from '../connection.ts'
import { enterCopies, insertCopies, writeVoucherLine, type CopyRow } from '../copies/index.ts'
import { fail } from '../failure.ts'
import { demoPlaces, type DemoPlaces } from './places.ts'

export type DemoDeliveries = {
  deliveries: DemoDelivery[]
  copies: (DemoCopy & { deliveryAt: number })[]
}
type Given = DemoDeliveries & { places: DemoPlaces; firstTitleId: number; firstVoucherId: number }

/** Deliveries with their copies, and what the registers say of them. */
export async function insertDemoCopies(
  db: Writer,
  { deliveries, copies }: DemoDeliveries,
  { firstTitleId, now }: { firstTitleId: number; now: string; today: string },
) {
  if (copies.length === 0) return {}
  const places = await demoPlaces(db)
  const firstVoucherId = await insertVouchers(db, deliveries, now)
  const rows = await copyRows(db, { deliveries, copies, places, firstTitleId, firstVoucherId })
  const { firstId, lastId, digest } = await insertCopies(db, rows)
  await insertPast(db, { deliveries, copies, places, firstCopyId: firstId })
  for (const [at, delivery] of deliveries.entries()) {
    const ids = copies.flatMap((copy, place) => (copy.deliveryAt === at ? [firstId + place] : []))
    const year = Number(delivery.receivedOn.slice(0, 4))
    await enterCopies(db, ids, year, delivery.receivedOn)
    const voucher = { ...delivery, ...blankVoucher, id: firstVoucherId + at, createdAt: now }
    await writeVoucherLine(db, voucher, { year, fail, today: delivery.receivedOn })
  }
  return {
    copies: { firstId, lastId, digest },
    vouchers: { firstId: firstVoucherId, lastId: firstVoucherId + deliveries.length - 1 },
    made: places.made,
  }
}

const blankVoucher = {
  rev: 1,
  statedCopies: null,
  statedAmountMinor: null,
  note: '',
  isOpening: false,
  titles: 0,
  copies: 0,
  amountMinor: 0,
  completedOn: null,
  mergerId: null,
}

async function insertVouchers(db: Writer, deliveries: readonly DemoDelivery[], now: string): Promise<number> {
  await sql`insert into voucher (number, receivedOn, source, supplier, document, note, isOpening, completedOn, createdAt)
    select value ->> 'number', value ->> 'receivedOn', value ->> 'source', value ->> 'supplier', value ->> 'document',
      '', 0, value ->> 'receivedOn', ${now} from json_each(${JSON.stringify(deliveries)})`.execute(db)
  const { lastId } = await db
    .selectFrom('voucher')
    .select((is) => is.fn.max('id').as('lastId'))
    .executeTakeFirstOrThrow()
  return lastId - deliveries.length + 1
}

async function copyRows(
  db: Writer,
  { deliveries, copies, places, firstTitleId, firstVoucherId }: Given,
): Promise<CopyRow[]> {
  const nextBySeries = await nextNumbers(db, places)
  return copies.map((copy) => {
    const number = nextBySeries.get(copy.series) ?? 1
    nextBySeries.set(copy.series, number + 1)
    return {
      titleId: firstTitleId + copy.titleAt,
      seriesId: places.seriesIdByName.get(copy.series) ?? 0,
      number,
      accessionNumber: accessionNumberText(demoSeries[copy.series], number),
      siteId: places.siteIds[copy.siteAt] ?? 0,
      storeId: places.storeIdByName.get(`${copy.siteAt} ${copy.store}`) ?? null,
      status: 'available',
      condition: copy.condition,
      voucherId: firstVoucherId + copy.deliveryAt,
      accessionedOn: deliveries[copy.deliveryAt]?.receivedOn ?? '',
      priceMinor: copy.priceMinor,
      barcode: '',
      shelf: '',
      callNumber: '',
      enumeration: copy.enumeration,
      note: '',
    }
  })
}

async function nextNumbers(db: Writer, { seriesIdByName }: DemoPlaces): Promise<Map<DemoSeries, number>> {
  const next = new Map<DemoSeries, number>()
  for (const [name, seriesId] of seriesIdByName) {
    const { last } = await db
      .selectFrom('copy')
      .select((is) => is.fn.max<number | null>('number').as('last'))
      .where('seriesId', '=', seriesId)
      .executeTakeFirstOrThrow()
    next.set(name, (last ?? 0) + 1)
  }
  return next
}

/** The state that a copy has left since: its first place, or its good condition. */
async function insertPast(
  db: Writer,
  {
    deliveries,
    copies,
    places,
    firstCopyId,
  }: Pick<Given, 'deliveries' | 'copies' | 'places'> & { firstCopyId: number },
): Promise<void> {
  const past = copies.flatMap(({ movedOn, wornOn, condition, siteAt, store, deliveryAt }, at) => {
    const leftOn = wornOn ?? movedOn
    const receivedOn = deliveries[deliveryAt]?.receivedOn ?? ''
    if (leftOn === null) return []
    const untilOn = leftOn > receivedOn ? leftOn : receivedOn
    const fromAt = movedOn === null ? siteAt : 0
    return [
      {
        copyId: firstCopyId + at,
        untilOn,
        siteId: places.siteIds[fromAt],
        storeId: places.storeIdByName.get(`${fromAt} ${store}`) ?? null,
        condition: wornOn === null ? condition : 'good',
      },
    ]
  })
  await sql`insert into copyPast (copyId, untilOn, siteId, storeId, condition)
    select value ->> 'copyId', value ->> 'untilOn', value ->> 'siteId', value ->> 'storeId', value ->> 'condition'
    from json_each(${JSON.stringify(past)})`.execute(db)
}
