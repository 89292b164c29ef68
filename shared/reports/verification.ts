import * as z from 'zod'
import { id, instant, period } from '../fields.ts'

export const verdicts = [
  'intact',
  'text_edited',
  'figures_differ',
  /** The file as it was made here stands whole within, and something was written behind it: a digital signature, or an edit. */
  'appended',
  'other_pdf',
  'unknown_revision',
  'not_ours',
  'no_seal',
  'unreadable',
  /** What is kept here is itself no longer what was signed. */
  'record_altered',
] as const
export type Verdict = (typeof verdicts)[number]

/** What a file is, held against what was signed here; its own hash is never believed. */
export const Verification = z.object({
  verdict: z.enum(verdicts),
  format: z.enum(['docx', 'xlsx', 'pdf']).nullable(),
  seal: z.string().nullable(),
  report: z
    .object({
      periodId: id,
      period,
      revision: z.int(),
      signedAt: instant,
      /** Beyond `revision` where the figures were said anew since. */
      latestRevision: z.int(),
    })
    .nullable(),
  figureCount: z.int(),
  /** Lines that only the signed paper has, and those that only the file has. */
  words: z.object({ signed: z.array(z.string()), found: z.array(z.string()) }),
  differences: z.array(
    z.object({
      code: z.string(),
      /** What the paper calls its row. */
      name: z.string(),
      column: z.string(),
      signed: z.string(),
      /** Null where the file no longer holds that figure. */
      found: z.string().nullable(),
    }),
  ),
})
export type Verification = z.output<typeof Verification>
