import { periodInFileName } from '../../../shared/periods.ts'
import type { SpecOf } from '../../../shared/contracts.ts'
import type { UnitFigure } from '../../../shared/reports/contract.ts'
import type { JobHandler } from '../../context.ts'
import { openList, type ListColumn } from '../../documents/index.ts'
import { indicatorWords } from '../../indicator-words.ts'
import { libraryWords } from '../../words.ts'
import { consolidate } from './consolidation.ts'

/** The sheet of all units, figures as figures; what does not add up says so in words. */
export const exportConsolidation: JobHandler<SpecOf<'reports.exportConsolidation'>, never> = {
  async run({ period }, { db, offerFile, progress }) {
    progress(0, 2)
    const t = await libraryWords(db)
    const words = await indicatorWords(db)
    const { units, figures } = await consolidate(db, period, (_, compute) => compute())
    progress(1, 2)
    const stated = (of: Pick<NonNullable<UnitFigure['own']>, 'status' | 'value'> | null | undefined) =>
      of?.value ?? (of && of.status !== 'known' ? t(`documents.table.${of.status}`) : null)
    const added = (value: number | null, manner: UnitFigure['manner']) =>
      value ?? (manner === 'sum' ? null : t(`reports.units.manners.${manner}`))
    const columns: ListColumn<UnitFigure>[] = [
      { head: t('reports.columns.code'), width: 12, value: ({ code }) => code },
      {
        head: t('reports.columns.name'),
        width: 50,
        value: ({ code }) => words.name(code),
      },
      {
        head: t('reports.columns.unit'),
        width: 12,
        value: ({ code }) => words.unit(code),
      },
      ...units.map(({ id, name }) => ({
        head: name,
        width: 16,
        value: (figure: UnitFigure) => stated(figure.units.find(({ unitId }) => unitId === id)),
      })),
      { head: t('reports.units.total'), width: 16, value: ({ total, manner }) => added(total, manner) },
      { head: t('reports.units.own'), width: 16, value: ({ own }) => stated(own) },
      {
        head: t('reports.units.together'),
        width: 16,
        value: ({ together, manner }) => added(together, manner),
      },
      { head: t('reports.units.lacking'), width: 16, value: ({ lacking }) => lacking },
    ]
    const list = await openList('xlsx', columns, t('reports.units.title'))
    list.add(figures)
    const name = `tong-hop-${periodInFileName(period)}.xlsx`
    const file = await offerFile(name, await list.finish())
    progress(2, 2)
    return { file }
  },
}
