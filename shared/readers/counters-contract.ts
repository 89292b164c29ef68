import * as z from 'zod'
import { defineContract } from '../contract.ts'
import {
  fileTicket,
  id,
  instant,
  isoDate,
  nothing,
  page,
  pageInput,
  requiredText,
  rev,
  text,
} from '../fields.ts'
import { counterFeeds, rhythms } from './counters.ts'

const code = z.string().min(1).max(40)
const count = z.int().min(0).max(1_000_000_000)

export const KindFields = z.object({
  /** Of a counter of the program's own: empty, or what the library calls it. */
  name: text(100).default(''),
  isHidden: z.boolean().default(false),
  feed: z.enum(counterFeeds).default('none'),
  rhythm: z.enum(rhythms).default('day'),
})
export type KindFields = z.output<typeof KindFields>
export const CounterKind = KindFields.extend({ code, rev, isDeclared: z.boolean(), isUsed: z.boolean() })
export type CounterKind = z.output<typeof CounterKind>

export const Counted = z.object({
  kindCode: code,
  on: isoDate,
  /** Null: nobody counted. */
  value: z.int().nullable(),
  source: z.string(),
  isCorrected: z.boolean(),
})
export type Counted = z.output<typeof Counted>

const cell = z.object({
  on: isoDate,
  kindCode: code,
  value: count.nullable(),
  source: text(300).default(''),
})
/** What was asked about and is meant so. */
export const counterQuestions = ['unusual_count', 'counted_by_loans', 'counted_by_cards'] as const
const accepted = z.array(z.enum(counterQuestions)).default([])

export const CounterImport = z.object({
  id,
  fileName: z.string(),
  importedAt: instant,
  cells: z.int(),
  overwritten: z.int(),
  undoneAt: instant.nullable(),
  kept: z.int(),
})
export type CounterImport = z.output<typeof CounterImport>

/** What a file of counters says, before anything is written. */
export const ImportPreview = z.object({
  columns: z.array(z.object({ header: z.string(), kindCode: code.nullable() })),
  days: z.int(),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  added: z.int(),
  overwritten: z.int(),
  same: z.int(),
  totals: z.array(z.object({ kindCode: code, value: z.int() })),
  unusual: z.array(z.object({ line: z.int(), kindCode: code, value: z.int(), most: z.int() })),
  problems: z.array(
    z.object({
      line: z.int(),
      header: z.string(),
      text: z.string(),
      code: z.enum(['not_a_day', 'not_a_count', 'negative', 'in_future', 'twice', 'site_unknown']),
    }),
  ),
  problemCount: z.int(),
})
export type ImportPreview = z.output<typeof ImportPreview>

const changes = ['readers', 'indicators', 'reports'] as const
const placeErrors = ['site_not_found', 'site_closed', 'kind_not_found', 'counted_in_future'] as const
const kindErrors = ['kind_not_found', 'duplicate_kind', 'name_missing'] as const
const fileErrors = [
  'file_gone',
  'not_a_table',
  'no_day_column',
  'no_counter_column',
  'site_not_found',
] as const

export const counterContract = defineContract({
  queries: {
    counterKinds: { can: 'counters.read', input: nothing, output: z.array(CounterKind) },
    /** One day of a site, and what is usual there. */
    counterDay: {
      can: 'counters.read',
      input: z.object({ siteId: id, on: isoDate }),
      output: z.object({
        counts: z.array(Counted),
        usual: z.array(z.object({ kindCode: code, known: z.int(), most: z.int() })),
        loans: z.int(),
      }),
      errors: ['site_not_found'],
    },
    /** Every count of some days of a site, and what the program itself lent on them. */
    counterDays: {
      can: 'counters.read',
      input: z.object({ siteId: id, from: isoDate, to: isoDate }),
      output: z.object({
        counts: z.array(Counted),
        loans: z.array(z.object({ on: isoDate, count: z.int() })),
      }),
      errors: ['site_not_found', 'span_too_long'],
    },
    /** What a counter said before. */
    counterPast: {
      can: 'counters.read',
      input: z.object({ siteId: id, on: isoDate, kindCode: code }),
      output: z.array(
        z.object({
          value: z.int().nullable(),
          source: z.string(),
          until: instant,
          reason: z.string(),
          by: z.string(),
          /** Of the file that overwrote it, if one did. */
          fileName: z.string(),
        }),
      ),
    },
    counterImports: { can: 'counters.read', input: z.object(pageInput), output: page(CounterImport) },
  },
  commands: {
    saveCounters: {
      can: 'counters.write',
      input: z.object({
        siteId: id,
        cells: z.array(cell).min(1).max(2000),
        reason: text(300).default(''),
        accepted,
      }),
      output: z.object({ changed: z.int(), corrected: z.int() }),
      errors: [...placeErrors, 'reason_missing', ...counterQuestions],
      changes,
    },
    /** One more, or one fewer, on the day it is. */
    tally: {
      can: 'counters.write',
      input: z.object({ siteId: id, kindCode: code, by: z.union([z.literal(1), z.literal(-1)]) }),
      output: z.object({ kindCode: code, on: isoDate, value: z.int() }),
      errors: ['site_not_found', 'site_closed', 'kind_not_found', 'nothing_counted', 'not_daily'],
      changes,
    },
    addCounterKind: {
      can: 'settings.manage',
      input: KindFields.extend({ name: requiredText(100) }),
      output: CounterKind,
      errors: ['duplicate_kind'],
      changes,
    },
    updateCounterKind: {
      can: 'settings.manage',
      input: KindFields.extend({ code, rev }),
      output: CounterKind,
      errors: [...kindErrors, 'kind_in_use'],
      changes,
    },
    removeCounterKind: {
      can: 'settings.manage',
      input: z.object({ code, rev }),
      output: z.object({ code }),
      errors: ['kind_not_found', 'kind_in_use', 'kind_declared'],
      changes,
    },
    /** Counts that nobody touched since go back to what they were. */
    undoCounterImport: {
      can: 'counters.write',
      input: z.object({ id }),
      output: CounterImport,
      errors: ['import_not_found', 'import_undone'],
      changes,
    },
  },
  jobs: {
    previewCounters: {
      can: 'counters.write',
      input: z.object({ file: fileTicket, siteId: id }),
      output: ImportPreview,
      errors: fileErrors,
      changes: [],
    },
    importCounters: {
      can: 'counters.write',
      input: z.object({ file: fileTicket, siteId: id, withUnusual: z.boolean().default(false) }),
      output: z.object({ importId: id, cells: z.int(), overwritten: z.int() }),
      errors: [...fileErrors, 'file_has_problems', 'unusual_count'],
      changes,
    },
  },
})
