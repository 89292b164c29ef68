import { sql } from 'kysely'
import { specByName } from '../../shared/contracts.ts'
import type { Reader } from '../connection.ts'

const weekMs = 7 * 86_400_000
/** More than this of a busy week is not counted one by one. */
const countedAtMost = 5000
const kindsShown = 7

/** What changes no record, or only who is at the PC. */
const unsaid = [
  ...[...specByName].flatMap(([name, { spec }]) => (spec.changes?.length === 0 ? [name] : [])),
  'backup.make',
  'users.signIn',
  'users.signOut',
  'users.lock',
  'users.unlock',
]

type Asked = { userId: number; since: 'visit' | 'week'; nowMs: number }

/** What was recorded since whoever asks was here before, or within the week, by kind. */
export async function changesSince(db: Reader, { userId, since, nowMs }: Asked) {
  const weekAgo = new Date(nowMs - weekMs).toISOString()
  const visit = since === 'visit' ? await lastVisit(db, userId) : null
  const from = visit ?? weekAgo
  const { rows } = await sql<{ operation: string; count: number }>`
    select operation, count(*) as count from (
      select operation from journalCommand indexed by journalCommandByDay
      where at >= ${from} and operation not in (${sql.join(unsaid)}) limit ${countedAtMost + 1}
    ) group by operation order by count desc, operation`.execute(db)
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  return {
    since: from,
    isVisit: visit !== null,
    count: Math.min(count, countedAtMost),
    isExact: count <= countedAtMost,
    kinds: rows.slice(0, kindsShown),
  }
}

/** When they signed in the time before this one; the journal keeps the hour, the table only that it happened. */
async function lastVisit(db: Reader, userId: number): Promise<string | null> {
  const { rows } = await sql<{ at: string }>`
    select command.at from (
      select id from signIn indexed by signInByUser where userId = ${userId} and outcome = 'granted'
      order by id desc limit 1 offset 1
    ) as visit
    join journalRow as entry on entry.tableName = 'signIn' and entry.rowId = visit.id
    join journalCommand as command on command.id = entry.commandId
    order by entry.id limit 1`.execute(db)
  return rows[0]?.at ?? null
}
