import { sql } from 'kysely'
import { pointKinds, type PointFields } from '../../shared/network/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { pageOf } from '../listing.ts'
import { deleteRows, insertRow, isCurrent, savePartRows, updateRow } from '../plain-rows.ts'
import { ownFiguresRemembered } from './own-remembered.ts'
import { addTwins, checkPoint, readTwins } from './points-checks.ts'
import { findPoints, isServing, looseSites, openedPoints, readPoints } from './points-reading.ts'

export const pointQueries: Pick<QueriesOf<'network'>, 'points' | 'point' | 'pointNames'> = {
  async points({ cursor, limit, ...filters }, { db, fail, remembered }) {
    const found = await findPoints(db, filters, ownFiguresRemembered(db, filters.on, remembered))
    const byKind = Map.groupBy(found, ({ kind }) => kind)
    const total = {
      count: found.length,
      byKind: pointKinds.flatMap((kind) => {
        const count = byKind.get(kind)?.length ?? 0
        return count > 0 ? [{ kind, count }] : []
      }),
    }
    return { ...pageOf(found, { cursor, limit }, fail), total, sites: await looseSites(db, filters.on) }
  },

  async point({ id, on }, { db, fail, remembered }) {
    const points = await readPoints(db, on, ownFiguresRemembered(db, on, remembered))
    return points.find((each) => each.id === id) ?? fail('point_not_found', { id })
  },

  async pointNames({ on }, { db }) {
    const points = (await openedPoints(db, on)).filter((point) => isServing(point, on))
    return points.map(({ id, identity: { name, kind, commune, communeCode } }) => ({
      id,
      name,
      kind,
      commune,
      communeCode,
    }))
  },
}

export const pointCommands: Pick<CommandsOf<'network'>, 'addPoints' | 'updatePoint' | 'removePoint'> = {
  async addPoints({ rows, accepted }, { db, fail }) {
    const ids: number[] = []
    const twins = await readTwins(db)
    for (const [at, fields] of rows.entries()) {
      await checkPoint(db, { fields, id: null, row: at + 1, accepted, twins }, fail)
      const id = await insertRow(db, 'servicePoint', plainOf(fields))
      await saveFacts(db, id, fields)
      addTwins(twins, id, fields)
      ids.push(id)
    }
    return { ids }
  },

  async updatePoint({ id, rev, accepted, ...fields }, { db, fail }) {
    if (!(await isCurrent(db, 'servicePoint', { id, rev }, fail))) fail('point_not_found', { id })
    await checkPoint(db, { fields, id, row: 1, accepted, twins: await readTwins(db) }, fail)
    if (fields.closedOn !== null) await requireClosable(db, { id, closedOn: fields.closedOn, fields }, fail)
    await saveFacts(db, id, fields)
    await updateRow(db, 'servicePoint', { id, rev, values: plainOf(fields) })
    return { id, rev: rev + 1 }
  },

  async removePoint({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'servicePoint', { id, rev }, fail))) fail('point_not_found', { id })
    const { rows } = await sql<{ uses: number }>`select
      (select count(*) from servicePointSupport where pointId = ${id})
      + (select count(*) from exchange where pointId = ${id})
      + (select count(*) from shipment where pointId = ${id})
      + (select count(*) from mobileStop where pointId = ${id})
      + (select count(*) from mobileSession where pointId = ${id})
      + (select count(*) from servicePointAnswer where pointId = ${id})
      + (select count(*) from servicePoint where mergedIntoId = ${id}) as uses`.execute(db)
    const uses = rows[0]?.uses ?? 0
    if (uses > 0) fail('point_in_use', { uses })
    await deleteRows(db, 'servicePointFigure', 'pointId', id)
    await deleteRows(db, 'servicePointIdentity', 'pointId', id)
    await deleteRows(db, 'servicePoint', 'id', id)
    return { id }
  },
}

function plainOf({ identities: _, figures: __, ...plain }: PointFields) {
  return plain
}

async function saveFacts(db: Writer, id: number, { identities, figures }: PointFields): Promise<void> {
  const of = { owner: ['pointId', id], key: ['fromOn'] } as const
  await savePartRows(db, 'servicePointIdentity', { ...of, rows: identities })
  await savePartRows(db, 'servicePointFigure', { ...of, rows: figures })
}

type Closing = { id: number; closedOn: string; fields: PointFields }
type Open = 'point_has_copies' | 'point_has_exchanges' | 'point_has_shipments'

/** What is still there, or still away with it, keeps it open. */
async function requireClosable(
  db: Reader,
  { id, closedOn, fields }: Closing,
  fail: Fail<Open>,
): Promise<void> {
  const { closedOn: former } = await db
    .selectFrom('servicePoint')
    .select('closedOn')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (former === closedOn) return
  if (fields.siteId !== null) {
    const { copies } = await db
      .selectFrom('copy')
      .select((is) => is.fn.countAll<number>().as('copies'))
      .where('siteId', '=', fields.siteId)
      .where('withdrawnOn', 'is', null)
      .where('cancelledOn', 'is', null)
      .executeTakeFirstOrThrow()
    if (copies > 0) fail('point_has_copies', { copies })
  }
  const open = await db
    .selectFrom('exchange')
    .select('what')
    .where('pointId', '=', id)
    .where('refusedOn', 'is', null)
    .where((is) =>
      is.or([is('sentOn', 'is', null), is.and([is('kind', '=', 'loan'), is('returnedOn', 'is', null)])]),
    )
    .orderBy('id')
    .execute()
  if (open[0]) fail('point_has_exchanges', { exchanges: open.length, first: open[0].what })
  const shipments = await db
    .selectFrom('shipment')
    .select('number')
    .where('pointId', '=', id)
    .where('closedOn', 'is', null)
    .orderBy('id')
    .execute()
  if (shipments[0]) fail('point_has_shipments', { shipments: shipments.length, first: shipments[0].number })
}
