import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, isoDate, page, pageInput, text } from '../fields.ts'
import { facets, partnerOrigins } from './partner.ts'
import { PartnerFilters } from './partners-contract.ts'
import {
  Agreement,
  agreementKinds,
  agreementStandings,
  Delegation,
  directions,
  Gift,
  giftKinds,
  giftPurposes,
  Membership,
  membershipScopes,
  Project,
  projectRoles,
  projectStates,
} from './records.ts'

const words = { text: text(200).default('') }
const idOrNone = id.nullable().default(null)
const year = z.int().min(1900).max(2200).nullable().default(null)

export const ProjectFilters = z.object({
  ...words,
  state: z.enum(projectStates).nullable().default(null),
  role: z.enum(projectRoles).nullable().default(null),
  partnerId: idOrNone,
  /** Those that ran on some day of it. */
  year,
})
export type ProjectFilters = z.output<typeof ProjectFilters>
export const AgreementFilters = z.object({
  ...words,
  kind: z.enum(agreementKinds).nullable().default(null),
  standing: z.enum(agreementStandings).nullable().default(null),
  partnerId: idOrNone,
})
export type AgreementFilters = z.output<typeof AgreementFilters>
export const DelegationFilters = z.object({
  ...words,
  direction: z.enum(directions).nullable().default(null),
  partnerId: idOrNone,
  projectId: idOrNone,
  year,
})
export type DelegationFilters = z.output<typeof DelegationFilters>
export const MembershipFilters = z.object({
  ...words,
  scope: z.enum(membershipScopes).nullable().default(null),
  standing: z.enum(['active', 'ended']).nullable().default(null),
})
export type MembershipFilters = z.output<typeof MembershipFilters>
export const GiftFilters = z.object({
  ...words,
  kind: z.enum(giftKinds).nullable().default(null),
  origin: z.enum(partnerOrigins).nullable().default(null),
  purpose: z.enum(giftPurposes).nullable().default(null),
  partnerId: idOrNone,
  projectId: idOrNone,
  year,
})
export type GiftFilters = z.output<typeof GiftFilters>

/** Of all rows that the filters leave: what is not known is counted and never taken for 0. */
const Value = { valueVnd: z.int(), unvalued: z.int() }
export const GiftSum = z.object({ gifts: z.int(), ...Value, copies: z.int(), equipment: z.int() })
export type GiftSum = z.output<typeof GiftSum>
export const giftSumAxes = ['year', 'kind', 'donor', 'origin'] as const

const total = { total: z.int(), facets }
const can = 'cooperation.read'

export const listsContract = defineContract({
  queries: {
    projects: {
      can,
      input: ProjectFilters.extend(pageInput),
      output: page(Project).extend({ ...total, ...Value }),
    },
    agreements: { can, input: AgreementFilters.extend(pageInput), output: page(Agreement).extend(total) },
    /** What ends within the days that the library has set, and what has just ended and nobody renewed. */
    expiring: {
      can,
      input: z.object({}),
      output: z.object({ noticeDays: z.int(), rows: z.array(Agreement) }),
    },
    delegations: {
      can,
      input: DelegationFilters.extend(pageInput),
      output: page(Delegation).extend({ ...total, people: z.int() }),
    },
    memberships: { can, input: MembershipFilters.extend(pageInput), output: page(Membership).extend(total) },
    gifts: {
      can,
      input: GiftFilters.extend(pageInput),
      output: page(Gift).extend({ ...total, sum: GiftSum }),
    },
    /** Sums of gifts along one axis; computed from the gifts and typed nowhere. */
    giftSums: {
      can,
      input: GiftFilters.extend({ along: z.enum(giftSumAxes) }),
      output: z.object({
        /** A donor's key is its partner; 0 stands for all persons who are no partners. */
        rows: z.array(GiftSum.extend({ key: z.string(), name: z.string() })),
        sum: GiftSum,
      }),
    },
    /** Deliveries that a gift of books can be tied to. */
    vouchersToTie: {
      can,
      input: z.object({ ...words, giftId: idOrNone }),
      output: z.array(
        z.object({ id, number: z.string(), receivedOn: isoDate, supplier: z.string(), copies: z.int() }),
      ),
    },
  },
  jobs: {
    exportList: {
      can,
      input: z.object({
        format: z.enum(['xlsx', 'csv']),
        list: z.discriminatedUnion('of', [
          z.object({ of: z.literal('partners'), filters: PartnerFilters }),
          z.object({ of: z.literal('projects'), filters: ProjectFilters }),
          z.object({ of: z.literal('agreements'), filters: AgreementFilters }),
          z.object({ of: z.literal('delegations'), filters: DelegationFilters }),
          z.object({ of: z.literal('memberships'), filters: MembershipFilters }),
          z.object({ of: z.literal('gifts'), filters: GiftFilters }),
        ]),
      }),
      output: z.object({ file: fileTicket, rows: z.int() }),
      changes: [],
    },
  },
})
