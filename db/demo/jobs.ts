import { demoLibrary, demoTitle } from '../../shared/demo/rules.ts'
import { insertTitles, type NewTitle } from '../catalogue/index.ts'
import type { JobHandler, JobsOf, Spec } from '../context.ts'

const chunkSize = 2000

type Chunk = { titles: NewTitle[] }

const fill: JobHandler<Spec<'demo.fill'>, Chunk> = {
  async run({ titles: count, seed }, { db, fail, today, write, progress }) {
    if (await db.selectFrom('title').select('id').limit(1).executeTakeFirst()) fail('not_empty')
    for (let from = 0; from < count; from += chunkSize) {
      const size = Math.min(chunkSize, count - from)
      await write({ titles: Array.from({ length: size }, (_, index) => demoTitle(seed, from + index, today)) })
      progress(from + size, count)
    }
    return { titles: count }
  },

  async apply({ titles }, { db, now }) {
    await db
      .updateTable('library')
      .set((is) =>
        Object.fromEntries(
          papers.map((column) => [column, is.fn<string>('iif', [is(column, '=', ''), is.val(demoLibrary[column]), is.ref(column)])]),
        ),
      )
      .execute()
    return insertTitles(db, titles, now)
  },

  /** The catalogue was empty before, so all there is came from this run. */
  async takeBack({ db }) {
    await db.deleteFrom('title').execute()
    return false
  },
}

/** What official papers need and the first-run wizard does not ask for. */
const papers = ['code', 'governingBody', 'placeName', 'reportSymbol', 'recipients', 'signerTitle', 'signerName'] as const

export const jobs: JobsOf<'demo'> = { fill }
