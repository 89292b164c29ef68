import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import { monthsAfter, type CopyState } from '../../shared/preservation/fixity.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { requireAttached } from './attached.ts'
import { isStillThere } from './files/root.ts'
import { sumOf } from './files/sum.ts'
import { readRule } from './rule.ts'
import { hasSoundElsewhere, isDue, isKept } from './volume-rows.ts'

type Result = { copyId: number; result: CopyState }
type Wanted = { volumeId: number; before: string | null }
type StoredCopy = { id: number; path: string; size: number; sha256: string }

const keepAtMost = 200
const keepEveryMs = 250

/** A copy is sound when it has the sum it was written down with, and in no other case. */
export const checkFixity: JobHandler<SpecOf<'preservation.checkFixity'>, Result[]> = {
  async run({ volumeId, minutes, isDueOnly }, { db, today, fail, progress, write }) {
    const { root } = await requireAttached(db, volumeId, { today, fail })
    const copies = await riskiestFirst(db, {
      volumeId,
      before: isDueOnly ? await dueBefore(db, volumeId, today) : null,
    })
    const total = copies.reduce((sum, { size }) => sum + size, 0)
    const counts = { checked: 0, matched: 0, mismatched: 0, missing: 0, unreadable: 0 }
    const end = minutes === null ? Infinity : performance.now() + minutes * 60_000
    let done = 0
    let waiting: Result[] = []
    let keptAt = performance.now()
    async function keep(): Promise<void> {
      if (waiting.length > 0) await write(waiting)
      waiting = []
      keptAt = performance.now()
    }
    const answer = (isWhole: boolean) => ({
      volumeId,
      ...counts,
      left: copies.length - counts.checked,
      isWhole,
      isOutOfTime: isWhole && counts.checked < copies.length,
    })
    for (const { id, path, size, sha256 } of copies) {
      if (performance.now() >= end) break
      const start = done
      const sum = sumOf(root.path, path, (bytes) => progress(Math.min((done += bytes), total), total))
      if (sum.outcome !== 'read' && !isStillThere(root)) {
        await keep()
        return answer(false)
      }
      const result = sum.outcome !== 'read' ? sum.outcome : sum.sha256 === sha256 ? 'matched' : 'mismatched'
      counts[result] += 1
      counts.checked += 1
      waiting.push({ copyId: id, result })
      done = start + size
      progress(Math.min(done, total), total)
      if (waiting.length >= keepAtMost || performance.now() - keptAt >= keepEveryMs) await keep()
    }
    await keep()
    return answer(isStillThere(root))
  },

  async apply(results, { db, now, today, jobId }) {
    const json = JSON.stringify(results)
    await sql`
      update fileCopy set state = value ->> 'result', checkedAt = ${now}
      from json_each(${json}) where fileCopy.id = value ->> 'copyId'`.execute(db)
    await sql`
      insert into fixityCheck (copyId, at, "on", result, jobId)
      select value ->> 'copyId', ${now}, ${today}, value ->> 'result', ${jobId} from json_each(${json})`.execute(
      db,
    )
    return { bulk: { results: results.map(({ copyId, result }) => [copyId, result]) } }
  },
}

async function dueBefore(db: Reader, volumeId: number, today: string): Promise<string> {
  const volume = await db
    .selectFrom('storageVolume')
    .select('months')
    .where('id', '=', volumeId)
    .executeTakeFirst()
  return monthsAfter(today, -(volume?.months ?? (await readRule(db)).months))
}

/** What was found wrong, then what no other disk has, then what was read longest ago. */
async function riskiestFirst(db: Reader, { volumeId, before }: Wanted): Promise<StoredCopy[]> {
  const { rows } = await sql<StoredCopy>`
    select fileCopy.id, fileCopy.path, fileCopy.size, fileCopy.sha256 from fileCopy
    where fileCopy.volumeId = ${volumeId} and ${isKept} and ${before === null ? sql`1` : isDue(before)}
    order by fileCopy.state = 'matched', ${hasSoundElsewhere}, fileCopy.checkedAt, fileCopy.id`.execute(db)
  return rows
}
