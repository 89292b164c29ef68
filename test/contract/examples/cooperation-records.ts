import { by, type ExamplesOf } from '../example.ts'
import { school } from './activity-steps.ts'
import {
  agreed,
  agreement,
  booksGiven,
  delegation,
  donated,
  fee,
  gift,
  given,
  joined,
  membership,
  project,
  projectRuns,
  travelled,
} from './cooperation-steps.ts'

type Verbs =
  | 'project'
  | 'addProject'
  | 'updateProject'
  | 'agreement'
  | 'addAgreement'
  | 'updateAgreement'
  | 'delegation'
  | 'addDelegation'
  | 'updateDelegation'
  | 'membership'
  | 'addMembership'
  | 'updateMembership'
  | 'removeRecord'
  | 'restoreRecord'

const as = 'activities' as const
const reads = 'reader' as const
const id = 404
const fresh = { id: 1, rev: 1 }
const renewed = by(as, 'cooperation.addAgreement', {
  ...agreement,
  startsOn: '2026-12-01',
  endsOn: null,
  renewsId: 1,
})
const removedGift = by(as, 'cooperation.removeRecord', { of: 'gift', ...fresh })

export const records: Pick<ExamplesOf<'cooperation'>, Verbs> = {
  project: [
    {
      name: 'is told with what was received in it',
      as: reads,
      before: [school, projectRuns, by(as, 'cooperation.addGift', { ...gift, projectId: 1 })],
      input: { id: 1 },
      answers: {
        state: 'running',
        amountVnd: 250_000_000,
        received: { gifts: 1, valueVnd: 5_000_000, unvalued: 0 },
      },
    },
    { name: 'is not there', as: reads, input: { id }, refuses: 'project_not_found' },
  ],
  addProject: [
    { name: 'records one', as, before: [school], input: project, answers: { id: 1, state: 'running' } },
    {
      name: 'keeps an amount without a rate as unknown once that is meant',
      as,
      before: [school],
      input: { ...project, rate: null, rateOn: null, accepted: ['rate_missing'] },
      answers: { amountVnd: null, amountMinor: 1_000_000 },
    },
    {
      name: 'asks for the rate',
      as,
      before: [school],
      input: { ...project, rate: null },
      refuses: 'rate_missing',
    },
    {
      name: 'asks for the day of the rate',
      as,
      before: [school],
      input: { ...project, rateOn: null },
      refuses: 'rate_day_missing',
    },
    { name: 'needs its partners', as, input: project, refuses: 'partner_not_found' },
    {
      name: 'needs its activities',
      as,
      before: [school],
      input: { ...project, activityIds: [id] },
      refuses: 'activity_not_found',
    },
    {
      name: 'ends after it begins',
      as,
      before: [school],
      input: { ...project, endsOn: '2025-01-01' },
      refuses: 'dates_reversed',
    },
  ],
  updateProject: [
    {
      name: 'tells how it ended',
      as,
      before: [school, projectRuns],
      input: { ...project, ...fresh, endedOn: '2026-11-01', ending: 'stopped' },
      answers: { rev: 2, state: 'stopped' },
    },
    { name: 'finds nothing', as, input: { ...project, id, rev: 1 }, refuses: 'project_not_found' },
    ...(
      [
        'rate_missing',
        'rate_day_missing',
        'partner_not_found',
        'activity_not_found',
        'dates_reversed',
      ] as const
    ).map((refuses) => ({
      name: `refuses as adding does: ${refuses}`,
      as,
      before: [school, projectRuns],
      input: {
        ...project,
        ...fresh,
        ...{
          rate_missing: { rate: null },
          rate_day_missing: { rateOn: null },
          partner_not_found: { partnerIds: [id] },
          activity_not_found: { activityIds: [id] },
          dates_reversed: { endedOn: '2020-01-01' },
        }[refuses],
      },
      refuses,
    })),
  ],
  agreement: [
    {
      name: 'is told with what is left of its term',
      as: reads,
      before: [school, agreed],
      input: { id: 1 },
      answers: { partners: [{ id: 1 }], renewedBy: null, files: 0 },
    },
    { name: 'is not there', as: reads, input: { id }, refuses: 'agreement_not_found' },
  ],
  addAgreement: [
    { name: 'records one', as, before: [school], input: agreement, answers: { id: 1, partnerIds: [1] } },
    { name: 'needs its partners', as, input: agreement, refuses: 'partner_not_found' },
    {
      name: 'ends after it begins',
      as,
      before: [school],
      input: { ...agreement, endsOn: '2020-01-01' },
      refuses: 'dates_reversed',
    },
    {
      name: 'renews one that is there',
      as,
      before: [school],
      input: { ...agreement, renewsId: id },
      refuses: 'agreement_not_found',
    },
    {
      name: 'renews nothing twice',
      as,
      before: [school, agreed, renewed],
      input: { ...agreement, renewsId: 1 },
      refuses: 'already_renewed',
    },
    {
      name: 'renews another',
      as,
      before: [school, agreed, renewed],
      input: { ...agreement, renewsId: 2 },
      answers: { renews: { id: 2 } },
    },
  ],
  updateAgreement: [
    {
      name: 'ends it early',
      as,
      before: [school, agreed],
      input: { ...agreement, ...fresh, endedOn: '2026-11-01' },
      answers: { standing: 'ended' },
    },
    { name: 'finds nothing', as, input: { ...agreement, id, rev: 1 }, refuses: 'agreement_not_found' },
    {
      name: 'needs its partners',
      as,
      before: [school, agreed],
      input: { ...agreement, ...fresh, partnerIds: [id] },
      refuses: 'partner_not_found',
    },
    {
      name: 'ends after it begins',
      as,
      before: [school, agreed],
      input: { ...agreement, ...fresh, endsOn: '2020-01-01' },
      refuses: 'dates_reversed',
    },
    {
      name: 'never renews itself',
      as,
      before: [school, agreed],
      input: { ...agreement, ...fresh, renewsId: 1 },
      refuses: 'renews_itself',
    },
    {
      name: 'renews nothing twice',
      as,
      before: [school, agreed, renewed, agreed],
      input: { ...agreement, id: 3, rev: 1, renewsId: 1 },
      refuses: 'already_renewed',
    },
  ],
  delegation: [
    {
      name: 'is told with how many it were',
      as: reads,
      before: [travelled],
      input: { id: 1 },
      answers: { headcount: 5 },
    },
    { name: 'is not there', as: reads, input: { id }, refuses: 'delegation_not_found' },
  ],
  addDelegation: [
    { name: 'records one', as, input: delegation, answers: { id: 1, headcount: 5 } },
    {
      name: 'has somebody in it',
      as,
      input: { ...delegation, leaders: 0, librarians: 0 },
      refuses: 'nobody_went',
    },
    { name: 'needs its partner', as, input: { ...delegation, partnerId: id }, refuses: 'partner_not_found' },
    { name: 'needs its project', as, input: { ...delegation, projectId: id }, refuses: 'project_not_found' },
    {
      name: 'needs its activity',
      as,
      input: { ...delegation, activityId: id },
      refuses: 'activity_not_found',
    },
    {
      name: 'comes back after it left',
      as,
      input: { ...delegation, endsOn: '2026-09-01' },
      refuses: 'dates_reversed',
    },
  ],
  updateDelegation: [
    {
      name: 'changes it',
      as,
      before: [travelled],
      input: { ...delegation, ...fresh, others: 2 },
      answers: { headcount: 7 },
    },
    { name: 'finds nothing', as, input: { ...delegation, id, rev: 1 }, refuses: 'delegation_not_found' },
    ...(
      [
        'nobody_went',
        'partner_not_found',
        'project_not_found',
        'activity_not_found',
        'dates_reversed',
      ] as const
    ).map((refuses) => ({
      name: `refuses as adding does: ${refuses}`,
      as,
      before: [travelled],
      input: {
        ...delegation,
        ...fresh,
        ...{
          nobody_went: { leaders: 0, librarians: 0 },
          partner_not_found: { partnerId: id },
          project_not_found: { projectId: id },
          activity_not_found: { activityId: id },
          dates_reversed: { endsOn: '2026-09-01' },
        }[refuses],
      },
      refuses,
    })),
  ],
  membership: [
    {
      name: 'is told with what was paid',
      as: reads,
      before: [joined],
      input: { id: 1 },
      answers: { isActive: true, fees: [{ year: 2026, paidMinor: 10_000 }] },
    },
    { name: 'is not there', as: reads, input: { id }, refuses: 'membership_not_found' },
  ],
  addMembership: [
    { name: 'records one', as, input: membership, answers: { id: 1, isActive: true } },
    {
      name: 'ends after it begins',
      as,
      input: { ...membership, endedOn: '2000-01-01' },
      refuses: 'dates_reversed',
    },
    {
      name: 'has one fee for a year',
      as,
      input: { ...membership, fees: [fee, fee] },
      refuses: 'year_twice',
    },
  ],
  updateMembership: [
    {
      name: 'takes a fee back',
      as,
      before: [joined],
      input: { ...membership, ...fresh, fees: [] },
      answers: { paidThisYear: null },
    },
    { name: 'finds nothing', as, input: { ...membership, id, rev: 1 }, refuses: 'membership_not_found' },
    {
      name: 'ends after it begins',
      as,
      before: [joined],
      input: { ...membership, ...fresh, endedOn: '2000-01-01' },
      refuses: 'dates_reversed',
    },
    {
      name: 'has one fee for a year',
      as,
      before: [joined],
      input: { ...membership, ...fresh, fees: [fee, fee] },
      refuses: 'year_twice',
    },
  ],
  removeRecord: [
    {
      name: 'takes one out of all lists',
      as,
      before: [school, given],
      input: { of: 'gift', ...fresh },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as, input: { of: 'gift', id, rev: 1 }, refuses: 'record_not_found' },
    {
      name: 'leaves what others stand on',
      as,
      before: [school, projectRuns, by(as, 'cooperation.addGift', { ...gift, projectId: 1 })],
      input: { of: 'project', ...fresh },
      refuses: 'record_in_use',
    },
  ],
  restoreRecord: [
    {
      name: 'brings it back',
      as,
      before: [school, given, removedGift],
      input: { of: 'gift', id: 1 },
      answers: { id: 1 },
    },
    {
      name: 'finds none that was removed',
      as,
      before: [school, given],
      input: { of: 'gift', id: 1 },
      refuses: 'record_not_found',
    },
    {
      name: 'leaves a delivery to the gift that has it by now',
      as,
      before: [donated, booksGiven, removedGift, booksGiven],
      input: { of: 'gift', id: 1 },
      refuses: 'voucher_taken',
    },
  ],
}
