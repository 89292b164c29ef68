import * as z from 'zod'
import { fileTicket, id, instant, isoDate, nothing, page, pageInput, requiredText, rev } from '../fields.ts'
import { diskPath } from './file.ts'
import { CopyRemoval, FileCopyRow, PreservationRule, Volume, VolumeFields } from './volume.ts'

const changes = ['preservation'] as const
const copyChanges = ['preservation', 'indicators', 'reports'] as const
const found = ['volume_not_found'] as const
const atHand = ['volume_not_found', 'volume_not_attached'] as const

const Tally = z.object({
  checked: z.int(),
  matched: z.int(),
  mismatched: z.int(),
  missing: z.int(),
  unreadable: z.int(),
})

export const volumeContract = {
  queries: {
    /** Those in use first, then those put away for good. */
    volumes: { can: 'preservation.read', input: nothing, output: z.array(Volume), inPieces: true },
    volume: {
      can: 'preservation.read',
      input: z.object({ id }),
      output: Volume.extend({
        /** What each run came to, newest first; the last twenty. */
        runs: z.array(Tally.extend({ jobId: id, at: instant })),
      }),
      errors: found,
      inPieces: true,
    },
    copies: {
      can: 'preservation.read',
      input: z.object({
        volumeId: id,
        view: z.enum(['all', 'troubled', 'due', 'single', 'removed']).default('all'),
        ...pageInput,
      }),
      output: page(FileCopyRow),
      errors: found,
    },
    /** Copies that were taken off a disk on purpose, the last ones first. */
    removals: {
      can: 'preservation.read',
      input: z.object({ volumeId: id }),
      output: z.array(CopyRemoval),
      errors: found,
    },
    /** How all files of the library stand: what is safe, what hangs on one disk, what is on none. */
    standing: {
      can: 'preservation.read',
      input: nothing,
      output: z.object({
        files: z.int(),
        bytes: z.int(),
        safe: z.int(),
        single: z.int(),
        none: z.int(),
        troubled: z.int(),
        due: z.int(),
        rule: PreservationRule,
      }),
    },
  },
  commands: {
    setRule: { can: 'preservation.write', input: PreservationRule, output: PreservationRule, changes },
    addVolume: {
      can: 'preservation.write',
      input: VolumeFields,
      output: Volume,
      errors: ['duplicate_code'],
      changes,
    },
    updateVolume: {
      can: 'preservation.write',
      input: VolumeFields.extend({ id, rev }),
      output: Volume,
      errors: [...found, 'duplicate_code'],
      changes,
    },
    /** Puts a disk away for good, or takes it back into use: its copies count no longer, or again. */
    retireVolume: {
      can: 'preservation.write',
      input: z.object({ id, rev, on: isoDate.nullable() }),
      output: Volume,
      errors: found,
      changes: copyChanges,
    },
    /** Says that copies were taken off a disk on purpose: they are not missing, and count for nothing. */
    removeCopies: {
      can: 'preservation.write',
      input: z.object({
        volumeId: id,
        ids: z.array(id).min(1).max(5000),
        on: isoDate,
        reason: requiredText(1000),
      }),
      output: CopyRemoval,
      errors: [...found, 'copy_not_found', 'removed_in_future'],
      changes: copyChanges,
    },
    /** They count again as they were last found. */
    takeBackRemoval: {
      can: 'preservation.write',
      input: z.object({ id }),
      output: CopyRemoval,
      errors: ['removal_not_found'],
      changes: copyChanges,
    },
    /** Writes the one small file by which the disk is known. */
    markVolume: {
      can: 'preservation.write',
      input: z.object({ id, rev, path: diskPath }),
      output: Volume,
      errors: [...found, 'path_not_absolute', 'path_unreadable', 'path_readonly', 'foreign_mark'],
      changes,
    },
  },
  jobs: {
    /** Reads what lies on a disk, and writes down each file that is a copy of one the library knows. */
    registerCopies: {
      can: 'preservation.write',
      input: z.object({ volumeId: id }),
      output: Tally.pick({ unreadable: true }).extend({
        volumeId: id,
        files: z.int(),
        added: z.int(),
        known: z.int(),
        strangers: z.int(),
        isWhole: z.boolean(),
      }),
      errors: [...atHand, 'volume_retired'],
      changes: copyChanges,
    },
    /** Reads copies anew, those at most risk first, for as long as there is time. */
    checkFixity: {
      can: 'preservation.write',
      input: z.object({
        volumeId: id,
        minutes: z.int().min(1).max(10_000).nullable().default(null),
        isDueOnly: z.boolean().default(false),
      }),
      output: Tally.extend({
        volumeId: id,
        left: z.int(),
        /** False where the disk went away before the end. */
        isWhole: z.boolean(),
        isOutOfTime: z.boolean(),
      }),
      errors: [...atHand, 'volume_retired'],
      changes: copyChanges,
    },
    /** The state of one disk on paper, for the file of inspections. */
    reportVolume: {
      can: 'preservation.read',
      input: z.object({ id, format: z.enum(['docx', 'xlsx', 'pdf']) }),
      output: z.object({ file: fileTicket }),
      errors: found,
      changes: [],
    },
    labelVolume: {
      can: 'preservation.read',
      input: z.object({ id }),
      output: z.object({ file: fileTicket }),
      errors: found,
      changes: [],
    },
  },
} as const
