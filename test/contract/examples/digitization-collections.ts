import { by, type ExamplesOf } from '../example.ts'
import { planned, refused } from './digitization-steps.ts'

type CollectionVerb =
  | 'collections'
  | 'collectionTitles'
  | 'addCollection'
  | 'updateCollection'
  | 'removeCollection'
  | 'addToCollection'
  | 'removeFromCollection'

const fields = { name: 'Địa chí Lâm Đồng', openedOn: '2020-01-02' }
const gathered = by('digitizer', 'digitization.addCollection', fields)
const other = by('digitizer', 'digitization.addCollection', { ...fields, name: 'Báo cũ' })
const adding = { collectionId: 1, selection: { ids: [1] } }
const filled = [...planned, gathered, by('digitizer', 'digitization.addToCollection', adding)]
const missing = refused('collection_not_found', 'is not there')

export const digitizationCollections = {
  collections: [
    {
      name: 'come with how many titles they hold',
      as: 'reader',
      before: filled,
      input: {},
      answers: [{ id: 1, ...fields, closedOn: null, titles: 1, digitized: 0 }],
    },
  ],
  collectionTitles: [
    {
      name: 'are those in it today',
      as: 'reader',
      before: filled,
      input: { collectionId: 1 },
      answers: { rows: [{ id: 1, isDigitized: false }], total: { count: 1, isExact: true } },
    },
    { ...missing, input: { collectionId: 404 } },
  ],
  addCollection: [
    { name: 'is empty at first', as: 'director', input: fields, answers: { id: 1, rev: 1, titles: 0 } },
    { ...refused('collection_name_taken', 'has a name of its own'), before: [gathered], input: fields },
    {
      ...refused('closes_before_opening', 'closes after it opens'),
      input: { ...fields, closedOn: '2020-01-01' },
    },
  ],
  updateCollection: [
    {
      name: 'closes it',
      as: 'digitizer',
      before: [gathered],
      input: { ...fields, id: 1, rev: 1, closedOn: '2021-01-01' },
      answers: { id: 1, rev: 2, closedOn: '2021-01-01' },
    },
    { ...missing, input: { ...fields, id: 404, rev: 1 } },
    {
      ...refused('collection_name_taken', 'has a name of its own'),
      before: [gathered, other],
      input: { ...fields, id: 2, rev: 1 },
    },
    {
      ...refused('closes_before_opening', 'closes after it opens'),
      before: [gathered],
      input: { ...fields, id: 1, rev: 1, closedOn: '2020-01-01' },
    },
  ],
  removeCollection: [
    {
      name: 'made by mistake',
      as: 'digitizer',
      before: [gathered],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { ...missing, input: { id: 404, rev: 1 } },
    {
      ...refused('collection_has_titles', 'never held a title'),
      before: filled,
      input: { id: 1, rev: 1 },
    },
  ],
  addToCollection: [
    {
      name: 'each title once',
      as: 'digitizer',
      before: [...planned, gathered],
      input: adding,
      answers: { added: [1], known: 0 },
    },
    {
      name: 'and those in it stay as they are',
      as: 'digitizer',
      before: filled,
      input: adding,
      answers: { added: [], known: 1 },
    },
    { ...missing, input: { ...adding, collectionId: 404 } },
  ],
  removeFromCollection: [
    {
      name: 'and nothing is left of what came in today',
      as: 'digitizer',
      before: filled,
      input: { collectionId: 1, titleIds: [1] },
      answers: { removed: [1] },
    },
    { ...missing, input: { collectionId: 404, titleIds: [1] } },
  ],
} as const satisfies Pick<ExamplesOf<'digitization'>, CollectionVerb>
