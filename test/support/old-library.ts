import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseName } from '../../db/folder.ts'
import { openConnection, type Connection } from '../../db/connection.ts'
import { closeEntry, openEntry } from '../../db/journal/append.ts'

export const oldVersion = '0040-catalogue'
export const oldTitles = ['Dế Mèn phiêu lưu ký', 'Đất rừng phương Nam', 'Truyện Kiều', 'Số đỏ', 'Tắt đèn']

const madeAt = '2026-01-05T02:00:00.000Z'

/** A file that an earlier program wrote; nothing can make it anew, so it stands for what is out there. */
export function goldenFile(name: string): string {
  return fileURLToPath(new URL(`../migration/golden/${name}.db`, import.meta.url))
}

/** The library of the time when 0040 was the newest migration, with as many of its titles over again as asked for. */
export async function makeOldLibrary(folder: string, copies = 1): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, databaseName)
  copyFileSync(goldenFile('0040'), file)
  const connection = openConnection(file, { readonly: false })
  for (let copy = 1; copy < copies; copy++)
    for (const title of oldTitles) await addTitle(connection, `${title} (bản ${copy})`)
  connection.raw.pragma('wal_checkpoint(TRUNCATE)')
  await connection.close()
}

/** By the columns of that time, copied off the first title. */
async function addTitle({ db, raw }: Connection, title: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const entry = await openEntry(transaction, { at: madeAt, userId: null, operation: 'catalogue.addTitle' })
    const first = raw.prepare('select * from title where id = 1').get() as Record<string, unknown>
    const { id: _, ...row }: Record<string, unknown> = {
      ...first,
      title,
      sortKey: title,
      foldedTitle: title.toLowerCase(),
    }
    raw
      .prepare(
        `insert into title (${Object.keys(row).join(', ')}) values (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
      )
      .run(...Object.values(row))
    await closeEntry(transaction, entry)
  })
}
