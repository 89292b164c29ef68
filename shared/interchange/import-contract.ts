import * as z from 'zod'
import { holdingsChanges, MarcRecord } from '../catalogue/contract.ts'
import { defineContract } from '../contract.ts'
import { fileTicket, id, isoDate, nothing, page, pageInput, period, requiredText, rev } from '../fields.ts'
import { ColumnMap } from './columns.ts'
import { ImportProfile, profileEncodings } from './profile.ts'
import { Decision, ImportRun, RunOptions, RunRecord, Verdict } from './run.ts'

export * from './run.ts'

const can = 'interchange.import'
const changes = ['interchange', ...holdingsChanges, 'registers'] as const
const KeptProfile = z.object({ id: id.nullable(), code: z.string(), profile: ImportProfile })
const Sample = z.object({ before: z.string(), after: z.string() })
const files = z.array(fileTicket).max(1000)

/** What a title or copy of a run was used for since it came. */
const used = z.enum(['edited', 'classified', 'copies_added', 'copy_changed', 'withdrawn', 'listed'])

export const importContract = defineContract({
  queries: {
    /** Those that come with the program have no id. */
    profiles: { can, input: nothing, output: z.array(KeptProfile) },
    runs: { can, input: z.object({ ...pageInput }), output: page(ImportRun) },
    run: { can, input: z.object({ id }), output: ImportRun, errors: ['run_not_found'] },
    records: {
      can,
      input: z.object({
        runId: id,
        verdicts: z.array(Verdict).default([]),
        /** Only those with this problem. */
        problem: z.string().max(60).nullable().default(null),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(50),
      }),
      output: z.object({
        rows: z.array(RunRecord),
        total: z.object({ count: z.int(), isExact: z.boolean() }),
      }),
    },
    /** A record of the file as it was read, beside the one it was matched with, and its bytes. */
    record: {
      can,
      input: z.object({ id }),
      output: z.object({
        line: RunRecord,
        record: MarcRecord.nullable(),
        copies: z.array(z.record(z.string(), z.string())),
        matched: MarcRecord.nullable(),
        /** At most the first 4,096, each as two hexadecimal digits; empty where the file is gone. */
        bytes: z.string(),
      }),
      errors: ['record_not_found'],
    },
    /** What writing a run would do to the figures of the quarter that is open. */
    effect: {
      can,
      input: z.object({ runId: id }),
      output: z.object({
        period,
        /** What would become of the lines, by decision. */
        plan: z.object({
          create: z.int(),
          overlay: z.int(),
          copies: z.int(),
          skip: z.int(),
          copyCount: z.int(),
          /** Lines of which somebody said so themselves. */
          decided: z.int(),
        }),
        figures: z.array(z.object({ code: z.string(), before: z.int(), after: z.int() })),
        /** Signed periods whose figures would be marked as changed since. */
        signed: z.array(period),
      }),
      errors: ['run_not_found'],
    },
    /** Titles of a source that its newest file no longer has. */
    vanished: {
      can,
      input: z.object({ runId: id, ...pageInput }),
      output: page(z.object({ titleId: id, label: z.string(), controlNumber: z.string(), copies: z.int() })),
    },
    /** What was done since with what a run brought. */
    usedSince: {
      can,
      input: z.object({ runId: id, ...pageInput }),
      output: page(z.object({ titleId: id, label: z.string(), uses: z.array(used) })),
    },
    pools: {
      can: 'catalogue.read',
      input: nothing,
      output: z.array(
        z.object({ id, name: z.string(), records: z.int(), addedOn: isoDate, fileName: z.string() }),
      ),
    },
    /** Records of other libraries kept beside the catalogue, by ISBN or by words. */
    searchPools: {
      can: 'catalogue.read',
      input: z.object({ text: z.string().max(300), limit: z.int().min(1).max(100).default(30) }),
      output: z.array(
        z.object({
          id,
          poolName: z.string(),
          title: z.string(),
          authors: z.string(),
          publisher: z.string(),
          publishedYear: z.int().nullable(),
          isbn: z.string(),
          /** The title of the catalogue that has this ISBN already. */
          titleId: id.nullable(),
        }),
      ),
    },
    poolRecord: {
      can: 'catalogue.read',
      input: z.object({ id }),
      output: z.object({ id, record: MarcRecord }),
      errors: ['record_not_found'],
    },
  },
  commands: {
    saveProfile: {
      can,
      input: z.object({ id: id.nullable().default(null), profile: ImportProfile }),
      output: KeptProfile,
      errors: ['duplicate_name', 'profile_not_found'],
      changes: ['interchange'],
    },
    removeProfile: {
      can,
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['profile_not_found'],
      changes: ['interchange'],
    },
    /** How the run treats all of a verdict. */
    setPolicy: {
      can,
      input: z.object({ id, rev, onMatch: Decision.optional(), onInside: Decision.optional() }),
      output: ImportRun,
      errors: ['run_not_found', 'wrong_state'],
      changes: ['interchange'],
    },
    /** How the run treats single records; null gives them back to the run. */
    decide: {
      can,
      input: z.object({ runId: id, recordIds: z.array(id).min(1).max(5000), decision: Decision.nullable() }),
      output: z.object({ records: z.int() }),
      errors: ['run_not_found', 'wrong_state'],
      changes: ['interchange'],
    },
    /** A run that was never written, or was taken back, with its file. */
    dropRun: {
      can,
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['run_not_found', 'wrong_state'],
      changes: ['interchange'],
    },
    /** The file of a run that was written; the run's lines stay. */
    dropFile: {
      can,
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['run_not_found', 'wrong_state'],
      changes: ['interchange'],
    },
    removePool: {
      can,
      input: z.object({ id }),
      output: z.object({ id }),
      errors: ['pool_not_found'],
      changes: ['interchange'],
    },
  },
  jobs: {
    /** Looks into a file before it is staged: what it is, in what letters, with which columns. */
    look: {
      can,
      input: z.object({
        files: files.min(1),
        encoding: z.enum(profileEncodings).default('auto'),
        sheet: z.string().max(200).nullable().default(null),
      }),
      output: z.object({
        files: z.array(z.object({ name: z.string(), size: z.int(), kind: z.string() })),
        encoding: z.object({
          guessed: z.string(),
          confidence: z.number(),
          ranking: z.array(z.object({ encoding: z.string(), score: z.number() })),
          samples: z.array(Sample),
        }),
        /** Of a table only. */
        sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
        headers: z.array(z.string()),
        rows: z.array(z.array(z.string())),
        columns: ColumnMap.nullable(),
        /** The first records, for the eye. */
        records: z.array(MarcRecord),
        /** The profile that seems to fit: the code of a ready one, or the name of one's own. */
        profile: z.string().nullable(),
      }),
      errors: ['file_gone', 'source_unreadable'],
      changes: [],
    },
    stage: {
      can,
      input: RunOptions.extend({
        files,
        /** Instead of files: a run that was read on trial, whose kept files are read once more. It gives way to the new one. */
        againRunId: id.nullable().default(null),
      }),
      output: z.object({ runId: id }),
      errors: ['file_gone', 'source_unreadable', 'run_not_found', 'wrong_state'],
      changes: ['interchange'],
    },
    write: {
      can,
      input: z.object({ id, removesVanished: z.boolean().default(false) }),
      output: z.object({ runId: id }),
      errors: ['run_not_found', 'wrong_state', 'file_gone', 'year_is_closed'],
      changes,
    },
    undo: {
      can,
      /** Without it, a run of which something was used since is not taken back. */
      input: z.object({ id, keepsUsed: z.boolean().default(false) }),
      output: z.object({ titles: z.int(), copies: z.int(), restored: z.int(), kept: z.int() }),
      errors: ['run_not_found', 'wrong_state', 'used_since', 'period_signed', 'year_is_closed'],
      changes,
    },
    addPool: {
      can,
      input: z.object({
        name: requiredText(200),
        file: fileTicket,
        encoding: z.enum(profileEncodings).default('auto'),
      }),
      output: z.object({ id, records: z.int(), unread: z.int() }),
      errors: ['file_gone', 'source_unreadable', 'duplicate_name'],
      changes: ['interchange'],
    },
  },
})
