import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { done, fileTicket, instant, isoDate, json, nothing, text } from '../fields.ts'
import { roadProblems } from '../sync/contract.ts'
import { updateProblems } from './manifest.ts'
import { versionForm } from '../versions.ts'

export * from './manifest.ts'
export * from '../versions.ts'

const version = z.string().regex(versionForm)

/** A Setup that lies on this PC, whole and signed. */
const KeptSetup = z.object({
  version,
  publishedOn: isoDate,
  notes: z.object({ vi: z.string(), en: z.string() }),
  size: z.int(),
  path: z.string(),
  /** How many migrations it brings to the data. */
  brings: z.int(),
  standing: z.enum(['newer', 'present', 'earlier']),
})
export type KeptSetup = z.output<typeof KeptSetup>

/** What stands in the way is an outcome: a stick with another file on it is nothing unusual. */
const Taken = z.object({
  version: version.nullable(),
  path: z.string(),
  problem: z.enum([...updateProblems, 'library_open', 'file_gone']).nullable(),
  details: z.record(z.string(), json),
})
export type Taken = z.output<typeof Taken>

const Fetched = z.object({
  /** What is offered there. */
  version: version.nullable(),
  isNewer: z.boolean(),
  isKept: z.boolean(),
  problem: z.enum([...updateProblems, ...roadProblems, 'no_address']).nullable(),
  details: z.record(z.string(), json),
})
export type Fetched = z.output<typeof Fetched>

const Returning = z.object({
  /** The version to go back to, and its Setup. */
  version,
  path: z.string(),
  /** Whether the data have to go back as well; else the program alone. */
  library: z
    .object({
      /** When the copy that would come back was written last. */
      writtenAt: instant,
      /** What people recorded since, which would not be in it. */
      entriesSince: z.int(),
    })
    .nullable(),
})

export const UpdateAddress = text(300).refine(
  (value) => value === '' || /^https?:\/\/[^\s/]+\S*$/.test(value),
  {
    message: 'address',
  },
)

export const updates = defineContract({
  queries: {
    status: {
      can: 'settings.manage',
      input: nothing,
      output: z.object({
        version,
        /** Without a release key in the program, no update file can be told from a false one. */
        canVerify: z.boolean(),
        folder: z.string(),
        setups: z.array(KeptSetup),
        asking: z.object({
          address: z.string(),
          isAddressFixed: z.boolean(),
          isAutomatic: z.boolean(),
          isAllowedHere: z.boolean(),
          isMetered: z.boolean(),
          askedAt: instant.nullable(),
        }),
        returning: Returning.nullable(),
      }),
    },
    /** Also where the library cannot be opened: then an earlier program may be what opens it. */
    setups: {
      can: 'anyone',
      input: nothing,
      output: z.array(KeptSetup.pick({ version: true, path: true, standing: true })),
    },
    isDue: { can: 'anyone', input: nothing, output: z.object({ isDue: z.boolean() }) },
  },
  commands: {
    /** Where a policy fixes the address, what is said of it here counts for nothing. */
    setAsking: {
      can: 'settings.manage',
      input: z.object({ address: UpdateAddress, isAutomatic: z.boolean() }),
      output: done,
      changes: ['updates'],
    },
    /** Takes an update in where the library cannot be opened, as one that a newer program has written. */
    takeInClosed: { can: 'anyone', input: z.object({ file: fileTicket }), output: Taken, changes: [] },
    /** Puts the older library in place and closes it, for the earlier program to open. */
    goBack: {
      can: 'backup.restore',
      input: z.object({ password: z.string().max(200) }),
      output: z.object({ problem: z.enum(['nothing_prepared', 'job_running']).nullable() }),
      errors: ['wrong_credentials', 'throttled'],
      changes: [],
    },
    /** Goes on with the present program after all; a library that is open is none that was put back. */
    stay: { can: 'anyone', input: nothing, output: done, changes: [] },
  },
  jobs: {
    takeIn: {
      can: 'settings.manage',
      input: z.object({ file: fileTicket }),
      output: Taken,
      changes: ['updates'],
    },
    /** Reads a kept Setup through once more, right before it is started. */
    verify: {
      can: 'settings.manage',
      input: z.object({ version }),
      output: z.object({
        version,
        path: z.string(),
        problem: z.enum(['setup_not_found', 'setup_altered']).nullable(),
      }),
      changes: ['updates'],
    },
    fetch: {
      can: 'settings.manage',
      input: z.object({ isOnlyAsked: z.boolean().default(false) }),
      output: Fetched,
      changes: ['updates'],
    },
    /** The same where somebody allowed it, once a day. */
    fetchByItself: { can: 'anyone', input: nothing, output: Fetched, givesWay: true, changes: ['updates'] },
    /** Writes down what was recorded since the update, and lays the older library ready. */
    prepareReturn: {
      can: 'backup.restore',
      input: nothing,
      output: z.object({
        version: version.nullable(),
        /** How many entries of people's were written down, and where. */
        entries: z.int(),
        written: z.string(),
        problem: z.enum(['nothing_to_return_to', 'copy_damaged']).nullable(),
      }),
      changes: [],
    },
  },
})
