import * as z from 'zod'
import { Drawing } from '../drawing.ts'

/** What goes along with a report, in the order of the outline. */
export const annexNames = ['sheet', 'figures', 'digitization', 'd206', 'events', 'partners'] as const
export type AnnexName = (typeof annexNames)[number]

const Status = z.enum(['not_applicable', 'not_collected', 'zero_base'])
const Cell = z.union([z.string(), z.number(), z.null(), z.object({ status: Status })])
const Values = z.record(z.string(), Cell.optional())
const Column = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'number', 'date']),
  align: z.enum(['left', 'center', 'right']).optional(),
})
const Row = z.union([
  z.object({ type: z.literal('group'), label: z.string() }),
  z.object({ type: z.enum(['values', 'total']), values: Values }),
])

/** The tables of an annex and the words around them, as they are printed. */
export const AnnexTable = z.object({
  columns: z.array(Column),
  rows: z.array(Row),
  caption: z.string(),
  note: z.string(),
  /** The chart of its figures, as it is printed. */
  drawing: Drawing.nullable(),
})
export type AnnexTable = z.output<typeof AnnexTable>

export const ReportAnnex = z.object({
  /** Null of one that this program does not know: a later one may have signed it. */
  name: z.enum(annexNames).nullable(),
  title: z.string(),
  isEmpty: z.boolean(),
  tables: z.array(AnnexTable),
})
export type ReportAnnex = z.output<typeof ReportAnnex>
