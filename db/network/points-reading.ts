import { sortKey } from '../../shared/collate.ts'
import { heldOn, holdsOn } from '../../shared/dated-facts.ts'
import {
  pointKinds,
  type CheckedCondition,
  type Identity,
  type Point,
  type PointFigure,
  type PointFilters,
} from '../../shared/network/contract.ts'
import { figureOn, standingAt, standingOf } from '../../shared/network/rules.ts'
import type { Reader } from '../connection.ts'
import { hasWords, siteNames } from '../listing.ts'
import { conditionsOn, isOfPoint, type PointCondition } from './conditions-reading.ts'
import type { OwnFigures } from './own-figures.ts'

/** What is reckoned only where somebody asks for it. */
type Own = () => Promise<OwnFigures>

export type Opened = { id: number; openedOn: string; closedOn: string | null; identity: Identity }

/** Every point with what it is on a day; of one that had not opened, what it opens as. */
export async function openedPoints(db: Reader, on: string): Promise<Opened[]> {
  const points = await db.selectFrom('servicePoint').select(['id', 'closedOn']).orderBy('id').execute()
  const identities = await identitiesByPoint(db)
  return points.map(({ id, closedOn }) => ({ id, closedOn, ...openedWith(identities.get(id) ?? [], on) }))
}

export const isServing = ({ openedOn, closedOn }: Pick<Opened, 'openedOn' | 'closedOn'>, on: string) =>
  holdsOn(openedOn, closedOn, on)

async function identitiesByPoint(db: Reader): Promise<ReadonlyMap<number, Identity[]>> {
  const rows = await db.selectFrom('servicePointIdentity').selectAll().orderBy('fromOn').execute()
  const all = rows.map(({ pointId, ...identity }) => ({ pointId, identity }))
  const grouped = Map.groupBy(all, ({ pointId }) => pointId)
  return new Map([...grouped].map(([id, each]) => [id, each.map(({ identity }) => identity)]))
}

function openedWith(identities: readonly Identity[], on: string): { openedOn: string; identity: Identity } {
  const [first] = identities
  if (!first) throw new Error('a point without an identity')
  return { openedOn: first.fromOn, identity: heldOn(identities, on) ?? first }
}

/** What points are called on a day. */
export async function pointNamesOn(db: Reader, on: string): Promise<ReadonlyMap<number, string>> {
  return new Map((await openedPoints(db, on)).map(({ id, identity }) => [id, identity.name]))
}

async function figuresByPoint(db: Reader): Promise<ReadonlyMap<number, PointFigure[]>> {
  const rows = await db.selectFrom('servicePointFigure').selectAll().orderBy('fromOn').execute()
  const all = rows.map(({ pointId, ...figure }) => ({ pointId, figure }))
  const grouped = Map.groupBy(all, ({ pointId }) => pointId)
  return new Map([...grouped].map(([id, each]) => [id, each.map(({ figure }) => figure)]))
}

/** Each as of the day. */
export async function readPoints(db: Reader, on: string, own: Own): Promise<Point[]> {
  const rows = await db.selectFrom('servicePoint').selectAll().orderBy('id').execute()
  const identities = await identitiesByPoint(db)
  const figures = await figuresByPoint(db)
  const conditions = await conditionsOn(db, on)
  const sites = await siteNames(db)
  const partners = await partnerNames(db)
  const names = await pointNamesOn(db, on)
  const nameIn = (map: ReadonlyMap<number, string>, id: number | null) =>
    id === null ? null : (map.get(id) ?? null)
  const points: Point[] = []
  for (const row of rows) {
    const told = identities.get(row.id) ?? []
    const held = figures.get(row.id) ?? []
    const { openedOn, identity } = openedWith(told, on)
    const { id: _, fromOn: __, ...shown } = identity
    const asked = conditions.filter(({ kind }) => kind === identity.kind).filter(isOfPoint)
    // The library's own stock is known from its records; nobody need type it.
    const isOwn = row.siteId !== null && identity.kind === 'provincial'
    const checked =
      isOwn && asked.length > 0
        ? byRecords(asked, await own())
        : asked.map((condition) => checkedBy(condition, held, on))
    points.push({
      ...row,
      ...shown,
      identities: told,
      figures: held,
      openedOn,
      siteName: nameIn(sites, row.siteId),
      partnerName: nameIn(partners, row.partnerId),
      mergedIntoName: nameIn(names, row.mergedIntoId),
      conditions: checked,
      standing: standingOf(checked.map(({ standing }) => standing)),
    })
  }
  return points
}

async function partnerNames(db: Reader): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('servicePoint')
    .innerJoin('partner', 'partner.id', 'servicePoint.partnerId')
    .select(['partner.id', 'partner.name'])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function checkedBy(
  { measure, least, basis }: PointCondition,
  figures: readonly PointFigure[],
  on: string,
): CheckedCondition {
  const told = figureOn(figures, measure, on)
  const value = told?.[measure] ?? null
  return {
    measure,
    least,
    basis,
    value,
    valueOn: told?.fromOn ?? null,
    source: told?.source ?? '',
    standing: standingAt(value, least),
  }
}

function byRecords(asked: readonly PointCondition[], own: OwnFigures): CheckedCondition[] {
  return asked.map(({ measure, least, basis }) => ({
    measure,
    least,
    basis,
    value: own[measure],
    valueOn: null,
    source: '',
    standing: standingAt(own[measure], least),
  }))
}

/** By kind in the order of the lists, then by name; as of the day. */
export async function findPoints(db: Reader, filters: PointFilters, own: Own): Promise<Point[]> {
  const { on, withPast, kind, standing, model } = filters
  const isFound = hasWords(filters.text)
  const points = await readPoints(db, on, own)
  return points
    .filter((point) => withPast || isServing(point, on))
    .filter((point) => kind === null || point.kind === kind)
    .filter((point) => model === null || point.model === model)
    .filter((point) => standing === null || point.standing === standing)
    .filter((point) =>
      isFound(
        ...point.identities.flatMap(({ name, commune, district, communeCode }) => [
          name,
          commune,
          district,
          communeCode,
        ]),
        point.body,
        point.address,
      ),
    )
    .map((point) => ({ point, place: pointKinds.indexOf(point.kind), key: sortKey(point.name) }))
    .toSorted(
      (a, b) => a.place - b.place || (a.key === b.key ? a.point.id - b.point.id : a.key < b.key ? -1 : 1),
    )
    .map(({ point }) => point)
}

/** Open sites of the library's own that no point stands for. */
export async function looseSites(db: Reader, on: string): Promise<{ id: number; name: string }[]> {
  return db
    .selectFrom('site')
    .select(['id', 'name'])
    .where((is) => is.or([is('closedOn', 'is', null), is('closedOn', '>', on)]))
    .where('id', 'not in', (is) =>
      is
        .selectFrom('servicePoint')
        .select('siteId')
        .where('siteId', 'is not', null)
        .$castTo<{ siteId: number }>(),
    )
    .orderBy('id')
    .execute()
}
