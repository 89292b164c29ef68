import { expect } from 'vitest'
import type { Json } from '../../shared/contract.ts'
import type { OpenEngine } from '../../db/engine.ts'
import { verifyChain } from '../../db/journal/index.ts'

type Image = Record<string, Json>

/** What must hold of every data folder at every start, whatever happened to it before. */
export async function expectSound({ connection: { raw, db } }: OpenEngine, note = ''): Promise<void> {
  expect(raw.pragma('integrity_check', { simple: true }), note).toBe('ok')
  expect(raw.pragma('foreign_key_check'), note).toEqual([])
  const verdict = await verifyChain(db, [], () => undefined)
  expect(verdict.firstFault, note).toBeNull()
  expect(raw.prepare(`select count(*) from job where state = 'running'`).pluck().get(), note).toBe(0)
  const live = raw.prepare('select count(*) from title where removedOn is null').pluck().get()
  expect(raw.prepare('select count(*) from titleSearch_docsize').pluck().get(), note).toBe(live)
}

/** Every title is as its last journal entry left it, in the columns there were then; titles of bulk runs, which leave one digest, have none. */
export function expectJournalTellsTitles({ connection: { raw } }: OpenEngine, note = ''): void {
  const images = raw
    .prepare(
      `select rowId, after from journalRow where tableName = 'title'
       and id in (select max(id) from journalRow where tableName = 'title' group by rowId)`,
    )
    .all() as { rowId: number; after: string }[]
  for (const { rowId, after } of images) {
    const row = raw.prepare('select * from title where id = ?').get(rowId) as Image | undefined
    expect(row, note).toMatchObject(JSON.parse(after) as Image)
  }
  const strays = raw
    .prepare(
      `select count(*) from title where not exists (select 1 from journalRow
         where tableName = 'title' and rowId = title.id and action = 'insert')
       and not exists (select 1 from journalCommand where isBulk = 1 and jobId is not null)`,
    )
    .pluck()
    .get()
  expect(strays, note).toBe(0)
}

export function countOf({ connection: { raw } }: OpenEngine, table: string): number {
  return Number(raw.prepare(`select count(*) from "${table}"`).pluck().get())
}
