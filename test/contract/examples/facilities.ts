import { by, type ExamplesOf } from '../example.ts'
import { equipmentExamples } from './facilities-equipment.ts'
import { roomExamples } from './facilities-rooms.ts'
import {
  connection,
  said,
  service,
  software,
  today,
  withComputer,
  withConnection,
  withService,
  withSoftware,
} from './facilities-steps.ts'

const state = by('director', 'facilities.setState', said)
const ownLine = { checklist: 'workflow', name: 'Đóng bìa', addedOn: '2026-01-01' } as const
const withLine = by('director', 'facilities.addLine', ownLine)
/** After the 25 lines that come with the program. */
const ownId = 26

export const facilities: ExamplesOf<'facilities'> = {
  ...roomExamples,
  ...equipmentExamples,
  software: [
    {
      name: 'is told as of the day',
      as: 'reader',
      before: [withSoftware],
      input: { on: today },
      answers: { rows: [{ id: 1, ...software }], next: null },
    },
  ],
  connections: [
    {
      name: 'are not told before their time',
      as: 'reader',
      before: [withConnection],
      input: { on: '2024-12-31' },
      answers: { rows: [], next: null },
    },
  ],
  services: [
    {
      name: 'are found by their address',
      as: 'reader',
      before: [withService],
      input: { on: today, text: 'thuvien' },
      answers: { rows: [{ id: 1, kind: 'website' }], next: null },
    },
  ],
  due: [
    {
      name: 'ends soon, the soonest first',
      as: 'reader',
      before: [withSoftware, withComputer],
      input: { from: today, to: '2026-12-31' },
      answers: [
        { kind: 'warranty', on: '2026-12-01', id: 1 },
        { kind: 'support', on: '2026-12-31', id: 1 },
      ],
    },
  ],
  checklist: [
    {
      name: 'has no share while nobody has looked',
      as: 'reader',
      input: { checklist: 'workflow', on: today },
      answers: { digital: 0, count: 15, percent: null, wantedPercent: 80 },
    },
    {
      name: 'has the share of what is done by machine',
      as: 'reader',
      before: [state],
      input: { checklist: 'workflow', on: today },
      answers: { digital: 1, count: 15, percent: 6.67 },
    },
  ],
  rule: [
    { name: 'is the decree’s', as: 'reader', input: {}, answers: { workflowPercent: 80, remindDays: 60 } },
  ],
  addSoftware: [
    { name: 'adds it', as: 'director', input: software, answers: { id: 1, rev: 1, ...software } },
    {
      name: 'ends after it began',
      as: 'director',
      input: { ...software, untilOn: '2025-01-01' },
      refuses: 'ends_before_begin',
    },
  ],
  updateSoftware: [
    {
      name: 'changes it',
      as: 'director',
      before: [withSoftware],
      input: { ...software, id: 1, rev: 1, version: '1.1' },
      answers: { rev: 2, version: '1.1' },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...software, id: 404, rev: 1 },
      refuses: 'software_not_found',
    },
    {
      name: 'ends after it began',
      as: 'director',
      before: [withSoftware],
      input: { ...software, id: 1, rev: 1, untilOn: '2025-01-01' },
      refuses: 'ends_before_begin',
    },
  ],
  removeSoftware: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withSoftware],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'software_not_found' },
  ],
  addConnection: [
    { name: 'adds it', as: 'director', input: connection, answers: { id: 1, ...connection } },
    {
      name: 'ends after it began',
      as: 'director',
      input: { ...connection, untilOn: '2024-01-01' },
      refuses: 'ends_before_begin',
    },
    {
      name: 'is of a site that is there',
      as: 'director',
      input: { ...connection, siteId: 404 },
      refuses: 'site_not_found',
    },
  ],
  updateConnection: [
    {
      name: 'ends it',
      as: 'director',
      before: [withConnection],
      input: { ...connection, id: 1, rev: 1, untilOn: '2026-01-01' },
      answers: { rev: 2, untilOn: '2026-01-01' },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...connection, id: 404, rev: 1 },
      refuses: 'connection_not_found',
    },
    {
      name: 'ends after it began',
      as: 'director',
      before: [withConnection],
      input: { ...connection, id: 1, rev: 1, untilOn: '2024-01-01' },
      refuses: 'ends_before_begin',
    },
    {
      name: 'is of a site that is there',
      as: 'director',
      before: [withConnection],
      input: { ...connection, id: 1, rev: 1, siteId: 404 },
      refuses: 'site_not_found',
    },
  ],
  removeConnection: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withConnection],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'connection_not_found' },
  ],
  addService: [
    { name: 'adds it', as: 'director', input: service, answers: { id: 1, ...service } },
    {
      name: 'ends after it began',
      as: 'director',
      input: { ...service, untilOn: '2024-01-01' },
      refuses: 'ends_before_begin',
    },
  ],
  updateService: [
    {
      name: 'changes it',
      as: 'director',
      before: [withService],
      input: { ...service, id: 1, rev: 1, evidence: 'CV 12' },
      answers: { rev: 2, evidence: 'CV 12' },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...service, id: 404, rev: 1 },
      refuses: 'service_not_found',
    },
    {
      name: 'ends after it began',
      as: 'director',
      before: [withService],
      input: { ...service, id: 1, rev: 1, untilOn: '2024-01-01' },
      refuses: 'ends_before_begin',
    },
  ],
  removeService: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withService],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'service_not_found' },
  ],
  setState: [
    { name: 'says it from a day on', as: 'director', input: said, answers: { id: 1 } },
    {
      name: 'replaces what was said of the same day',
      as: 'director',
      before: [state],
      input: { ...said, state: 'manual' },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { ...said, itemId: 404 }, refuses: 'line_not_found' },
    {
      name: 'says nothing of the future',
      as: 'director',
      input: { ...said, fromOn: '2199-01-01' },
      refuses: 'in_future',
    },
  ],
  removeState: [
    { name: 'takes it back', as: 'director', before: [state], input: { id: 1 }, answers: { id: 1 } },
    { name: 'finds nothing', as: 'director', input: { id: 404 }, refuses: 'state_not_found' },
  ],
  addLine: [
    { name: 'adds one of the library’s own', as: 'director', input: ownLine, answers: { id: ownId } },
  ],
  updateLine: [
    {
      name: 'drops one from a day on',
      as: 'director',
      input: { id: 1, rev: 1, name: '', droppedOn: '2026-07-01' },
      answers: { id: 1 },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { id: 404, rev: 1, name: '', droppedOn: null },
      refuses: 'line_not_found',
    },
    {
      name: 'keeps a name where the program has none',
      as: 'director',
      before: [withLine],
      input: { id: ownId, rev: 1, name: '', droppedOn: null },
      refuses: 'line_needs_name',
    },
  ],
  removeLine: [
    {
      name: 'takes away one of the library’s own',
      as: 'director',
      before: [withLine],
      input: { id: ownId, rev: 1 },
      answers: { id: ownId },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'line_not_found' },
    { name: 'leaves one of the program', as: 'director', input: { id: 1, rev: 1 }, refuses: 'line_in_use' },
  ],
  setRule: [
    {
      name: 'is the library’s from now on',
      as: 'director',
      input: { workflowPercent: 70, infrastructurePercent: 90, remindDays: 30 },
      answers: { workflowPercent: 70 },
    },
  ],
  exportList: [
    {
      name: 'hands out what a list shows',
      as: 'reader',
      before: [withComputer],
      input: { choice: { list: 'equipment', filters: { on: today } }, format: 'csv' },
      answers: { rows: 1 },
    },
  ],
}
