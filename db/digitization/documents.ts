import { sql } from 'kysely'
import { carriedBy } from './carried.ts'

/**
 * The digital documents in service on a day, each title once: records of what was made, bought or exchanged as digital,
 * and titles on paper that were carried through. What stands open to all is no document of this library.
 */
export function documentsOn(day: string) {
  return sql`${carriedBy(day)}, document as materialized (
    select title.id, title.title, title.addedOn, title.publishedYear, title.language, title.ddc, title.publisher,
      title.summary, title.authors, title.organisations
    from title where addedOn <= ${day} and (removedOn is null or removedOn > ${day})
      and material = 'digital' and (digitalOrigin is null or digitalOrigin != 'open')
    union
    select title.id, title.title, title.addedOn, title.publishedYear, title.language, title.ddc, title.publisher,
      title.summary, title.authors, title.organisations
    from carried join title on title.id = carried.titleId
    where addedOn <= ${day} and (removedOn is null or removedOn > ${day}))`
}
