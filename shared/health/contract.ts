import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, instant, nothing } from '../fields.ts'
import { findingCodes, fitnessLevels, levels, trialParts } from './rules.ts'

const bytes = z.int().nonnegative()
const ms = z.number().nonnegative()

/** What this PC and the library's file on it are like just now. */
export const Machine = z.object({
  version: z.string(),
  system: z.string(),
  processor: z.string(),
  cores: z.int(),
  memory: bytes,
  memoryFree: bytes,
  /** What the program itself takes. */
  memoryUsed: bytes,
  folder: z.string(),
  disk: bytes,
  diskFree: bytes,
  library: bytes,
  /** Written, and not yet worked into the library's file. */
  writeAhead: bytes,
  /** Everything beside the library's file: papers, pictures, copies. */
  files: bytes,
  runningForSeconds: z.int().nonnegative(),
})
export type Machine = z.output<typeof Machine>

export const Finding = z.object({
  code: z.enum(findingCodes),
  level: z.enum(levels),
  /** The figure that the finding rests on. */
  amount: z.number(),
})
export type Finding = z.output<typeof Finding>

const SlowOperation = z.object({
  operation: z.string(),
  times: z.int(),
  medianMs: ms,
  worstMs: ms,
  lastAt: instant,
})
export type SlowOperation = z.output<typeof SlowOperation>

export const logKinds = ['fault', 'slow'] as const
export const LogLine = z.object({
  at: instant,
  kind: z.enum(logKinds),
  operation: z.string(),
  /** The number that a page showed when it failed. */
  logId: z.string().nullable(),
  /** What broke, as the program calls it: an error's name and SQLite's own code for it. */
  name: z.string(),
  ms: ms.nullable(),
  stack: z.array(z.string()),
})
export type LogLine = z.output<typeof LogLine>

/** What a trial of this PC measured, in what a person waits for. */
export const Trial = z.object({
  /** Until the disk has truly kept what was saved. */
  saveMs: ms,
  /** A search among 50,000 titles. */
  searchMs: ms,
  /** Rows written in a second, as when a register is imported. */
  rowsPerSecond: z.number().nonnegative(),
  /** What a copy of the library would be checked with. */
  megabytesHashedPerSecond: z.number().nonnegative(),
  memory: bytes,
})
export type Trial = z.output<typeof Trial>

export const health = defineContract({
  queries: {
    machine: {
      can: 'settings.manage',
      input: nothing,
      output: z.object({
        machine: Machine,
        findings: z.array(Finding),
        slow: z.array(SlowOperation),
        lastProvenAt: instant.nullable(),
      }),
    },
    log: {
      can: 'settings.manage',
      input: z.object({ kind: z.enum(logKinds).nullable().default(null) }),
      output: z.object({ lines: z.array(LogLine), kept: z.int() }),
    },
    /** One file to send to whoever helps: what the page shows, in words, and the log without what people typed. */
    diagnosis: { can: 'settings.manage', input: nothing, output: fileTicket },
  },
  commands: {},
  jobs: {
    /** Measures in a folder of its own what this PC can do; the library is not touched. */
    trial: {
      can: 'settings.manage',
      input: nothing,
      output: z.object({
        trial: Trial,
        fitness: z.object({
          verdict: z.enum(fitnessLevels),
          parts: z.array(z.object({ part: z.enum(trialParts), fit: z.enum(fitnessLevels) })),
        }),
      }),
      changes: [],
    },
  },
})
