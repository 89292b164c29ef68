import * as z from 'zod'
import { Selection } from '../catalogue/contract.ts'
import { defineContract } from '../contract.ts'
import { fileTicket, id } from '../fields.ts'

export const exportFormats = [
  'iso2709',
  'marcxml',
  'mods',
  'dublin_core',
  'csv',
  'xlsx',
  'bibtex',
  'ris',
] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Whether copies go along, and in which field of a record: Koha's own 952, or MARC's 852. A list has a row for each copy then. */
export const copyFields = ['none', '952', '852'] as const
export type CopyField = (typeof copyFields)[number]

/** What a format could not take as it stands. The first three concern whole records: only the first two stay behind. */
export const exportProblems = [
  'record_too_long',
  'field_too_long',
  'record_split',
  'field_split',
  'field_left_out',
  'field_repaired',
  'leader_repaired',
  'characters_dropped',
] as const
export const ExportProblem = z.object({ titleId: id, code: z.enum(exportProblems), detail: z.string() })
export type ExportProblem = z.output<typeof ExportProblem>

/** What an answer tells of problems: how many there are, and the first of them. */
const problems = { problemCount: z.int(), problems: z.array(ExportProblem).max(500) }

export const exportContract = defineContract({
  jobs: {
    export: {
      can: 'catalogue.read',
      input: z.object({
        selection: z.union([Selection, z.object({ all: z.literal(true) })]),
        format: z.enum(exportFormats),
        copies: z.enum(copyFields).default('none'),
      }),
      output: z.object({
        file: fileTicket,
        titles: z.int(),
        /** Titles that the format cannot hold; each is among the problems. */
        leftOut: z.int(),
        ...problems,
      }),
      errors: ['nothing_to_export'],
      changes: [],
    },
    /** The whole library in open formats, so that nobody is held by this program. */
    exportAll: {
      can: 'interchange.exportAll',
      input: z.object({
        /** Names of staff; secrets never leave, whatever is asked. */
        includesPeople: z.boolean().default(false),
      }),
      output: z.object({
        file: fileTicket,
        titles: z.int(),
        rows: z.int(),
        ...problems,
      }),
      changes: [],
    },
  },
})
