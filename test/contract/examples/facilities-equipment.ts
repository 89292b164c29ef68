import { by, type ExamplesOf } from '../example.ts'
import {
  broken,
  computer,
  computersGiven,
  decision,
  givenComputer,
  retired,
  today,
  withComputer,
  withGivenComputers,
} from './facilities-steps.ts'

const second = { ...computer, inventoryNumber: 'TB-002', name: 'Máy quét', kind: 'scanner' } as const
const brokenDown = by('director', 'facilities.addEvent', broken)

export const equipmentExamples = {
  equipment: [
    {
      name: 'is in the state of the day asked for',
      as: 'reader',
      before: [withComputer, brokenDown],
      input: { on: '2026-08-31', kind: 'computer' },
      answers: { rows: [{ id: 1, state: 'working' }], next: null, total: { count: 1, price: 15_000_000 } },
    },
  ],
  item: [
    {
      name: 'tells its life',
      as: 'reader',
      before: [withComputer, brokenDown],
      input: { id: 1, on: today },
      answers: { state: 'broken', events: [{ kind: 'broken', note: 'Cháy nguồn' }], retirement: null },
    },
    { name: 'is not there', as: 'reader', input: { id: 404, on: today }, refuses: 'equipment_not_found' },
  ],
  retirements: [
    {
      name: 'say how many things they took out of use',
      as: 'reader',
      before: [withComputer, retired],
      input: {},
      answers: [{ id: 1, number: decision.number, equipment: 1, price: 15_000_000 }],
    },
  ],
  addEquipment: [
    {
      name: 'adds a whole list',
      as: 'director',
      input: { rows: [computer, second] },
      answers: { ids: [1, 2] },
    },
    {
      name: 'adds nothing of a list in which a number stands twice',
      as: 'director',
      input: { rows: [computer, computer] },
      refuses: 'duplicate_number',
    },
    {
      name: 'adds what was given',
      as: 'director',
      before: [computersGiven],
      input: { rows: [givenComputer, givenComputer] },
      answers: { ids: [1, 2] },
    },
    {
      name: 'came by a gift that is there',
      as: 'director',
      input: { rows: [givenComputer] },
      refuses: 'gift_item_not_found',
    },
    {
      name: 'adds no more than was given',
      as: 'director',
      before: [computersGiven],
      input: { rows: [givenComputer, givenComputer, givenComputer] },
      refuses: 'more_than_given',
    },
    {
      name: 'stands in a site that is there',
      as: 'director',
      input: { rows: [{ ...computer, siteId: 404 }] },
      refuses: 'site_not_found',
    },
    {
      name: 'stands in a room that is there',
      as: 'director',
      input: { rows: [{ ...computer, roomId: 404 }] },
      refuses: 'room_not_found',
    },
  ],
  updateEquipment: [
    {
      name: 'changes it',
      as: 'director',
      before: [withComputer],
      input: { ...computer, id: 1, rev: 1, purpose: 'work' },
      answers: { rev: 2, purpose: 'work', state: 'working' },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...computer, id: 404, rev: 1 },
      refuses: 'equipment_not_found',
    },
    {
      name: 'keeps numbers apart',
      as: 'director',
      before: [by('director', 'facilities.addEquipment', { rows: [computer, second] })],
      input: { ...computer, id: 2, rev: 1 },
      refuses: 'duplicate_number',
    },
    {
      name: 'came before anything happened to it',
      as: 'director',
      before: [withComputer, brokenDown],
      input: { ...computer, id: 1, rev: 2, acquiredOn: '2026-10-01' },
      refuses: 'acquired_after_event',
    },
    {
      name: 'came by a gift that is there',
      as: 'director',
      before: [withComputer],
      input: { ...computer, id: 1, rev: 1, giftItemId: 404 },
      refuses: 'gift_item_not_found',
    },
    {
      name: 'is no more than was given',
      as: 'director',
      before: [computersGiven, withGivenComputers, withComputer],
      input: { ...computer, id: 3, rev: 1, giftItemId: 1 },
      refuses: 'more_than_given',
    },
    {
      name: 'stands in a site that is there',
      as: 'director',
      before: [withComputer],
      input: { ...computer, id: 1, rev: 1, siteId: 404 },
      refuses: 'site_not_found',
    },
    {
      name: 'stands in a room that is there',
      as: 'director',
      before: [withComputer],
      input: { ...computer, id: 1, rev: 1, roomId: 404 },
      refuses: 'room_not_found',
    },
  ],
  removeEquipment: [
    {
      name: 'takes away what was entered by mistake',
      as: 'director',
      before: [withComputer, brokenDown],
      input: { id: 1, rev: 2 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'equipment_not_found' },
    {
      name: 'leaves what a decision speaks of',
      as: 'director',
      before: [withComputer, retired],
      input: { id: 1, rev: 2 },
      refuses: 'equipment_retired',
    },
  ],
  addEvent: [
    { name: 'is told of a day', as: 'director', before: [withComputer], input: broken, answers: { id: 1 } },
    { name: 'finds nothing', as: 'director', input: broken, refuses: 'equipment_not_found' },
    {
      name: 'happens to nothing that is retired',
      as: 'director',
      before: [withComputer, retired],
      input: broken,
      refuses: 'equipment_retired',
    },
    {
      name: 'happens after it came',
      as: 'director',
      before: [withComputer],
      input: { ...broken, on: '2020-01-01' },
      refuses: 'event_out_of_time',
    },
    {
      name: 'comes back after it went',
      as: 'director',
      before: [withComputer],
      input: { ...broken, kind: 'repair', until: '2026-08-01' },
      refuses: 'until_out_of_order',
    },
  ],
  removeEvent: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withComputer, brokenDown],
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404 }, refuses: 'event_not_found' },
  ],
  retire: [
    {
      name: 'takes things out of use by a decision',
      as: 'director',
      before: [withComputer],
      input: { ...decision, equipmentIds: [1] },
      answers: { id: 1, equipment: 1, members: [{ duty: 'chair' }] },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...decision, equipmentIds: [404] },
      refuses: 'equipment_not_found',
    },
    {
      name: 'retires a thing once',
      as: 'director',
      before: [withComputer, retired],
      input: { ...decision, equipmentIds: [1] },
      refuses: 'equipment_retired',
    },
    {
      name: 'comes after the thing',
      as: 'director',
      before: [withComputer],
      input: { ...decision, decidedOn: '2020-01-01', equipmentIds: [1] },
      refuses: 'retired_before_acquired',
    },
    {
      name: 'was decided by today',
      as: 'director',
      before: [withComputer],
      input: { ...decision, decidedOn: '2199-01-01', equipmentIds: [1] },
      refuses: 'in_future',
    },
  ],
  cancelRetirement: [
    {
      name: 'puts all of it in use again',
      as: 'director',
      before: [withComputer, retired],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'retirement_not_found' },
  ],
  printCards: [
    {
      name: 'makes one for each',
      as: 'reader',
      before: [withComputer, brokenDown],
      input: { equipmentIds: [1] },
      answers: {},
    },
    { name: 'finds nothing', as: 'reader', input: { equipmentIds: [404] }, refuses: 'equipment_not_found' },
  ],
  printRetirement: [
    {
      name: 'makes the minutes',
      as: 'reader',
      before: [withComputer, retired],
      input: { id: 1, format: 'pdf' },
      answers: {},
    },
    { name: 'finds nothing', as: 'reader', input: { id: 404 }, refuses: 'retirement_not_found' },
  ],
} satisfies Partial<ExamplesOf<'facilities'>>
