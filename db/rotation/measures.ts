import { sql } from 'kysely'
import { displayDate } from '../../shared/dates.ts'
import { sessionReaders, type RotationMeasure } from '../../shared/rotation/rules.ts'
import type { Reader } from '../connection.ts'
import { ascending, weighing, type Found, type Measure, type Span } from '../measures.ts'
import { measures as readerMeasures } from '../readers/index.ts'
import { countedMonths, siteMonth } from './counted-months.ts'
import { pointNameOn } from './points.ts'
import { shownPoint } from './reading.ts'

const notCollected: Found = { ids: [], isCollected: false }

/** A library that never sent anything anywhere has no figure of it; one that did has 0 in a quarter without. */
async function everSent(db: Reader, to: string): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    select id from shipment where sentOn <= ${to} limit 1`.execute(db)
  return rows.length > 0
}

const sentWithin =
  (
    rowsOf: (span: Span) => ReturnType<typeof sql<{ id: number; point: number }>>,
    weighs: 'rows' | 'points',
  ) =>
  async (db: Reader, span: Span): Promise<Found> => {
    if (!(await everSent(db, span.to))) return notCollected
    const { rows } = await rowsOf(span).execute(db)
    const found = ascending(rows)
    if (weighs === 'rows') return found
    return { ...found, weight: new Set(rows.map(({ point }) => point)).size }
  }

/** Straight on to the next point is a sending of its own, of the same copies. */
const shipmentsSent = ({ from, to }: Span) => sql<{ id: number; point: number }>`
  select id, pointId as point from shipment where sentOn between ${from} and ${to}`
const copiesSent = ({ from, to }: Span) => sql<{ id: number; point: number }>`
  select sent.id, shipment.pointId as point from shipment
  join shipmentCopy as sent on sent.shipmentId = shipment.id where shipment.sentOn between ${from} and ${to}`

const shipmentLabel: Measure['label'] = async (db, ids) => {
  const { rows } = await sql<{ id: number; number: string; pointName: string; sentOn: string }>`
    select shipment.id, shipment.number, ${shownPoint} as pointName, shipment.sentOn
    from shipment where shipment.id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db)
  return rows.map(({ id, number, pointName, sentOn }) => ({
    id,
    label: `${number} · ${pointName}`,
    detail: displayDate(sentOn),
  }))
}

const copyLabel: Measure['label'] = async (db, ids) => {
  const { rows } = await sql<{ id: number; accessionNumber: string; title: string; number: string }>`
    select sent.id, copy.accessionNumber, title.title, shipment.number from shipmentCopy as sent
    join copy on copy.id = sent.copyId join title on title.id = copy.titleId
    join shipment on shipment.id = sent.shipmentId
    where sent.id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db)
  return rows.map(({ id, accessionNumber, title, number }) => ({
    id,
    label: `${accessionNumber} · ${title}`,
    detail: number,
  }))
}

type Held = { id: number; on: string; siteId: number; readers: number | null; documents: number | null }

async function heldUntil(db: Reader, to: string): Promise<Held[]> {
  const rows = await db
    .selectFrom('mobileSession')
    .select(['id', 'on', 'siteId', 'children', 'adults', 'documents'])
    .where('state', '=', 'done')
    .where('on', '<=', to)
    .execute()
  return rows.map(({ children, adults, ...row }) => ({
    ...row,
    readers: sessionReaders({ children, adults }),
  }))
}

const sessionLabel: Measure['label'] = async (db, ids) => {
  const { rows } = await sql<{ id: number; on: string; name: string }>`
    select session.id, session."on",
      ifnull(${pointNameOn(sql`session.pointId`, sql`session."on"`)}, session.place) as name
    from mobileSession as session
    where session.id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db)
  return rows.map(({ id, on, name }) => ({ id, label: name, detail: displayDate(on) }))
}

type Weigh = (session: Held) => number | null

/** Sessions held, weighed by what was counted at them; those at which nobody counted weigh nothing. */
function held(weigh: Weigh | null, isMeant: (session: Held) => boolean = () => true): Measure['find'] {
  return async (db, { from, to }, once) => {
    const all = await once(`mobile sessions until ${to}`, () => heldUntil(db, to))
    if (all.length === 0) return notCollected
    const within = all.filter((session) => session.on >= from && isMeant(session))
    if (weigh === null) return ascending(within)
    const counted = within.flatMap((session) => {
      const value = weigh(session)
      return value === null ? [] : [{ id: session.id, weight: value }]
    })
    if (within.length > 0 && counted.length === 0) return notCollected
    return weighing(counted)
  }
}

/** Readers of sessions in places and months of which no desk counted the visits outside. */
const uncounted: Measure['find'] = async (db, span, once) => {
  const counted = await once('counted months outside', () => countedMonths(db))
  const isMeant = (session: Held) => !counted.has(siteMonth(session))
  const found = await held(({ readers }) => readers, isMeant)(db, span, once)
  // Beside visits that were counted elsewhere, no session adds nothing.
  return found.isCollected === false ? { ids: [], weight: 0 } : found
}

const countedOutside: Measure['find'] = async (db, span, once) => {
  const found = await readerMeasures['readers.visitsOutside'].find(db, span, once)
  if (found.isCollected !== false) return found
  const sessions = await held(({ readers }) => readers)(db, span, once)
  return sessions.isCollected === false ? found : { ids: [], weight: 0 }
}

const ofSessions = (find: Measure['find']): Measure => ({
  tableName: 'mobileSession',
  label: sessionLabel,
  find,
})

export const measures: Record<RotationMeasure, Measure> = {
  'rotation.shipments': {
    tableName: 'shipment',
    label: shipmentLabel,
    find: sentWithin(shipmentsSent, 'rows'),
  },
  'rotation.copies': { tableName: 'shipmentCopy', label: copyLabel, find: sentWithin(copiesSent, 'rows') },
  'rotation.points': {
    tableName: 'shipment',
    label: shipmentLabel,
    find: sentWithin(shipmentsSent, 'points'),
  },
  'rotation.sessions': ofSessions(held(null)),
  'rotation.sessionReaders': ofSessions(held(({ readers }) => readers)),
  'rotation.sessionDocuments': ofSessions(held(({ documents }) => documents)),
  'rotation.outsideCounted': { ...readerMeasures['readers.visitsOutside'], find: countedOutside },
  'rotation.outsideMobile': ofSessions(uncounted),
}
