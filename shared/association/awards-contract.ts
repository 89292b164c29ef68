import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, isoDate, page, pageInput, requiredText, rev, text } from '../fields.ts'
import { year } from './dues-contract.ts'

export const awardKinds = ['medal', 'merit', 'certificate', 'title', 'other'] as const
export const recipientKinds = ['person', 'unit'] as const

export const AwardFields = z.object({
  /** The year it is given for, which may have ended before the decision. */
  year,
  decidedOn: isoDate,
  kind: z.enum(awardKinds).default('medal'),
  receivedBy: z.enum(recipientKinds).default('person'),
  recipient: requiredText(300),
  branchId: id.nullable().default(null),
  decisionNumber: text(100).default(''),
  issuer: text(300).default(''),
  reason: text(500).default(''),
})
export type AwardFields = z.output<typeof AwardFields>
export const Award = AwardFields.extend({ id, rev, branchName: z.string().nullable() })
export type Award = z.output<typeof Award>

export const AwardFilters = z.object({
  text: text(200).default(''),
  year: year.nullable().default(null),
  kind: z.enum(awardKinds).nullable().default(null),
  receivedBy: z.enum(recipientKinds).nullable().default(null),
})
export type AwardFilters = z.output<typeof AwardFilters>

const changes = ['association', 'indicators', 'reports'] as const

export const awardContract = defineContract({
  queries: {
    /** The newest decision first. */
    awards: {
      can: 'association.read',
      input: AwardFilters.extend(pageInput),
      output: page(Award).extend({ total: z.object({ count: z.int(), isExact: z.boolean() }) }),
    },
  },
  commands: {
    addAward: {
      can: 'association.write',
      input: AwardFields,
      output: Award,
      errors: ['branch_not_found', 'day_in_future'],
      changes,
    },
    updateAward: {
      can: 'association.write',
      input: AwardFields.extend({ id, rev }),
      output: Award,
      errors: ['award_not_found', 'branch_not_found', 'day_in_future'],
      changes,
    },
    removeAward: {
      can: 'association.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['award_not_found'],
      changes,
    },
  },
})
