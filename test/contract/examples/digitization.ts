import { among, by, type ExamplesOf } from '../example.ts'
import { digitizationCollections } from './digitization-collections.ts'
import { digitizationLists } from './digitization-lists.ts'
import { made, refused, stages, stopped, stoppage } from './digitization-steps.ts'
import { digitizationPlans } from './digitization-plans.ts'
import { digitizationRights } from './digitization-rights.ts'
import { digitizationWork } from './digitization-work.ts'

const general = 'Quy trình chung'
const retireOthers = [2, 3].map((id) =>
  by('digitizer', 'digitization.retireTemplate', { id, rev: 1, isRetired: true }),
)

export const digitization = {
  ...digitizationPlans,
  ...digitizationCollections,
  ...digitizationLists,
  ...digitizationRights,
  ...digitizationWork,
  templates: [
    {
      name: 'are there from the first day',
      as: 'reader',
      input: {},
      answers: among<{ id: number; name: string }>({ id: 1, name: general }),
    },
  ],
  addTemplate: [
    {
      name: 'has its stages in order',
      as: 'digitizer',
      input: { name: 'Báo cũ', material: 'serial', stages },
      answers: { id: 4, version: 1, stages: [{ place: 1, kind: 'scan', role: null }, { place: 2 }] },
    },
    { ...refused('template_name_taken', 'has a name of its own'), input: { name: general, stages } },
  ],
  updateTemplate: [
    {
      name: 'is a new version once jobs follow the old one',
      as: 'digitizer',
      before: made,
      input: { id: 1, rev: 1, name: general, stages },
      answers: { id: 1, rev: 2, version: 2, jobs: 0 },
    },
    { ...refused('template_not_found', 'is not there'), input: { id: 404, rev: 1, name: 'Báo', stages } },
    {
      ...refused('template_name_taken', 'has a name of its own'),
      input: { id: 2, rev: 1, name: general, stages },
    },
  ],
  retireTemplate: [
    {
      name: 'and it is chosen no more',
      as: 'director',
      input: { id: 2, rev: 1, isRetired: true },
      answers: { id: 2, rev: 2 },
    },
    { ...refused('template_not_found', 'is not there'), input: { id: 404, rev: 1, isRetired: true } },
    {
      ...refused('last_template', 'is the last'),
      before: retireOthers,
      input: { id: 1, rev: 1, isRetired: true },
    },
  ],
  stoppages: [
    {
      name: 'those that go on come first',
      as: 'reader',
      before: [
        by('digitizer', 'digitization.addStoppage', { ...stoppage, endedOn: '2020-05-06' }),
        by('digitizer', 'digitization.addStoppage', { kind: 'power', startedOn: '2020-05-01' }),
      ],
      input: {},
      answers: [
        { kind: 'power', endedOn: null },
        { kind: 'scanner', endedOn: '2020-05-06' },
      ],
    },
  ],
  machines: [
    {
      name: 'are those named before',
      as: 'reader',
      before: [stopped],
      input: {},
      answers: ['Máy A3'],
    },
  ],
  addStoppage: [
    {
      name: 'has a cause and a day',
      as: 'cataloguer',
      input: stoppage,
      answers: { id: 1, rev: 1, ...stoppage, endedOn: null },
    },
    {
      ...refused('ends_before_start', 'ends after it starts'),
      input: { ...stoppage, endedOn: '2020-05-01' },
    },
    { ...refused('starts_in_future', 'has begun'), input: { ...stoppage, startedOn: '2199-01-01' } },
  ],
  updateStoppage: [
    {
      name: 'ends it',
      as: 'digitizer',
      before: [stopped],
      input: { ...stoppage, id: 1, rev: 1, endedOn: '2020-05-08' },
      answers: { id: 1, rev: 2, endedOn: '2020-05-08' },
    },
    { ...refused('stoppage_not_found', 'is not there'), input: { ...stoppage, id: 404, rev: 1 } },
    {
      ...refused('ends_before_start', 'ends after it starts'),
      before: [stopped],
      input: { ...stoppage, id: 1, rev: 1, endedOn: '2020-05-01' },
    },
    {
      ...refused('starts_in_future', 'has begun'),
      before: [stopped],
      input: { ...stoppage, id: 1, rev: 1, startedOn: '2199-01-01' },
    },
  ],
  removeStoppage: [
    {
      name: 'noted by mistake',
      as: 'digitizer',
      before: [stopped],
      input: { id: 1, rev: 1 },
      answers: { id: 1, kind: 'scanner' },
    },
    { ...refused('stoppage_not_found', 'is not there'), input: { id: 404, rev: 1 } },
  ],
} as const satisfies ExamplesOf<'digitization'>
