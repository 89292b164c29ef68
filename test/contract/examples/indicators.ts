import { among, by, type ExamplesOf } from '../example.ts'
import { earlierReports } from './earlier-reports.ts'
import { figureChanges } from './figure-changes.ts'
import { figureExplanations } from './figure-explanations.ts'
import { givenFigures } from './given-figures.ts'
import { ownIndicators } from './own-indicators.ts'

const added = by('cataloguer', 'catalogue.addTitle', {
  title: 'Tắt đèn',
  material: 'digital',
  responsibility: 'Ngô Tất Tố',
  addedOn: '2020-01-02',
})
const addedLater = by('cataloguer', 'catalogue.addTitle', {
  title: 'Việc làng',
  material: 'digital',
  addedOn: '2020-04-01',
})

export const indicators = {
  ...earlierReports,
  ...figureChanges,
  ...figureExplanations,
  ...givenFigures,
  ...ownIndicators,
  list: [
    {
      name: 'counts what was in stock on the last day',
      as: 'reader',
      before: [added, addedLater],
      input: { period: '2020-Q1' },
      answers: { on: '2020-03-31', values: among({ code: 'M2b.06', version: 2, status: 'known', value: 1 }) },
    },
    {
      name: 'counts one part alone',
      as: 'reader',
      input: { period: '2020-Q1', part: 'm3' },
      answers: {
        values: ['M3.01a', 'M3.01b', 'M3.02', 'M3.03a', 'M3.03b', 'M3.04a', 'M3.04b'].map((code) => ({
          code,
        })),
      },
    },
  ],
  explain: [
    {
      name: 'shows the rows behind a figure',
      as: 'reader',
      before: [added, addedLater],
      input: { code: 'M2b.06', period: '2020-Q1' },
      answers: {
        rows: [{ tableName: 'title', rowId: 1, label: 'Tắt đèn', detail: 'Ngô Tất Tố', changedSince: false }],
        rowCount: 1,
        counts: [{ tableName: 'title', count: 1 }],
        isFrozen: false,
        value: { value: 1 },
        next: null,
      },
    },
    {
      name: 'finds rows by their words, whatever their accents',
      as: 'reader',
      before: [added, addedLater],
      input: { code: 'M2b.06', period: '2020-Q2', text: 'viec lang' },
      answers: { rows: [{ label: 'Việc làng' }], rowCount: 1, counts: [{ tableName: 'title', count: 2 }] },
    },
    {
      name: 'knows no such figure',
      as: 'reader',
      input: { code: 'X', period: '2020-Q1' },
      refuses: 'unknown_indicator',
    },
  ],
  exportRows: [
    {
      name: 'is a list of the rows behind a figure',
      as: 'reader',
      before: [added, addedLater],
      input: { code: 'M2b.06', period: '2020-Q2', format: 'csv' },
      answers: { rows: 2, file: { name: 'M2b.06-2020-Q2.csv' } },
    },
    {
      name: 'knows no such figure',
      as: 'reader',
      input: { code: 'X', period: '2020-Q1', format: 'xlsx' },
      refuses: 'unknown_indicator',
    },
  ],
} satisfies ExamplesOf<'indicators'>
