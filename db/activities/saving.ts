import type { ActivityFields, EvidenceKind, SessionFields } from '../../shared/activities/contract.ts'
import type { Writer } from '../connection.ts'
import type { Answers } from './checks.ts'
import { readSessions } from './reading.ts'
import { summaryOf } from './settled.ts'
import { typeByCode } from './types.ts'

export async function insertActivity(db: Writer, fields: ActivityFields, answers: Answers): Promise<number> {
  const { id } = await db
    .insertInto('activity')
    .values({ ...asRow(fields, answers), ...summaryOf(fields.sessions), proof: 'not_needed' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeParts(db, id, fields)
  await summarise(db, id)
  return id
}

export async function updateActivity(
  db: Writer,
  { id, fields }: { id: number; fields: ActivityFields },
  answers: Answers,
): Promise<void> {
  await writeParts(db, id, fields)
  await db
    .updateTable('activity')
    .set((is) => ({ ...asRow(fields, answers), rev: is('rev', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await summarise(db, id)
}

function asRow(fields: ActivityFields, { details, personalDetails }: Answers) {
  const { sessions: _, campaignIds: __, partnerIds: ___, titleIds: ____, ...facts } = fields
  return {
    ...facts,
    details: JSON.stringify(details),
    personalDetails: JSON.stringify(personalDetails),
  }
}

async function writeParts(db: Writer, activityId: number, fields: ActivityFields): Promise<void> {
  await writeSessions(db, activityId, fields.sessions)
  await writeLinks(db, { table: 'activityCampaign', column: 'campaignId' }, activityId, fields.campaignIds)
  await writeLinks(db, { table: 'activityPartner', column: 'partnerId' }, activityId, fields.partnerIds)
  await writeLinks(db, { table: 'activityTitle', column: 'titleId' }, activityId, fields.titleIds)
}

/** A session keeps its row as long as it is there, so that what was signed with it is found again. */
async function writeSessions(
  db: Writer,
  activityId: number,
  sessions: readonly SessionFields[],
): Promise<void> {
  const before = await readSessions(db, activityId)
  const kept = new Set(sessions.map(({ id }) => id))
  for (const { id } of before) {
    if (id === null || kept.has(id)) continue
    await db.deleteFrom('activitySession').where('id', '=', id).execute()
  }
  for (const { id, ...session } of sessions) {
    const old = before.find((each) => each.id === id)
    if (!old)
      await db
        .insertInto('activitySession')
        .values({ ...session, activityId })
        .execute()
    else if (JSON.stringify({ ...old, ...session }) !== JSON.stringify(old))
      await db
        .updateTable('activitySession')
        .set(session)
        .where('id', '=', old.id ?? 0)
        .execute()
  }
}

type Link =
  | { table: 'activityCampaign'; column: 'campaignId' }
  | { table: 'activityPartner'; column: 'partnerId' }
  | { table: 'activityTitle'; column: 'titleId' }

async function writeLinks(
  db: Writer,
  { table, column }: Link,
  activityId: number,
  ids: readonly number[],
): Promise<void> {
  const linked = db.selectFrom(table).select(`${column} as other`).where('activityId', '=', activityId)
  const before = (await linked.execute()).map(({ other }) => other)
  const gone = before.filter((id) => !ids.includes(id))
  if (gone.length > 0)
    await db.deleteFrom(table).where('activityId', '=', activityId).where(column, 'in', gone).execute()
  for (const id of new Set(ids))
    if (!before.includes(id))
      await db
        .insertInto(table)
        .values({ activityId, [column]: id } as never)
        .execute()
}

/** What lists and filters read off an activity; its row is written last, so that the index sees all that belongs to it. */
export async function summarise(db: Writer, id: number): Promise<void> {
  const { typeCode } = await db
    .selectFrom('activity')
    .select('typeCode')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const evidence = await db
    .selectFrom('activityEvidence')
    .select('kind')
    .where('activityId', '=', id)
    .where('removedOn', 'is', null)
    .execute()
  const summary = summaryOf(await readSessions(db, id))
  const asked = (await typeByCode(db)).get(typeCode)?.proof ?? []
  const proof = proofOf({ asked, given: evidence.map(({ kind }) => kind), held: summary.heldCount })
  await db
    .updateTable('activity')
    .set({ ...summary, proof })
    .where('id', '=', id)
    .execute()
}

/** Any one of the kinds that a type asks for; nothing is asked of what has not taken place. */
export function proofOf({
  asked,
  given,
  held,
}: {
  asked: readonly EvidenceKind[]
  given: readonly EvidenceKind[]
  held: number
}) {
  if (asked.length === 0 || held === 0) return 'not_needed'
  return given.some((kind) => asked.includes(kind)) ? 'present' : 'missing'
}
