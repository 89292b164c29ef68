import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import { digitalTitlesOn } from '../stock/index.ts'
import { carriedBy } from './carried.ts'

/**
 * The digital documents in service on a day, each title once: records of what was made, bought or exchanged as digital,
 * and titles on paper that were carried through. What stands open to all is no document of this library.
 */
export function documentsOn(db: Reader, day: string) {
  return sql`${carriedBy(day)}, document as materialized (
    select id from ${digitalTitlesOn(db, day).select('title.id').as('digital')}
    union
    select title.id from carried join title on title.id = carried.titleId
    where addedOn <= ${day} and (removedOn is null or removedOn > ${day}))`
}
