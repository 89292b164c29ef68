import { sql } from 'kysely'
import { splitHeadings } from '../../shared/catalogue/rules.ts'
import type { CardEntry, LabelValues } from '../../shared/labels/contract.ts'
import type { Reader } from '../connection.ts'

export type LabelOf = { copyId: number | null; name: string; values: LabelValues }

type Row = {
  id: number
  accessionNumber: string
  barcode: string
  callNumber: string
  title: string
  authors: string
  responsibility: string
  publishedYear: number | null
  enumeration: string
  shelf: string
  siteName: string
  siteCode: string
  storeName: string
  storeCode: string
}

/** What labels say of the library itself. */
export async function libraryValues(db: Reader): Promise<LabelValues> {
  const { name, governingBody } = await db
    .selectFrom('library')
    .select(['name', 'governingBody'])
    .executeTakeFirstOrThrow()
  return { libraryName: name, governingBody }
}

/** What labels say of copies, in the order asked for. */
export async function copyLabels(db: Reader, copyIds: readonly number[]): Promise<LabelOf[]> {
  const library = await libraryValues(db)
  const { rows } = await sql<Row>`
    select copy.id, copy.accessionNumber, copy.barcode, copy.enumeration, copy.shelf,
      iif(copy.callNumber = '', iif(title.callNumber = '', title.ddc, title.callNumber), copy.callNumber)
        as callNumber,
      title.title, title.authors, title.responsibility, title.publishedYear,
      site.name as siteName, site.code as siteCode, ifnull(store.name, '') as storeName,
      ifnull(store.code, '') as storeCode
    from json_each(${JSON.stringify(copyIds)}) as wanted
    cross join copy on copy.id = wanted.value
    cross join title on title.id = copy.titleId
    join site on site.id = copy.siteId
    left join store on store.id = copy.storeId
    order by wanted.key`.execute(db)
  return rows.map(({ id, authors, responsibility, publishedYear, ...row }) => ({
    copyId: id,
    name: row.accessionNumber,
    values: {
      ...library,
      ...row,
      code: row.barcode || row.accessionNumber,
      barcode: row.barcode,
      author: splitHeadings(authors)[0] ?? responsibility.split(/ *[;/] */)[0] ?? '',
      year: publishedYear === null ? '' : String(publishedYear),
    },
  }))
}

export async function cardLabels(db: Reader, cards: readonly CardEntry[]): Promise<LabelOf[]> {
  const library = await libraryValues(db)
  return cards.map((card) => ({
    copyId: null,
    name: card.personName,
    values: { ...library, ...card, code: card.cardNumber },
  }))
}
