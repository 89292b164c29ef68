import { join } from 'node:path'
import { sql } from 'kysely'
import * as z from 'zod'
import { staysBelow } from '../../shared/file-name.ts'
import type { FileRow } from '../../shared/preservation/contract.ts'
import type { fileViews } from '../../shared/preservation/rules.ts'
import type { QueriesOf } from '../context.ts'
import { readCursor } from '../cursor.ts'
import { requireFolder } from './folder-rows.ts'
import { pictureOf } from './pictures.ts'
import { hasFailed, hasText, isLow, isReadable, readTextRule } from './text-rows.ts'

type Row = Omit<FileRow, 'problems'> & { problems: string }
type View = (typeof fileViews)[number]

export const fileQueries: Pick<QueriesOf<'preservation'>, 'files' | 'showFile'> = {
  async files({ folderId, view, cursor, limit }, { db, fail }) {
    await requireFolder(db, folderId, fail)
    const after = readCursor(cursor, z.string(), fail)
    const { lowBelow } = await readTextRule(db)
    const { rows } = await sql<Row>`
      select file.id, file.path, file.size, file.page, file.state, file.problems, file.format, file.pages, file.widthPx,
        file.heightPx, file.dpi, file.colour, file.bits, file.sha256, file.checkedAt, text.confidence,
        case when text.id is null then null when text.correctedAt is not null then 'corrected'
          when text.problem is not null then 'failed' when ${isLow(lowBelow)} then 'low' else 'read' end as text
      from digitalFile as file left join fileText as text on text.sha256 = file.sha256
      where file.folderId = ${folderId} and ${inView(view, lowBelow)}
        ${after === null ? sql`` : sql`and file.path > ${after}`}
      order by file.path limit ${limit + 1}`.execute(db)
    const shown = rows
      .slice(0, limit)
      .map(({ problems, ...row }) => ({ ...row, problems: JSON.parse(problems) as FileRow['problems'] }))
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > limit && last ? JSON.stringify(last.path) : null }
  },

  async showFile({ id, size, pageInFile }, { db, fail, handOver }) {
    const file = await db
      .selectFrom('digitalFile')
      .innerJoin('fileFolder', 'fileFolder.id', 'digitalFile.folderId')
      .select(['digitalFile.path', 'digitalFile.format', 'fileFolder.path as folder'])
      .where('digitalFile.id', '=', id)
      .executeTakeFirst()
    if (!file) return fail('file_not_found', { id })
    const path = join(file.folder, file.path)
    if (!staysBelow(file.path)) return fail('file_out_of_reach', { path })
    const shown = pictureOf(path, { size, pageInFile })
    if (shown === 'out_of_reach') return fail('file_out_of_reach', { path })
    const { picture, pages } = shown
    if (typeof picture === 'string') return { picture: null, lack: picture, pages, path }
    const ticket =
      'bytes' in picture ? handOver.bytes(picture.name, picture.bytes) : handOver.file(picture.path)
    return { picture: await ticket, lack: null, pages, path }
  },
}

function inView(view: View, lowBelow: number) {
  switch (view) {
    case 'all':
      return sql<boolean>`1`
    case 'textLow':
      return sql<boolean>`${isReadable} and ${isLow(lowBelow)}`
    case 'textFailed':
      return sql<boolean>`${isReadable} and ${hasFailed}`
    case 'textMissing':
      return sql<boolean>`${isReadable} and not ${hasText}`
    default:
      return sql<boolean>`file.state = ${view}`
  }
}
