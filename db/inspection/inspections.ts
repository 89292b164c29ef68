import { sql } from 'kysely'
import { standingOf } from '../../shared/inspection/rules.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'
import { badJobsOf } from './sending.ts'
import { asSaved, readInspections, requireInspection, requireNewName, talliesOf } from './reading.ts'

const views = {
  all: sql`true`,
  open: sql`inspection.state in ('open', 'paused')`,
  passed: sql`inspection.state = 'closed' and inspection.verdict = 'passed'`,
  failed: sql`inspection.state = 'closed' and inspection.verdict = 'failed'`,
}

export const inspectionQueries: Pick<QueriesOf<'inspection'>, 'list' | 'inspection'> = {
  async list({ view, jobId, cursor, limit }, { db, fail }) {
    const before = readCursor(cursor, idCursor, fail)
    const ofJob =
      jobId === null
        ? sql`true`
        : sql`inspection.id in (select inspectionId from inspectionJob where jobId = ${jobId})`
    const beyond = before === null ? sql`true` : sql`inspection.id < ${before}`
    const where = sql`${views[view]} and ${ofJob} and ${beyond}`
    const found = await readInspections(db, { where, limit: limit + 1 })
    const rows = found.slice(0, limit)
    return { rows, next: found.length > limit ? JSON.stringify(rows.at(-1)?.id ?? null) : null }
  },

  async inspection({ id }, { db, fail }) {
    const inspection = await requireInspection(db, id, fail)
    const { kinds, outside } = await talliesOf(db, inspection)
    const followedBy = await db
      .selectFrom('inspection')
      .select(['id', 'name'])
      .where('followsId', '=', id)
      .orderBy('id')
      .execute()
    return {
      ...inspection,
      standing: standingOf(inspection.counts, inspection.acceptance),
      kinds,
      outside,
      toSendBack: (await badJobsOf(db, id)).length,
      followedBy,
    }
  },
}

type Verb = 'update' | 'remove' | 'pause' | 'resume'

export const inspectionCommands: Pick<CommandsOf<'inspection'>, Verb> = {
  async update({ id, rev, members, ...fields }, { db, fail }) {
    const { name, state, ...inspection } = await requireInspection(db, id, fail)
    if (inspection.rev !== rev) fail('stale', { id, rev: inspection.rev })
    if (state === 'closed') fail('already_closed', { name })
    await requireNewName(db, { name: fields.name, id }, fail)
    await db
      .updateTable('inspection')
      .set({ ...fields, members: JSON.stringify(members), rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return asSaved(db, id)
  },

  async remove({ id, rev }, { db, fail }) {
    const inspection = await requireInspection(db, id, fail)
    if (inspection.rev !== rev) fail('stale', { id, rev: inspection.rev })
    const begun = await db
      .selectFrom('inspectionPage')
      .select('id')
      .where('inspectionId', '=', id)
      .where('verdict', 'is not', null)
      .limit(1)
      .executeTakeFirst()
    if (begun) fail('already_begun', { name: inspection.name })
    await db.deleteFrom('inspectionPage').where('inspectionId', '=', id).execute()
    await db.deleteFrom('inspectionJob').where('inspectionId', '=', id).execute()
    await db.updateTable('inspection').set({ followsId: null }).where('followsId', '=', id).execute()
    await db.deleteFrom('inspection').where('id', '=', id).execute()
    return { id }
  },

  async pause({ id }, { db, fail }) {
    const { name, state } = await requireInspection(db, id, fail)
    if (state !== 'open') fail('not_open', { name, state })
    await setState(db, id, 'paused')
    return asSaved(db, id)
  },

  async resume({ id }, { db, fail }) {
    const { name, state } = await requireInspection(db, id, fail)
    if (state !== 'paused') fail('not_paused', { name })
    await setState(db, id, 'open')
    return asSaved(db, id)
  },
}

async function setState(db: Writer, id: number, state: 'open' | 'paused'): Promise<void> {
  await db
    .updateTable('inspection')
    .set((is) => ({ state, rev: is('rev', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
