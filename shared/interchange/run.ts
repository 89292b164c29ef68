import * as z from 'zod'
import { id, instant, isoDate, rev } from '../fields.ts'
import { ImportProfile } from './profile.ts'

/** By what an incoming record is taken for one that is there already, in this order. */
export const MatchRule = z.discriminatedUnion('by', [
  /** 001 with 003, as the record's own system numbered it. */
  z.object({ by: z.literal('control_number') }),
  z.object({ by: z.literal('isbn') }),
  /** Title, part, first author and year, without marks and case. */
  z.object({ by: z.literal('title') }),
  /** Any field whose text names one work, as 035 $a. */
  z.object({ by: z.literal('field'), tag: z.string().regex(/^[0-9A-Z]{3}$/), code: z.string().length(1) }),
])
export type MatchRule = z.output<typeof MatchRule>

/** `copies` leaves the record that is there and adds the copies that the file has. */
export const decisions = ['create', 'overlay', 'copies', 'skip'] as const
export const Decision = z.enum(decisions)
export type Decision = z.output<typeof Decision>

/** What a record of the file turned out to be. */
export const verdicts = [
  /** Nothing like it is there. */
  'new',
  /** A title of the catalogue, told otherwise. */
  'changed',
  /** A title of the catalogue, told just so. */
  'same',
  /** A record that stands further up in the same file. */
  'inside',
  /** Lacks what no record can lack. */
  'invalid',
  /** A stretch of the file that gave no record. */
  'unread',
] as const
export const Verdict = z.enum(verdicts)
export type Verdict = z.output<typeof Verdict>

export const RunOptions = z.object({
  /** A refresh takes another system's whole export again: what it owns follows, what was done here stays. */
  kind: z.enum(['import', 'refresh']).default('import'),
  profile: ImportProfile,
  rules: z
    .array(MatchRule)
    .max(10)
    .default([{ by: 'control_number' }, { by: 'isbn' }, { by: 'title' }]),
  onMatch: Decision.default('skip'),
  onInside: Decision.default('copies'),
  /** The day titles and copies count from where the file does not say. */
  effectiveOn: isoDate,
  /** What was there before the library began with this program fills the opening balance. */
  isOpening: z.boolean().default(true),
  /** Of a workbook; null is its first that is shown. */
  sheet: z.string().max(200).nullable().default(null),
})
export type RunOptions = z.output<typeof RunOptions>

export const runStates = ['reading', 'staged', 'writing', 'written', 'undoing', 'undone'] as const
const Counted = z.object({ code: z.string(), count: z.int() })
/** A word of the file for which the profile has no meaning yet, and how many copies bear it. */
export const UnknownValue = z.object({
  kind: z.enum(['site', 'store', 'source', 'condition', 'status']),
  text: z.string(),
  count: z.int(),
})

export const RunCounts = z.object({
  records: z.int(),
  bytes: z.int(),
  byVerdict: z.partialRecord(Verdict, z.int()),
  /** By what those that are there already were known. */
  byRule: z.array(Counted),
  copies: z.int(),
  /** Copies whose number or barcode is another copy's, here or further up in the file; they are left out. */
  copiesTaken: z.int(),
  problems: z.array(Counted),
  unknownValues: z.array(UnknownValue),
  /** Series of accession numbers that the file's numbers belong to, and those that will be made for them. */
  series: z.array(z.object({ prefix: z.string(), digits: z.int(), copies: z.int(), isNew: z.boolean() })),
  /** Titles of the source that the file no longer has; a refresh only. */
  vanished: z.int(),
})
export type RunCounts = z.output<typeof RunCounts>

export const ImportRun = z.object({
  id,
  rev,
  state: z.enum(runStates),
  options: RunOptions,
  files: z.array(z.object({ name: z.string(), size: z.int(), kind: z.string() })),
  encoding: z.string(),
  counts: RunCounts,
  /** What was written, once it was. */
  written: z.object({
    created: z.int(),
    overlaid: z.int(),
    copies: z.int(),
    skipped: z.int(),
    removed: z.int(),
  }),
  hasFile: z.boolean(),
  startedAt: instant,
  userName: z.string().nullable(),
  writtenAt: instant.nullable(),
  undoneAt: instant.nullable(),
})
export type ImportRun = z.output<typeof ImportRun>

/** A line of a run: a record of the file, or a stretch that is none. */
export const RunRecord = z.object({
  id,
  /** Its place in the file, from 1. */
  place: z.int(),
  /** Where it begins: a byte, or a row of a table. */
  at: z.int(),
  verdict: Verdict,
  rule: z.string(),
  label: z.string(),
  copies: z.int(),
  problems: z.array(z.object({ code: z.string(), detail: z.string() })),
  /** The title it was matched with, or became. */
  titleId: id.nullable(),
  titleLabel: z.string(),
  /** Null: as the run decides for all of its verdict. */
  decision: Decision.nullable(),
})
export type RunRecord = z.output<typeof RunRecord>
