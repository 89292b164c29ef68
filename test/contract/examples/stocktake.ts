import { by, type ExamplesOf } from '../example.ts'
import { fields, planned, refused, secondPlanned, unknown, whenClosed, whenOpen } from './stocktake-steps.ts'
import { stocktakeClosing } from './stocktake-closing.ts'
import { stocktakeLists } from './stocktake-lists.ts'
import { stocktakeScans } from './stocktake-scans.ts'
import { stocktakeSources } from './stocktake-sources.ts'
import { stocktakeStates } from './stocktake-states.ts'

const chair = { name: 'Trần Văn Chủ', position: 'Phó Giám đốc', duty: 'chair' } as const
const changed = { ...fields, id: 1, rev: 1, note: 'Đếm buổi sáng' }
const backwards = { callFrom: '900', callTo: '800' }
const daysBackwards = { plannedFrom: '2020-06-30', plannedTo: '2020-06-01' }

export const stocktake = {
  list: [
    {
      name: 'has the newest first',
      as: 'reader',
      before: [planned, secondPlanned],
      input: { limit: 1 },
      answers: { rows: [{ id: 2, name: 'Đợt 2', state: 'planned' }], next: '1' },
    },
    {
      name: 'may be of one state',
      as: 'reader',
      before: [...whenOpen, secondPlanned],
      input: { state: 'open' },
      answers: { rows: [{ id: 1, expected: 2 }], next: null },
    },
  ],
  stocktake: [
    {
      name: 'says what is counted and how it stands',
      as: 'reader',
      before: whenOpen,
      input: { id: 1 },
      answers: { id: 1, rev: 2, name: 'Kiểm kê 2020', state: 'open', expected: 2, tallies: null },
    },
    {
      name: 'says what it came to once it is closed',
      as: 'reader',
      before: whenClosed,
      input: { id: 1 },
      answers: {
        state: 'closed',
        minutesNumber: '07',
        tallies: {
          classes: { found: 1, missing: 1 },
          scans: { scans: 1, twice: 0, undone: 0, repaired: 0 },
        },
      },
    },
    unknown,
  ],
  previewOpening: [
    {
      name: 'counts what would be expected, and warns of others that count the same',
      as: 'cataloguer',
      before: [...whenOpen, secondPlanned],
      input: { id: 2 },
      answers: { expected: 2, overlaps: [{ id: 1, name: 'Kiểm kê 2020', copies: 2 }] },
    },
    unknown,
    { ...refused('not_planned', 'is over once it is open'), before: whenOpen, input: { id: 1 } },
  ],
  add: [
    {
      name: 'plans what is counted, and by whom',
      as: 'cataloguer',
      input: { ...fields, siteId: 1, storeId: 1, ddc: '8', members: [chair], plannedFrom: '2020-06-01' },
      answers: {
        id: 1,
        rev: 1,
        state: 'planned',
        storeId: 1,
        ddc: '8',
        members: [chair],
        plannedFrom: '2020-06-01',
        plannedTo: null,
        expected: null,
      },
    },
    { ...refused('site_not_found', 'needs a site'), input: { ...fields, siteId: 404 } },
    { ...refused('store_not_found', 'needs a store of it'), input: { ...fields, siteId: 1, storeId: 404 } },
    { ...refused('range_wrong', 'counts upwards'), input: { ...fields, ...backwards } },
    { ...refused('days_wrong', 'ends after it begins'), input: { ...fields, ...daysBackwards } },
    { ...refused('duplicate_name', 'has a name of its own'), before: [planned], input: fields },
  ],
  update: [
    {
      name: 'puts the plan right',
      as: 'cataloguer',
      before: [planned],
      input: { ...changed, ddc: '5' },
      answers: { id: 1, rev: 2, ddc: '5', note: 'Đếm buổi sáng' },
    },
    {
      name: 'still takes words and members while it is open',
      as: 'cataloguer',
      before: whenOpen,
      input: { ...changed, rev: 2, members: [chair] },
      answers: { rev: 3, state: 'open', members: [chair] },
    },
    { ...refused('stocktake_not_found', 'needs a stocktake'), input: { ...changed, id: 404 } },
    {
      ...refused('stale', 'does not write over newer words'),
      before: [planned, by('cataloguer', 'stocktake.update', changed)],
      input: changed,
    },
    { ...refused('site_not_found', 'needs a site'), before: [planned], input: { ...changed, siteId: 404 } },
    {
      ...refused('store_not_found', 'needs a store of the site'),
      before: [planned],
      input: { ...changed, storeId: 1 },
    },
    { ...refused('range_wrong', 'counts upwards'), before: [planned], input: { ...changed, ...backwards } },
    {
      ...refused('days_wrong', 'ends after it begins'),
      before: [planned],
      input: { ...changed, ...daysBackwards },
    },
    {
      ...refused('duplicate_name', 'has a name of its own'),
      before: [planned, secondPlanned],
      input: { ...changed, name: 'Đợt 2' },
    },
    {
      ...refused('scope_fixed', 'leaves what is counted already'),
      before: whenOpen,
      input: { ...changed, rev: 2, ddc: '5' },
    },
    {
      ...refused('already_closed', 'leaves what is closed'),
      before: whenClosed,
      input: { ...changed, rev: 4 },
    },
  ],
  remove: [
    {
      name: 'drops a plan',
      as: 'cataloguer',
      before: [planned],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { ...refused('stocktake_not_found', 'needs a stocktake'), input: { id: 404, rev: 1 } },
    { ...refused('not_planned', 'keeps what has begun'), before: whenOpen, input: { id: 1, rev: 2 } },
    { ...refused('stale', 'drops no newer plan'), before: [planned], input: { id: 1, rev: 2 } },
  ],
  ...stocktakeClosing,
  ...stocktakeLists,
  ...stocktakeScans,
  ...stocktakeSources,
  ...stocktakeStates,
} satisfies ExamplesOf<'stocktake'>
