import * as z from 'zod'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import { currencies, moneyFields } from './money.ts'
import { named, partnerOrigins } from './partner.ts'

const count = z.int().min(0).max(1_000_000)
const day = isoDate.nullable().default(null)
const idOrNone = id.nullable().default(null)
const ids = z.array(id).max(50).default([])
const amountVnd = z.int().nullable()

export const projectRoles = ['owner', 'beneficiary', 'partner', 'sponsor'] as const
export const projectStates = ['planned', 'running', 'finished', 'stopped'] as const
export type ProjectState = (typeof projectStates)[number]
export const projectEndings = ['finished', 'stopped'] as const

export const ProjectFields = z.object({
  name: requiredText(300),
  role: z.enum(projectRoles).default('beneficiary'),
  partnerIds: ids,
  country: text(100).default(''),
  startsOn: isoDate,
  /** As agreed; `endedOn` is the day it really ended. */
  endsOn: day,
  endedOn: day,
  ending: z.enum(projectEndings).nullable().default(null),
  ...moneyFields,
  beneficiaries: text(2000).default(''),
  peopleSent: count.nullable().default(null),
  peopleReceived: count.nullable().default(null),
  activityIds: ids,
  result: text(5000).default(''),
  note: text(2000).default(''),
})
export type ProjectFields = z.output<typeof ProjectFields>
export const Project = ProjectFields.extend({
  id,
  rev,
  amountVnd,
  state: z.enum(projectStates),
  partners: z.array(named),
  activities: z.array(named),
  /** What was received in it, by its gifts. */
  received: z.object({
    gifts: z.int(),
    valueVnd: z.int(),
    unvalued: z.int(),
    copies: z.int(),
    equipment: z.int(),
  }),
})
export type Project = z.output<typeof Project>

export const agreementKinds = ['cooperation', 'interconnection', 'twinning', 'other'] as const
export const agreementStandings = ['coming', 'valid', 'expiring', 'expired', 'renewed', 'ended'] as const
export type AgreementStanding = (typeof agreementStandings)[number]
export const AgreementFields = z.object({
  name: requiredText(300),
  number: text(100).default(''),
  kind: z.enum(agreementKinds).default('cooperation'),
  partnerIds: z.array(id).min(1).max(50),
  signedOn: day,
  startsOn: isoDate,
  /** None for one without term. */
  endsOn: day,
  /** Ended before its term. */
  endedOn: day,
  renewsId: idOrNone,
  note: text(2000).default(''),
})
export type AgreementFields = z.output<typeof AgreementFields>
export const Agreement = AgreementFields.extend({
  id,
  rev,
  partners: z.array(named),
  standing: z.enum(agreementStandings),
  daysLeft: z.int().nullable(),
  renews: named.nullable(),
  renewedBy: named.nullable(),
  files: z.int(),
})
export type Agreement = z.output<typeof Agreement>

export const directions = ['out', 'in'] as const
export const DelegationFields = z.object({
  direction: z.enum(directions).default('out'),
  programme: requiredText(300),
  country: text(100).default(''),
  partnerId: idOrNone,
  projectId: idOrNone,
  /** Recorded in the diary too: then the diary counts it, and this does not. */
  activityId: idOrNone,
  startsOn: isoDate,
  endsOn: isoDate,
  leaders: count.default(0),
  librarians: count.default(0),
  others: count.default(0),
  /** Who went or came; stays on this PC. */
  people: text(5000).default(''),
  funding: text(300).default(''),
  result: text(5000).default(''),
})
export type DelegationFields = z.output<typeof DelegationFields>
export const Delegation = DelegationFields.extend({
  id,
  rev,
  headcount: z.int(),
  partner: named.nullable(),
  project: named.nullable(),
  activity: named.nullable(),
})
export type Delegation = z.output<typeof Delegation>

export const membershipScopes = ['domestic', 'international'] as const
export const Fee = z.object({
  year: z.int().min(1950).max(2200),
  paidMinor: z.int().min(0).max(9e15),
  paidOn: day,
})
export type Fee = z.output<typeof Fee>
export const MembershipFields = z.object({
  body: requiredText(300),
  scope: z.enum(membershipScopes).default('international'),
  since: isoDate,
  endedOn: day,
  currency: z.enum(currencies).default('VND'),
  /** A year's fee, in the smallest unit of its currency. */
  feeMinor: z.int().min(0).max(9e15).nullable().default(null),
  fees: z.array(Fee).max(200).default([]),
  note: text(2000).default(''),
})
export type MembershipFields = z.output<typeof MembershipFields>
export const Membership = MembershipFields.extend({
  id,
  rev,
  isActive: z.boolean(),
  /** What was paid for this year; null where nothing is recorded. */
  paidThisYear: z.int().nullable(),
})
export type Membership = z.output<typeof Membership>

export const giftKinds = ['money', 'books', 'equipment', 'other'] as const
export const giftPurposes = ['general', 'technology', 'reading', 'training', 'facilities', 'other'] as const
export const valueBases = ['known', 'estimated', 'unknown'] as const
export const giftPapers = ['receipt', 'letter'] as const
export type GiftPaper = (typeof giftPapers)[number]
export const GiftItem = z.object({
  /** Kept through changes, so that what the library owns can be tied to the line it came by. */
  id: id.nullable().default(null),
  name: requiredText(300),
  quantity: z.int().min(1).max(1_000_000).default(1),
  /** Of the whole line. */
  valueMinor: z.int().min(0).max(9e15).nullable().default(null),
})
export type GiftItem = z.output<typeof GiftItem>
export const GiftFields = z.object({
  kind: z.enum(giftKinds).default('books'),
  receivedOn: isoDate,
  partnerId: idOrNone,
  /** A person who is no partner; stays on this PC. */
  donorName: text(200).default(''),
  /** Of a person; a partner brings its own. */
  origin: z.enum(partnerOrigins).default('domestic'),
  purpose: z.enum(giftPurposes).default('general'),
  what: requiredText(500),
  valueBasis: z.enum(valueBases).default('known'),
  ...moneyFields,
  copies: count.nullable().default(null),
  /** The delivery its books were accessioned by. */
  voucherId: idOrNone,
  projectId: idOrNone,
  activityId: idOrNone,
  items: z.array(GiftItem).max(300).default([]),
  note: text(2000).default(''),
})
export type GiftFields = z.output<typeof GiftFields>
const PaperNumber = z.object({ number: z.int(), year: z.int(), on: isoDate }).nullable()
export const Gift = GiftFields.extend({
  id,
  rev,
  amountVnd,
  /** Each with how many of it stand among what the library owns. */
  items: z.array(GiftItem.extend({ recorded: z.int() })),
  partner: named.nullable(),
  voucher: z.object({ id, number: z.string(), titles: z.int() }).nullable(),
  project: named.nullable(),
  activity: named.nullable(),
  receipt: PaperNumber,
  letter: PaperNumber,
})
export type Gift = z.output<typeof Gift>

export const recordKinds = ['project', 'agreement', 'delegation', 'membership', 'gift'] as const
export type RecordKind = (typeof recordKinds)[number]
export const RecordRef = z.object({ of: z.enum(recordKinds), id })
export const RecordRev = RecordRef.extend({ rev })
