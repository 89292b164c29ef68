import { sql } from 'kysely'
import { countedAtMost, waiting, type DueReader } from '../due.ts'
import { monthsAfter } from '../../shared/preservation/fixity.ts'
import { readRule } from './rule.ts'

/** Disks whose copies are to be read again by the end of the week, and those that hold a copy which is not sound. */
export const due: DueReader = {
  can: 'preservation.read',
  async find(db, { until }) {
    const rule = await readRule(db)
    const volumes = await db
      .selectFrom('storageVolume')
      .select(['id', 'name', 'months'])
      .where('retiredOn', 'is', null)
      .orderBy('id')
      .limit(countedAtMost + 1)
      .execute()
    const tired = []
    const troubled = []
    for (const { id, name, months } of volumes) {
      const before = `${monthsAfter(until, -(months ?? rule.months))}T17:00:00Z`
      const { rows } = await sql<{ isDue: number; isTroubled: number }>`
        select exists (select 1 from fileCopy where volumeId = ${id} and state = 'matched' and removalId is null
            and checkedAt < ${before}) as isDue,
          exists (select 1 from fileCopy where volumeId = ${id} and state in ('mismatched', 'missing', 'unreadable')
            and removalId is null) as isTroubled`.execute(db)
      if (rows[0]?.isDue) tired.push({ on: null, name })
      if (rows[0]?.isTroubled) troubled.push({ on: null, name })
    }
    return [...waiting('fixityDue', tired), ...waiting('copiesTroubled', troubled)]
  },
}
