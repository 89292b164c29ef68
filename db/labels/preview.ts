import type { LabelValues } from '../../shared/labels/contract.ts'
import { labelsPerPage, pagesFor } from '../../shared/labels/rules.ts'
import type { QueriesOf } from '../context.ts'
import { wordsIn } from '../words.ts'
import { loadEncoder } from './codes.ts'
import { draw } from './drawing.ts'
import { drawLabels, readRun } from './run.ts'
import { libraryValues } from './values.ts'

/** So many labels are shown, and so many problems named; the rest are counted. */
const mostShown = 3
const mostNamed = 200

export const previewQueries: Pick<QueriesOf<'labels'>, 'sample' | 'preview'> = {
  async sample({ design }, { db }) {
    const { language } = await db.selectFrom('library').select('language').executeTakeFirstOrThrow()
    const t = wordsIn[language]
    const values: LabelValues = {
      ...(await libraryValues(db)),
      siteName: t('labels.sample.siteName'),
      siteCode: 'CS1',
      storeName: t('labels.sample.storeName'),
      storeCode: 'KM',
      code: 'VV001234',
      accessionNumber: 'VV001234',
      barcode: '893000001234',
      callNumber: '895.922334 ĐRP T.2 2021',
      title: t('labels.sample.title'),
      author: t('labels.sample.author'),
      year: '2021',
      enumeration: t('labels.sample.enumeration'),
      shelf: 'A12',
      personName: t('labels.sample.personName'),
      cardNumber: 'TV26000123',
      unit: t('labels.sample.unit'),
      validUntil: '31/12/2027',
    }
    const { drawing, barMm } = draw(design, values, await loadEncoder())
    return { drawing, barMm }
  },

  async preview(asked, { db, fail }) {
    const run = await readRun(db, asked, fail)
    const { drawn, problems } = drawLabels(run, await loadEncoder())
    const labels = drawn.length * run.each
    return {
      labels,
      copies: run.labels.length,
      pages: pagesFor(labels, { startAt: run.startAt, perPage: labelsPerPage(run.sheet) }),
      isFitted: run.isFitted,
      drawings: drawn.slice(0, mostShown).map(({ drawing }) => drawing),
      problems: problems.slice(0, mostNamed),
      problemCount: problems.length,
      waiting: run.waiting,
    }
  },
}
