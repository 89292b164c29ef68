import * as z from 'zod'
import { done, id, instant, isoDate, page, pageInput, requiredText } from '../fields.ts'
import { folderProblems } from './sending-contract.ts'

const head = { id, number: z.int(), sentAt: instant, cameAt: instant }
const period = z.object({ from: isoDate, to: isoDate })

/** Where a deadline stands: asked of the library, handed over by some road, or past its day. */
export const deadlineStates = ['open', 'late', 'handed_over', 'received'] as const

const Question = z.object({
  ...head,
  kind: z.literal('question'),
  period,
  /** Our own report of that period, where there is one. */
  periodId: id.nullable(),
  figureCode: z.string().nullable(),
  text: z.string(),
  answer: z
    .object({
      /** Empty where an earlier copy of this library answered, which this one does not remember. */
      text: z.string(),
      restatement: z.int().nullable(),
      answeredAt: instant.nullable(),
      /** When the receiver had it; null while it waits. */
      receivedAt: instant.nullable(),
    })
    .nullable(),
  /** What an answer can point at. */
  restatements: z.array(z.object({ id, number: z.int(), reason: z.string(), signedAt: instant })),
})
const Deadline = z.object({
  ...head,
  kind: z.literal('deadline'),
  period,
  periodId: id.nullable(),
  dueOn: isoDate,
  note: z.string(),
  state: z.enum(deadlineStates),
  /** A later message set another day for the same period. */
  isReplaced: z.boolean(),
})
const Definitions = z.object({
  ...head,
  kind: z.literal('definitions'),
  note: z.string(),
  theirs: z.int(),
  ours: z.int(),
  /** What would differ; null where the receiver only told the number of its list. */
  changes: z
    .array(
      z.object({
        code: z.string(),
        /** Formula versions; null where one side has no such figure. */
        ours: z.int().nullable(),
        theirs: z.int().nullable(),
      }),
    )
    .nullable(),
  notedAt: instant.nullable(),
})
const Endpoint = z.object({
  ...head,
  kind: z.literal('endpoint'),
  url: z.string(),
  /** Only an encrypted address is taken. */
  isTaken: z.boolean(),
  notedAt: instant.nullable(),
})
const Key = z.object({
  ...head,
  kind: z.literal('key'),
  fingerprint: z.string(),
  notedAt: instant.nullable(),
})

export const messagesContract = {
  queries: {
    /** What came down the road, the newest first. */
    messages: {
      can: 'sync.read',
      input: z.object({
        ...pageInput,
        /** Only what somebody has yet to do something about. */
        isOpen: z.boolean().default(false),
      }),
      output: page(z.discriminatedUnion('kind', [Question, Deadline, Definitions, Endpoint, Key])),
    },
  },
  commands: {
    /** Goes up with the next sending; until the receiver has it, it can be written anew. */
    answerQuestion: {
      can: 'sync.deliver',
      input: z.object({ id, text: requiredText(4000), restatementId: id.nullable().default(null) }),
      output: done,
      errors: ['message_not_found', 'answer_received', 'restatement_of_another'],
      changes: ['sync'],
    },
    /** The question is open again. */
    takeBackAnswer: {
      can: 'sync.deliver',
      input: z.object({ id }),
      output: done,
      errors: ['message_not_found', 'answer_received'],
      changes: ['sync'],
    },
    /** Somebody has read it; nothing else is done. */
    noteMessage: {
      can: 'sync.deliver',
      input: z.object({ id, isNoted: z.boolean() }),
      output: done,
      errors: ['message_not_found'],
      changes: ['sync'],
    },
  },
  jobs: {
    /** Onto a stick, as packages go; they wait until the receiver says that it has them. */
    writeAnswers: {
      can: 'sync.deliver',
      input: z.object({ path: z.string().min(1).max(4096) }),
      output: z.object({
        fileName: z.string(),
        answers: z.int(),
        bytes: z.int(),
        problem: z.enum(folderProblems).nullable(),
      }),
      errors: [
        'not_enrolled',
        'nothing_to_answer',
        'profile_incomplete',
        'figures_altered',
        'key_missing',
        'key_locked',
      ],
      changes: ['sync'],
    },
  },
} as const
