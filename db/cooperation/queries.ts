import { sql } from 'kysely'
import * as z from 'zod'
import { fold, words } from '../../shared/fold.ts'
import type { QueriesOf } from '../context.ts'
import { readCursor } from '../cursor.ts'
import { readPartners } from './reading.ts'

const place = z.tuple([z.string(), z.int()])

export const queries: QueriesOf<'cooperation'> = {
  partner: async ({ id }, { db, fail }) =>
    (await readPartners(db, [id]))[0] ?? fail('partner_not_found', { id }),

  async partners({ text, cursor, limit }, { db, fail }) {
    const after = readCursor(cursor, place, fail) ?? (['', 0] as const)
    const wanted = words(fold(text)).map((word) => sql`folded like ${`%${word}%`}`)
    const { rows } = await sql<{ id: number; sortKey: string }>`
      select id, sortKey from partner where (sortKey, id) > (${after[0]}, ${after[1]})
        ${wanted.length > 0 ? sql`and ${sql.join(wanted, sql` and `)}` : sql``}
      order by sortKey, id limit ${limit + 1}`.execute(db)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    const partners = await readPartners(
      db,
      shown.map(({ id }) => id),
    )
    return {
      rows: partners,
      next: rows.length > limit && last ? JSON.stringify([last.sortKey, last.id]) : null,
    }
  },
}
