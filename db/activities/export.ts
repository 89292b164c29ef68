import type { TFunction } from 'i18next'
import type { ActivityRow } from '../../shared/activities/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { JobHandler } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { rowidsOf } from './lists.ts'
import { readRows } from './reading.ts'
import { idOf } from './search-index.ts'
import { readTypes } from './types.ts'

const readAtOnce = 1000
/** What one sheet of a workbook holds, its heading aside. */
const mostRows = 1_048_575

export const exportList: JobHandler<SpecOf<'activities.exportList'>, never> = {
  async run({ filters, format }, { db, today, progress, offerFile }) {
    const rowids = await rowidsOf(db, filters, { limit: mostRows })
    const t = await libraryWords(db)
    const names = new Map((await readTypes(db)).map(({ code, name }) => [code, name]))
    const list = await openList(format, columnsIn(t, names), t('activities.export.sheet'))
    for (let from = 0; from < rowids.length; from += readAtOnce) {
      progress(from, rowids.length)
      list.add(await readRows(db, rowids.slice(from, from + readAtOnce).map(idOf)))
    }
    progress(rowids.length, rowids.length)
    return { file: await offerFile(`hoat-dong-${today}.${format}`, await list.finish()), rows: rowids.length }
  },
}

function columnsIn(t: TFunction, nameByCode: ReadonlyMap<string, string>): ListColumn<ActivityRow>[] {
  const typeName = (code: string) => nameByCode.get(code) || t(runtimeKey(`activities.types.${code}`))
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
