import { by, type ExamplesOf } from '../example.ts'
import {
  here,
  planned,
  refused,
  scanned,
  scannedByDesk,
  stray,
  unknown,
  whenClosed,
  whenOpen,
  whenScanned,
  whenStrayed,
} from './stocktake-steps.ts'

const strayScanned = by('desk', 'stocktake.scan', { id: 1, scans: [stray] })
const counted = { siteId: 1, storeId: 1, storeName: 'Kho chính' }

type Verb = 'progress' | 'items' | 'item' | 'places' | 'exportItems' | 'produce'

/** What a stocktake comes to: as figures, as lists and on paper. */
export const stocktakeLists = {
  progress: [
    {
      name: 'counts by class, by place and by person',
      as: 'reader',
      before: [...whenScanned, scannedByDesk, strayScanned],
      input: { id: 1 },
      answers: {
        classes: { found: 1, missing: 1, unknown: 1 },
        scans: { scans: 3, twice: 1, undone: 0, repaired: 0 },
        places: [
          { ...counted, classes: { found: 1, missing: 1 } },
          { siteId: null, storeId: null, classes: { unknown: 1 } },
        ],
        people: [
          { scans: 2, sourceId: null },
          { scans: 1, sourceId: null },
        ],
      },
    },
    {
      name: 'has nothing to tell of a plan',
      as: 'reader',
      before: [planned],
      input: { id: 1 },
      answers: { classes: {}, places: [], people: [] },
    },
    unknown,
  ],
  items: [
    {
      name: 'are those that nobody has seen yet',
      as: 'reader',
      before: whenScanned,
      input: { id: 1 },
      answers: {
        rows: [
          {
            id: 2,
            copyId: 2,
            accessionNumber: 'VN.000002',
            title: 'Dế Mèn',
            class: 'missing',
            isExpected: true,
            status: 'available',
            belongs: counted,
            seen: null,
            settled: null,
          },
        ],
        total: { count: 1, isExact: true },
      },
    },
    {
      name: 'may be codes that no copy bears',
      as: 'reader',
      before: [...whenOpen, strayScanned],
      input: { id: 1, filters: { class: 'unknown', text: 'LẠ' } },
      answers: { rows: [{ id: -1, code: 'LẠ-1', copyId: null, isExpected: false }], total: { count: 1 } },
    },
    {
      name: 'say where they were seen',
      as: 'reader',
      before: whenStrayed,
      input: { id: 1, filters: { class: 'misplaced', siteId: 1, isSettled: false } },
      answers: { rows: [{ copyId: 1, belongs: { siteId: 1 }, seen: { siteId: 2, siteName: 'Cơ sở 2' } }] },
    },
    unknown,
  ],
  item: [
    {
      name: 'says of which stocktake it is',
      as: 'reader',
      before: whenScanned,
      input: { id: 1 },
      answers: { id: 1, copyId: 1, class: 'found', stocktakeId: 1, stocktakeName: 'Kiểm kê 2020' },
    },
    {
      name: 'keeps what it was when the stocktake was closed',
      as: 'reader',
      before: [...whenClosed, by('cataloguer', 'copies.cancelCopies', { copyIds: [2], reason: 'Ghi nhầm' })],
      input: { id: 2 },
      answers: { id: 2, copyId: 2, class: 'missing' },
    },
    { ...refused('item_not_found', 'needs one'), input: { id: 404 } },
  ],
  places: [
    {
      name: 'are those that are open, and the shelves in use',
      as: 'desk',
      before: [
        ...here,
        planned,
        by('cataloguer', 'copies.updateCopy', { id: 2, rev: 1, shelf: 'A1' }),
        by('cataloguer', 'copies.addStore', { siteId: 1, name: 'Kho đọc' }),
      ],
      input: { id: 1 },
      answers: { stores: [counted, { siteId: 1, storeId: 2, storeName: 'Kho đọc' }], shelves: ['A1'] },
    },
    {
      name: 'are those that are counted',
      as: 'desk',
      before: [
        by('cataloguer', 'copies.addStore', { siteId: 1, name: 'Kho đọc' }),
        by('cataloguer', 'stocktake.add', { name: 'Kho đọc', siteId: 1, storeId: 2 }),
      ],
      input: { id: 1 },
      answers: { stores: [{ siteId: 1, storeId: 2 }], shelves: [] },
    },
    unknown,
  ],
  exportItems: [
    {
      name: 'writes a list of what is missing',
      as: 'reader',
      before: [...whenOpen, scanned],
      input: { id: 1, format: 'xlsx' },
      answers: { file: { name: 'kiem-ke-2020-chua-thay.xlsx' }, rows: 1 },
    },
    {
      name: 'writes a list of what was found',
      as: 'reader',
      before: whenClosed,
      input: { id: 1, filters: { class: 'found' }, format: 'csv' },
      answers: { file: { name: 'kiem-ke-2020-dung-cho.csv' }, rows: 1 },
    },
    { ...refused('stocktake_not_found', 'needs a stocktake'), input: { id: 404, format: 'csv' } },
  ],
  produce: [
    {
      name: 'writes a draft of the minutes',
      as: 'reader',
      before: whenScanned,
      input: { id: 1, format: 'docx' },
      answers: { file: { name: 'bien-ban-kiem-ke-2020.docx' } },
    },
    {
      name: 'lays out the minutes as they were closed',
      as: 'reader',
      before: whenClosed,
      input: { id: 1, format: 'pdf' },
      answers: { file: { name: 'bien-ban-kiem-ke-2020.pdf' } },
    },
    { ...refused('stocktake_not_found', 'needs a stocktake'), input: { id: 404, format: 'pdf' } },
    { ...refused('not_begun', 'needs a list'), before: [planned], input: { id: 1, format: 'pdf' } },
  ],
} satisfies Pick<ExamplesOf<'stocktake'>, Verb>
