import { sql } from 'kysely'
import { heldForMs, type Severity } from '../../shared/inspection/rules.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { requirePage } from './page-rows.ts'
import { requireOpen, requireStillOpen } from './reading.ts'

export type JudgedBy = { userId: number | null; now: string; today: string }

export const lookingCommands: Pick<CommandsOf<'inspection'>, 'takeNext' | 'judge' | 'takeBackVerdict'> = {
  async takeNext({ id, after }, { db, fail, actor, now }) {
    await requireOpen(db, id, fail)
    const userId = actor?.userId ?? null
    const asking = { inspectionId: id, userId, now }
    const pageId =
      (await nextWaiting(db, { ...asking, after })) ?? (await nextWaiting(db, { ...asking, after: 0 }))
    if (pageId !== null)
      await db
        .updateTable('inspectionPage')
        .set({ heldById: userId, heldAt: now })
        .where('id', '=', pageId)
        .execute()
    return { pageId }
  },

  async judge({ id, rev, kindIds, note }, { db, fail, actor, now, today }) {
    const page = await requirePageOpen(db, { id, rev }, fail)
    const severities = await severitiesOf(db, kindIds, fail)
    // What was noted beside the sample is there for what is wrong with it.
    if (page.place === null && severities.size === 0) fail('kind_not_found', { id: 0 })
    await writeVerdict(db, { id, severities, note }, { userId: actor?.userId ?? null, now, today })
    return requirePage(db, id, fail)
  },

  async takeBackVerdict({ id, rev }, { db, fail }) {
    await requirePageOpen(db, { id, rev }, fail)
    await db.deleteFrom('inspectionFinding').where('pageId', '=', id).execute()
    await db
      .updateTable('inspectionPage')
      .set({ verdict: null, note: '', judgedById: null, judgedAt: null, judgedOn: null, rev: rev + 1 })
      .where('id', '=', id)
      .where('place', 'is not', null)
      .execute()
    return requirePage(db, id, fail)
  },
}

type Asking = { inspectionId: number; after: number; userId: number | null; now: string }

async function nextWaiting(db: Reader, { inspectionId, after, userId, now }: Asking): Promise<number | null> {
  const heldSince = new Date(Date.parse(now) - heldForMs).toISOString()
  const { rows } = await nextWaitingQuery({ inspectionId, after, userId, heldSince }).execute(db)
  return rows[0]?.id ?? null
}

export function nextWaitingQuery(asked: Omit<Asking, 'now'> & { heldSince: string }) {
  const { inspectionId, after, userId, heldSince } = asked
  return sql<{ id: number }>`select id from inspectionPage
    where inspectionId = ${inspectionId} and place > ${after} and place is not null and verdict is null
      and (heldById is null or heldById = ${userId} or heldAt < ${heldSince})
    order by place limit 1`
}

async function requirePageOpen(
  db: Reader,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'page_not_found' | 'not_open'>,
) {
  const page = await requirePage(db, id, fail)
  await requireStillOpen(db, page.inspectionId, fail)
  if (page.rev !== rev) fail('stale', { id, rev: page.rev })
  return page
}

/** How bad each kind is counted today. */
export async function severitiesOf(
  db: Reader,
  kindIds: readonly number[],
  fail: Fail<'kind_not_found'>,
): Promise<ReadonlyMap<number, Severity>> {
  if (kindIds.length === 0) return new Map()
  const kinds = await db
    .selectFrom('findingKind')
    .select(['id', 'severity'])
    .where('id', 'in', [...kindIds])
    .execute()
  const unknown = kindIds.find((id) => kinds.every((kind) => kind.id !== id))
  if (unknown !== undefined) fail('kind_not_found', { id: unknown })
  return new Map(kinds.map(({ id, severity }) => [id, severity]))
}

type NewVerdict = { id: number; severities: ReadonlyMap<number, Severity>; note: string }

export async function writeVerdict(
  db: Writer,
  { id, severities, note }: NewVerdict,
  { userId, now, today }: JudgedBy,
): Promise<void> {
  await db.deleteFrom('inspectionFinding').where('pageId', '=', id).execute()
  for (const [kindId, severity] of severities)
    await db.insertInto('inspectionFinding').values({ pageId: id, kindId, severity }).execute()
  await db
    .updateTable('inspectionPage')
    .set((is) => ({
      verdict: severities.size === 0 ? 'good' : 'bad',
      note,
      judgedById: userId,
      judgedAt: now,
      judgedOn: today,
      heldById: null,
      heldAt: null,
      rev: is('rev', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}
