import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import { heldOn } from './held.ts'
import { mainClass } from '../ddc.ts'

/** Titles alike in all that stock is divided by, and what one of them holds. */
export type Kin = {
  ddc: string
  language: string
  material: string
  classes: string
  year: string
  titles: number
  held: readonly Held[]
}
/** Where a copy stood, how it was and how it came. */
type Held = { site: string; condition: string; source: string }

/**
 * One pass in the order of titles over the index that holds all of a copy: each title becomes a line of what it holds,
 * and the same lines are counted. So every division of the stock, in copies and in distinct titles, comes of one sort.
 */
export async function holdingsOn(db: Reader, day: string): Promise<Kin[]> {
  const { rows } = await sql<Omit<Kin, 'held'> & { held: string }>`
    with past as (
      -- Of several rows min() takes the others from the one it found.
      select copyId, min(untilOn), siteId, condition from copyPast where untilOn > ${day} group by copyId
    ),
    classed as (
      select titleId, group_concat(class, ' ') as classes from (select distinct titleId, class from titleClass
        where setOn <= ${day} and (endedOn is null or endedOn > ${day})) group by titleId
    ),
    holding as (
      select ${mainClass('-')} as ddc, language, material, ifnull(classed.classes, '') as classes,
        publishedYear / 10 as year,
        group_concat(
          coalesce(past.siteId, copy.siteId) || '/' || coalesce(past.condition, copy.condition) || '/' || source, ';'
        ) as held
      from copy
      join voucher on voucher.id = copy.voucherId
      join title on title.id = copy.titleId
      left join past on past.copyId = copy.id
      left join classed on classed.titleId = copy.titleId
      where ${heldOn(day)}
      group by copy.titleId
    )
    select ddc, language, material, classes,
      iif(year is null, '-', year || '0') as year, held, count(*) as titles
    from holding group by ddc, language, material, classes, year, held`.execute(db)
  const readHeld = heldReader()
  return rows.map((row) => ({ ...row, held: readHeld(row.held) }))
}

/** Millions of titles hold the same few things. */
function heldReader(): (text: string) => readonly Held[] {
  const known = new Map<string, readonly Held[]>()
  return (text) => {
    const seen = known.get(text)
    if (seen) return seen
    const held = text.split(';').map((copy) => {
      const [site = '', condition = '', source = ''] = copy.split('/')
      return { site, condition, source }
    })
    known.set(text, held)
    return held
  }
}
