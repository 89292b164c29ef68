import { demoLibrary } from '../../shared/demo/rules.ts'
import type { Writer } from '../connection.ts'

/** What official papers need and the first-run wizard does not ask for. */
const papers = [
  'code',
  'governingBody',
  'placeName',
  'reportSymbol',
  'recipients',
  'signerTitle',
  'signerName',
] as const

export type Paper = (typeof papers)[number]

/** Fills what is blank and answers which those were. */
export async function fillPapers(db: Writer): Promise<Paper[]> {
  const library = await db.selectFrom('library').select(papers).executeTakeFirstOrThrow()
  const blank = papers.filter((column) => library[column] === '')
  if (blank.length === 0) return blank
  const values = Object.fromEntries(blank.map((column) => [column, demoLibrary[column]]))
  await db.updateTable('library').set(values).execute()
  return blank
}

export async function clearPapers(db: Writer, filled: readonly Paper[]): Promise<void> {
  for (const column of filled) {
    await db
      .updateTable('library')
      .set({ [column]: '' })
      .where(column, '=', demoLibrary[column])
      .execute()
  }
}
