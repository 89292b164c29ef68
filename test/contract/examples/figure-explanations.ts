import { by, type ExamplesOf } from '../example.ts'

type Verbs = Pick<ExamplesOf<'indicators'>, 'leftOut' | 'leftOutRows' | 'printExplanation' | 'suppose'>

const added = (title: string, addedOn: string) =>
  by('cataloguer', 'catalogue.addTitle', { title, material: 'digital', addedOn })
const before = [added('Tắt đèn', '2020-01-02'), added('Việc làng', '2020-04-01')]
const asked = { code: 'M2b.06', period: '2020-Q1' }
const unknown = { name: 'knows no such figure', as: 'reader', refuses: 'unknown_indicator' } as const

export const figureExplanations: Verbs = {
  leftOut: [
    {
      name: 'tells what was not counted, and why',
      as: 'reader',
      before,
      input: asked,
      answers: {
        groups: [
          { measure: 'digitization.documents', reason: 'just_after', tableName: 'title', rowCount: 1 },
        ],
      },
    },
    { ...unknown, input: { ...asked, code: 'X' } },
  ],
  leftOutRows: [
    {
      name: 'opens what was not counted for one reason',
      as: 'reader',
      before,
      input: { ...asked, measure: 'digitization.documents', reason: 'just_after' },
      answers: { rows: [{ tableName: 'title', rowId: 2, label: 'Việc làng' }], rowCount: 1, next: null },
    },
    { ...unknown, input: { ...asked, code: 'X', measure: 'copies.held', reason: 'cancelled' } },
  ],
  suppose: [
    {
      name: 'tells what the figures would be, and writes nothing',
      as: 'reader',
      input: { period: '2020-Q1', values: [{ measure: 'products.bibliography', value: 3 }] },
      answers: {
        pending: [],
        figures: [
          {
            code: 'M2c.01a',
            before: { status: 'not_collected', value: null },
            after: { status: 'known', value: 3 },
          },
        ],
      },
    },
    {
      name: 'knows no such measure',
      as: 'reader',
      input: { period: '2020-Q1', values: [{ measure: 'x', value: 3 }] },
      refuses: 'unknown_measure',
    },
  ],
  printExplanation: [
    {
      name: 'is a paper to go along with the report',
      as: 'reader',
      before,
      input: { ...asked, format: 'docx' },
      answers: { file: { name: 'giai-trinh-M2b.06-2020-Q1.docx' } },
    },
    { ...unknown, input: { ...asked, code: 'X', format: 'pdf' } },
  ],
}
