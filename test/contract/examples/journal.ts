import { by, type ExamplesOf } from '../example.ts'

const added = by('cataloguer', 'catalogue.addTitle', { title: 'Chí Phèo' })

export const journal = {
  list: [
    {
      name: 'names who did what',
      as: 'director',
      before: [added],
      input: { operation: 'catalogue.addTitle' },
      answers: {
        rows: [{ operation: 'catalogue.addTitle', userName: 'Người cataloguer', rowCount: 2, isBulk: false }],
        next: null,
      },
    },
    { name: 'is not for cataloguers', as: 'cataloguer', input: {}, refuses: 'forbidden' },
  ],
  entry: [
    {
      name: 'begins with the making of the file',
      as: 'director',
      input: { id: 1 },
      answers: { id: 1, operation: 'engine.upgrade', isBulk: true, userName: null, rows: [] },
    },
    { name: 'is not there', as: 'director', input: { id: 1_000_000 }, refuses: 'entry_not_found' },
  ],
  ofRecord: [
    {
      name: "tells a title's history",
      as: 'reader',
      before: [added],
      input: { of: [{ tableName: 'title', rowId: 1 }] },
      answers: { rows: [{ action: 'insert', before: null, after: { title: 'Chí Phèo' } }], next: null },
    },
    {
      name: 'tells the title and its MARC record together, newest first',
      as: 'reader',
      before: [added],
      input: {
        of: [
          { tableName: 'title', rowId: 1 },
          { tableName: 'marcRecord', rowId: 1 },
        ],
      },
      answers: { rows: [{ tableName: 'marcRecord' }, { tableName: 'title', action: 'insert' }], next: null },
    },
  ],
  verifyChain: [
    {
      name: 'finds the chain whole',
      as: 'director',
      before: [added],
      input: {},
      answers: { isWhole: true, firstFault: null },
    },
    {
      name: 'finds a chain that differs from a printed anchor',
      as: 'director',
      input: { anchors: [{ position: 1, hash: 'ff' }] },
      answers: { isWhole: false, firstFault: { commandId: 1, rowId: null, kind: 'anchor_differs' } },
    },
  ],
} satisfies ExamplesOf<'journal'>
