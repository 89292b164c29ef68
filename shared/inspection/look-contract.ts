import * as z from 'zod'
import { id, isoDate, page, pageInput, requiredText, rev, text } from '../fields.ts'
import { InspectedPage, Severity } from './inspection.ts'

const changes = ['inspection'] as const
const kindIds = z.array(id).max(40)
const note = text(1000).default('')
const found = ['inspection_not_found'] as const

/** What narrows a list of pages: of one inspection, or the rows behind a rate. */
export const PageFilters = z.object({
  inspectionId: id.nullable().default(null),
  verdict: z.enum(['all', 'good', 'bad', 'waiting', 'outside']).default('all'),
  kindId: id.nullable().default(null),
  /** The worst that was found on the page. */
  worst: Severity.nullable().default(null),
  jobId: id.nullable().default(null),
  /** Days on which the pages were looked at. */
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  /** Whose scanning it was; `nobody` where no event says it. */
  scannedById: z
    .union([id, z.literal('nobody')])
    .nullable()
    .default(null),
  machine: z.string().max(100).nullable().default(null),
  projectId: id.nullable().default(null),
})
export type PageFilters = z.output<typeof PageFilters>

/** Looking at the sampled pages, one after another. */
export const lookContract = {
  queries: {
    pages: {
      can: 'inspection.read',
      input: PageFilters.extend(pageInput),
      output: page(InspectedPage),
    },
    /** A page with its neighbours in the sample, to go back to. */
    page: {
      can: 'inspection.read',
      input: z.object({ id }),
      output: InspectedPage.extend({ beforeId: id.nullable(), afterId: id.nullable() }),
      errors: ['page_not_found'],
    },
  },
  commands: {
    /**
     * The next page that nobody has looked at or has open, held for the asking person for a while; null where none is
     * left. It is housekeeping: the verdict says who looked.
     */
    takeNext: {
      can: 'inspection.work',
      input: z.object({ id, after: z.int().min(0).default(0) }),
      output: z.object({ pageId: id.nullable() }),
      errors: [...found, 'not_open'],
      changes: [],
      journal: false,
    },
    /**
     * Good where no kind is named. Many pages a minute, so no entry of the journal for each: a page keeps who and when
     * itself, and closing seals all by one hash.
     */
    judge: {
      can: 'inspection.work',
      input: z.object({ id, rev, kindIds, note }),
      output: InspectedPage,
      errors: ['page_not_found', 'not_open', 'kind_not_found'],
      changes,
      journal: false,
    },
    /** As if nobody had looked. */
    takeBackVerdict: {
      can: 'inspection.work',
      input: z.object({ id, rev }),
      output: InspectedPage,
      errors: ['page_not_found', 'not_open'],
      changes,
      journal: false,
    },
    /** Something wrong with a page that was not drawn: it is on the rescan list and in no rate. */
    noteOutside: {
      can: 'inspection.work',
      input: z.object({
        inspectionId: id,
        code: requiredText(20),
        page: z.int().min(1).max(1_000_000),
        kindIds: kindIds.min(1),
        note,
      }),
      output: InspectedPage,
      errors: [...found, 'not_open', 'job_not_in_lot', 'page_known', 'kind_not_found'],
      changes,
      journal: false,
    },
    removeOutside: {
      can: 'inspection.work',
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['page_not_found', 'not_open'],
      changes,
      journal: false,
    },
  },
} as const
