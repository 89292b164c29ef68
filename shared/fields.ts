import * as z from 'zod'
import { cleanText } from './fold.ts'
import type { Json } from './contract.ts'
import { isPeriod, periodKinds } from './periods.ts'

/** Decomposed letters and spare spaces may fill four times the room; a refusal names what the text itself may have. */
const typedText = (max: number) =>
  z.string().superRefine((input, context) => {
    if (input.length > max * 4)
      context.addIssue({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input })
  })

/** Text as people type it: stored NFC, trimmed, never longer than said. */
export const text = (max: number) => typedText(max).transform(cleanText).pipe(z.string().max(max))
export const requiredText = (max: number) =>
  typedText(max).transform(cleanText).pipe(z.string().min(1).max(max))
export const id = z.int().positive()
export const rev = z.int().positive()
export const isoDate = z.iso.date()
export const instant = z.iso.datetime()
export const quarter = z.object({ year: z.int().min(1900).max(2200), quarter: z.int().min(1).max(4) })
/** 2026-Q3, 2026-H1, 2026-9M, 2026 or 2026-01-05..2026-02-10. */
export const period = z.string().max(30).refine(isPeriod, 'no period')
export const periodKind = z.enum(periodKinds)
export const fileTicket = z.object({
  token: z.string().regex(/^[\w-]{22,64}$/),
  name: z.string().max(255),
  size: z.int(),
})
/** What lies in a folder of this PC, for whoever chooses one: the way up, and the way on. */
export const folderListing = z.object({
  path: z.string(),
  above: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
  files: z.int(),
})
export const nothing = z.object({})
export const done = z.object({ done: z.literal(true) })
export const json: z.ZodType<Json> = z.json()

/** One page of a list, in the list's own order; `next` is null on the last. */
export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().nullable() })
export const pageInput = {
  cursor: z.string().max(500).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
}
