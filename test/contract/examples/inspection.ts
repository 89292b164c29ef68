import { among, by, type ExamplesOf } from '../example.ts'
import { inspectionClosing } from './inspection-closing.ts'
import { inspectionLooking } from './inspection-looking.ts'
import { checked, closed, drawn, judgedBad, paused, plan, refused, unknown } from './inspection-steps.ts'

const row = { upTo: null, size: 5, major: 1, minor: 2 }
const renaming = { kinds: [{ id: 2, name: 'Nghiêng', severity: 'minor' as const }] }

export const inspection = {
  ...inspectionLooking,
  ...inspectionClosing,
  list: [
    {
      name: 'has the newest first, with what was found so far',
      as: 'director',
      before: judgedBad,
      input: { view: 'open' },
      answers: { rows: [{ id: 1, state: 'open', counts: { size: 2, critical: 1 } }], next: null },
    },
  ],
  inspection: [
    {
      name: 'says how it would end',
      as: 'cataloguer',
      before: judgedBad,
      input: { id: 1 },
      answers: { standing: 'failed', kinds: [{ kindId: 3, severity: 'critical', pages: 1 }], toSendBack: 1 },
    },
    unknown,
  ],
  previewSample: [
    {
      name: 'says what a plan would draw',
      as: 'digitizer',
      before: checked,
      input: { lot: { batchId: 1 } },
      answers: { jobs: 1, withFiles: 0, uncounted: 0, population: 10, size: 3, earlier: null },
    },
  ],
  kinds: [
    {
      name: 'are there from the first day',
      as: 'cataloguer',
      input: {},
      answers: among<{ id: number; severity: 'critical' }>({ id: 3, severity: 'critical' }),
    },
  ],
  rule: [
    {
      name: 'is proposed until the library settles it',
      as: 'cataloguer',
      input: {},
      answers: { critical: 'fails' },
    },
  ],
  draw: [
    {
      name: 'records its seed and what was drawn from',
      as: 'digitizer',
      before: checked,
      input: plan,
      answers: { id: 1, seed: 7, jobs: 1, population: 10, counts: { size: 2, good: 0 }, state: 'open' },
    },
    {
      ...refused('inspection_not_found', 'follows one that is there'),
      before: checked,
      input: { ...plan, followsId: 404 },
    },
    { ...refused('nothing_to_inspect', 'needs pages'), input: plan },
    { ...refused('size_missing', 'needs a size'), before: checked, input: { ...plan, sizeValue: null } },
    {
      ...refused('sample_too_large', 'is of no more pages than anybody looks at'),
      before: [
        ...checked,
        by('digitizer', 'digitization.countFiles', { id: 1, pages: 1_000_000, files: null, bytes: null }),
      ],
      input: { ...plan, sizeValue: 100_000 },
    },
    { ...refused('duplicate_name', 'has a name of its own'), before: drawn, input: plan },
  ],
  update: [
    {
      name: 'keeps who accepts',
      as: 'digitizer',
      before: drawn,
      input: { id: 1, rev: 1, name: 'Nghiệm thu', members: [{ name: 'Lê Văn A', duty: 'chair' }] },
      answers: { name: 'Nghiệm thu', rev: 2, members: [{ name: 'Lê Văn A', position: '' }] },
    },
    { ...unknown, input: { id: 404, rev: 1, name: 'Nghiệm thu' } },
    {
      ...refused('duplicate_name', 'has a name of its own'),
      before: [...drawn, by('digitizer', 'inspection.draw', { ...plan, name: 'Lần 2' })],
      input: { id: 2, rev: 1, name: plan.name },
    },
    {
      ...refused('already_closed', 'is closed'),
      before: closed,
      input: { id: 1, rev: 2, name: 'Nghiệm thu' },
    },
  ],
  remove: [
    {
      name: 'drawn by mistake',
      as: 'digitizer',
      before: drawn,
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { ...unknown, input: { id: 404, rev: 1 } },
    { ...refused('already_begun', 'somebody has looked'), before: judgedBad, input: { id: 1, rev: 1 } },
  ],
  pause: [
    { name: 'rests', as: 'cataloguer', before: drawn, input: { id: 1 }, answers: { state: 'paused' } },
    unknown,
    { ...refused('not_open', 'rests already'), before: paused, input: { id: 1 } },
  ],
  resume: [
    { name: 'goes on', as: 'cataloguer', before: paused, input: { id: 1 }, answers: { state: 'open' } },
    unknown,
    { ...refused('not_paused', 'does not rest'), before: drawn, input: { id: 1 } },
  ],
  saveKinds: [
    {
      name: 'leaves out what is offered no more',
      as: 'digitizer',
      input: { kinds: [...renaming.kinds, { name: 'Có vân', severity: 'minor' }] },
      answers: [
        { id: 2, name: 'Nghiêng' },
        { id: 12, name: 'Có vân' },
      ],
    },
    {
      ...refused('kind_not_found', 'is not there'),
      input: { kinds: [{ id: 404, name: 'Mờ', severity: 'minor' }] },
    },
    {
      ...refused('duplicate_name', 'have names of their own'),
      input: { kinds: [...renaming.kinds, { name: 'NGHIÊNG', severity: 'major' }] },
    },
  ],
  setRule: [
    {
      name: 'a table of the library',
      as: 'director',
      input: { table: [row], critical: 'as_major' },
      answers: { table: [row], critical: 'as_major' },
    },
  ],
} as const satisfies ExamplesOf<'inspection'>
