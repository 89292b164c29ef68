import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, instant, isoDate, nothing, period } from '../fields.ts'
import { keysContract, keyStates } from './keys-contract.ts'
import { messagesContract } from './messages-contract.ts'
import { Payload } from './package.ts'
import { Outcome, packageErrors, Road, sendingContract } from './sending-contract.ts'

export { roadProblems } from './sending-contract.ts'

/** A quarter of all indicators stays below this. */
export const budgetBytes = 10_240

const PackageRow = z.object({
  id,
  periodId: id,
  period,
  revision: z.int(),
  hash: z.string(),
  writtenAt: instant,
  bytes: z.int(),
  /** By which road it was given out last; null while it lies here. */
  lastDelivery: z
    .object({ road: Road, at: instant, isOver: z.boolean(), problem: z.string().nullable() })
    .nullable(),
  receipt: z
    .object({ road: Road, outcome: Outcome, receivedAt: instant.nullable(), notedAt: instant })
    .nullable(),
})

export const sync = defineContract({
  queries: {
    ...messagesContract.queries,
    ...sendingContract.queries,
    status: {
      can: 'sync.read',
      input: nothing,
      output: z.object({
        unsent: z.int(),
        lastWrittenAt: instant.nullable(),
        key: z.object({ state: z.enum(keyStates), fingerprint: z.string().nullable() }),
        enrolment: z
          .object({
            receiver: z.string(),
            endpoint: z.string(),
            enrolledAt: instant,
            keyFingerprint: z.string(),
            /** Whether it offered a key to encrypt to. */
            canDecrypt: z.boolean(),
          })
          .nullable(),
        sending: z.object({
          isAutomatic: z.boolean(),
          isMetered: z.boolean(),
          isEncrypted: z.boolean(),
          proxy: z.string(),
          triedAt: instant.nullable(),
          failures: z.int(),
        }),
        /** Periods and numbers that the receiver says it lacks. */
        gaps: z.object({
          periods: z.array(z.object({ from: isoDate, to: isoDate, dueOn: isoDate.nullable() })),
          revisions: z.array(z.object({ from: isoDate, to: isoDate, revision: z.int() })),
        }),
        /** Questions nobody has answered, and answers that the receiver does not have yet. */
        questions: z.object({ open: z.int(), answered: z.int() }),
        packages: z.array(PackageRow),
      }),
    },
    /** How many bytes a period's package takes, part by part, before it is sent. */
    budget: {
      can: 'sync.read',
      input: z.object({ periodId: id }),
      output: z.object({
        period,
        parts: z.array(
          z.object({ part: z.enum(['figures', 'library', 'seals', 'signature']), bytes: z.int() }),
        ),
        /** Compressed, as it travels. */
        packed: z.int(),
        figures: z.int(),
        limit: z.int(),
      }),
      errors: [
        'period_not_found',
        'period_not_signed',
        'period_not_sent',
        'profile_incomplete',
        'figures_altered',
      ],
    },
  },
  commands: { ...keysContract.commands, ...messagesContract.commands, ...sendingContract.commands },
  jobs: {
    ...messagesContract.jobs,
    ...sendingContract.jobs,
    exportPackage: {
      can: 'sync.deliver',
      input: z.object({ periodId: id }),
      output: z.object({ file: fileTicket, hash: z.string() }),
      errors: packageErrors,
      changes: ['sync'],
    },
    verifyPackage: {
      can: 'sync.read',
      input: z.object({ file: fileTicket }),
      output: z.object({
        payload: Payload,
        hash: z.string(),
        keyFingerprint: z.string(),
        isOurs: z.boolean(),
      }),
      errors: [
        'file_gone',
        'not_a_package',
        'package_altered',
        'package_sealed',
        'package_too_new',
        'codes_mixed',
        'codes_missing',
        'codes_altered',
      ],
      changes: [],
    },
  },
})
