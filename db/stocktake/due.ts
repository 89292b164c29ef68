import { sql } from 'kysely'
import { countedAtMost, waiting, type DueReader } from '../due.ts'

/** Stocktakes that somebody has begun and nobody has closed. */
export const due: DueReader = {
  can: 'stocktake.read',
  async find(db) {
    const { rows } = await sql<{ on: string | null; name: string }>`
      select plannedTo as "on", name from stocktake where state in ('open', 'paused', 'closing')
      order by plannedTo is null, plannedTo, id limit ${countedAtMost + 1}`.execute(db)
    return waiting('stocktakesOpen', rows)
  },
}
