import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import { searchForms } from '../../shared/catalogue/rules.ts'
import { databaseName } from '../../db/folder.ts'
import { openConnection, type Connection } from '../../db/connection.ts'
import { closeEntry, openEntry } from '../../db/journal/append.ts'
import { seedReference } from '../../db/seeds/seed-reference.ts'
import { upgrade } from '../../db/upgrade.ts'
import { rebuildViews } from '../../db/views.ts'

export const oldVersion = '0040-catalogue'
export const oldTitles = ['Dế Mèn phiêu lưu ký', 'Đất rừng phương Nam', 'Truyện Kiều', 'Số đỏ', 'Tắt đèn']

const madeAt = '2026-01-05T02:00:00.000Z'

/** A library as the program wrote it when its newest migration was 0040: seeded, journaled, searchable. */
export async function makeOldLibrary(folder: string, copies = 1): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, databaseName)
  const connection = openConnection(file, { readonly: false })
  await upgrade(connection, { file, now: madeAt, newEpoch: () => '', target: oldVersion })
  await connection.db
    .insertInto('epoch')
    .values({ uuid: '019b8a3c-0000-7000-8000-000000000000', startedAt: madeAt })
    .execute()
  await seedReference(connection.db)
  rebuildViews(connection.raw)
  for (let copy = 0; copy < copies; copy++)
    for (const title of oldTitles) await addTitle(connection, title, copy)
  connection.raw.pragma('wal_checkpoint(TRUNCATE)')
  await connection.close()
}

async function addTitle({ db }: Connection, title: string, copy: number): Promise<void> {
  const name = copy === 0 ? title : `${title} (bản ${copy})`
  await db.transaction().execute(async (transaction) => {
    const entry = await openEntry(transaction, { at: madeAt, userId: null, operation: 'catalogue.addTitle' })
    const texts = {
      subtitle: '',
      responsibility: 'Nhiều tác giả',
      publisher: 'NXB Kim Đồng',
      isbn: '',
      note: '',
    }
    await transaction
      .insertInto('title')
      .values({
        ...texts,
        ...searchForms(name),
        title: name,
        language: 'vie',
        ddc: '895.922',
        publishedYear: 1990,
        addedOn: '2026-01-05',
        createdAt: madeAt,
        updatedAt: madeAt,
      })
      .execute()
    await closeEntry(transaction, entry)
  })
}
