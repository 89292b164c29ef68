import { addDays } from '../../shared/dates.ts'
import type { DemoRotation } from '../../shared/demo/rotation.ts'
import type { Writer } from '../connection.ts'
import { insertRow } from '../plain-rows.ts'

/** Stock that travels to points of the territory, and the vehicle that serves where there is none. */
export async function insertDemoRotation(db: Writer, given: DemoRotation): Promise<void> {
  const points = await pointsThatServe(db, given)
  await insertShipments(db, given, points)
  await insertMobile(db, given, points)
}

/** Libraries and bookcases of communes that were there before the first shipment left, and still are. */
async function pointsThatServe(db: Writer, { today }: DemoRotation): Promise<number[]> {
  const rows = await db
    .selectFrom('servicePoint as point')
    .innerJoin('servicePointIdentity as called', 'called.pointId', 'point.id')
    .select('point.id')
    .where('point.closedOn', 'is', null)
    .where('point.siteId', 'is', null)
    .where('called.kind', 'in', ['commune', 'bookcase', 'reading_room'])
    .groupBy('point.id')
    .having((is) => is(is.fn.min('called.fromOn'), '<', addDays(today, -440)))
    .orderBy('point.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** On the shelf all the while, so that no day of the sample contradicts another. */
async function copiesToSend(db: Writer, count: number, { today }: DemoRotation): Promise<number[]> {
  const rows = await db
    .selectFrom('copy')
    .select('id')
    .where('status', '=', 'available')
    .where('withdrawnOn', 'is', null)
    .where('cancelledOn', 'is', null)
    .where('accessionedOn', '<', addDays(today, -440))
    .where('id', 'not in', (is) => is.selectFrom('shipmentCopy').select('copyId'))
    .orderBy('id', 'desc')
    .limit(count)
    .execute()
  return rows.map(({ id }) => id)
}

async function insertShipments(db: Writer, given: DemoRotation, points: readonly number[]): Promise<void> {
  const { shipments, today } = given
  const [handedBy, takenBy] = given.people
  for (const [at, each] of shipments.entries()) {
    const pointId = points[(at * 3) % points.length]
    const copyIds = await copiesToSend(db, each.copies, given)
    if (pointId === undefined || copyIds.length === 0) return
    const { sentDaysAgo, stayDays, back, loans } = each
    const sentOn = sentDaysAgo === null ? null : addDays(today, -sentDaysAgo)
    const preparedOn = sentOn === null ? addDays(today, -2) : addDays(sentOn, -1)
    const dueOn = addDays(sentOn ?? today, stayDays)
    const closedOn = sentOn !== null && back !== null ? addDays(sentOn, stayDays - 5) : null
    const number = `${String(at + 1).padStart(2, '0')}/LC-${preparedOn.slice(0, 4)}`
    const arrivedOn = sentOn === null ? null : addDays(sentOn, 2)
    const days = { preparedOn, dueOn, sentOn, arrivedOn, closedOn }
    const id = await insertRow(db, 'shipment', { number, pointId, ...days, handedBy, takenBy })
    for (const [place, copyId] of copyIds.entries()) {
      const outcome = back === null ? null : outcomeOf(place, back)
      await insertRow(db, 'shipmentCopy', { shipmentId: id, copyId, outcome, outcomeOn: outcome && closedOn })
      await setStatus(db, copyId, sentOn === null ? null : outcome)
    }
    if (sentOn !== null) await insertReports(db, { id, sentOn, loans })
  }
}

type Outcome = 'returned' | 'damaged' | 'missing'

function outcomeOf(place: number, { missing, damaged }: { missing: number; damaged: number }): Outcome {
  if (place < missing) return 'missing'
  return place < missing + damaged ? 'damaged' : 'returned'
}

/** Null: it is away, or was never sent. */
async function setStatus(db: Writer, copyId: number, outcome: Outcome | null): Promise<void> {
  const away = await db
    .selectFrom('shipmentCopy as sent')
    .innerJoin('shipment', 'shipment.id', 'sent.shipmentId')
    .select('sent.id')
    .where('sent.copyId', '=', copyId)
    .where('sent.outcome', 'is', null)
    .where('shipment.sentOn', 'is not', null)
    .executeTakeFirst()
  const told = { returned: 'available', damaged: 'in_repair', missing: 'missing' } as const
  const status = outcome === null ? (away ? 'in_rotation' : 'available') : told[outcome]
  await db.updateTable('copy').set({ status }).where('id', '=', copyId).execute()
}

type Told = { id: number; sentOn: string; loans: readonly number[] }

async function insertReports(db: Writer, { id, sentOn, loans }: Told): Promise<void> {
  for (const [at, told] of loans.entries()) {
    const month = `${addDays(`${sentOn.slice(0, 7)}-15`, at * 30).slice(0, 7)}-01`
    const toldOn = addDays(month, 33)
    const values = { month, readers: Math.round(told * 0.6), loans: told, source: 'Sổ mượn của điểm', toldOn }
    await insertRow(db, 'shipmentReport', { shipmentId: id, ...values })
  }
}

async function insertMobile(db: Writer, given: DemoRotation, points: readonly number[]): Promise<void> {
  const site = await db.selectFrom('site').select('id').orderBy('id').executeTakeFirst()
  const vehicle = await db
    .selectFrom('equipment')
    .select('id')
    .where('kind', '=', 'vehicle')
    .executeTakeFirst()
  if (!site) return
  const shared = { siteId: site.id, vehicleId: vehicle?.id ?? null }
  for (const [at, [name, places, stopsAtPoints]] of given.routes.entries()) {
    const routeId = await insertRow(db, 'mobileRoute', { name, ...shared })
    const stops = [
      ...points.slice(at * 2, at * 2 + stopsAtPoints).map((pointId) => ({ pointId, place: '' })),
      ...places.map((place) => ({ pointId: null, place })),
    ]
    for (const [place, stop] of stops.entries())
      await insertRow(db, 'mobileStop', { routeId, position: place + 1, ...stop })
    for (const [turn, on] of given.days.entries()) {
      if (turn % given.routes.length !== at) continue
      for (const [place, stop] of stops.entries()) {
        const state = on < given.today ? 'done' : 'planned'
        const counts = state === 'done' ? countsOf(turn * 5 + place) : {}
        await insertRow(db, 'mobileSession', { on, state, routeId, ...shared, ...stop, ...counts })
      }
    }
  }
}

function countsOf(seed: number) {
  const children = 28 + ((seed * 17) % 45)
  const adults = 6 + ((seed * 7) % 20)
  return { children, adults, documents: Math.round((children + adults) * 1.8), copiesCarried: 600 }
}
