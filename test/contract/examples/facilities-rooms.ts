import { by, type ExamplesOf } from '../example.ts'
import { computer, measure, room, withRoom } from './facilities-steps.ts'

export const roomExamples = {
  rooms: [
    {
      name: 'tell area and seats as of the day',
      as: 'reader',
      before: [withRoom],
      input: { on: '2026-06-30', text: 'hoa ky' },
      answers: { rows: [{ id: 1, areaM2: 80.5, seats: 40 }], next: null, total: { areaM2: 80.5, seats: 40 } },
    },
  ],
  addRoom: [
    {
      name: 'keeps what it measures from which day on',
      as: 'director',
      input: room,
      answers: { id: 1, rev: 1, areaM2: 120, seats: 60, equipment: 0 },
    },
    {
      name: 'ends after it began',
      as: 'director',
      input: { ...room, closedOn: '2019-01-01' },
      refuses: 'ends_before_begin',
    },
    {
      name: 'measures nothing before it is there',
      as: 'director',
      input: { ...room, measures: [{ fromOn: '2019-01-01', seats: 4 }] },
      refuses: 'measure_out_of_time',
    },
    {
      name: 'measures one thing on a day',
      as: 'director',
      input: { ...room, measures: [measure, measure] },
      refuses: 'measure_twice',
    },
    {
      name: 'lies in a site that is there',
      as: 'director',
      input: { ...room, siteId: 404 },
      refuses: 'site_not_found',
    },
  ],
  updateRoom: [
    {
      name: 'lets two measures exchange their days',
      as: 'director',
      before: [withRoom],
      input: {
        ...room,
        id: 1,
        rev: 1,
        measures: [
          { id: 1, fromOn: '2026-07-01', areaM2: 80.5, seats: 40 },
          { id: 2, fromOn: '2020-01-01', areaM2: 120, seats: 60 },
        ],
      },
      answers: { rev: 2, seats: 40 },
    },
    { name: 'finds nothing', as: 'director', input: { ...room, id: 404, rev: 1 }, refuses: 'room_not_found' },
    {
      name: 'ends after it began',
      as: 'director',
      before: [withRoom],
      input: { ...room, id: 1, rev: 1, closedOn: '2019-01-01' },
      refuses: 'ends_before_begin',
    },
    {
      name: 'measures nothing once it is closed',
      as: 'director',
      before: [withRoom],
      input: { ...room, id: 1, rev: 1, closedOn: '2026-02-01' },
      refuses: 'measure_out_of_time',
    },
    {
      name: 'measures one thing on a day',
      as: 'director',
      before: [withRoom],
      input: { ...room, id: 1, rev: 1, measures: [measure, measure] },
      refuses: 'measure_twice',
    },
    {
      name: 'lies in a site that is there',
      as: 'director',
      before: [withRoom],
      input: { ...room, id: 1, rev: 1, siteId: 404 },
      refuses: 'site_not_found',
    },
    {
      name: 'does not write over what another wrote',
      as: 'director',
      before: [withRoom],
      input: { ...room, id: 1, rev: 7 },
      refuses: 'stale',
    },
  ],
  removeRoom: [
    {
      name: 'takes it away with what it measured',
      as: 'director',
      before: [withRoom],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'room_not_found' },
    {
      name: 'leaves one that has things in it',
      as: 'director',
      before: [withRoom, by('director', 'facilities.addEquipment', { rows: [{ ...computer, roomId: 1 }] })],
      input: { id: 1, rev: 1 },
      refuses: 'room_in_use',
    },
  ],
} satisfies Partial<ExamplesOf<'facilities'>>
