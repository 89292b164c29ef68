import { sql } from 'kysely'
import type { TFunction } from 'i18next'
import type { DataField, MarcRecord } from '../../shared/catalogue/contract.ts'
import { isbdEntry, splitHeadings } from '../../shared/catalogue/rules.ts'
import { sortKey } from '../../shared/collate.ts'
import type { Product } from '../../shared/products/contract.ts'
import type { Language } from '../../shared/texts.ts'
import { describedTitles, type DescribedTitle } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import { wordsIn } from '../words.ts'
import { groupsBy, type GroupOf } from './groups.ts'

export type Entry = {
  number: number
  titleId: number
  group: string
  heading: string
  entry: string
  summary: string
  /** For the indexes. */
  title: string
  names: string[]
}

/** What a product prints; kept word for word once it is issued. */
export type Contents = {
  language: Language
  governingBody: string
  libraryName: string
  place: string
  entries: Entry[]
}

type Placed = Omit<Entry, 'number'> & { order: readonly [string, string, string] }
type Progress = (done: number, total: number) => void

const readAtOnce = 500

/** An issued product stays what was issued; any other is written anew from what the catalogue holds now. */
export async function contentsOf(db: Reader, product: Product, progress?: Progress): Promise<Contents> {
  const { paper } = await db
    .selectFrom('product')
    .select('paper')
    .where('id', '=', product.id)
    .executeTakeFirstOrThrow()
  return paper ? (JSON.parse(paper) as Contents) : compiled(db, product, progress)
}

export async function compiled(db: Reader, product: Product, progress?: Progress): Promise<Contents> {
  const library = await db
    .selectFrom('library')
    .select(['language', 'governingBody', 'name', 'placeName'])
    .executeTakeFirstOrThrow()
  const groupOf = await groupsBy(db, product.groupBy, library.language)
  const write = entryWriter(product, groupOf, wordsIn[library.language])
  const ids = await titleIds(db, product.id)
  const placed: Placed[] = []
  for (let from = 0; from < ids.length; from += readAtOnce) {
    progress?.(from, ids.length)
    const titles = await describedTitles(db, ids.slice(from, from + readAtOnce))
    placed.push(...titles.map(write))
  }
  return {
    language: library.language,
    governingBody: library.governingBody,
    libraryName: library.name,
    place: library.placeName,
    entries: placed
      .toSorted(inOrder)
      .map(({ order: _, ...entry }, index) => ({ number: index + 1, ...entry })),
  }
}

async function titleIds(db: Reader, productId: number): Promise<number[]> {
  const { rows } = await sql<{ titleId: number }>`
    select titleId from productTitle where productId = ${productId} order by titleId`.execute(db)
  return rows.map((row) => row.titleId)
}

/** Groups in their order; within one, alphabetically by what an entry begins with. */
function entryWriter({ hasSummaries }: Product, groupOf: GroupOf, t: TFunction) {
  return ({ record: whole, hostTitle, ...title }: DescribedTitle): Placed => {
    const record = withHost(whole, hostTitle)
    const { heading, description, summary } = isbdEntry(title, { hasSummary: hasSummaries, record })
    const group = groupOf({ ...title, heading })
    const named = [title.title, title.part].filter((text) => text !== '').join('. ')
    return {
      titleId: title.id,
      group: group.label,
      heading,
      entry: description,
      summary: summary && t('products.paper.summary', { text: summary }),
      title: named,
      names: [
        ...new Set([heading, ...splitHeadings(title.authors), ...splitHeadings(title.organisations)]),
      ].filter((name) => name !== ''),
      order: [group.key, heading === '' ? title.sortKey : sortKey(heading), title.sortKey],
    }
  }
}

/** An article that only points to its journal still says where it stands. */
function withHost(record: MarcRecord, hostTitle: string | null): MarcRecord {
  if (hostTitle === null || record.fields.some(({ tag }) => tag === '773')) return record
  const host: DataField = { tag: '773', indicators: '0 ', subfields: [['t', hostTitle]] }
  return { ...record, fields: [...record.fields, host] }
}

function inOrder(a: Placed, b: Placed): number {
  const at = a.order.findIndex((key, index) => key !== b.order[index])
  if (at < 0) return a.titleId - b.titleId
  return (a.order[at] ?? '') < (b.order[at] ?? '') ? -1 : 1
}
