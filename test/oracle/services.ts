import { declaredCounters, isDeclaredCounter } from '../../shared/readers/counters.ts'
import { distinct, isBy, isIn, stands, sumOf, type Recount, type Tables } from './rows.ts'

type Span = { from: string; to: string }
const yearOf = (day: string) => Number(day.slice(0, 4))
const yearSpan = ({ to }: Span): Span => ({ from: `${to.slice(0, 4)}-01-01`, to })

const roomsMeasured =
  (part: 'areaM2' | 'seats'): Recount =>
  (tables, { to }) => {
    const told = tables('roomMeasure').filter((each) => each[part] !== null && each.fromOn <= to)
    if (told.length === 0) return null
    const reading = ['reading', 'children', 'multimedia', 'accessible']
    const sums = tables('room')
      .filter(({ kind, openedOn, closedOn }) => reading.includes(kind) && stands(openedOn, closedOn, to))
      .map(({ id }) => {
        const own = tables('roomMeasure').filter(({ roomId, fromOn }) => roomId === id && fromOn <= to)
        return own.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1)).at(-1)?.[part] ?? null
      })
    return Math.round(sumOf(sums) * 100) / 100
  }

const things =
  (isMeant: (thing: { kind: string; purpose: string }) => boolean): Recount =>
  (tables, { to }) => {
    const known = tables('equipment').filter(({ acquiredOn }) => acquiredOn <= to)
    if (known.length === 0) return null
    return known.filter((thing) => {
      const events = tables('equipmentEvent').filter(
        ({ equipmentId, on }) => equipmentId === thing.id && on <= to,
      )
      const last = events.toSorted((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1)).at(-1)
      const isMended = last?.kind === 'repair' && isBy(last.until, to)
      const works = last === undefined || isMended || last.kind === 'working'
      return works && !isBy(thing.retiredOn, to) && isMeant(thing)
    }).length
  }

const services =
  (...kinds: string[]): Recount =>
  (tables, { to }) => {
    const known = tables('onlineService').filter(({ fromOn }) => fromOn <= to)
    if (known.length === 0) return null
    return known.filter(({ kind, fromOn, untilOn }) => kinds.includes(kind) && stands(fromOn, untilOn, to))
      .length
  }

/** Lines that a checklist has on a day, once anything was ever said of one by then. */
const lines =
  (checklist: string, isDigital: boolean): Recount =>
  (tables, { to }) => {
    const items = tables('checklistItem').filter(
      (each) => each.checklist === checklist && stands(each.addedOn ?? '', each.droppedOn, to),
    )
    const states = items.map(({ id }) => {
      const own = tables('checklistState').filter(({ itemId, fromOn }) => itemId === id && fromOn <= to)
      return own.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1)).at(-1)?.state
    })
    if (states.every((state) => state === undefined)) return null
    return states.filter((state) => !isDigital || state === 'digital').length
  }

const sites =
  (isOnline: boolean): Recount =>
  (tables, { to }) => {
    const known = tables('connection').filter(({ fromOn }) => fromOn <= to)
    if (known.length === 0) return null
    const online = known.filter(({ fromOn, untilOn }) => stands(fromOn, untilOn, to))
    return tables('site')
      .filter(({ closedOn }) => closedOn === null || closedOn > to)
      .filter(({ id }) => !isOnline || online.some(({ siteId }) => siteId === id)).length
  }

const countedBy =
  (...feeds: string[]): Recount =>
  (tables, span) => {
    const codes = new Set(
      tables('counterKind').flatMap(({ code, feed }) =>
        feeds.includes(isDeclaredCounter(code) ? declaredCounters[code].feed : (feed ?? 'none'))
          ? [code]
          : [],
      ),
    )
    const counts = tables('counterValue').filter(
      (each) => codes.has(each.kindCode) && each.value !== null && isIn(each.on, span),
    )
    return counts.length === 0 ? null : sumOf(counts.map(({ value }) => value))
  }

/** The branches' register: a library without one has no figure of the association. */
const association =
  (count: (tables: Tables, span: Span) => number): Recount =>
  (tables, span) =>
    tables('branch').length === 0 ? null : count(tables, span)
const dues = (kind: string) =>
  association((tables, { to }) =>
    sumOf(
      tables('duesEntry')
        .filter((entry) => entry.year === yearOf(to) && entry.kind === kind && entry.on <= to)
        .map(({ amountMinor }) => amountMinor),
    ),
  )
const awards =
  (isMeant: (by: string) => boolean): Recount =>
  (tables, span) =>
    tables('award').length === 0
      ? null
      : tables('award').filter((each) => isIn(each.decidedOn, yearSpan(span)) && isMeant(each.receivedBy))
          .length

const giftsIn = (tables: Tables, span: Span) =>
  tables('gift').filter((gift) => gift.removedOn === null && isIn(gift.receivedOn, span))
const given =
  (isMeant: (gift: ReturnType<typeof giftsIn>[number]) => boolean): Recount =>
  (tables, span) =>
    sumOf(
      giftsIn(tables, span)
        .filter(isMeant)
        .map(({ amountVnd }) => amountVnd),
    )

const sent = (tables: Tables, span: Span) => tables('shipment').filter(({ sentOn }) => isIn(sentOn, span))
const rotation =
  (count: (tables: Tables, span: Span) => number): Recount =>
  (tables, span) =>
    tables('shipment').some(({ sentOn }) => isBy(sentOn, span.to)) ? count(tables, span) : null

const exchanged = (tables: Tables, span: Span) =>
  tables('exchange').filter(({ sentOn }) => isIn(sentOn, span))
const documents =
  (direction: string): Recount =>
  (tables, span) =>
    sumOf(
      exchanged(tables, span)
        .filter((each) => each.direction === direction)
        .map((each) => each.documents),
    )

export const servicesAndPlaces = {
  'facilities.readingArea': roomsMeasured('areaM2'),
  'facilities.readingSeats': roomsMeasured('seats'),
  'facilities.computersForWork': things(({ kind, purpose }) => kind === 'computer' && purpose === 'work'),
  'facilities.computersForReaders': things(
    ({ kind, purpose }) => kind === 'computer' && purpose === 'readers',
  ),
  'facilities.digitizers': things(({ kind }) => ['scanner', 'camera', 'studio'].includes(kind)),
  'facilities.sites': sites(false),
  'facilities.sitesOnline': sites(true),
  'facilities.librarySoftware': (tables, { to }) => {
    const known = tables('software').filter(({ fromOn }) => fromOn <= to)
    if (known.length === 0) return null
    return known.filter(
      ({ purpose, fromOn, untilOn }) =>
        ['library', 'digital_library'].includes(purpose) && stands(fromOn, untilOn, to),
    ).length
  },
  'facilities.websites': services('website'),
  'facilities.openKnowledge': services('open_knowledge'),
  'readers.visits': countedBy('visit_onsite', 'visit_outside'),
  'readers.visitsOnSite': countedBy('visit_onsite'),
  'readers.visitsOutside': countedBy('visit_outside'),
  'readers.visitsOnline': countedBy('visit_online'),
  'association.branches': association(
    (tables, { to }) =>
      tables('branch').filter(({ foundedOn, closedOn }) => stands(foundedOn, closedOn, to)).length,
  ),
  'association.members': association(
    (tables, { to }) =>
      tables('member').filter(({ admittedOn, leftOn }) => stands(admittedOn, leftOn, to)).length,
  ),
  'association.admitted': association(
    (tables, span) => tables('member').filter(({ admittedOn }) => isIn(admittedOn, span)).length,
  ),
  'association.duesOwed': dues('charge'),
  'association.duesPaid': dues('payment'),
  'association.otherIncome': association((tables, span) =>
    sumOf(
      tables('otherIncome')
        .filter(({ on }) => isIn(on, yearSpan(span)))
        .map(({ amountMinor }) => amountMinor),
    ),
  ),
  'association.awardsToPersons': awards((by) => by === 'person'),
  'association.awardsToUnits': awards((by) => by === 'unit'),
  'cooperation.memberships': (tables, { to }) =>
    tables('membership').filter(
      ({ removedOn, since, endedOn }) => removedOn === null && stands(since, endedOn, to),
    ).length,
  'cooperation.interconnections': (tables, { to }) =>
    tables('agreement').filter(
      ({ removedOn, kind, startsOn, endedOn, endsOn }) =>
        removedOn === null &&
        kind === 'interconnection' &&
        stands(startsOn, endedOn, to) &&
        (endsOn === null || endsOn >= to),
    ).length,
  'cooperation.givenAtHome': given(({ origin }) => origin === 'domestic'),
  'cooperation.givenAbroad': given(({ origin }) => origin === 'foreign'),
  'cooperation.givenForTechnology': given(({ purpose }) => purpose === 'technology'),
  'network.exchanges': (tables, span) => exchanged(tables, span).length,
  'network.documentsSent': documents('in'),
  'network.documentsReceived': documents('out'),
  'network.population': (tables, { to }) =>
    tables('population')
      .filter(({ year }) => year <= yearOf(to))
      .toSorted((a, b) => a.year - b.year)
      .at(-1)?.people ?? null,
  'facilities.workflows': lines('workflow', false),
  'facilities.workflowsDigital': lines('workflow', true),
  'facilities.infrastructure': lines('infrastructure', false),
  'facilities.infrastructureMet': lines('infrastructure', true),
  'facilities.readerServices': services(
    'opac',
    'digital_reading',
    'card_registration',
    'renewal',
    'reference',
    'other_service',
  ),
  'rotation.shipments': rotation((tables, span) => sent(tables, span).length),
  'rotation.points': rotation((tables, span) => distinct(sent(tables, span).map(({ pointId }) => pointId))),
  'rotation.copies': rotation((tables, span) => {
    const ids = new Set(sent(tables, span).map(({ id }) => id))
    return tables('shipmentCopy').filter(({ shipmentId }) => ids.has(shipmentId)).length
  }),
} satisfies Record<string, Recount>
