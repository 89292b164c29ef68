import { by, type Example, type ExamplesOf } from '../example.ts'
import {
  figure,
  loanToPoint,
  point,
  second,
  shut,
  support,
  today,
  visit,
  withPoint,
  withTwo,
} from './network-steps.ts'

const title = by('cataloguer', 'catalogue.addTitle', { title: 'Truyện Kiều' })

/** What a new point and a changed one are refused for alike. */
const wrong = {
  closes_before_opening: { ...point, closedOn: '2018-01-01' },
  facts_out_of_time: { ...point, figures: [{ ...figure, fromOn: '2018-01-01' }] },
  fact_twice: { ...point, figures: [figure, figure] },
  merged_wrongly: { ...point, closedOn: '2026-07-01', mergedIntoId: 404 },
  partner_not_found: { ...point, partnerId: 404 },
  site_not_found: { ...point, siteId: 404 },
}
type Wrong = keyof typeof wrong
const codes = Object.keys(wrong) as Wrong[]

const added = codes.map((code): Example<'network.addPoints'> => ({
  name: `is refused: ${code}`,
  as: 'director',
  input: { rows: [wrong[code]] },
  refuses: code,
}))
const updated = codes.map((code): Example<'network.updatePoint'> => ({
  name: `is refused: ${code}`,
  as: 'director',
  before: [withPoint],
  input: { ...wrong[code], id: 1, rev: 1 },
  refuses: code,
}))
const tied = by('director', 'network.addPoints', { rows: [{ ...point, siteId: 1 }] })

export const pointExamples = {
  points: [
    {
      name: 'are told as of the day, under the name of that day',
      as: 'reader',
      before: [withPoint],
      input: { on: '2025-06-30' },
      answers: {
        rows: [{ id: 1, name: 'Thư viện xã Tân Lập', openedOn: '2019-05-19', standing: 'unknown' }],
        next: null,
        total: { count: 1, byKind: [{ kind: 'commune', count: 1 }] },
      },
    },
    {
      name: 'have no standing where a figure is not known, and fail by one that is',
      as: 'reader',
      before: [withPoint],
      input: { on: today, standing: 'not_met' },
      answers: { rows: [{ id: 1, name: 'Thư viện xã Hồng Phong', standing: 'not_met' }], next: null },
    },
  ],
  point: [
    {
      name: 'says what is asked of it and what it has',
      as: 'reader',
      before: [withPoint],
      input: { id: 1, on: today },
      answers: {
        conditions: [
          { measure: 'copies', least: 2000, value: 2400, standing: 'met' },
          { measure: 'serials', least: 2, value: 1, standing: 'not_met' },
          { measure: 'areaM2', least: 40, value: null, standing: 'unknown' },
        ],
      },
    },
    { name: 'is not there', as: 'reader', input: { id: 404, on: today }, refuses: 'point_not_found' },
  ],
  pointNames: [
    {
      name: 'are those that serve',
      as: 'reader',
      before: [withTwo],
      input: { on: '2020-01-01' },
      answers: [{ id: 1, name: 'Thư viện xã Tân Lập', commune: 'Xã Tân Lập' }],
    },
  ],
  addPoints: [
    { name: 'adds a whole list', as: 'director', input: { rows: [point, second] }, answers: { ids: [1, 2] } },
    {
      name: 'asks about one of the same name in the same commune',
      as: 'director',
      input: { rows: [point, point] },
      refuses: 'same_name',
    },
    {
      name: 'adds it all the same where a person says so',
      as: 'director',
      input: { rows: [point, point], accepted: ['same_name'] },
      answers: { ids: [1, 2] },
    },
    {
      name: 'stands for a site that no other point stands for',
      as: 'director',
      before: [tied],
      input: { rows: [{ ...second, siteId: 1 }] },
      refuses: 'tie_taken',
    },
    ...added,
  ],
  updatePoint: [
    {
      name: 'closes it from a day on',
      as: 'director',
      before: [withPoint],
      input: shut,
      answers: { id: 1, rev: 2 },
    },
    { name: 'finds nothing', as: 'director', input: { ...shut, id: 404 }, refuses: 'point_not_found' },
    {
      name: 'asks about one of the same name in the same commune',
      as: 'director',
      before: [withTwo],
      input: { ...point, id: 2, rev: 1 },
      refuses: 'same_name',
    },
    {
      name: 'stands for a site that no other point stands for',
      as: 'director',
      before: [tied, by('director', 'network.addPoints', { rows: [second] })],
      input: { ...second, id: 2, rev: 1, siteId: 1 },
      refuses: 'tie_taken',
    },
    {
      name: 'stays open while its site has copies',
      as: 'director',
      before: [
        title,
        by('cataloguer', 'copies.addSeries', { name: 'Sách', prefix: 'VN.' }),
        by('cataloguer', 'copies.addVoucher', { number: '1', receivedOn: '2026-02-01', source: 'purchase' }),
        by('cataloguer', 'copies.accession', {
          voucherId: 1,
          copies: [{ titleId: 1, seriesId: 1, siteId: 1 }],
        }),
        tied,
      ],
      input: { ...shut, siteId: 1 },
      refuses: 'point_has_copies',
    },
    {
      name: 'stays open while something is away with it',
      as: 'director',
      before: [withPoint, by('director', 'network.addExchange', loanToPoint)],
      input: shut,
      refuses: 'point_has_exchanges',
    },
    {
      name: 'stays open while stock is there',
      as: 'director',
      before: [
        withPoint,
        by('director', 'rotation.addShipment', { number: '01', pointId: 1, preparedOn: '2026-02-01' }),
      ],
      input: shut,
      refuses: 'point_has_shipments',
    },
    ...updated,
  ],
  removePoint: [
    {
      name: 'takes away what was entered by mistake',
      as: 'director',
      before: [withPoint],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'point_not_found' },
    {
      name: 'leaves what others speak of',
      as: 'director',
      before: [withPoint, visit, by('director', 'network.addSupport', { activityId: 1, ...support })],
      input: { id: 1, rev: 2 },
      refuses: 'point_in_use',
    },
  ],
} satisfies Partial<ExamplesOf<'network'>>
