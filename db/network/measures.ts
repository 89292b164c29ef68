import { displayDate } from '../../shared/dates.ts'
import { pointKinds, type PointKind } from '../../shared/network/contract.ts'
import { isSurveyed, networkKinds, type NetworkMeasure } from '../../shared/network/rules.ts'
import { heldSessions } from '../activities/index.ts'
import type { Reader } from '../connection.ts'
import { ascending, weighing, type Found, type Measure, type Once, type Span } from '../measures.ts'
import { isServing, looseSites, openedPoints, type Opened } from './points-reading.ts'

const notCollected: Found = { ids: [], isCollected: false }

/** By the last name that was known: a figure's rows are told to people of today. */
const pointLabel: Measure['label'] = async (db, ids) => {
  const wanted = new Set(ids)
  const points = await openedPoints(db, '9999-12-31')
  return points
    .filter(({ id }) => wanted.has(id))
    .map(({ id, identity }) => ({ id, label: identity.name, detail: identity.commune }))
}

const pointsOnce = (db: Reader, to: string, once: Once) =>
  once(`service points as of ${to}`, () => openedPoints(db, to))

function points(isCounted: (point: Opened) => boolean): Measure {
  return {
    tableName: 'servicePoint',
    label: pointLabel,
    async find(db, { to }, once) {
      const all = await pointsOnce(db, to, once)
      if (!all.some(({ openedOn }) => openedOn <= to)) return notCollected
      return ascending(all.filter((point) => isServing(point, to) && isCounted(point)))
    },
  }
}

const isOf =
  (...kinds: readonly PointKind[]) =>
  ({ identity }: Opened) =>
    kinds.includes(identity.kind)

/** A site of the library's own that no point stands for is a place of the provincial library. */
const ownSites: Measure = {
  tableName: 'site',
  label: (db, ids) =>
    db.selectFrom('site').select(['id', 'name as label', 'code as detail']).where('id', 'in', ids).execute(),
  find: async (db, { to }) => ascending(await looseSites(db, to)),
}

/** Points that were supported within the days; one whose partner the activity names is counted as that partner. */
async function supportedIn(db: Reader, span: Span, once: Once): Promise<Found> {
  const sessions = await once('activities held', () => heldSessions(db, span))
  const supporting = sessions.filter(({ feeds }) => feeds.includes('support'))
  const activityIds = new Set(supporting.map(({ activityId }) => activityId))
  const libraryIds = new Set(supporting.flatMap((session) => session.libraryIds))
  const links = await db
    .selectFrom('servicePointSupport as support')
    .innerJoin('servicePoint as point', 'point.id', 'support.pointId')
    .select(['support.activityId', 'point.id', 'point.partnerId'])
    .execute()
  const counted = links
    .filter(({ activityId }) => activityIds.has(activityId))
    .filter(({ partnerId }) => partnerId === null || !libraryIds.has(partnerId))
  return { ids: [...new Set(counted.map(({ id }) => id))].toSorted((a, b) => a - b) }
}

/** What was sent within the days; whoever is only asked has given nothing yet. */
function exchanges(isCounted: (direction: 'out' | 'in') => boolean, isWeighed: boolean): Measure {
  return {
    tableName: 'exchange',
    async label(db, ids) {
      const rows = await db
        .selectFrom('exchange')
        .select(['id', 'what', 'sentOn', 'documents'])
        .where('id', 'in', ids)
        .execute()
      return rows.map(({ id, what, sentOn, documents }) => ({
        id,
        label: what,
        detail: `${sentOn === null ? '' : displayDate(sentOn)}: ${documents}`,
      }))
    },
    async find(db, { from, to }) {
      const rows = await db
        .selectFrom('exchange')
        .select(['id', 'documents', 'direction'])
        .where('sentOn', '>=', from)
        .where('sentOn', '<=', to)
        .execute()
      const counted = rows.filter(({ direction }) => isCounted(direction))
      return isWeighed
        ? weighing(counted.map(({ id, documents }) => ({ id, weight: documents })))
        : ascending(counted)
    },
  }
}

/** The last year that anybody entered by the end of the period. */
const population: Measure = {
  tableName: 'population',
  async label(db, ids) {
    const rows = await db
      .selectFrom('population')
      .select(['id', 'year', 'source'])
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, year, source }) => ({ id, label: String(year), detail: source }))
  },
  async find(db, { to }) {
    const held = await db
      .selectFrom('population')
      .select(['id', 'people'])
      .where('year', '<=', Number(to.slice(0, 4)))
      .orderBy('year', 'desc')
      .executeTakeFirst()
    return held ? weighing([{ id: held.id, weight: held.people }]) : notCollected
  },
}

/** Libraries whose answer for the year, given by the end of the period, is yes. */
function answeredYes(part: 'website' | 'managed'): Measure {
  return {
    tableName: 'servicePoint',
    label: pointLabel,
    async find(db, { to }, once) {
      const rows = await db
        .selectFrom('servicePointAnswer')
        .select(['pointId', part])
        .where('year', '=', Number(to.slice(0, 4)))
        .where('answeredOn', '<=', to)
        .where(part, 'is not', null)
        .execute()
      if (rows.length === 0) return notCollected
      const yes = new Set(rows.filter((row) => row[part] === 'yes').map(({ pointId }) => pointId))
      const all = await pointsOnce(db, to, once)
      return ascending(all.filter((point) => isSurveyedOn(point, to) && yes.has(point.id)))
    },
  }
}

const isSurveyedOn = (point: Opened, to: string) => isServing(point, to) && isSurveyed(point.identity.kind)

const ofEachKind = Object.fromEntries(
  pointKinds.map((kind) => [`network.points.${kind}`, points(isOf(kind))]),
) as Record<`network.points.${PointKind}`, Measure>

export const measures: Record<NetworkMeasure, Measure> = {
  'network.points': points(isOf(...networkKinds)),
  ...ofEachKind,
  'network.ownSites': ownSites,
  'network.pointsSupported': {
    tableName: 'servicePoint',
    label: pointLabel,
    find: supportedIn,
  },
  'network.exchanges': exchanges(() => true, false),
  'network.documentsSent': exchanges((direction) => direction === 'in', true),
  'network.documentsReceived': exchanges((direction) => direction === 'out', true),
  'network.population': population,
  'network.surveyed': points(({ identity }) => isSurveyed(identity.kind)),
  'network.withWebsite': answeredYes('website'),
  'network.managed': answeredYes('managed'),
}
