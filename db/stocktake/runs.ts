import { sql } from 'kysely'
import { shelfKey } from '../../shared/catalogue/rules.ts'
import { straysIn } from '../../shared/stocktake/order.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { requireStocktake } from './reading.ts'

type Run = {
  day: string
  userId: number | null
  sourceId: number | null
  siteId: number | null
  storeId: number | null
  shelf: string
}

/** What follows one another on a shelf is looked at together, up to so many books. */
const mostInRun = 20_000
const mostRuns = 500

export const runQueries: Pick<QueriesOf<'stocktake'>, 'runs' | 'shelfOrder'> = {
  async runs({ id }, { db, fail }) {
    await requireStocktake(db, id, fail)
    const { rows } = await sql<
      Run & { by: string; source: string; siteName: string; storeName: string; scans: number }
    >`
      select run.*, ifnull(user.name, '') as by,
        ifnull(iif(source.label = '', source.fileName, source.label), '') as source,
        ifnull(site.name, '') as siteName, ifnull(store.name, '') as storeName
      from (select date(at, '+7 hours') as day, userId, sourceId, siteId, storeId, shelf,
          count(*) as scans, max(id) as lastId
        from stocktakeScan where stocktakeId = ${id} and undoneAt is null
        group by 1, 2, 3, 4, 5, 6 having count(*) > 1 order by lastId desc limit ${mostRuns}) as run
      left join user on user.id = run.userId
      left join stocktakeSource as source on source.id = run.sourceId
      left join site on site.id = run.siteId
      left join store on store.id = run.storeId
      order by run.lastId desc`.execute(db)
    return rows.map(({ by, source, scans, ...row }) => {
      const { day, userId, sourceId, siteId, siteName, storeId, storeName, shelf } = row
      const place = { siteId, siteName, storeId, storeName, shelf }
      return { key: keyOf({ day, userId, sourceId, siteId, storeId, shelf }), day, by, source, place, scans }
    })
  },

  async shelfOrder({ id, run: key }, { db, fail }) {
    await requireStocktake(db, id, fail)
    const run = readKey(key) ?? fail('run_not_found')
    const { books, left, without } = await booksOf(db, id, run)
    const strays = straysIn(books.map(({ callNumber }) => shelfKey(callNumber)))
    const nameOf = (at: number | null) => {
      const book = at === null ? undefined : books[at]
      if (!book) return null
      const { copyId, accessionNumber, title, callNumber } = book
      return { copyId, accessionNumber, title, callNumber }
    }
    return {
      checked: books.length,
      left,
      without,
      strays: strays.flatMap(({ at, after, before }) => {
        const copy = nameOf(at)
        const position = books[at]?.position ?? 0
        return copy ? [{ position, copy, after: nameOf(after), before: nameOf(before) }] : []
      }),
    }
  },
}

type Book = { copyId: number; accessionNumber: string; title: string; callNumber: string; position: number }

/** In the order of scanning, each copy where it was met first; a book without a call number has no place to be wrong. */
async function booksOf(db: Reader, id: number, run: Run) {
  const { day, userId, sourceId, siteId, storeId, shelf } = run
  const { rows } = await sql<Book>`
    select scan.copyId, copy.accessionNumber, title.title, row_number() over (order by scan.at, scan.id) as position,
      iif(copy.callNumber = '', title.callNumber, copy.callNumber) as callNumber
    from stocktakeScan as scan
    left join copy on copy.id = scan.copyId
    left join title on title.id = copy.titleId
    where scan.stocktakeId = ${id} and scan.undoneAt is null and date(scan.at, '+7 hours') = ${day}
      and scan.userId is ${userId} and scan.sourceId is ${sourceId}
      and scan.siteId is ${siteId} and scan.storeId is ${storeId} and scan.shelf = ${shelf}
    order by scan.at, scan.id`.execute(db)
  const met = new Set<number>()
  const first = rows.filter(({ copyId }) => copyId === null || (!met.has(copyId) && met.add(copyId)))
  const books = first.filter(
    ({ copyId, callNumber }) => copyId !== null && callNumber !== '' && callNumber !== null,
  )
  return {
    books: books.slice(0, mostInRun),
    left: Math.max(0, books.length - mostInRun),
    without: first.length - books.length,
  }
}

function keyOf({ day, userId, sourceId, siteId, storeId, shelf }: Run): string {
  return JSON.stringify([day, userId, sourceId, siteId, storeId, shelf])
}

function readKey(key: string): Run | null {
  try {
    const [day, userId, sourceId, siteId, storeId, shelf] = JSON.parse(key) as unknown[]
    const number = (value: unknown) => (typeof value === 'number' ? value : null)
    if (typeof day !== 'string' || typeof shelf !== 'string') return null
    return {
      day,
      userId: number(userId),
      sourceId: number(sourceId),
      siteId: number(siteId),
      storeId: number(storeId),
      shelf,
    }
  } catch {
    return null
  }
}
