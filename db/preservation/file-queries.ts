import { join } from 'node:path'
import * as z from 'zod'
import type { FileRow } from '../../shared/preservation/contract.ts'
import type { QueriesOf } from '../context.ts'
import { readCursor } from '../cursor.ts'
import { requireFolder } from './folder-rows.ts'
import { pictureOf } from './pictures.ts'

const columns = [
  'id',
  'path',
  'size',
  'page',
  'state',
  'problems',
  'format',
  'pages',
  'widthPx',
  'heightPx',
  'dpi',
  'colour',
  'bits',
  'sha256',
  'checkedAt',
] as const

export const fileQueries: Pick<QueriesOf<'preservation'>, 'files' | 'showFile'> = {
  async files({ folderId, view, cursor, limit }, { db, fail }) {
    await requireFolder(db, folderId, fail)
    const after = readCursor(cursor, z.string(), fail)
    const rows = await db
      .selectFrom('digitalFile')
      .select(columns)
      .where('folderId', '=', folderId)
      .$if(view !== 'all', (query) => query.where('state', '=', view === 'all' ? 'good' : view))
      .$if(after !== null, (query) => query.where('path', '>', after ?? ''))
      .orderBy('path')
      .limit(limit + 1)
      .execute()
    const shown = rows
      .slice(0, limit)
      .map(({ problems, ...row }) => ({ ...row, problems: JSON.parse(problems) as FileRow['problems'] }))
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > limit && last ? JSON.stringify(last.path) : null }
  },

  async showFile({ id, size }, { db, fail, handOver }) {
    const file = await db
      .selectFrom('digitalFile')
      .innerJoin('fileFolder', 'fileFolder.id', 'digitalFile.folderId')
      .select(['digitalFile.path', 'digitalFile.format', 'fileFolder.path as folder'])
      .where('digitalFile.id', '=', id)
      .executeTakeFirst()
    if (!file) return fail('file_not_found', { id })
    const path = join(file.folder, file.path)
    const picture = pictureOf(path, size)
    if (picture === 'out_of_reach') return fail('file_out_of_reach', { path })
    if (picture === null) return { picture: null }
    return {
      picture: await ('bytes' in picture
        ? handOver.bytes(picture.name, picture.bytes)
        : handOver.file(picture.path)),
    }
  },
}
