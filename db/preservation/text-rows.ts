import { sql } from 'kysely'
import { TextRule, type PageText } from '../../shared/preservation/contract.ts'
import { mayHoldHanNom, readableFormats, readingLanguages } from '../../shared/preservation/reading.ts'
import { parseRecord } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'

/** What the library has not settled is as the contract proposes. */
export async function readTextRule(db: Reader): Promise<TextRule> {
  const row = await db.selectFrom('library').select('textRule').executeTakeFirst()
  return TextRule.parse(JSON.parse(row?.textRule ?? '{}'))
}

function isPicture(alias: string) {
  return sql<boolean>`${sql.ref(`${alias}.format`)} in (${sql.join(readableFormats)})`
}

export async function requireText(
  db: Reader,
  fileId: number,
  fail: Fail<'file_not_found'>,
): Promise<PageText> {
  const { rows } = await sql<Omit<PageText, 'isCorrected' | 'text'> & { corrected: string | null }>`
    select file.id as fileId, file.path, file.page, file.folderId, folder.titleId, title.title, text.rev, text.corrected, ifnull(text.text, '') as readText, text.source,
      ifnull(text.tool, '') as tool, ifnull(text.languages, '') as languages, text.confidence, text.problem, text.readAt,
      (select other.id from digitalFile as other where other.folderId = file.folderId and other.path < file.path
        and ${isPicture('other')} order by other.path desc limit 1) as previousId,
      (select other.id from digitalFile as other where other.folderId = file.folderId and other.path > file.path
        and ${isPicture('other')} order by other.path limit 1) as nextId
    from digitalFile as file
    join fileFolder as folder on folder.id = file.folderId
    join title on title.id = folder.titleId
    left join fileText as text on text.sha256 = file.sha256
    where file.id = ${fileId}`.execute(db)
  const [row] = rows
  if (!row) return fail('file_not_found', { id: fileId })
  const { corrected, ...text } = row
  return { ...text, text: corrected ?? text.readText, isCorrected: corrected !== null }
}

/** Languages of a title by its record: each of its texts (041 $a), else the one of its coded field. */
export async function languagesOf(db: Reader, titleId: number) {
  const title = await db
    .selectFrom('title')
    .innerJoin('marcRecord', 'marcRecord.id', 'title.id')
    .select(['title.language', 'title.classes', 'marcRecord.marc'])
    .where('title.id', '=', titleId)
    .executeTakeFirst()
  const coded = parseRecord(title?.marc ?? '{"fields":[]}').fields.flatMap((field) =>
    field.tag === '041' && 'subfields' in field
      ? field.subfields.flatMap(([code, text]) => (code === 'a' ? (text.match(/[a-z]{3}/g) ?? []) : []))
      : [],
  )
  const languages = coded.length > 0 ? coded : [title?.language ?? '']
  const isAncient = (title?.classes ?? '').split(' ').includes('ancient')
  return {
    languages: readingLanguages(languages),
    mayHoldHanNom: mayHoldHanNom(languages, isAncient),
  }
}

/** Sound pictures of a kind that is read here. */
export const isReadable = sql<boolean>`${isPicture('file')} and file.state in ('good', 'noticed')`

/** What a folder's pages have of text; two files that are the same picture are one page. */
export async function countTexts(db: Reader, folderId: number, lowBelow: number) {
  const { rows } = await sql<Record<'pages' | 'withText' | 'low' | 'failed', number>>`
    select count(distinct file.sha256) as pages,
      count(distinct file.sha256) filter (where ${hasText}) as withText,
      count(distinct file.sha256) filter (where ${isLow(lowBelow)}) as low,
      count(distinct file.sha256) filter (where ${hasFailed}) as failed
    from digitalFile as file left join fileText as text on text.sha256 = file.sha256
    where file.folderId = ${folderId} and ${isReadable}`.execute(db)
  return rows[0] ?? { pages: 0, withText: 0, low: 0, failed: 0 }
}

/** A page on which the program found nothing has been read; it needs no second run. */
export const hasText = sql<boolean>`(text.id is not null and (text.problem is null or text.correctedAt is not null))`
export const hasFailed = sql<boolean>`(text.problem is not null and text.correctedAt is null)`
export const isLow = (lowBelow: number) =>
  sql<boolean>`(text.confidence < ${lowBelow} and text.problem is null and text.correctedAt is null)`
