import { sql } from 'kysely'
import { shelfKey } from '../../shared/catalogue/rules.ts'
import { sortKey } from '../../shared/collate.ts'
import type { Reader } from '../connection.ts'

type ListSort = 'title' | 'author' | 'call_number'

/** How many titles stand before a letter or a call number in the whole list. */
export async function placeOf(db: Reader, sort: ListSort, from: string): Promise<number> {
  const before = {
    title: sql`sortKey < ${sortKey(from)}`,
    author: sql`authorKey > '' and authorKey < ${sortKey(from)}`,
    call_number: sql`shelfKey > '' and shelfKey < ${shelfKey(from)}`,
  }[sort]
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from title where removedOn is null and ${before}`.execute(db)
  return rows[0]?.count ?? 0
}
