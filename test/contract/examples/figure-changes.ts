import { by, type ExamplesOf } from '../example.ts'

type ChangeVerbs = Pick<ExamplesOf<'indicators'>, 'change' | 'changeRows'>

const added = (title: string, addedOn: string) =>
  by('cataloguer', 'catalogue.addTitle', { title, material: 'digital', addedOn })
const before = [added('Tắt đèn', '2020-01-02'), added('Việc làng', '2020-04-01')]
const asked = { code: 'M2b.06', period: '2020-Q2', against: 'previous' } as const

export const figureChanges: ChangeVerbs = {
  change: [
    {
      name: 'tells by how much, and what did it',
      as: 'reader',
      before,
      input: asked,
      answers: {
        before: { period: '2020-Q1', value: 1 },
        now: { value: 2 },
        total: 1,
        causes: [
          {
            kind: 'part',
            measure: 'digitization.documents',
            effect: 1,
            effects: { came: 1, went: 0, changed: 0 },
            came: 1,
            went: 0,
            changed: 0,
            stayed: 1,
          },
        ],
      },
    },
    {
      name: 'knows no such figure',
      as: 'reader',
      input: { ...asked, code: 'X' },
      refuses: 'unknown_indicator',
    },
  ],
  changeRows: [
    {
      name: 'opens the rows that came',
      as: 'reader',
      before,
      input: { ...asked, measure: 'digitization.documents', which: 'came' },
      answers: { rows: [{ tableName: 'title', rowId: 2, label: 'Việc làng' }], rowCount: 1, next: null },
    },
    {
      name: 'knows no such figure',
      as: 'reader',
      input: { ...asked, code: 'X', measure: 'copies.held', which: 'came' },
      refuses: 'unknown_indicator',
    },
  ],
}
