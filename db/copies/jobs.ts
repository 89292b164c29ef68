import type { JobsOf } from '../context.ts'
import { libraryWords } from '../words.ts'
import { openList } from '../documents/index.ts'
import { copyColumns } from './export.ts'
import { readCopies, readCopiesAsOf } from './rows.ts'
import { conditionsFor, idsOf } from './search.ts'

const readAtOnce = 1000
/** Without a limit: SQLite takes a negative one so. */
const all = { limit: -1, offset: 0 }

export const jobs: JobsOf<'copies'> = {
  exportCopies: {
    async run({ filters, sort, format }, { db, progress, offerFile, today }) {
      const conditions = await conditionsFor(db, filters)
      const { rows } = await idsOf(conditions, { filters, sort, ...all }).execute(db)
      const t = await libraryWords(db)
      const list = await openList(format, copyColumns(t), t('copies.export.sheet'))
      for (let from = 0; from < rows.length; from += readAtOnce) {
        const ids = rows.slice(from, from + readAtOnce).map(({ id }) => id)
        list.add(
          filters.asOf === null ? await readCopies(db, ids) : await readCopiesAsOf(db, ids, filters.asOf),
        )
        progress(from + ids.length, rows.length)
      }
      const file = await offerFile(`ban-tai-lieu-${filters.asOf ?? today}.${format}`, await list.finish())
      return { file, copies: rows.length }
    },
  },
}
