import * as z from 'zod'
import { done } from '../fields.ts'

const passphrase = z.string().max(200)

export const keyStates = [
  /** None was made yet. */
  'none',
  /** Made by an older version, without a passphrase. */
  'plain',
  /** Made on another PC, or the library was put back here from a copy. */
  'locked',
  'ready',
] as const

export const keysContract = {
  commands: {
    /** Makes the key that signs packages, or gives the one there is its passphrase. */
    makeKey: {
      can: 'sync.deliver',
      input: z.object({
        passphrase,
        /** A new one in place of one that nobody can open any more; the library then enrols anew. */
        replaces: z.boolean().default(false),
      }),
      output: z.object({ recoveryCode: z.string(), fingerprint: z.string() }),
      errors: ['passphrase_too_short', 'key_exists'],
      changes: ['sync'],
    },
    /** By the passphrase or by the recovery code; afterwards this PC signs by itself. */
    unlockKey: {
      can: 'sync.deliver',
      input: z.object({ secret: z.string().max(200) }),
      output: done,
      errors: ['key_missing', 'passphrase_wrong', 'recovery_code_wrong'],
      changes: ['sync'],
    },
    /** Another passphrase and another recovery code; the ones before open nothing any more. */
    changePassphrase: {
      can: 'sync.deliver',
      input: z.object({ secret: z.string().max(200), passphrase }),
      output: z.object({ recoveryCode: z.string(), fingerprint: z.string() }),
      errors: ['key_missing', 'passphrase_wrong', 'recovery_code_wrong', 'passphrase_too_short'],
      changes: ['sync'],
    },
  },
} as const
