import { sql } from 'kysely'
import { isoDateAt } from '../../shared/dates.ts'
import { dueKinds } from '../../shared/home/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { changesSince } from './changes.ts'
import { dueReaders } from './due-readers.ts'

const daysAhead = 6

export const queries: QueriesOf<'home'> = {
  async overview({ since }, { db, actor, now, today }) {
    const nowMs = Date.parse(now)
    const until = isoDateAt(nowMs + daysAhead * 86_400_000)
    const found = []
    for (const { can, find } of dueReaders)
      if (actor?.can(can)) found.push(...(await find(db, { today, until })))
    const isDue = ({ kind }: { kind: string }) => dueKinds.some((each) => each === kind)
    return {
      due: found.filter(isDue).toSorted(byDay),
      missing: found.filter((each) => !isDue(each)),
      changed: await changesSince(db, { userId: actor?.userId ?? 0, since, nowMs }),
      begun: await begun(db),
    }
  },
}

/** What has a day comes first, the earliest before the others. */
function byDay(a: { on: string | null }, b: { on: string | null }): number {
  const [first, second] = [a.on ?? '9999', b.on ?? '9999']
  return first < second ? -1 : first > second ? 1 : 0
}

async function begun(db: Reader) {
  const { rows } = await sql<{ holdings: number; activities: number; backup: number }>`
    select exists (select 1 from title) or exists (select 1 from openingBalance) as holdings,
      exists (select 1 from activity) as activities,
      exists (select 1 from backup where provenAt is not null) as backup`.execute(db)
  const { holdings = 0, activities = 0, backup = 0 } = rows[0] ?? {}
  return { holdings: holdings === 1, activities: activities === 1, backup: backup === 1 }
}
