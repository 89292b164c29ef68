import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { fileTicket, id, instant, isoDate, page, pageInput, requiredText, rev } from '../fields.ts'

/** How a table writes numbers: 1.234,5 or 1,234.5; null where nobody has said so. */
export const numberWays = ['vi', 'en'] as const
const way = z.enum(numberWays).nullable().default(null)

export const EarlierFigure = z.object({
  code: z.string(),
  fromOn: isoDate,
  untilOn: isoDate,
  status: z.enum(['known', 'not_applicable', 'not_collected']),
  value: z.number().nullable(),
})
export type EarlierFigure = z.output<typeof EarlierFigure>

export const earlierProblems = [
  'unknown_code',
  'not_a_quarter',
  'in_future',
  'twice',
  'not_a_number',
  'doubtful_number',
  'there_already',
  'signed',
] as const

export const EarlierPreview = z.object({
  figures: z.array(EarlierFigure.extend({ line: z.int() })),
  figureCount: z.int(),
  /** Cells that are no figure, each by its line and the head of its column. */
  problems: z.array(
    z.object({ line: z.int(), header: z.string(), text: z.string(), code: z.enum(earlierProblems) }),
  ),
  problemCount: z.int(),
  /** Cells that are one number or another; the one who takes them in says which. */
  doubtful: z.int(),
})
export type EarlierPreview = z.output<typeof EarlierPreview>

/** A report of before, as it was taken in. */
export const EarlierReport = z.object({
  id,
  rev,
  fileName: z.string(),
  source: z.string(),
  takenBy: z.string().nullable(),
  takenAt: instant,
  undoneOn: isoDate.nullable(),
  figures: z.int(),
  fromOn: isoDate.nullable(),
  untilOn: isoDate.nullable(),
  proof: z.string().nullable(),
})
export type EarlierReport = z.output<typeof EarlierReport>

export const earlierQueries = {
  earlier: { can: 'indicators.read', input: z.object(pageInput), output: page(EarlierReport) },
} as const satisfies Contract['queries']

const changes = ['indicators', 'reports'] as const

export const earlierCommands = {
  undoEarlier: {
    can: 'reports.prepare',
    input: z.object({ id, rev }),
    output: EarlierReport,
    errors: ['earlier_not_found'],
    changes,
  },
  redoEarlier: {
    can: 'reports.prepare',
    input: z.object({ id, rev }),
    output: EarlierReport,
    errors: ['earlier_not_found', 'earlier_there'],
    changes,
  },
} as const satisfies Contract['commands']

const unread = ['file_gone', 'not_a_table', 'no_code_column', 'no_quarter_column'] as const

export const earlierJobs = {
  earlierTemplate: {
    can: 'indicators.read',
    input: z.object({}),
    output: z.object({ file: fileTicket }),
    changes: [],
  },
  previewEarlier: {
    can: 'reports.prepare',
    input: z.object({ file: fileTicket, way }),
    output: EarlierPreview,
    errors: unread,
    changes: [],
  },
  takeEarlier: {
    can: 'reports.prepare',
    input: z.object({
      file: fileTicket,
      way,
      /** The report it comes from: its number, its day. */
      source: requiredText(300),
      proof: fileTicket.nullable().default(null),
    }),
    output: z.object({ id, figures: z.int() }),
    errors: [...unread, 'file_has_problems', 'nothing_to_take', 'file_too_large', 'not_evidence'],
    changes,
  },
  openEarlierProof: {
    can: 'indicators.read',
    input: z.object({ id }),
    output: z.object({ file: fileTicket }),
    errors: ['evidence_not_found', 'evidence_damaged'],
    changes: [],
  },
} as const satisfies Contract['jobs']
