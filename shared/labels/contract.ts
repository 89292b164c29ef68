import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, instant, nothing, page, pageInput, requiredText, rev } from '../fields.ts'
import { CardEntry, Drawing, LabelDesign, LabelKind, PrinterFields, SheetFields } from './design.ts'
import { mostLabels } from './rules.ts'

export * from './design.ts'

const changes = ['labels'] as const

export const TemplateFields = z.object({ name: requiredText(200), kind: LabelKind, design: LabelDesign })
export const Template = TemplateFields.extend({ id, rev })
export type Template = z.output<typeof Template>
export const Sheet = SheetFields.extend({ id, rev })
export type Sheet = z.output<typeof Sheet>
export const Printer = PrinterFields.extend({ id, rev })
export type Printer = z.output<typeof Printer>

/** Which labels are wanted. */
export const LabelSource = z.discriminatedUnion('by', [
  z.object({ by: z.literal('copies'), copyIds: z.array(id).min(1).max(mostLabels) }),
  z.object({ by: z.literal('voucher'), voucherId: id }),
  z.object({ by: z.literal('series'), seriesId: id, from: z.int().min(1), to: z.int().min(1) }),
  /** Copies in stock that have had no label of this kind yet, the oldest first. */
  z.object({ by: z.literal('unlabelled'), siteId: id.nullable().default(null) }),
  z.object({ by: z.literal('cards'), cards: z.array(CardEntry).min(1).max(1000) }),
])
export type LabelSource = z.output<typeof LabelSource>

export const PrintRun = z.object({
  source: LabelSource,
  templateId: id,
  sheetId: id,
  printerId: id.nullable().default(null),
  /** The place on the first sheet that is still free; 1 is a whole sheet. */
  startAt: z.int().min(1).max(2500).default(1),
  each: z.int().min(1).max(20).default(1),
})
export type PrintRun = z.output<typeof PrintRun>

/** A label that cannot be drawn as it should. */
export const LabelProblem = z.object({
  copyId: id.nullable(),
  name: z.string(),
  code: z.string(),
  problem: z.enum(['code_empty', 'code_not_ascii', 'code_too_long']),
})
export const Batch = z.object({
  id,
  kind: LabelKind,
  templateName: z.string(),
  sheetName: z.string(),
  by: z.enum(['copies', 'voucher', 'series', 'unlabelled', 'cards', 'batch']),
  labels: z.int(),
  copies: z.int(),
  /** Accession numbers of the first and the last copy; empty where it kept none. */
  first: z.string(),
  last: z.string(),
  each: z.int(),
  madeAt: instant,
  userName: z.string(),
  forgottenAt: instant.nullable(),
})
export type Batch = z.output<typeof Batch>

const runErrors = [
  'template_not_found',
  'sheet_not_found',
  'printer_not_found',
  'start_off_sheet',
  'source_wrong',
  'nothing_to_print',
  'too_many_labels',
] as const

export const labels = defineContract({
  queries: {
    templates: { can: 'labels.print', input: nothing, output: z.array(Template) },
    template: {
      can: 'labels.print',
      input: z.object({ id }),
      output: Template,
      errors: ['template_not_found'],
    },
    sheets: { can: 'labels.print', input: nothing, output: z.array(Sheet) },
    printers: { can: 'labels.print', input: nothing, output: z.array(Printer) },
    batches: { can: 'labels.print', input: z.object({ ...pageInput }), output: page(Batch) },
    /** A design drawn with sample values, as it will be printed. */
    sample: {
      can: 'labels.print',
      input: z.object({ design: LabelDesign }),
      output: z.object({ drawing: Drawing, barMm: z.number().nullable() }),
    },
    /** What a run would print: how much, the first labels, and those that cannot be printed. */
    preview: {
      can: 'labels.print',
      input: PrintRun,
      output: z.object({
        labels: z.int(),
        copies: z.int(),
        pages: z.int(),
        isFitted: z.boolean(),
        drawings: z.array(Drawing),
        problems: z.array(LabelProblem),
        problemCount: z.int(),
        /** More copies are waiting than one run prints. */
        waiting: z.int(),
      }),
      errors: runErrors,
    },
  },
  commands: {
    addTemplate: {
      can: 'labels.print',
      input: TemplateFields,
      output: Template,
      errors: ['duplicate_name'],
      changes,
    },
    updateTemplate: {
      can: 'labels.print',
      input: TemplateFields.extend({ id, rev }),
      output: Template,
      errors: ['template_not_found', 'duplicate_name', 'last_template'],
      changes,
    },
    removeTemplate: {
      can: 'labels.print',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['template_not_found', 'last_template'],
      changes,
    },
    addSheet: {
      can: 'labels.print',
      input: SheetFields,
      output: Sheet,
      errors: ['duplicate_name', 'sheet_overhangs'],
      changes,
    },
    updateSheet: {
      can: 'labels.print',
      input: SheetFields.extend({ id, rev }),
      output: Sheet,
      errors: ['sheet_not_found', 'duplicate_name', 'sheet_overhangs'],
      changes,
    },
    removeSheet: {
      can: 'labels.print',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['sheet_not_found', 'last_sheet'],
      changes,
    },
    addPrinter: {
      can: 'labels.print',
      input: PrinterFields,
      output: Printer,
      errors: ['duplicate_name'],
      changes,
    },
    updatePrinter: {
      can: 'labels.print',
      input: PrinterFields.extend({ id, rev }),
      output: Printer,
      errors: ['printer_not_found', 'duplicate_name'],
      changes,
    },
    removePrinter: {
      can: 'labels.print',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['printer_not_found'],
      changes,
    },
    /** The paper was spoiled: its copies count as not labelled again. False brings the batch back. */
    forgetBatch: {
      can: 'labels.print',
      input: z.object({ id, isForgotten: z.boolean().default(true) }),
      output: Batch,
      errors: ['batch_not_found'],
      changes,
    },
  },
  jobs: {
    print: {
      can: 'labels.print',
      input: PrintRun.extend({
        /** Labels that cannot be printed are left out; else one of them refuses the run. */
        isLeavingOut: z.boolean().default(false),
      }),
      output: z.object({
        file: fileTicket,
        batchId: id.nullable(),
        labels: z.int(),
        pages: z.int(),
        leftOut: z.int(),
      }),
      errors: [...runErrors, 'codes_unprintable'],
      changes,
    },
    /** The same labels once more, with the design and the sheet they had. */
    reprint: {
      can: 'labels.print',
      input: z.object({
        batchId: id,
        printerId: id.nullable().default(null),
        startAt: z.int().min(1).max(2500).default(1),
      }),
      output: z.object({ file: fileTicket, labels: z.int(), pages: z.int() }),
      errors: [
        'batch_not_found',
        'batch_of_cards',
        'printer_not_found',
        'start_off_sheet',
        'nothing_to_print',
        'codes_unprintable',
      ],
      changes,
    },
    /** Outlines of the labels with rulers, for the printer's correction. */
    testPage: {
      can: 'labels.print',
      input: z.object({ sheetId: id, printerId: id.nullable().default(null) }),
      output: z.object({ file: fileTicket }),
      errors: ['sheet_not_found', 'printer_not_found'],
      changes: [],
    },
  },
})
