import * as z from 'zod'
import { id, nothing, page, pageInput, rev } from '../fields.ts'
import {
  FindingKind,
  FindingKindFields,
  Inspection,
  InspectionFields,
  InspectionRule,
  KindCount,
  Lot,
  Seed,
  Sizing,
} from './inspection.ts'

const changes = ['inspection'] as const
const found = ['inspection_not_found'] as const
export const inspectionViews = ['all', 'open', 'passed', 'failed'] as const
const drawErrors = ['nothing_to_inspect', 'sample_too_large', 'size_missing'] as const
const acceptance = z.int().min(0).max(1_000_000).nullable().default(null)

/** What is inspected, by which plan, and what findings there can be. */
export const sampleContract = {
  queries: {
    list: {
      can: 'inspection.read',
      input: z.object({
        view: z.enum(inspectionViews).default('all'),
        /** Those that looked at pages of one job. */
        jobId: id.nullable().default(null),
        ...pageInput,
      }),
      output: page(Inspection),
    },
    inspection: {
      can: 'inspection.read',
      input: z.object({ id }),
      output: Inspection.extend({
        standing: z.enum(['failed', 'unfinished', 'passed']),
        kinds: z.array(KindCount),
        /** Findings noted beside the sample, which count for nothing. */
        outside: z.int(),
        /** Jobs with findings that have not been sent back yet. */
        toSendBack: z.int(),
        /** Those that inspected the same lot again. */
        followedBy: z.array(z.object({ id, name: z.string() })),
      }),
      errors: found,
    },
    /** What a plan would draw, before it is drawn. */
    previewSample: {
      can: 'inspection.write',
      input: Sizing.extend({ lot: Lot }),
      output: z.object({
        jobs: z.int(),
        /** Those whose files are linked and checked. */
        withFiles: z.int(),
        uncounted: z.int(),
        population: z.int(),
        size: z.int(),
        acceptance: Inspection.shape.acceptance,
        /** The last inspection of the same lot. */
        earlier: z.object({ id, name: z.string() }).nullable(),
      }),
    },
    kinds: { can: 'inspection.read', input: nothing, output: z.array(FindingKind) },
    rule: { can: 'inspection.read', input: nothing, output: InspectionRule },
  },
  commands: {
    draw: {
      can: 'inspection.write',
      input: Sizing.extend({
        name: InspectionFields.shape.name,
        lot: Lot,
        /** Null to have one drawn. */
        seed: Seed.nullable().default(null),
        /** Null for what the table says of a sample of that size. */
        major: acceptance,
        minor: acceptance,
        followsId: id.nullable().default(null),
      }),
      output: Inspection,
      errors: [...found, ...drawErrors, 'duplicate_name'],
      changes,
    },
    update: {
      can: 'inspection.write',
      input: InspectionFields.extend({ id, rev }),
      output: Inspection,
      errors: [...found, 'duplicate_name', 'already_closed'],
      changes,
    },
    /** One drawn by mistake, while nobody has looked at any of its pages. */
    remove: {
      can: 'inspection.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: [...found, 'already_begun'],
      changes,
    },
    pause: {
      can: 'inspection.work',
      input: z.object({ id }),
      output: Inspection,
      errors: [...found, 'not_open'],
      changes,
    },
    resume: {
      can: 'inspection.work',
      input: z.object({ id }),
      output: Inspection,
      errors: [...found, 'not_paused'],
      changes,
    },
    /** The kinds there are from now on, in the order of their keys; one that is left out is offered no more. */
    saveKinds: {
      can: 'inspection.write',
      input: z.object({
        kinds: z
          .array(FindingKindFields.extend({ id: id.nullable().default(null) }))
          .min(1)
          .max(40),
      }),
      output: z.array(FindingKind),
      errors: ['kind_not_found', 'duplicate_name'],
      changes,
    },
    setRule: { can: 'inspection.write', input: InspectionRule, output: InspectionRule, changes },
  },
} as const
