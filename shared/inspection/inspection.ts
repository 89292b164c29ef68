import * as z from 'zod'
import { JobFilters } from '../digitization/contract.ts'
import { id, instant, isoDate, requiredText, rev, text } from '../fields.ts'
import { isTableOrdered, largestSeed, severities, type TableRow } from './rules.ts'

export const Severity = z.enum(severities)

/** What can be wrong with a page; the first have keys of their own. */
export const FindingKindFields = z.object({ name: requiredText(100), severity: Severity })
export const FindingKind = FindingKindFields.extend({ id })
export type FindingKind = z.output<typeof FindingKind>

const pages = z.int().min(0).max(1_000_000_000)

/**
 * In the manner of ISO 2859-1, general level II, with acceptance for 1,0 (major) and 4,0 (minor). It is a proposal of
 * this program: where the standard points to another line, the stricter number stands here.
 */
export const proposedTable: TableRow[] = [
  { upTo: 8, size: 2, major: 0, minor: 0 },
  { upTo: 15, size: 3, major: 0, minor: 0 },
  { upTo: 25, size: 5, major: 0, minor: 0 },
  { upTo: 50, size: 8, major: 0, minor: 0 },
  { upTo: 90, size: 13, major: 0, minor: 1 },
  { upTo: 150, size: 20, major: 0, minor: 2 },
  { upTo: 280, size: 32, major: 0, minor: 3 },
  { upTo: 500, size: 50, major: 1, minor: 5 },
  { upTo: 1200, size: 80, major: 2, minor: 7 },
  { upTo: 3200, size: 125, major: 3, minor: 10 },
  { upTo: 10_000, size: 200, major: 5, minor: 14 },
  { upTo: 35_000, size: 315, major: 7, minor: 21 },
  { upTo: 150_000, size: 500, major: 10, minor: 21 },
  { upTo: 500_000, size: 800, major: 14, minor: 21 },
  { upTo: null, size: 1250, major: 21, minor: 21 },
]

/** What the library has settled about its inspections. */
export const InspectionRule = z.object({
  table: z
    .array(z.object({ upTo: pages.min(1).nullable(), size: pages.min(1), major: pages, minor: pages }))
    .min(1)
    .max(50)
    .refine(isTableOrdered)
    .default(proposedTable),
  /** Whether one page with a critical finding fails the lot, or counts as a major one. */
  critical: z.enum(['fails', 'as_major']).default('fails'),
})
export type InspectionRule = z.output<typeof InspectionRule>

/** Which jobs make the lot. Whose they are now is no part of it, or the same words would mean other jobs tomorrow. */
export const Lot = JobFilters.omit({ taken: true, carriedBy: true, stoodOn: true, stoodAt: true }).extend({
  state: JobFilters.shape.state.unwrap().default(null),
})
export type Lot = z.output<typeof Lot>

export const Sizing = z.object({
  sizeBy: z.enum(['number', 'percent', 'table']).default('table'),
  /** Pages, or hundredths of the lot; null where the table says it. */
  sizeValue: z.number().positive().max(1_000_000).nullable().default(null),
  fromEachJob: z.boolean().default(false),
})
export const Seed = z.int().min(1).max(largestSeed)

export const duties = ['chair', 'deputy', 'secretary', 'member', 'deliverer'] as const
export const Member = z.object({
  name: requiredText(200),
  position: text(200).default(''),
  duty: z.enum(duties).default('member'),
})
export type Member = z.output<typeof Member>

export const InspectionFields = z.object({
  name: requiredText(300),
  /** The decision or contract that the acceptance rests on. */
  basis: text(2000).default(''),
  note: text(5000).default(''),
  members: z.array(Member).max(50).default([]),
})
export type InspectionFields = z.output<typeof InspectionFields>

export const SampleCounts = z.object({
  size: z.int(),
  good: z.int(),
  critical: z.int(),
  major: z.int(),
  minor: z.int(),
})
export const KindCount = z.object({ kindId: id, name: z.string(), severity: Severity, pages: z.int() })

export const inspectionStates = ['open', 'paused', 'closed'] as const
export const InspectionState = z.enum(inspectionStates)
export const verdicts = ['passed', 'failed'] as const
export const Verdict = z.enum(verdicts)

export const Inspection = InspectionFields.extend({
  id,
  rev,
  uuid: z.string(),
  state: InspectionState,
  verdict: Verdict.nullable(),
  lot: Lot,
  projectName: z.string(),
  batchName: z.string(),
  /** The inspection of the same lot before this one. */
  followsId: id.nullable(),
  followsName: z.string(),
  sizeBy: Sizing.shape.sizeBy,
  sizeValue: z.number().nullable(),
  fromEachJob: z.boolean(),
  seed: Seed,
  jobs: z.int(),
  /** Jobs whose pages nobody has counted: they are no part of the lot. */
  uncounted: z.int(),
  population: z.int(),
  acceptance: z.object({ critical: z.int().nullable(), major: z.int(), minor: z.int() }),
  counts: SampleCounts,
  drawnAt: instant,
  drawnBy: z.string(),
  closedOn: isoDate.nullable(),
  conclusion: z.string(),
  minutesNumber: z.string(),
  reopenReason: z.string(),
})
export type Inspection = z.output<typeof Inspection>

export const Finding = z.object({ kindId: id, name: z.string(), severity: Severity })
export const InspectedPage = z.object({
  id,
  rev,
  inspectionId: id,
  /** Its place in the sample; null for one that was noted beside it. */
  place: z.int().nullable(),
  jobId: id,
  code: z.string(),
  title: z.string(),
  accessionNumber: z.string(),
  /** The page of the document where it is counted by hand, or of its file. */
  page: z.int(),
  fileId: id.nullable(),
  path: z.string(),
  verdict: z.enum(['good', 'bad']).nullable(),
  findings: z.array(Finding),
  note: z.string(),
  judgedAt: instant.nullable(),
  judgedBy: z.string(),
  scannedById: id.nullable(),
  scannedBy: z.string(),
  machine: z.string(),
})
export type InspectedPage = z.output<typeof InspectedPage>
