import { sql } from 'kysely'
import { placeName } from '../../shared/copies/rules.ts'
import { splitHeadings } from '../../shared/catalogue/rules.ts'
import type { Condition, CopyStatus } from '../../shared/copies/contract.ts'
import type { CopyFacts } from '../../shared/weeding/contract.ts'
import type { Reader } from '../connection.ts'

type Row = Omit<CopyFacts, 'author' | 'place' | 'condition'> & {
  copyId: number
  titleId: number
  authors: string
  responsibility: string
  siteName: string
  storeName: string
  condition: Condition
  status: CopyStatus
  material: string
  language: string
  ddc: string
}
export type Fact = CopyFacts & Pick<Row, 'copyId' | 'titleId' | 'status' | 'material' | 'language' | 'ddc'>

/** What lists of this module say of copies, in the order asked for. */
export async function factsOf(db: Reader, copyIds: readonly number[]): Promise<Fact[]> {
  const { rows } = await sql<Row>`
    select copy.id as copyId, copy.titleId, copy.accessionNumber,
      iif(copy.enumeration = '', title.title, title.title || '. ' || copy.enumeration) as title,
      title.authors, title.responsibility, title.publishedYear, title.material, title.language, title.ddc,
      iif(copy.callNumber = '', iif(title.callNumber = '', title.ddc, title.callNumber), copy.callNumber)
        as callNumber,
      site.name as siteName, ifnull(store.name, '') as storeName, copy.shelf, copy.condition, copy.status,
      copy.priceMinor
    from json_each(${JSON.stringify(copyIds)}) as wanted
    cross join copy on copy.id = wanted.value
    cross join title on title.id = copy.titleId
    join site on site.id = copy.siteId
    left join store on store.id = copy.storeId
    order by wanted.key`.execute(db)
  return rows.map(({ authors, responsibility, siteName, storeName, ...row }) => ({
    ...row,
    author: splitHeadings(authors)[0] ?? responsibility.split(/ *[;/] */)[0] ?? '',
    place: placeName(siteName, storeName),
  }))
}

/** The part of it that a signed list keeps. */
export function keptFacts(fact: Fact): CopyFacts {
  const { accessionNumber, title, author, publishedYear, callNumber, place, shelf, condition, priceMinor } =
    fact
  return { accessionNumber, title, author, publishedYear, callNumber, place, shelf, condition, priceMinor }
}

/** In the order one walks along the shelves. */
export const byShelf = sql`copy.siteId, ifnull(copy.storeId, 0), copy.shelf, title.shelfKey, copy.accessionNumber`
