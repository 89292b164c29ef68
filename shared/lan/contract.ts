import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { done, instant, nothing } from '../fields.ts'
import { lowestPort } from './rules.ts'

/** Why somebody was turned away at the door for other PCs. */
export const refusalReasons = [
  'foreign_host',
  'foreign_origin',
  'plain_http',
  'no_handshake',
  'rate_limited',
  'too_many_connections',
  'too_large',
  'too_slow',
  'locked_out',
  'wrong_password',
  'signed_out',
  'serving_pc_only',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

const Seat = z.object({
  id: z.string(),
  user: z.string(),
  address: z.string(),
  since: instant,
  lastAt: instant,
  /** What was last done there; empty for one who only looked. */
  lastAsked: z.string(),
})
const Refused = z.object({
  at: instant,
  address: z.string(),
  reason: z.enum(refusalReasons),
  /** How often in a row, counted together. */
  times: z.int(),
})

/** What the door itself knows; it forgets all of it when the program ends. */
export const DoorStanding = z.object({
  state: z.enum(['shut', 'serving', 'port_taken', 'not_allowed']),
  /** Of this PC in the house. */
  host: z.string(),
  addresses: z.array(z.string()),
  seats: z.array(Seat),
  refused: z.array(Refused),
})
export type DoorStanding = z.output<typeof DoorStanding>

export const lan = defineContract({
  queries: {
    standing: {
      can: 'settings.manage',
      input: nothing,
      output: DoorStanding.extend({
        /** Whether an administrator wants others served, at every start. */
        isWanted: z.boolean(),
        port: z.int(),
        /** Null until others are served for the first time. */
        certificate: z.object({ fingerprint: z.string(), validUntil: instant }).nullable(),
      }),
    },
    /** An address as a square, for whoever would rather point a telephone at it than type. */
    square: {
      can: 'settings.manage',
      input: z.object({ address: z.string().max(300) }),
      output: z.object({ picture: z.string() }),
    },
  },
  commands: {
    /** From now on, and at every start of the program. */
    serve: {
      can: 'settings.manage',
      input: z.object({ port: z.int().min(lowestPort).max(65_535) }),
      output: done,
      changes: ['lan'],
    },
    stopServing: { can: 'settings.manage', input: nothing, output: done, changes: ['lan'] },
    /** A new key and a new fingerprint: every PC has to compare it once more. */
    renew: { can: 'settings.manage', input: nothing, output: done, changes: ['lan'] },
    /** Signs out whoever sits there; they may sign in again. */
    disconnect: {
      can: 'settings.manage',
      input: z.object({ seat: z.string().max(40) }),
      output: done,
      changes: ['lan'],
    },
  },
})
