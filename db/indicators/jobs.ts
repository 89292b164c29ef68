import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { periodInFileName } from '../../shared/periods.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { JobHandler, JobsOf } from '../context.ts'
import { openList, render, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { explanationPaper } from './explanation-paper.ts'
import { earlierJobs } from './earlier-files.ts'
import { givenJobs } from './given-files.ts'
import { exportOwn } from './own.ts'
import { findIndicatorIn } from './own-reading.ts'
import { figureOf, rowsWith, type Labelled } from './rows.ts'

/** The rows behind a figure as a list of their own, for whoever has to answer for it. */
const exportRows: JobHandler<SpecOf<'indicators.exportRows'>, never> = {
  async run({ code, period, text, measure, format }, { db, fail, progress, offerFile }) {
    const indicator = (await findIndicatorIn(db, code)) ?? fail('unknown_indicator', { code })
    progress(0, null)
    const { figure: whole } = await figureOf(db, indicator, period)
    const rowsOf = whole.rows.filter((row) => measure === null || row.measure === measure)
    const figure = { ...whole, rows: rowsOf }
    const total = figure.rows.reduce((sum, { ids }) => sum + ids.length, 0)
    const t = await libraryWords(db)
    const list = await openList(format, columnsOf(t), code)
    let rows = 0
    await rowsWith(db, { figure, text }, (read) => {
      list.add(read)
      rows += read.length
      progress(rows, total)
    })
    const name = `${code}-${period.replace('..', '_')}.${format}`
    return { file: await offerFile(name, await list.finish()), rows }
  },
}

const printExplanation: JobHandler<SpecOf<'indicators.printExplanation'>, never> = {
  async run({ code, period, format }, { db, fail, progress, offerFile }) {
    const indicator = (await findIndicatorIn(db, code)) ?? fail('unknown_indicator', { code })
    progress(0, 2)
    const paper = await explanationPaper(db, { indicator, period })
    progress(1, 2)
    const bytes = await render(paper, format)
    progress(2, 2)
    return { file: await offerFile(`giai-trinh-${code}-${periodInFileName(period)}.${format}`, bytes) }
  },
}

function columnsOf(t: TFunction): ListColumn<Labelled>[] {
  return [
    {
      head: t('indicators.columns.kind'),
      width: 22,
      value: ({ tableName }) => t(runtimeKey(`indicators.rowKinds.${tableName}`)),
    },
    { head: t('indicators.columns.rowId'), width: 10, value: ({ rowId }) => rowId },
    { head: t('indicators.columns.label'), width: 60, value: ({ label }) => label },
    { head: t('indicators.columns.detail'), width: 36, value: ({ detail }) => detail },
  ]
}

export const jobs: JobsOf<'indicators'> = {
  exportRows,
  printExplanation,
  ...earlierJobs,
  ...givenJobs,
  exportOwn,
}
