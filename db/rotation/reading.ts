import { sql, type RawBuilder } from 'kysely'
import {
  type SentCopy,
  type Shipment,
  type ShipmentFilters,
  type ShipmentRow,
} from '../../shared/rotation/contract.ts'
import { isOverdue, shipmentCode, shipmentStateOn } from '../../shared/rotation/rules.ts'
import type { Reader } from '../connection.ts'
import { hasWords } from '../listing.ts'
import { pointNameOn } from './points.ts'

/** As it was called when the copies went there. */
export const shownPoint = pointNameOn(
  sql`shipment.pointId`,
  sql`ifnull(shipment.sentOn, shipment.preparedOn)`,
)

type Stored = Omit<ShipmentRow, 'state' | 'isOverdue'>

/** What became of the copies is counted on the day asked for; what is not told on that day is not known yet. */
async function stored(db: Reader, on: string, which: RawBuilder<unknown>): Promise<Stored[]> {
  const by = (outcome: string) => sql`ifnull(sum(sent.outcome = ${outcome} and sent.outcomeOn <= ${on}), 0)`
  const { rows } = await sql<Stored>`
    select shipment.*, ${shownPoint} as pointName, count(distinct copy.titleId) as titles,
      count(sent.id) as copies, ${by('returned')} as back, ${by('damaged')} as damaged,
      ${by('missing')} as missing, ${by('transferred')} as transferred,
      (select sum(readers) from shipmentReport where shipmentId = shipment.id) as readers,
      (select sum(loans) from shipmentReport where shipmentId = shipment.id) as loans
    from shipment left join shipmentCopy as sent on sent.shipmentId = shipment.id
    left join copy on copy.id = sent.copyId
    where ${which} group by shipment.id
    order by ifnull(shipment.sentOn, '9999') desc, shipment.id desc`.execute(db)
  return rows
}

function asOf(row: Stored, on: string): ShipmentRow {
  return { ...row, state: shipmentStateOn(row, on), isOverdue: isOverdue(row, on) }
}

/** Those that were drawn up by the day, the latest sent first, those still being prepared before them. */
export async function findShipments(db: Reader, filters: ShipmentFilters): Promise<ShipmentRow[]> {
  const { on, state, pointId, sentFrom, sentTo } = filters
  const isFound = hasWords(filters.text)
  const rows = await stored(db, on, sql`shipment.preparedOn <= ${on}`)
  return rows
    .map((row) => asOf(row, on))
    .filter((row) => pointId === null || row.pointId === pointId)
    .filter((row) => sentFrom === null || (row.sentOn !== null && row.sentOn >= sentFrom))
    .filter((row) => sentTo === null || (row.sentOn !== null && row.sentOn <= sentTo))
    .filter((row) => isInState(row, state))
    .filter(({ id, number, pointName, note }) => isFound(number, pointName, note, shipmentCode(id)))
}

function isInState(row: ShipmentRow, wanted: ShipmentFilters['state']): boolean {
  if (wanted === null) return true
  if (wanted === 'overdue') return row.isOverdue
  if (wanted === 'open') return row.state === 'sent' || row.state === 'there'
  return row.state === wanted
}

export async function readShipment(db: Reader, id: number, on: string): Promise<Shipment | null> {
  const [row] = await stored(db, on, sql`shipment.id = ${id}`)
  if (!row) return null
  const extensions = await db
    .selectFrom('shipmentExtension')
    .select(['id', 'on', 'dueBefore', 'dueOn', 'reason'])
    .where('shipmentId', '=', id)
    .orderBy('id', 'desc')
    .execute()
  return {
    ...asOf(row, on),
    extensions,
    strangers: await strangersOf(db, id),
    cameFrom: await neighbour(db, sql`shipment.id = ${row.fromShipmentId}`),
    wentOnTo: await neighbour(db, sql`shipment.fromShipmentId = ${id}`),
  }
}

async function neighbour(db: Reader, which: RawBuilder<unknown>): Promise<Shipment['cameFrom']> {
  const { rows } = await sql<NonNullable<Shipment['cameFrom']>>`
    select shipment.id, shipment.number, ${shownPoint} as pointName
    from shipment where ${which} limit 1`.execute(db)
  return rows[0] ?? null
}

export async function strangersOf(db: Reader, shipmentId: number): Promise<Shipment['strangers']> {
  const { rows } = await sql<Shipment['strangers'][number]>`
    select stranger.id, stranger.code, stranger.copyId, ifnull(copy.accessionNumber, '') as accessionNumber,
      ifnull(title.title, '') as title, stranger.foundOn, other.id as otherShipmentId,
      ifnull(other.number, '') as otherNumber
    from shipmentStranger as stranger
    left join copy on copy.id = stranger.copyId
    left join title on title.id = copy.titleId
    left join shipmentCopy as away on away.copyId = stranger.copyId and away.outcome is null
    left join shipment as other on other.id = away.shipmentId
    where stranger.shipmentId = ${shipmentId} order by stranger.id`.execute(db)
  return rows
}

/** By accession number, as they are ticked off. */
export async function sentCopies(db: Reader, shipmentId: number): Promise<SentCopy[]> {
  return readSent(db, sql`sent.shipmentId = ${shipmentId}`)
}

export async function sentCopy(
  db: Reader,
  { shipmentId, copyId }: { shipmentId: number; copyId: number },
): Promise<SentCopy | null> {
  const [copy] = await readSent(db, sql`sent.shipmentId = ${shipmentId} and sent.copyId = ${copyId}`)
  return copy ?? null
}

async function readSent(db: Reader, which: RawBuilder<unknown>): Promise<SentCopy[]> {
  const { rows } = await sql<SentCopy>`
    select sent.id, sent.copyId, copy.titleId, copy.accessionNumber, title.title, ifnull(nullif(copy.callNumber, ''), title.callNumber) as callNumber,
      copy.priceMinor, sent.outcome, sent.outcomeOn
    from shipmentCopy as sent join copy on copy.id = sent.copyId join title on title.id = copy.titleId
    where ${which} order by copy.accessionNumber`.execute(db)
  return rows
}
