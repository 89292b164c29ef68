import type { ExamplesOf } from '../example.ts'
import { delay, milestone, postponed, roadmap, today, withMilestone, withRoadmap } from './plans-steps.ts'

const of = (id: number) => ({ id, rev: 1 })
const gone = of(404)
const done = { doneOn: '2026-09-20', evidence: 'BBNT 03' } as const

type Plans = ExamplesOf<'plans'>
type Own = Pick<
  Plans,
  | 'roadmaps'
  | 'roadmap'
  | 'milestones'
  | `${'add' | 'update' | 'remove' | 'restore'}${'Roadmap' | 'Milestone'}`
  | 'postpone'
  | 'removeDelay'
>

/** Both writings refuse the same. */
const refusedPlans = [
  ['ends_before_begin', { endsOn: '2025-01-01' }],
  ['approved_before_submitted', { approvedOn: '2025-11-01' }],
  ['approval_in_future', { approvedOn: '2199-01-01' }],
  ['approval_without_number', { number: '' }],
  ['replaced_before_approved', { replacedOn: '2025-12-01' }],
  ['roadmap_not_found', { replacedById: 404 }],
  ['document_not_found', { documentId: 404 }],
] as const
const refusedMilestones = [
  ['due_before_plan', { dueOn: '2025-12-31' }],
  ['done_in_future', { ...done, doneOn: '2199-01-01' }],
  ['done_without_proof', { doneOn: '2026-09-20' }],
] as const

export const roadmapExamples: Own = {
  roadmaps: [
    {
      name: 'are told as of a day, before the approval too',
      as: 'reader',
      before: [withRoadmap],
      input: { on: '2025-12-10' },
      answers: { rows: [{ id: 1, standing: 'submitted' }], next: null },
    },
  ],
  roadmap: [
    {
      name: 'is told with its milestones',
      as: 'reader',
      before: [withRoadmap, withMilestone],
      input: { id: 1, on: today },
      answers: { standing: 'approved', overdue: 1, items: [{ id: 1, standing: 'overdue' }] },
    },
    { name: 'is not there', as: 'reader', input: { id: 404, on: today }, refuses: 'roadmap_not_found' },
  ],
  milestones: [
    {
      name: 'show the day that holds beside the first one',
      as: 'reader',
      before: [withRoadmap, withMilestone, postponed],
      input: { on: today, taskGroup: 'infrastructure' },
      answers: { rows: [{ dueOn: '2026-09-30', due: '2026-12-31', standing: 'open' }] },
    },
  ],
  addRoadmap: [
    {
      name: 'adds it',
      as: 'director',
      input: { ...roadmap, endsOn: '2199-12-31' },
      answers: { id: 1, rev: 1, standing: 'approved' },
    },
    ...refusedPlans.map(([refuses, fields]) => ({
      name: `is refused: ${refuses}`,
      as: 'director' as const,
      input: { ...roadmap, ...fields },
      refuses,
    })),
  ],
  updateRoadmap: [
    {
      name: 'is replaced from a day on',
      as: 'director',
      before: [withRoadmap],
      input: { ...roadmap, ...of(1), replacedOn: '2026-10-01' },
      answers: { rev: 2, standing: 'replaced' },
    },
    ...refusedPlans.map(([refuses, fields]) => ({
      name: `is refused: ${refuses}`,
      as: 'director' as const,
      before: [withRoadmap],
      input: { ...roadmap, ...of(1), ...fields },
      refuses,
    })),
    {
      name: 'does not replace itself',
      as: 'director',
      before: [withRoadmap],
      input: { ...roadmap, ...of(1), replacedById: 1 },
      refuses: 'replaced_by_itself',
    },
    {
      name: 'does not begin after a milestone is due',
      as: 'director',
      before: [withRoadmap, withMilestone],
      input: { ...roadmap, ...of(1), startsOn: '2026-10-01' },
      refuses: 'milestone_before_start',
    },
  ],
  removeRoadmap: [
    {
      name: 'goes with its milestones',
      as: 'director',
      before: [withRoadmap, withMilestone],
      input: of(1),
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: gone, refuses: 'roadmap_not_found' },
  ],
  restoreRoadmap: [
    {
      name: 'comes back',
      as: 'director',
      before: [withRoadmap, { as: 'director', operation: 'plans.removeRoadmap', input: of(1) }],
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404 }, refuses: 'roadmap_not_found' },
  ],
  addMilestone: [
    {
      name: 'adds it',
      as: 'director',
      before: [withRoadmap],
      input: { ...milestone, roadmapId: 1 },
      answers: { id: 1, due: '2026-09-30', standing: 'overdue' },
    },
    {
      name: 'is of a plan that is there',
      as: 'director',
      input: { ...milestone, roadmapId: 404 },
      refuses: 'roadmap_not_found',
    },
    ...refusedMilestones.map(([refuses, fields]) => ({
      name: `is refused: ${refuses}`,
      as: 'director' as const,
      before: [withRoadmap],
      input: { ...milestone, roadmapId: 1, ...fields },
      refuses,
    })),
  ],
  updateMilestone: [
    {
      name: 'is done in time, with its proof',
      as: 'director',
      before: [withRoadmap, withMilestone],
      input: { ...milestone, ...of(1), ...done },
      answers: { rev: 2, standing: 'done' },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...milestone, ...gone },
      refuses: 'milestone_not_found',
    },
    ...refusedMilestones.map(([refuses, fields]) => ({
      name: `is refused: ${refuses}`,
      as: 'director' as const,
      before: [withRoadmap, withMilestone],
      input: { ...milestone, ...of(1), ...fields },
      refuses,
    })),
    {
      name: 'is first due before the day it was put off to',
      as: 'director',
      before: [withRoadmap, withMilestone, postponed],
      input: { ...milestone, id: 1, rev: 2, dueOn: '2027-01-31' },
      refuses: 'due_after_delay',
    },
  ],
  removeMilestone: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withRoadmap, withMilestone],
      input: of(1),
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: gone, refuses: 'milestone_not_found' },
  ],
  restoreMilestone: [
    {
      name: 'comes back',
      as: 'director',
      before: [
        withRoadmap,
        withMilestone,
        { as: 'director', operation: 'plans.removeMilestone', input: of(1) },
      ],
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404 }, refuses: 'milestone_not_found' },
  ],
  postpone: [
    {
      name: 'keeps the first day to be seen',
      as: 'director',
      before: [withRoadmap, withMilestone],
      input: delay,
      answers: { dueOn: '2026-09-30', due: '2026-12-31', delays: [{ reason: 'Chờ đấu thầu' }] },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...delay, milestoneId: 404 },
      refuses: 'milestone_not_found',
    },
    {
      name: 'leaves what is done',
      as: 'director',
      before: [
        withRoadmap,
        { as: 'director', operation: 'plans.addMilestone', input: { ...milestone, roadmapId: 1, ...done } },
      ],
      input: delay,
      refuses: 'milestone_done',
    },
    {
      name: 'was decided by today',
      as: 'director',
      before: [withRoadmap, withMilestone],
      input: { ...delay, on: '2199-01-01' },
      refuses: 'delay_in_future',
    },
    {
      name: 'comes after the one before',
      as: 'director',
      before: [withRoadmap, withMilestone, postponed],
      input: { ...delay, dueOn: '2027-06-30' },
      refuses: 'delay_out_of_order',
    },
    {
      name: 'is later than it was',
      as: 'director',
      before: [withRoadmap, withMilestone],
      input: { ...delay, dueOn: '2026-09-30' },
      refuses: 'delay_not_later',
    },
  ],
  removeDelay: [
    {
      name: 'takes the last one back',
      as: 'director',
      before: [withRoadmap, withMilestone, postponed],
      input: { id: 1 },
      answers: { due: '2026-09-30', delays: [] },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404 }, refuses: 'delay_not_found' },
    {
      name: 'leaves one before another',
      as: 'director',
      before: [
        withRoadmap,
        withMilestone,
        postponed,
        {
          as: 'director',
          operation: 'plans.postpone',
          input: { ...delay, on: '2026-10-15', dueOn: '2027-03-31' },
        },
      ],
      input: { id: 1 },
      refuses: 'delay_not_last',
    },
  ],
}
