import type { ActivityRow } from '../../shared/activities/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { openList, render, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { listPaper } from './list-paper.ts'
import { rowidsOf } from './lists.ts'
import { readRows } from './reading.ts'
import { idOf } from './search-index.ts'
import { readTypes } from './types.ts'

const readAtOnce = 1000
/** What one sheet of a workbook holds, its heading aside. */
const mostRows = 1_048_575
/** A paper is laid out as a whole: more than that takes minutes and nobody reads it. */
const mostPrinted = 2000

export const exportList: JobHandler<SpecOf<'activities.exportList'>, never> = {
  async run({ filters, format }, { db, fail, today, progress, offerFile }) {
    const rowids = await rowidsOf(db, filters, { limit: mostRows })
    const name = `hoat-dong-${today}.${format}`
    const words = await wordsOf(db)
    if (format === 'pdf') {
      if (rowids.length > mostPrinted) fail('too_many_to_print', { rows: rowids.length, most: mostPrinted })
      progress(0, null)
      const rows = await readRows(db, rowids.map(idOf))
      // On paper the year is read forwards.
      const paper = await listPaper(db, { filters, rows: rows.toReversed() }, words)
      return { file: await offerFile(name, await render(paper, 'pdf')), rows: rowids.length }
    }
    const list = await openList(format, columnsIn(words), words.t('activities.export.sheet'))
    for (let from = 0; from < rowids.length; from += readAtOnce) {
      progress(from, rowids.length)
      list.add(await readRows(db, rowids.slice(from, from + readAtOnce).map(idOf)))
    }
    progress(rowids.length, rowids.length)
    return { file: await offerFile(name, await list.finish()), rows: rowids.length }
  },
}

type Words = Awaited<ReturnType<typeof wordsOf>>

async function wordsOf(db: Reader) {
  const t = await libraryWords(db)
  const nameByCode = new Map((await readTypes(db)).map(({ code, name }) => [code, name]))
  const typeName = (code: string) => nameByCode.get(code) || t(runtimeKey(`activities.types.${code}`))
  return { t, typeName }
}

function columnsIn({ t, typeName }: Words): ListColumn<ActivityRow>[] {
  const column = (
    key: string,
    width: number,
    value: (row: ActivityRow) => string | number | null,
  ): ListColumn<ActivityRow> => ({ head: t(runtimeKey(`activities.fields.${key}`)), width, value })
  return [
    column('startsOn', 12, ({ startsOn }) => displayDate(startsOn)),
    column('endsOn', 12, ({ endsOn }) => displayDate(endsOn)),
    column('name', 50, ({ name }) => name),
    column('typeCode', 34, ({ typeCode }) => typeName(typeCode)),
    column('state', 14, ({ state }) => t(`activities.states.${state}`)),
    column('place', 30, ({ place, siteName }) => place || siteName || ''),
    column('sessionCount', 8, ({ sessionCount }) => sessionCount),
    column('heldCount', 8, ({ heldCount }) => heldCount),
    column('attended', 10, ({ attended }) => attended),
    column('proof', 18, ({ proof }) => t(`activities.proofs.${proof}`)),
  ]
}
