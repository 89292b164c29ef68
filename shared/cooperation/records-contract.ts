import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, rev } from '../fields.ts'
import {
  Agreement,
  AgreementFields,
  Delegation,
  DelegationFields,
  Gift,
  GiftFields,
  giftPapers,
  Membership,
  MembershipFields,
  Project,
  ProjectFields,
  RecordRef,
  RecordRev,
} from './records.ts'

const changes = ['cooperation', 'activities', 'indicators', 'reports'] as const
const can = 'cooperation.write'
/** What was asked about and is meant so. */
const accepted = z.array(z.enum(['rate_missing'])).default([])
const ofMoney = ['rate_missing', 'rate_day_missing'] as const
const projectErrors = ['partner_not_found', 'activity_not_found', 'dates_reversed', ...ofMoney] as const
const agreementErrors = [
  'partner_not_found',
  'dates_reversed',
  'agreement_not_found',
  'already_renewed',
] as const
const delegationErrors = [
  'partner_not_found',
  'project_not_found',
  'activity_not_found',
  'dates_reversed',
  'nobody_went',
] as const
const membershipErrors = ['dates_reversed', 'year_twice'] as const
const giftErrors = [
  'partner_not_found',
  'project_not_found',
  'activity_not_found',
  'voucher_not_found',
  'voucher_not_given',
  'voucher_taken',
  'received_in_future',
  'value_missing',
  ...ofMoney,
] as const

export const recordsContract = defineContract({
  queries: {
    project: {
      can: 'cooperation.read',
      input: z.object({ id }),
      output: Project,
      errors: ['project_not_found'],
    },
    agreement: {
      can: 'cooperation.read',
      input: z.object({ id }),
      output: Agreement,
      errors: ['agreement_not_found'],
    },
    delegation: {
      can: 'cooperation.read',
      input: z.object({ id }),
      output: Delegation,
      errors: ['delegation_not_found'],
    },
    membership: {
      can: 'cooperation.read',
      input: z.object({ id }),
      output: Membership,
      errors: ['membership_not_found'],
    },
    gift: { can: 'cooperation.read', input: z.object({ id }), output: Gift, errors: ['gift_not_found'] },
  },
  commands: {
    addProject: {
      can,
      input: ProjectFields.extend({ accepted }),
      output: Project,
      errors: projectErrors,
      changes,
    },
    updateProject: {
      can,
      input: ProjectFields.extend({ id, rev, accepted }),
      output: Project,
      errors: ['project_not_found', ...projectErrors],
      changes,
    },
    addAgreement: { can, input: AgreementFields, output: Agreement, errors: agreementErrors, changes },
    updateAgreement: {
      can,
      input: AgreementFields.extend({ id, rev }),
      output: Agreement,
      errors: [...agreementErrors, 'renews_itself'],
      changes,
    },
    addDelegation: { can, input: DelegationFields, output: Delegation, errors: delegationErrors, changes },
    updateDelegation: {
      can,
      input: DelegationFields.extend({ id, rev }),
      output: Delegation,
      errors: ['delegation_not_found', ...delegationErrors],
      changes,
    },
    addMembership: { can, input: MembershipFields, output: Membership, errors: membershipErrors, changes },
    updateMembership: {
      can,
      input: MembershipFields.extend({ id, rev }),
      output: Membership,
      errors: ['membership_not_found', ...membershipErrors],
      changes,
    },
    addGift: { can, input: GiftFields.extend({ accepted }), output: Gift, errors: giftErrors, changes },
    /** What the library owns tells who gave it by its gift. */
    updateGift: {
      can,
      input: GiftFields.extend({ id, rev, accepted }),
      output: Gift,
      errors: ['gift_not_found', 'item_recorded', ...giftErrors],
      changes: [...changes, 'facilities'],
    },
    /** Gives a gift's receipt or letter the next number of the year; one that has its number keeps it. */
    numberGift: {
      can,
      input: z.object({ id, rev, paper: z.enum(giftPapers) }),
      output: Gift,
      errors: ['gift_not_found', 'already_numbered'],
      changes: ['cooperation'],
    },
    removeRecord: {
      can,
      input: RecordRev,
      output: z.object({ id }),
      errors: ['record_not_found', 'record_in_use'],
      changes,
    },
    restoreRecord: {
      can,
      input: RecordRef,
      output: z.object({ id }),
      errors: ['record_not_found', 'voucher_taken'],
      changes,
    },
  },
})
