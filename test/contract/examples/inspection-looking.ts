import { by, type ExamplesOf } from '../example.ts'
import {
  beside,
  checked,
  closed,
  drawn,
  good,
  judgedBad,
  judgedGood,
  paused,
  refused,
  unknown,
} from './inspection-steps.ts'

const noPage = { ...refused('page_not_found', 'is not there') }
const today = { from: '2020-01-01', to: '2199-12-31' }
const noted = by('cataloguer', 'inspection.noteOutside', (given) => ({
  ...beside,
  page: freePage(given.values),
}))

/** A page that seed 7 did not draw, read off the list of those it did. */
function freePage(values: readonly unknown[]): number {
  const { rows } = values.findLast(
    (value) => typeof value === 'object' && value !== null && 'rows' in value,
  ) as {
    rows: { page: number }[]
  }
  const taken = new Set(rows.map(({ page }) => page))
  return [1, 2, 3].find((page) => !taken.has(page)) ?? 0
}
const listed = [...drawn, by('cataloguer', 'inspection.pages', { inspectionId: 1 })]

type Verb =
  | 'pages'
  | 'page'
  | 'takeNext'
  | 'judge'
  | 'takeBackVerdict'
  | 'noteOutside'
  | 'removeOutside'
  | 'rates'

/** Looking at sampled pages, and what comes of it for those who scanned. */
export const inspectionLooking = {
  pages: [
    {
      name: 'those with findings',
      as: 'cataloguer',
      before: judgedBad,
      input: { inspectionId: 1, verdict: 'bad' },
      answers: { rows: [{ id: 1, place: 1, code: 'SH1', machine: 'Máy A3', verdict: 'bad' }], next: null },
    },
  ],
  page: [
    {
      name: 'with its neighbours',
      as: 'cataloguer',
      before: drawn,
      input: { id: 1 },
      answers: { place: 1, beforeId: null, afterId: 2, fileId: null, verdict: null },
    },
    { ...noPage, input: { id: 404 } },
  ],
  takeNext: [
    {
      name: 'is the first that nobody has looked at',
      as: 'cataloguer',
      before: judgedGood,
      input: { id: 1 },
      answers: { pageId: 2 },
    },
    unknown,
    { ...refused('not_open', 'rests'), before: paused, input: { id: 1 } },
  ],
  judge: [
    {
      name: 'good where nothing is wrong',
      as: 'cataloguer',
      before: drawn,
      input: good,
      answers: { id: 1, rev: 2, verdict: 'good', findings: [] },
    },
    {
      name: 'bad with what was found',
      as: 'digitizer',
      before: drawn,
      input: { ...good, kindIds: [3, 1], note: 'Mất dòng cuối' },
      answers: { verdict: 'bad', findings: [{ kindId: 1 }, { kindId: 3 }], note: 'Mất dòng cuối' },
    },
    { ...noPage, input: { ...good, id: 404 } },
    { ...refused('not_open', 'is closed'), before: closed, input: { ...good, id: 2 } },
    { ...refused('kind_not_found', 'is no kind'), before: drawn, input: { ...good, kindIds: [404] } },
  ],
  takeBackVerdict: [
    {
      name: 'as if nobody had looked',
      as: 'cataloguer',
      before: judgedBad,
      input: { id: 1, rev: 2 },
      answers: { rev: 3, verdict: null, findings: [], judgedBy: '' },
    },
    { ...noPage, input: { id: 404, rev: 1 } },
    { ...refused('not_open', 'is closed'), before: closed, input: { id: 1, rev: 2 } },
  ],
  noteOutside: [
    {
      name: 'is no part of the sample',
      as: 'cataloguer',
      before: listed,
      input: (given) => ({ ...beside, page: freePage(given.values) }),
      answers: { place: null, code: 'SH1', verdict: 'bad' },
    },
    { ...refused('inspection_not_found', 'is not there'), input: { ...beside, inspectionId: 404, page: 1 } },
    { ...refused('not_open', 'rests'), before: paused, input: { ...beside, page: 1 } },
    {
      ...refused('job_not_in_lot', 'is no job of it'),
      before: drawn,
      input: { ...beside, code: 'SH9', page: 1 },
    },
    {
      ...refused('page_known', 'was drawn'),
      before: [...listed, noted],
      input: (given) => ({ ...beside, page: freePage(given.values) }),
    },
    {
      ...refused('kind_not_found', 'is no kind'),
      before: listed,
      input: (given) => ({ ...beside, kindIds: [404], page: freePage(given.values) }),
    },
  ],
  removeOutside: [
    {
      name: 'noted by mistake',
      as: 'cataloguer',
      before: [...listed, noted],
      input: { id: 3 },
      answers: { id: 3 },
    },
    { ...noPage, before: drawn, input: { id: 1 } },
    {
      ...refused('not_open', 'rests'),
      before: [...listed, noted, by('cataloguer', 'inspection.pause', { id: 1 })],
      input: { id: 3 },
    },
  ],
  rates: [
    {
      name: 'are of who scanned, and on what',
      as: 'director',
      before: judgedBad,
      input: today,
      answers: {
        total: { pages: 1, bad: 1 },
        operators: [{ pages: 1, bad: 1 }],
        machines: [{ machine: 'Máy A3', pages: 1, bad: 1 }],
      },
    },
    {
      ...refused('ends_before_start', 'ends after it starts'),
      before: checked,
      input: { from: '2026-02-01', to: '2026-01-01' },
    },
  ],
} as const satisfies Pick<ExamplesOf<'inspection'>, Verb>
