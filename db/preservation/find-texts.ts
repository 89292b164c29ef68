import { sql, type RawBuilder } from 'kysely'
import type { TextHit } from '../../shared/preservation/contract.ts'
import { hitSpan, snippetOf } from '../../shared/preservation/snippet.ts'
import { closeTogether, withAccents } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'

/** Of a word that stands on more pages than anybody leafs through, the first ones written down. */
const mostPages = 5000
const hitsOfTitle = 3

type FindVerb = 'countTexts' | 'findTexts' | 'textHits'

export const findTextQueries: Pick<QueriesOf<'preservation'>, FindVerb> = {
  async countTexts({ text }, { db }) {
    const found = foundPages(text)
    if (!found) return { pages: 0, titles: 0, isExact: true }
    const { rows } = await sql<{ pages: number; titles: number; texts: number }>`${found}
      select count(*) as pages, count(distinct titleId) as titles,
        (select count(*) from hit) as texts from page`.execute(db)
    const { pages = 0, titles = 0, texts = 0 } = rows[0] ?? {}
    return { pages, titles, isExact: texts <= mostPages }
  },

  async findTexts({ text, cursor, limit }, { db, fail }) {
    const offset = readCursor(cursor, idCursor, fail) ?? 0
    const found = foundPages(text)
    if (!found) return { rows: [], next: null }
    const { rows } = await sql<{
      titleId: number
      title: string
      responsibility: string
      pages: number
    }>`${found}
      select title.id as titleId, title.title, title.responsibility, count(*) as pages
      from page join title on title.id = page.titleId
      group by title.id order by max(isExact) desc, pages desc, title.id
      limit ${limit + 1} offset ${offset}`.execute(db)
    const shown = rows.slice(0, limit)
    const titles = []
    for (const row of shown) {
      const hits = await hitsIn(db, { found, text, titleId: row.titleId, offset: 0, limit: hitsOfTitle })
      titles.push({ ...row, hits })
    }
    return { rows: titles, next: rows.length > limit ? JSON.stringify(offset + limit) : null }
  },

  async textHits({ titleId, text, cursor, limit }, { db, fail }) {
    const offset = readCursor(cursor, idCursor, fail) ?? 0
    const found = foundPages(text)
    if (!found) return { rows: [], next: null }
    const rows = await hitsIn(db, { found, text, titleId, offset, limit: limit + 1 })
    return {
      rows: rows.slice(0, limit),
      next: rows.length > limit ? JSON.stringify(offset + limit) : null,
    }
  },
}

/**
 * `page`: one row for each page that has the words. The same page may lie in several folders, as master and as a copy
 * for use; it is one page. Null where nothing was asked for.
 */
function foundPages(text: string): RawBuilder<unknown> | null {
  const wanted = closeTogether(text, hitSpan)
  if (wanted === '') return null
  return sql`
    with hit as materialized (
      select rowid as id from textSearch where textSearch match ${wanted} limit ${mostPages + 1}
    ), page as materialized (
      select folder.titleId, min(file.id) as fileId, file.page, fileText.id as textId,
        max(fileText.id in (select rowid from textExact where textExact match ${withAccents(text)})) as isExact
      from hit
      cross join fileText on fileText.id = hit.id
      cross join digitalFile as file on file.sha256 = fileText.sha256 and file.state <> 'bad'
      cross join fileFolder as folder on folder.id = file.folderId
      cross join title on title.id = folder.titleId and title.removedOn is null
      group by folder.titleId, ifnull(file.page, -file.id)
    )`
}

type Wanted = { found: RawBuilder<unknown>; text: string; titleId: number; offset: number; limit: number }

/** Snippets are cut out of the texts of the shown pages alone. */
async function hitsIn(db: Reader, { found, text, titleId, offset, limit }: Wanted): Promise<TextHit[]> {
  const { rows } = await sql<{ fileId: number; path: string; page: number | null; shown: string }>`${found}
    select page.fileId, file.path, page.page, ifnull(fileText.corrected, fileText.text) as shown
    from page join digitalFile as file on file.id = page.fileId join fileText on fileText.id = page.textId
    where page.titleId = ${titleId}
    order by page.isExact desc, page.page, file.path limit ${limit} offset ${offset}`.execute(db)
  return rows.map(({ shown, ...row }) => ({ ...row, snippet: snippetOf(shown, text) }))
}
