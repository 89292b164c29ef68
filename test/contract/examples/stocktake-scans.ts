import { by, type ExamplesOf } from '../example.ts'
import { cancelled, secondSite } from './copy-steps.ts'
import {
  atHome,
  elsewhere,
  first,
  here,
  paused,
  planned,
  refused,
  scanned,
  scannedByDesk,
  scannerFile,
  second,
  stray,
  undone,
  unknown,
  whenMerged,
  whenOpen,
  whenScanned,
} from './stocktake-steps.ts'

const strayScanned = by('desk', 'stocktake.scan', { id: 1, scans: [stray] })

type Verb = 'scan' | 'undoScan' | 'scans' | 'runs' | 'shelfOrder'

/** What was read, one label after another. */
export const stocktakeScans = {
  scan: [
    {
      name: 'tells at once what each label is',
      as: 'desk',
      before: whenOpen,
      input: { id: 1, scans: [{ ...first, ...atHome }, { ...second, code: '2' }, stray] },
      answers: [
        {
          key: 'scan-1',
          scanId: 1,
          class: 'found',
          classBefore: 'missing',
          isTwice: false,
          repair: 'none',
          copyId: 1,
          accessionNumber: 'VN.000001',
          title: 'Dế Mèn',
          status: 'available',
        },
        { key: 'scan-2', scanId: 2, class: 'found', repair: 'number', reading: 'VN.000002', copyId: 2 },
        { key: 'scan-3', scanId: 3, class: 'unknown', classBefore: null, copyId: null, status: null },
      ],
    },
    {
      name: 'tells where a copy belongs that stands in a wrong place',
      as: 'desk',
      before: [...whenOpen, secondSite],
      input: { id: 1, scans: [elsewhere] },
      answers: [{ class: 'misplaced', classBefore: 'missing', belongs: { siteId: 1, storeId: 1 } }],
    },
    {
      name: 'tells of a copy that the books do not have any more',
      as: 'desk',
      before: [...here, cancelled, planned, by('cataloguer', 'stocktake.open', { id: 1 })],
      input: { id: 1, scans: [first] },
      answers: [{ class: 'cancelled_present', classBefore: null, copyId: 1 }],
    },
    {
      name: 'tells of a copy that somebody else saw',
      as: 'desk',
      before: whenScanned,
      input: { id: 1, scans: [{ ...first, key: 'desk-1' }] },
      answers: [{ scanId: 2, class: 'found', classBefore: 'found', isTwice: true }],
    },
    {
      name: 'writes nothing twice: neither what is sent again nor the echo of a shaky scanner',
      as: 'cataloguer',
      before: whenOpen,
      input: { id: 1, scans: [first, first, { ...first, key: 'echo-1' }] },
      answers: [{ scanId: 1 }, { scanId: 1 }, { scanId: null, class: 'found', isTwice: true }],
    },
    {
      ...refused('stocktake_not_found', 'needs a stocktake'),
      input: { id: 404, scans: [first] },
    },
    {
      ...refused('not_open', 'waits while the stocktake rests'),
      before: [...whenOpen, paused],
      input: { id: 1, scans: [first] },
    },
    {
      ...refused('store_not_found', 'is made at a place that is there'),
      before: whenOpen,
      input: { id: 1, scans: [{ ...first, siteId: 1, storeId: 404 }] },
    },
  ],
  undoScan: [
    {
      name: 'takes back what a scan told',
      as: 'cataloguer',
      before: whenScanned,
      input: { scanId: 1 },
      answers: { key: 'scan-1', code: '893001', classBefore: 'found', class: 'missing', isTwice: false },
    },
    {
      name: 'leaves nothing of a code that nobody knows',
      as: 'desk',
      before: [...whenOpen, strayScanned],
      input: { scanId: 1 },
      answers: { classBefore: 'unknown', class: null },
    },
    {
      name: 'leaves what another scan tells',
      as: 'cataloguer',
      before: [...whenScanned, scannedByDesk],
      input: { scanId: 2 },
      answers: { classBefore: 'found', class: 'found', isTwice: true },
    },
    { ...refused('scan_not_found', 'needs a scan'), input: { scanId: 404 } },
    { ...refused('scan_undone', 'happens once'), before: [...whenScanned, undone], input: { scanId: 1 } },
    {
      ...refused('not_open', 'waits while the stocktake rests'),
      before: [...whenScanned, paused],
      input: { scanId: 1 },
    },
    {
      name: 'leaves the scans of others',
      as: 'desk',
      before: whenScanned,
      input: { scanId: 1 },
      refuses: 'not_your_scan',
    },
  ],
  scans: [
    {
      name: 'come newest first, with what came of each',
      as: 'reader',
      before: [...whenScanned, strayScanned, scannedByDesk],
      input: { id: 1 },
      answers: {
        rows: [
          { id: 3, code: '893001', class: 'twice', copyId: 1 },
          { id: 2, code: 'LẠ-1', class: 'unknown', copyId: null },
          { id: 1, code: '893001', class: 'found', accessionNumber: 'VN.000001', title: 'Dế Mèn' },
        ],
        total: { count: 3, isExact: true },
      },
    },
    {
      name: 'may be one’s own',
      as: 'desk',
      before: [...whenScanned, strayScanned],
      input: { id: 1, isMine: true },
      answers: { rows: [{ id: 2 }], total: { count: 1 } },
    },
    {
      name: 'remember those that were taken back',
      as: 'reader',
      before: [...whenScanned, undone],
      input: { id: 1, kind: 'undone' },
      answers: { rows: [{ id: 1, class: 'undone' }] },
    },
    {
      name: 'say how a file was read',
      as: 'reader',
      before: whenMerged,
      file: scannerFile,
      input: { id: 1, kind: 'repaired', sourceId: 1 },
      answers: {
        rows: [
          {
            code: 'vn.000002',
            reading: 'VN.000002',
            repair: 'caps',
            at: '2020-06-01T02:00:05.000Z',
            source: 'handed-in.khosach',
            place: { siteId: 1, storeId: 1, shelf: 'A1' },
          },
        ],
      },
    },
    unknown,
  ],
  runs: [
    {
      name: 'are scans that follow one another',
      as: 'reader',
      before: [...whenMerged, scanned],
      file: scannerFile,
      input: { id: 1 },
      answers: [
        {
          day: '2020-06-01',
          source: 'handed-in.khosach',
          place: { siteId: 1, storeId: 1, shelf: 'A1' },
          scans: 3,
        },
      ],
    },
    unknown,
  ],
  shelfOrder: [
    {
      name: 'tells which books of a run stand between the wrong ones',
      as: 'reader',
      before: [
        ...here,
        by('cataloguer', 'copies.updateCopy', { id: 1, rev: 1, barcode: '893001', callNumber: '895 B' }),
        by('cataloguer', 'copies.updateCopy', { id: 2, rev: 1, callNumber: '510 A' }),
        ...whenMerged.slice(here.length),
        by('reader', 'stocktake.runs', { id: 1 }),
      ],
      file: scannerFile,
      input: ({ values }) => ({ id: 1, run: (values.at(-1) as { key: string }[])[0]?.key ?? '' }),
      answers: {
        checked: 2,
        left: 0,
        without: 1,
        strays: [
          { position: 1, copy: { copyId: 1, callNumber: '895 B' }, after: { copyId: 2 }, before: null },
        ],
      },
    },
    { ...refused('stocktake_not_found', 'needs a stocktake'), input: { id: 404, run: '[]' } },
    { ...refused('run_not_found', 'needs a run'), before: [planned], input: { id: 1, run: 'A1' } },
  ],
} satisfies Pick<ExamplesOf<'stocktake'>, Verb>
