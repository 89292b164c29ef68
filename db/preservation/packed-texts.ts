import { sql } from 'kysely'
import type { Reader } from '../connection.ts'
import { sha256 } from '../hash.ts'
import type { PackedFile } from './bag/describe.ts'
import type { BagFile } from './bag/write.ts'

type Row = {
  id: number
  path: string
  page: number | null
  shown: string
  isCorrected: number
  tool: string
  readAt: string
}

/** What stands on the sound pages of a folder, each page in a file of its own; who corrected it stays here. */
export async function packedTexts(
  db: Reader,
  folderId: number,
): Promise<(PackedFile & Pick<BagFile, 'from'>)[]> {
  const { rows } = await sql<Row>`
    select file.id, file.path, file.page, ifnull(text.corrected, text.text) as shown,
      text.corrected is not null as isCorrected, text.tool, ifnull(text.correctedAt, text.readAt) as readAt
    from digitalFile as file join fileText as text on text.sha256 = file.sha256
    where file.folderId = ${folderId} and file.state in ('good', 'noticed') and shown <> ''
    order by file.path`.execute(db)
  return rows.map(({ id, path, page, shown, isCorrected, tool, readAt }) => {
    const text = `${shown}\n`
    return {
      id: `text-${id}`,
      path: `text/${path}.txt`,
      originalName: `${path}.txt`,
      size: Buffer.byteLength(text),
      sha256: sha256(text),
      format: 'text',
      page,
      purpose: 'text',
      checkedAt: readAt,
      from: { text },
      readOff: {
        id: `file-${id}`,
        by: [tool, isCorrected ? 'corrected by a person' : ''].filter(Boolean).join(', '),
        at: readAt,
      },
    }
  })
}
