import * as z from 'zod'
import { fileTicket, id, period } from '../fields.ts'

export const formProblems = [
  'unknown_code',
  'double_code',
  'missing_code',
  'text',
  'negative',
  'formula',
  'part_above_whole',
  'part_above_sum',
] as const
/** What is said and does not stand in the way. */
export const mereRemarks: readonly (typeof formProblems)[number][] = [
  'formula',
  'part_above_whole',
  'part_above_sum',
]

/** A workbook that a unit filled in, as it was read and before anything of it is taken in. */
export const FilledForm = z.object({
  unitId: id,
  name: z.string(),
  period,
  figures: z.array(z.object({ code: z.string(), value: z.number() })),
  /** Cells that were left empty: not collected, which is not 0. */
  blanks: z.int(),
  problems: z.array(
    z.object({ kind: z.enum(formProblems), address: z.string(), code: z.string(), text: z.string() }),
  ),
})
export type FilledForm = z.output<typeof FilledForm>

const readErrors = ['file_gone', 'form_unreadable', 'not_a_form', 'form_of_other_unit'] as const

export const formJobs = {
  makeForm: {
    can: 'reports.read',
    input: z.object({ unitId: id, period }),
    output: z.object({ file: fileTicket }),
    errors: ['unit_not_found'],
    changes: [],
  },
  readForm: {
    can: 'reports.prepare',
    input: z.object({ file: fileTicket }),
    output: FilledForm,
    errors: readErrors,
    changes: [],
  },
  takeInForm: {
    can: 'reports.prepare',
    input: z.object({ file: fileTicket }),
    output: z.object({ unitId: id, name: z.string(), period, revision: z.int() }),
    errors: [...readErrors, 'form_has_problems', 'form_already_taken', 'package_counts'],
    changes: ['reports'],
  },
} as const
