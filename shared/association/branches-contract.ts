import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, isoDate, page, pageInput, requiredText, rev, text } from '../fields.ts'

/** Liên chi hội and chi hội. */
export const branchKinds = ['union', 'branch'] as const
/** What dues are asked by: public libraries pay otherwise than specialised ones. */
export const sectors = ['public', 'specialised', 'education', 'other'] as const
export type Sector = (typeof sectors)[number]

export const BranchFields = z.object({
  name: requiredText(300),
  kind: z.enum(branchKinds).default('branch'),
  sector: z.enum(sectors).default('public'),
  parentId: id.nullable().default(null),
  leader: text(200).default(''),
  decisionNumber: text(100).default(''),
  foundedOn: isoDate,
  closedOn: isoDate.nullable().default(null),
  note: text(2000).default(''),
})
export type BranchFields = z.output<typeof BranchFields>
export const Branch = BranchFields.extend({
  id,
  rev,
  /** How far below the top of the tree it stands. */
  depth: z.int(),
  /** Who belong to it now, without those of units below it. */
  members: z.int(),
})
export type Branch = z.output<typeof Branch>

export const memberStates = ['current', 'left'] as const
export const MemberFields = z.object({
  branchId: id,
  name: requiredText(200),
  position: text(200).default(''),
  cardNumber: text(40).default(''),
  decisionNumber: text(100).default(''),
  admittedOn: isoDate,
  leftOn: isoDate.nullable().default(null),
  leftReason: text(300).default(''),
  note: text(2000).default(''),
})
export type MemberFields = z.output<typeof MemberFields>
export const Member = MemberFields.extend({ id, rev, branchName: z.string() })
export type Member = z.output<typeof Member>

export const NewMember = MemberFields.pick({ name: true, position: true, cardNumber: true })
export type NewMember = z.output<typeof NewMember>
/** One decision and everybody it admits. */
export const Admission = z.object({
  branchId: id,
  decisionNumber: text(100).default(''),
  admittedOn: isoDate,
  members: z.array(NewMember).min(1).max(500),
})
export type Admission = z.output<typeof Admission>

export const MemberFilters = z.object({
  text: text(200).default(''),
  branchId: id.nullable().default(null),
  state: z.enum(memberStates).nullable().default(null),
  admittedYear: z.int().min(1900).max(2200).nullable().default(null),
})
export type MemberFilters = z.output<typeof MemberFilters>

/** A change of who belongs moves figures. */
const changes = ['association', 'indicators', 'reports'] as const

export const branchContract = defineContract({
  queries: {
    /** The tree, each unit below the one it belongs to, alphabetically among its like. */
    branches: {
      can: 'association.read',
      input: z.object({ text: text(200).default('') }),
      output: z.array(Branch),
    },
    /** By name as people are listed here: the given name first. */
    members: {
      can: 'association.read',
      input: MemberFilters.extend(pageInput),
      output: page(Member).extend({ total: z.object({ count: z.int(), isExact: z.boolean() }) }),
    },
  },
  commands: {
    addBranch: {
      can: 'association.write',
      input: BranchFields,
      output: Branch,
      errors: ['duplicate_branch', 'branch_not_found', 'closed_before_founded', 'day_in_future'],
      changes,
    },
    updateBranch: {
      can: 'association.write',
      input: BranchFields.extend({ id, rev }),
      output: Branch,
      errors: [
        'branch_not_found',
        'duplicate_branch',
        'branch_below_itself',
        'closed_before_founded',
        'day_in_future',
      ],
      changes,
    },
    removeBranch: {
      can: 'association.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['branch_not_found', 'branch_in_use'],
      changes,
    },
    admit: {
      can: 'association.write',
      input: Admission,
      output: z.object({ ids: z.array(id) }),
      errors: ['branch_not_found', 'branch_closed', 'duplicate_card', 'day_in_future'],
      changes,
    },
    /** For an admission that was entered by mistake; who really left keeps their row. */
    takeBackAdmission: {
      can: 'association.write',
      input: z.object({ ids: z.array(id).min(1).max(500) }),
      output: z.object({ members: z.int() }),
      errors: ['member_not_found'],
      changes,
    },
    updateMember: {
      can: 'association.write',
      input: MemberFields.extend({ id, rev }),
      output: Member,
      errors: [
        'member_not_found',
        'branch_not_found',
        'duplicate_card',
        'left_before_admitted',
        'day_in_future',
      ],
      changes,
    },
  },
})
