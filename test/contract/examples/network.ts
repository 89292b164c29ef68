import { by, type ExamplesOf } from '../example.ts'
import { exchangeExamples } from './network-exchanges.ts'
import { pointExamples } from './network-points.ts'
import {
  people,
  point,
  show,
  support,
  supported,
  today,
  visit,
  withPeople,
  withPoint,
  withTwo,
} from './network-steps.ts'

const level = {
  kind: 'bookcase',
  measure: 'copies',
  fromOn: '2026-07-01',
  least: 300,
  basis: 'Quy định của tỉnh',
} as const
const withLevel = by('director', 'network.addCondition', level)
/** After the 13 levels that come with the program. */
const levelId = 14
const yes = { pointId: 1, website: 'yes', managed: 'no', source: 'Phiếu khảo sát' } as const
const answered = by('director', 'network.answerSurvey', { year: 2026, rows: [yes] })

export const network: ExamplesOf<'network'> = {
  ...pointExamples,
  ...exchangeExamples,
  conditions: [
    {
      name: 'are those of the decree',
      as: 'reader',
      input: { on: today, kind: 'provincial' },
      answers: {
        rows: [
          { measure: 'copies', least: 200_000 },
          { measure: 'titles', least: 50_000 },
          { measure: 'serials', least: 50 },
        ],
        next: null,
      },
    },
    {
      name: 'are none before the decree was in force',
      as: 'reader',
      input: { on: '2020-10-04' },
      answers: { rows: [], next: null },
    },
  ],
  importance: [
    {
      name: 'is not known where nobody counts',
      as: 'reader',
      input: { on: today },
      answers: {
        from: '2025-11-11',
        criteria: [
          { measure: 'users', least: 6000, standing: 'unknown' },
          { measure: 'visits', least: 1_000_000, standing: 'unknown' },
          { measure: 'technology', least: 80, standing: 'unknown' },
        ],
        website: null,
        opac: null,
        standing: 'unknown',
      },
    },
  ],
  addCondition: [
    {
      name: 'adds a level of the province',
      as: 'director',
      input: level,
      answers: { id: levelId, ...level },
    },
    {
      name: 'is told once for a day',
      as: 'director',
      before: [withLevel],
      input: level,
      refuses: 'condition_twice',
    },
    {
      name: 'asks no point for visits',
      as: 'director',
      input: { ...level, measure: 'visits' },
      refuses: 'measure_of_other_kind',
    },
  ],
  updateCondition: [
    {
      name: 'changes it',
      as: 'director',
      before: [withLevel],
      input: { ...level, id: levelId, rev: 1, least: 500 },
      answers: { rev: 2, least: 500 },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...level, id: 404, rev: 1 },
      refuses: 'condition_not_found',
    },
    {
      name: 'is told once for a day',
      as: 'director',
      before: [withLevel],
      input: { ...level, kind: 'commune', fromOn: '2020-10-05', id: levelId, rev: 1 },
      refuses: 'condition_twice',
    },
    {
      name: 'asks no point for visits',
      as: 'director',
      before: [withLevel],
      input: { ...level, measure: 'users', id: levelId, rev: 1 },
      refuses: 'measure_of_other_kind',
    },
  ],
  removeCondition: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withLevel],
      input: { id: levelId, rev: 1 },
      answers: { id: levelId },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'condition_not_found' },
  ],
  survey: [
    {
      name: 'has no share while nobody has answered',
      as: 'reader',
      before: [withTwo],
      input: { year: 2026 },
      answers: {
        rows: [{ pointId: 1, website: null }],
        website: { yes: 0, no: 0, unknown: 1, percent: null },
      },
    },
    {
      name: 'has the share of all that are asked',
      as: 'reader',
      before: [withPoint, answered],
      input: { year: 2026 },
      answers: { rows: [{ pointId: 1, website: 'yes', managed: 'no' }], website: { yes: 1, percent: 100 } },
    },
  ],
  answerSurvey: [
    {
      name: 'keeps what a library says',
      as: 'director',
      before: [withPoint],
      input: { year: 2026, rows: [yes] },
      answers: { answered: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { year: 2026, rows: [yes] }, refuses: 'point_not_found' },
    {
      name: 'asks of no year to come',
      as: 'director',
      before: [withPoint],
      input: { year: 2100, rows: [yes] },
      refuses: 'year_not_begun',
    },
    {
      name: 'asks of no year before it opened',
      as: 'director',
      before: [withPoint],
      input: { year: 2018, rows: [yes] },
      refuses: 'answer_out_of_time',
    },
  ],
  supports: [
    {
      name: 'tell what is left to do',
      as: 'reader',
      before: [withPoint, visit, supported],
      input: { isOpenOnly: true },
      answers: [{ id: 1, pointName: 'Thư viện xã Hồng Phong', on: '2026-08-12', followUpBy: '2026-09-30' }],
    },
  ],
  supporting: [
    {
      name: 'is said of a visit',
      as: 'reader',
      before: [visit],
      input: { activityId: 1 },
      answers: { isSupport: true },
    },
  ],
  addSupport: [
    {
      name: 'ties a point to a visit',
      as: 'director',
      before: [withPoint, visit],
      input: { activityId: 1, ...support },
      answers: { id: 1 },
    },
    {
      name: 'is of an activity of support',
      as: 'director',
      before: [withPoint, show],
      input: { activityId: 1, ...support },
      refuses: 'activity_not_support',
    },
    {
      name: 'ties a point once',
      as: 'director',
      before: [withPoint, visit, supported],
      input: { activityId: 1, ...support },
      refuses: 'support_twice',
    },
    {
      name: 'says what its day is for',
      as: 'director',
      before: [withPoint, visit],
      input: { activityId: 1, ...support, followUp: '' },
      refuses: 'follow_up_unsaid',
    },
    {
      name: 'is followed up after the visit',
      as: 'director',
      before: [withPoint, visit],
      input: { activityId: 1, ...support, followedUpOn: '2026-01-01' },
      refuses: 'followed_up_too_early',
    },
    {
      name: 'goes to a point that is there',
      as: 'director',
      before: [visit],
      input: { activityId: 1, ...support },
      refuses: 'point_not_there',
    },
  ],
  updateSupport: [
    {
      name: 'says it is done',
      as: 'director',
      before: [withPoint, visit, supported],
      input: { ...support, id: 1, rev: 1, followedUpOn: '2026-09-20' },
      answers: { id: 1 },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...support, id: 404, rev: 1 },
      refuses: 'support_not_found',
    },
    {
      name: 'ties a point once',
      as: 'director',
      before: [
        withTwo,
        visit,
        supported,
        by('director', 'network.addSupport', { activityId: 1, ...support, pointId: 2 }),
      ],
      input: { ...support, id: 2, rev: 1 },
      refuses: 'support_twice',
    },
    {
      name: 'says what its day is for',
      as: 'director',
      before: [withPoint, visit, supported],
      input: { ...support, id: 1, rev: 1, followUp: '' },
      refuses: 'follow_up_unsaid',
    },
    {
      name: 'is followed up after the visit',
      as: 'director',
      before: [withPoint, visit, supported],
      input: { ...support, id: 1, rev: 1, followedUpOn: '2026-01-01' },
      refuses: 'followed_up_too_early',
    },
    {
      name: 'goes to a point that is there',
      as: 'director',
      before: [withPoint, visit, supported],
      input: { ...support, id: 1, rev: 1, pointId: 404 },
      refuses: 'point_not_there',
    },
  ],
  removeSupport: [
    {
      name: 'unties it',
      as: 'director',
      before: [withPoint, visit, supported],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'support_not_found' },
  ],
  populations: [
    {
      name: 'come newest first',
      as: 'reader',
      before: [withPeople],
      input: {},
      answers: { rows: [{ id: 1, ...people }], next: null },
    },
  ],
  addPopulation: [
    { name: 'adds it with its source', as: 'director', input: people, answers: { id: 1, rev: 1, ...people } },
    {
      name: 'is told once a year',
      as: 'director',
      before: [withPeople],
      input: people,
      refuses: 'year_twice',
    },
  ],
  updatePopulation: [
    {
      name: 'changes it',
      as: 'director',
      before: [withPeople],
      input: { ...people, id: 1, rev: 1, people: 1_810_000 },
      answers: { rev: 2, people: 1_810_000 },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...people, id: 404, rev: 1 },
      refuses: 'population_not_found',
    },
    {
      name: 'is told once a year',
      as: 'director',
      before: [withPeople, by('director', 'network.addPopulation', { ...people, year: 2026 })],
      input: { ...people, id: 2, rev: 1 },
      refuses: 'year_twice',
    },
  ],
  removePopulation: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withPeople],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'population_not_found' },
  ],
  exportList: [
    {
      name: 'hands out what a list shows',
      as: 'reader',
      before: [by('director', 'network.addPoints', { rows: [point] })],
      input: { choice: { list: 'points', filters: { on: today } }, format: 'csv' },
      answers: { rows: 1 },
    },
  ],
}
