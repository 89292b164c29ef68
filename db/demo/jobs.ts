import type { SpecOf } from '../../shared/contracts.ts'
import { demoLibrary, demoTitle } from '../../shared/demo/rules.ts'
import { insertTitles, type NewTitle } from '../catalogue/index.ts'
import type { Writer } from '../connection.ts'
import type { JobHandler, JobsOf } from '../context.ts'

const chunkSize = 2000

type Chunk = { titles: NewTitle[] }

const fill: JobHandler<SpecOf<'demo.fill'>, Chunk> = {
  async run({ titles: count, seed }, { db, fail, today, write, progress }) {
    if (await db.selectFrom('title').select('id').limit(1).executeTakeFirst()) fail('not_empty')
    for (let from = 0; from < count; from += chunkSize) {
      const size = Math.min(chunkSize, count - from)
      await write({
        titles: Array.from({ length: size }, (_, index) => demoTitle(seed, from + index, today)),
      })
      progress(from + size, count)
    }
    return { titles: count }
  },

  async apply({ titles }, { db, now }) {
    const filled = await fillPapers(db)
    const { bulk } = await insertTitles(db, titles, now)
    return { bulk: { ...bulk, filled } }
  },

  /** Piece by piece; a title that somebody has added or corrected meanwhile stays, as its journal rows show. */
  async takeBack({ db, jobId }) {
    const chunks = await chunksWritten(db, jobId)
    const [first, last] = [chunks[0], chunks.at(-1)]
    if (!first || !last) return false
    await clearPapers(db, first.filled)
    const ofRun = db
      .selectFrom('title')
      .select('title.id')
      .where('title.id', '>=', first.firstId)
      .where('title.id', '<=', last.lastId)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('journalRow')
              .select('journalRow.id')
              .where('tableName', '=', 'title')
              .whereRef('rowId', '=', 'title.id'),
          ),
        ),
      )
      .limit(chunkSize)
    const { numDeletedRows } = await db.deleteFrom('title').where('id', 'in', ofRun).executeTakeFirstOrThrow()
    return numDeletedRows > 0n
  },
}

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

type Paper = (typeof papers)[number]
type Written = { firstId: number; lastId: number; filled: Paper[] }

/** Fills what is blank and answers which those were. */
async function fillPapers(db: Writer): Promise<Paper[]> {
  const library = await db.selectFrom('library').select(papers).executeTakeFirstOrThrow()
  const blank = papers.filter((column) => library[column] === '')
  if (blank.length === 0) return blank
  const values = Object.fromEntries(blank.map((column) => [column, demoLibrary[column]]))
  await db.updateTable('library').set(values).execute()
  return blank
}

async function clearPapers(db: Writer, filled: readonly Paper[]): Promise<void> {
  for (const column of filled) {
    await db
      .updateTable('library')
      .set({ [column]: '' })
      .where(column, '=', demoLibrary[column])
      .execute()
  }
}

/** The chain keeps which titles each piece of a run wrote. */
async function chunksWritten(db: Writer, jobId: number): Promise<Written[]> {
  const links = await db
    .selectFrom('journalCommand')
    .innerJoin('journalChain', 'journalChain.id', 'journalCommand.id')
    .select('journalChain.bulk')
    .where('journalCommand.jobId', '=', jobId)
    .orderBy('journalCommand.id')
    .execute()
  return links
    .map(({ bulk }) => JSON.parse(bulk ?? '{}') as Written)
    .filter(({ lastId }) => lastId !== undefined)
}

export const jobs: JobsOf<'demo'> = { fill }
