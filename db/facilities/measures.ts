import { heldOn, holdsOn } from '../../shared/dated-facts.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Checklist, EquipmentRow } from '../../shared/facilities/contract.ts'
import {
  digitizingKinds,
  librarySoftware,
  readerServices,
  readingKinds,
  type FacilitiesMeasure,
} from '../../shared/facilities/rules.ts'
import type { Reader } from '../connection.ts'
import { ascending, weighing, type Found, type Measure } from '../measures.ts'
import { libraryWords } from '../words.ts'
import { linesOn } from './checklist.ts'
import { readEquipment } from './equipment-reading.ts'

const notCollected: Found = { ids: [], isCollected: false }

const roomLabel: Measure['label'] = async (db, ids) => {
  const rooms = await db
    .selectFrom('room')
    .leftJoin('site', 'site.id', 'room.siteId')
    .select(['room.id', 'room.name as label', 'site.name as detail'])
    .where('room.id', 'in', ids)
    .execute()
  return rooms.map((row) => ({ ...row, detail: row.detail ?? '' }))
}

/** Rooms to read in that were open at the end, weighed by one of their measures. */
function readingSpace(part: 'areaM2' | 'seats'): Measure {
  return {
    tableName: 'room',
    label: roomLabel,
    async find(db, { to }) {
      const rooms = await db.selectFrom('room').selectAll().where('kind', 'in', readingKinds).execute()
      const measures = await db.selectFrom('roomMeasure').selectAll().execute()
      const byRoom = Map.groupBy(measures, ({ roomId }) => roomId)
      const counted = rooms
        .filter(({ openedOn, closedOn }) => holdsOn(openedOn, closedOn, to))
        .flatMap(({ id }) => {
          const value = heldOn(byRoom.get(id) ?? [], to)?.[part] ?? null
          return value === null ? [] : [{ id, weight: value }]
        })
      // A room that was closed leaves 0 behind; one that nobody measured leaves nothing.
      const wasMeasured = measures.some((row) => row[part] !== null && row.fromOn <= to)
      if (!wasMeasured) return notCollected
      const found = weighing(counted)
      return { ...found, weight: Math.round((found.weight ?? 0) * 100) / 100 }
    },
  }
}

function things(isCounted: (row: EquipmentRow) => boolean): Measure {
  return {
    tableName: 'equipment',
    async label(db, ids) {
      const rows = await db
        .selectFrom('equipment')
        .select(['id', 'name', 'inventoryNumber', 'model'])
        .where('id', 'in', ids)
        .execute()
      return rows.map(({ id, name, inventoryNumber, model }) => ({
        id,
        label: name,
        detail: [inventoryNumber, model].filter((part) => part !== '').join(', '),
      }))
    },
    async find(db, { to }, once) {
      const all = await once(`equipment as of ${to}`, () => readEquipment(db, to))
      const known = all.filter(({ acquiredOn }) => acquiredOn <= to)
      if (known.length === 0) return notCollected
      return ascending(known.filter((row) => row.state === 'working' && isCounted(row)))
    },
  }
}

const siteLabel: Measure['label'] = (db, ids) =>
  db.selectFrom('site').select(['id', 'name as label', 'code as detail']).where('id', 'in', ids).execute()

/** Places that serve, and those among them with a connection that works. */
function sites(isOnline: boolean): Measure {
  return {
    tableName: 'site',
    label: siteLabel,
    async find(db, { to }) {
      const connections = await db.selectFrom('connection').selectAll().where('fromOn', '<=', to).execute()
      if (connections.length === 0) return notCollected
      const online = new Set(
        connections.filter(({ fromOn, untilOn }) => holdsOn(fromOn, untilOn, to)).map(({ siteId }) => siteId),
      )
      const active = await db.selectFrom('site').select(['id', 'closedOn']).execute()
      return ascending(
        active
          .filter(({ closedOn }) => closedOn === null || closedOn > to)
          .filter(({ id }) => !isOnline || online.has(id)),
      )
    },
  }
}

function lines(checklist: Checklist, isDigital: boolean): Measure {
  return {
    tableName: 'checklistItem',
    async label(db, ids) {
      const t = await libraryWords(db)
      const rows = await db
        .selectFrom('checklistItem')
        .select(['id', 'name', 'code', 'checklist'])
        .where('id', 'in', ids)
        .execute()
      return rows.map((row) => ({ id: row.id, label: lineName(row, t), detail: '' }))
    },
    async find(db, { to }, once) {
      const all = await once(`${checklist} as of ${to}`, () => linesOn(db, checklist, to))
      if (!all.some(({ current }) => current !== null)) return notCollected
      return ascending(all.filter(({ current }) => !isDigital || current?.state === 'digital'))
    },
  }
}

type Named = { name: string; code: string | null; checklist: Checklist }

/** As the library calls it, or as the program does. */
export function lineName(
  { name, code, checklist }: Named,
  t: Awaited<ReturnType<typeof libraryWords>>,
): string {
  if (name !== '') return name
  return t(`facilities.${checklist}Lines.${code ?? ''}` as 'facilities.workflowLines.cataloguing')
}

/** What was in use at the end of the period. */
const software: Measure = {
  tableName: 'software',
  label: (db, ids) =>
    db
      .selectFrom('software')
      .select(['id', 'name as label', 'version as detail'])
      .where('id', 'in', ids)
      .execute(),
  async find(db, { to }) {
    const rows = await db.selectFrom('software').selectAll().where('fromOn', '<=', to).execute()
    if (rows.length === 0) return notCollected
    return ascending(
      rows.filter((row) => holdsOn(row.fromOn, row.untilOn, to) && librarySoftware.includes(row.purpose)),
    )
  },
}

type ServiceKind = (typeof readerServices)[number]

function services(kinds: readonly ServiceKind[]): Measure {
  return {
    tableName: 'onlineService',
    async label(db, ids) {
      const rows = await db
        .selectFrom('onlineService')
        .select(['id', 'name', 'url', 'fromOn'])
        .where('id', 'in', ids)
        .execute()
      return rows.map(({ id, name, url, fromOn }) => ({
        id,
        label: name,
        detail: url || displayDate(fromOn),
      }))
    },
    async find(db: Reader, { to }) {
      const rows = await db.selectFrom('onlineService').selectAll().where('fromOn', '<=', to).execute()
      if (rows.length === 0) return notCollected
      return ascending(
        rows.filter(({ kind, fromOn, untilOn }) => kinds.includes(kind) && holdsOn(fromOn, untilOn, to)),
      )
    },
  }
}

const isComputer = ({ kind }: EquipmentRow) => kind === 'computer'
const isDigitizer = ({ kind }: EquipmentRow) => digitizingKinds.some((each) => each === kind)

export const measures: Record<FacilitiesMeasure, Measure> = {
  'facilities.readingArea': readingSpace('areaM2'),
  'facilities.readingSeats': readingSpace('seats'),
  'facilities.computersForWork': things((row) => isComputer(row) && row.purpose === 'work'),
  'facilities.computersForReaders': things((row) => isComputer(row) && row.purpose === 'readers'),
  'facilities.digitizers': things(isDigitizer),
  'facilities.sites': sites(false),
  'facilities.sitesOnline': sites(true),
  'facilities.workflows': lines('workflow', false),
  'facilities.workflowsDigital': lines('workflow', true),
  'facilities.librarySoftware': software,
  'facilities.infrastructure': lines('infrastructure', false),
  'facilities.infrastructureMet': lines('infrastructure', true),
  'facilities.websites': services(['website']),
  'facilities.readerServices': services(readerServices),
  'facilities.openKnowledge': services(['open_knowledge']),
}
