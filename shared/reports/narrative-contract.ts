import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, instant, period, text } from '../fields.ts'
import { blockNames } from './outline.ts'

/** A part of the outline, in words whose numbers are tokens. */
export const ReportBlock = z.object({
  block: z.enum(blockNames),
  text: z.string(),
  /** Whether somebody wrote it; else it follows from the data, and of a signed report did so then. */
  isWritten: z.boolean(),
  /** 0 where nobody has touched it. */
  rev: z.int(),
  writtenBy: z.string().nullable(),
  writtenAt: instant.nullable(),
  /** Taken over from the report of that period, and not looked at since. */
  rememberedFrom: period.nullable(),
})
export type ReportBlock = z.output<typeof ReportBlock>

export const narrativeQueries = {
  narrative: {
    can: 'reports.read',
    input: z.object({ id }),
    output: z.array(ReportBlock),
    errors: ['period_not_found'],
  },
} as const satisfies Contract['queries']

export const narrativeCommands = {
  /** Writes a block; without a text it follows from the data again. */
  setBlock: {
    can: 'reports.prepare',
    input: z.object({
      id,
      block: z.enum(blockNames),
      rev: z.int().nonnegative(),
      text: text(20_000).nullable(),
    }),
    output: z.object({ block: ReportBlock, periodRev: z.int() }),
    errors: ['period_not_found', 'wrong_state'],
    changes: ['reports'],
  },
} as const satisfies Contract['commands']
