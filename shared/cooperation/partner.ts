import * as z from 'zod'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'

export const partnerKinds = [
  'library',
  'school',
  'agency',
  'association',
  'fund',
  'company',
  'person',
  'other',
] as const
export const partnerOrigins = ['domestic', 'foreign'] as const
export type Origin = (typeof partnerOrigins)[number]

export const PartnerFields = z.object({
  name: requiredText(300),
  kind: z.enum(partnerKinds).default('other'),
  origin: z.enum(partnerOrigins).default('domestic'),
  /** Of a foreign one. */
  country: text(100).default(''),
  /** Whom to ask for there; stays on this PC, as do the three below. */
  contactName: text(200).default(''),
  phone: text(100).default(''),
  email: text(200).default(''),
  address: text(300).default(''),
  /** The day from which nothing new is begun with it; what was stays. */
  closedOn: isoDate.nullable().default(null),
  note: text(2000).default(''),
})
export type PartnerFields = z.output<typeof PartnerFields>

/** How much there is with a partner. */
export const Ties = z.object({
  activities: z.int(),
  projects: z.int(),
  agreements: z.int(),
  delegations: z.int(),
  gifts: z.int(),
})
export type Ties = z.output<typeof Ties>
export const Partner = PartnerFields.extend({ id, rev }).extend(Ties.shape)
export type Partner = z.output<typeof Partner>

export const named = z.object({ id, name: z.string() })
export type Named = z.output<typeof named>
/** What is said beside a filter: how many of each it would leave. */
export const facets = z.array(z.object({ by: z.string(), value: z.string(), count: z.int() }))
export type Facets = z.output<typeof facets>
