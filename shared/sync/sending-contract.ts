import * as z from 'zod'
import {
  done,
  fileTicket,
  folderListing,
  id,
  instant,
  isoDate,
  nothing,
  page,
  pageInput,
  text,
  period,
} from '../fields.ts'
import { outcomes } from './receipt.ts'

const roads = ['https', 'file', 'qr', 'telephone'] as const
export const Road = z.enum(roads)
export const Outcome = z.enum(outcomes)

/** What may stand between a library and a receiver; each is said with what to do next. */
export const roadProblems = [
  'not_allowed_here',
  'unreachable',
  'cut_off',
  'timed_out',
  'sign_in_page',
  'certificate_wrong',
  'proxy_refused',
  'receiver_busy',
  'receiver_full',
  'receiver_fault',
  'sender_unknown',
  'signature_refused',
  'package_refused',
  'from_the_future',
  'receipt_altered',
  'receipt_of_another',
] as const
export type RoadProblem = (typeof roadProblems)[number]

export const packageErrors = [
  'period_not_found',
  'period_not_signed',
  'period_not_sent',
  'profile_incomplete',
  'figures_altered',
  'key_missing',
  'key_locked',
] as const
const sendErrors = ['not_enrolled', 'profile_incomplete', 'figures_altered', 'key_locked'] as const
export const folderProblems = [
  'folder_unreachable',
  'folder_readonly',
  'folder_full',
  'file_differs',
] as const

/** A proxy's password would stand in every backup. */
export const Proxy = text(300).refine((value) => value === '' || /^https?:\/\/[^\s/@]+\/?$/.test(value), {
  message: 'proxy',
})

const Attempt = z.object({
  id,
  periodId: id,
  period,
  revision: z.int(),
  road: Road,
  startedAt: instant,
  endedAt: instant.nullable(),
  problem: z.string().nullable(),
  bytesThere: z.int(),
  bytes: z.int(),
})

const path = z.string().min(1).max(4096)
/** Weeks without a connection are normal: what stood in the way is an outcome, and no error. */
const sendOutput = z.object({
  arrived: z.int(),
  answers: z.int(),
  waiting: z.int(),
  problem: z.enum(roadProblems).nullable(),
  /** What the system calls it, where that helps whoever looks after the network. */
  reason: z.string(),
})

export const sendingContract = {
  queries: {
    /** What was tried, the newest first. */
    attempts: { can: 'sync.read', input: z.object(pageInput), output: page(Attempt) },
    /** Whether the background has anything to do now. */
    isDue: { can: 'anyone', input: nothing, output: z.object({ isDue: z.boolean() }) },
    /** Folders of this PC and of what is attached to it; without a path, where they begin. */
    places: {
      can: 'sync.deliver',
      input: z.object({ path: path.nullable().default(null) }),
      output: folderListing,
      errors: ['path_unreadable'],
    },
  },
  commands: {
    setSending: {
      can: 'sync.deliver',
      input: z.object({
        isAutomatic: z.boolean(),
        isMetered: z.boolean(),
        /** Of packages written from now on: nobody but the receiver can open them, by whatever road they go. */
        isEncrypted: z.boolean().default(false),
        proxy: Proxy,
      }),
      output: done,
      errors: ['recipient_missing'],
      changes: ['sync'],
    },
    /** The code that the receiver reads out over the telephone is proof that this very package came. */
    noteTelephoneCode: {
      can: 'sync.deliver',
      input: z.object({ packageId: id, code: z.string().max(40) }),
      output: done,
      errors: ['package_not_found', 'not_enrolled', 'code_unreadable', 'code_of_another', 'receipt_there'],
      changes: ['sync'],
    },
  },
  jobs: {
    enrol: {
      can: 'sync.deliver',
      input: z.object({ endpoint: z.string().trim().max(300), code: z.string().trim().min(8).max(40) }),
      output: z.object({
        /** Null where something stood in the way. */
        receiver: z.string().nullable(),
        problem: z.enum([...roadProblems, 'code_unknown', 'code_used']).nullable(),
        reason: z.string(),
      }),
      errors: ['profile_incomplete', 'key_missing', 'key_locked', 'endpoint_wrong'],
      changes: ['sync'],
    },
    /** Of one period, or all that wait. Cut off, it goes on next time where the receiver says it stands. */
    send: {
      can: 'sync.deliver',
      input: z.object({ periodId: id.nullable().default(null) }),
      output: sendOutput,
      errors: sendErrors,
      changes: ['sync'],
    },
    /** The same of all, when a connection may be there. Nobody is signed in for it. */
    sendByItself: {
      can: 'anyone',
      input: nothing,
      output: sendOutput,
      errors: sendErrors,
      changes: ['sync'],
    },
    /** Onto a stick: written, read back and compared before it is said to be there. */
    writeToFolder: {
      can: 'sync.deliver',
      input: z.object({ periodId: id, path }),
      output: z.object({
        fileName: z.string(),
        hash: z.string(),
        bytes: z.int(),
        /** Null once it stands there, whole. */
        problem: z.enum(folderProblems).nullable(),
      }),
      errors: packageErrors,
      changes: ['sync'],
    },
    /** Codes to print with the report: any telephone carries the package from them. */
    printCodes: {
      can: 'sync.deliver',
      input: z.object({ periodId: id }),
      output: z.object({ file: fileTicket, hash: z.string(), parts: z.int() }),
      errors: packageErrors,
      changes: ['sync'],
    },
    /** Takes the receipts and messages of this library out of a folder, and names what else lies there. */
    readReceipts: {
      can: 'sync.deliver',
      input: z.object({ path }),
      output: z.object({
        taken: z.array(
          z.object({ name: z.string(), from: isoDate, to: isoDate, revision: z.int(), outcome: Outcome }),
        ),
        /** Messages of the receiver that were not here yet. */
        messages: z.int(),
        others: z.array(
          z.object({
            name: z.string(),
            reason: z.enum([
              'known',
              'own_package',
              'foreign_package',
              'foreign_receipt',
              'receipt_altered',
              'no_such_package',
              'messages_known',
              'foreign_messages',
              'messages_altered',
              'other_file',
            ]),
          }),
        ),
        /** Files that were not looked at, where there are too many. */
        unread: z.int(),
      }),
      errors: ['not_enrolled', 'folder_unreachable'],
      changes: ['sync'],
    },
  },
} as const
