import * as z from 'zod'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'

export const frequencies = [
  'daily',
  'weekly',
  'biweekly',
  'monthly',
  'bimonthly',
  'quarterly',
  'halfyearly',
  'yearly',
  'irregular',
] as const
export const issueStates = ['expected', 'received', 'missing', 'claimed'] as const
export const acquisitionSources = ['purchase', 'donation', 'exchange', 'deposit', 'project', 'other'] as const
export const AcquisitionSource = z.enum(acquisitionSources)
export type AcquisitionSource = z.output<typeof AcquisitionSource>

export const SerialIssueFields = z.object({
  volume: text(50).default(''),
  number: requiredText(100),
  publishedOn: isoDate.nullable().default(null),
  receivedOn: isoDate.nullable().default(null),
  state: z.enum(issueStates).default('received'),
  note: text(1000).default(''),
})
export const SerialIssue = SerialIssueFields.extend({
  id,
  rev,
  titleId: id,
  /** The bound volume it went into. */
  copyId: id.nullable(),
  accessionNumber: z.string().nullable(),
})
export const SubscriptionFields = z.object({
  startsOn: isoDate,
  endsOn: isoDate.nullable().default(null),
  frequency: z.enum(frequencies),
  source: AcquisitionSource.default('purchase'),
  note: text(1000).default(''),
})
export const Subscription = SubscriptionFields.extend({ id, rev, titleId: id })
