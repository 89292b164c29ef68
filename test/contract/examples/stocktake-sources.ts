import type { ExamplesOf } from '../example.ts'
import {
  atHome,
  cutFile,
  emptyFile,
  madeForIt,
  merging,
  otherFile,
  paused,
  planned,
  refused,
  satelliteFile,
  scannerFile,
  takenOut,
  unknown,
  whenMerged,
  whenOpen,
  whenPaused,
} from './stocktake-steps.ts'

const unknownFile = { token: 'x'.repeat(24), name: 'mat.txt', size: 1 }

type Verb = 'sources' | 'takeOutSource' | 'mergeFile' | 'satellitePage'

/** Scans that were made where there is no database, and how they come in. */
export const stocktakeSources = {
  sources: [
    {
      name: 'say what each file brought',
      as: 'reader',
      before: whenMerged,
      file: scannerFile,
      input: { id: 1 },
      answers: [
        {
          id: 1,
          kind: 'file',
          fileName: 'handed-in.khosach',
          lines: 4,
          added: 3,
          known: 0,
          doubles: 1,
          unknown: 1,
          takenFrom: '',
          takenOutAt: null,
        },
      ],
    },
    unknown,
  ],
  takeOutSource: [
    {
      name: 'takes out what a file brought',
      as: 'desk',
      before: whenMerged,
      file: scannerFile,
      input: { sourceId: 1 },
      answers: { scans: 3 },
    },
    { ...refused('source_not_found', 'needs a file that was merged'), input: { sourceId: 404 } },
    {
      ...refused('source_taken_out', 'happens once'),
      before: [...whenMerged, takenOut],
      file: scannerFile,
      input: { sourceId: 1 },
    },
    {
      ...refused('not_open', 'waits while the stocktake rests'),
      before: [...whenMerged, paused],
      file: scannerFile,
      input: { sourceId: 1 },
    },
  ],
  mergeFile: [
    {
      name: 'takes in the memory of a scanner',
      as: 'desk',
      before: whenOpen,
      file: scannerFile,
      input: merging,
      answers: { sourceId: 1, lines: 4, added: 3, known: 0, doubles: 1, unknown: 1, repaired: 1, undone: 0 },
    },
    {
      name: 'takes in nothing twice',
      as: 'desk',
      before: whenMerged,
      file: scannerFile,
      input: merging,
      answers: { sourceId: null, lines: 4, added: 0, known: 4 },
    },
    {
      name: 'takes in again what was taken out',
      as: 'desk',
      before: [...whenMerged, takenOut],
      file: scannerFile,
      input: merging,
      answers: { sourceId: 2, added: 3, known: 0 },
    },
    {
      name: 'takes in what a satellite page wrote, and takes back what was taken back there',
      as: 'desk',
      before: whenOpen,
      upset: madeForIt,
      file: satelliteFile,
      input: merging,
      answers: { sourceId: 1, lines: 2, added: 2, known: 0, unknown: 0, undone: 1 },
    },
    {
      name: 'takes over a file of another stocktake on purpose',
      as: 'desk',
      before: whenOpen,
      file: satelliteFile,
      input: (given) => ({ ...merging(given), isTakenOver: true }),
      answers: { sourceId: 1, added: 2 },
    },
    {
      ...refused('other_stocktake', 'takes over no file by mistake'),
      before: whenOpen,
      file: satelliteFile,
      input: merging,
    },
    {
      ...refused('stocktake_not_found', 'needs a stocktake'),
      file: scannerFile,
      input: (given) => ({ ...merging(given), id: 404 }),
    },
    {
      ...refused('not_open', 'waits while the stocktake rests'),
      before: whenPaused,
      file: scannerFile,
      input: merging,
    },
    {
      ...refused('store_not_found', 'is of a place that is there'),
      before: whenOpen,
      file: scannerFile,
      input: (given) => ({ ...merging(given), storeId: 404 }),
    },
    {
      ...refused('file_gone', 'needs a file'),
      before: whenOpen,
      input: { id: 1, file: unknownFile, ...atHome },
    },
    { ...refused('file_empty', 'needs lines'), before: whenOpen, file: emptyFile, input: merging },
    { ...refused('file_unreadable', 'reads text'), before: whenOpen, file: otherFile, input: merging },
    {
      ...refused('file_damaged', 'takes no part for the whole'),
      before: whenOpen,
      upset: madeForIt,
      file: cutFile,
      input: merging,
    },
  ],
  satellitePage: [
    {
      name: 'is a page that knows no copy',
      as: 'desk',
      before: whenOpen,
      input: { id: 1 },
      answers: { file: { name: 'quet-kiem-ke-2020.html' }, codes: 0 },
    },
    {
      name: 'carries all that labels may bear where it is asked to',
      as: 'desk',
      before: whenOpen,
      input: { id: 1, hasCodes: true },
      answers: { codes: 3 },
    },
    unknown,
    { ...refused('not_open', 'needs an open one'), before: [planned], input: { id: 1 } },
  ],
} satisfies Pick<ExamplesOf<'stocktake'>, Verb>
