import * as z from 'zod'
import { instant, isoDate } from '../fields.ts'
import { canonicalText, hashText, LibraryCodes, wellFormed, type Hash } from './package.ts'
import { base64urlBytes, utf8 } from './bytes.ts'

/** The road between a library and a receiver, version 1. Paths, headers and bodies; who signs what stands beside each. */
export const protocolVersion = 1
export const paths = {
  enrolments: '/v1/enrolments',
  packages: '/v1/packages',
  upload: (packageHash: string) => `/v1/uploads/${packageHash}`,
  messages: (after: number) => `/v1/messages?after=${after}`,
  answers: '/v1/answers',
} as const

/** A package file is sent under this type, whole or in parts. */
export const packageType = 'application/vnd.khosach.package'
export const receiptType = 'application/vnd.khosach.receipt'
/** A package, and whatever else a library sends, is far shorter; anything longer is refused before it is read. */
export const maxPackageBytes = 1_000_000

const bytesText = (length: number) =>
  z.string().refine((value) => base64urlBytes(value)?.length === length, `${length} bytes as base64url`)
export const PublicKey = z
  .string()
  .min(40)
  .max(100)
  .regex(/^[\w-]+$/)
export const Signature = bytesText(64)
const fingerprint = hashText
const PeriodBounds = z.object({ from: isoDate, to: isoDate })

export const refusals = [
  'wrong_signature',
  'replayed',
  'unknown_library',
  'revoked',
  'not_enrolled',
  'code_used',
  'code_unknown',
  'not_a_package',
  'package_altered',
  'package_too_new',
  'too_large',
  'from_the_future',
  'conflict',
  'offset_mismatch',
  'storage_full',
  'throttled',
  'bad_request',
  'not_found',
  'internal',
] as const
export type Refusal = (typeof refusals)[number]

/** Every answer that is no success; `at` is the receiver's clock, so that a wrong one at the library shows. */
export const RefusalAnswer = z.object({
  error: z.object({ code: z.enum(refusals), message: z.string(), at: instant }),
})

export const EnrolmentRequest = z.strictObject({
  code: z.string().min(8).max(40),
  library: LibraryCodes,
  publicKey: PublicKey,
  signature: Signature,
})
export type EnrolmentRequest = z.output<typeof EnrolmentRequest>

export const Receiver = z.object({
  name: z.string().min(1).max(300),
  publicKey: PublicKey,
  /** An age recipient (age1…), or null where packages are sent unencrypted. */
  encryptionRecipient: z.string().nullable(),
})

export const EnrolmentAnswer = z.object({
  receiver: Receiver,
  /** For telephone codes. */
  sharedKey: bytesText(32),
  enrolledAt: instant,
})
export type EnrolmentAnswer = z.output<typeof EnrolmentAnswer>

/** What a library signs to enrol: who has the code cannot put another's key in its place. */
export function enrolmentMessage({ code, library, publicKey }: Omit<EnrolmentRequest, 'signature'>) {
  return utf8(`KHOSACH-ENROLMENT1\n${canonicalText({ code, library, publicKey })}`)
}

export const messageBodies = {
  definitions: z.object({
    definitionsVersion: z.int(),
    note: z.string().max(2000),
    /** What the receiver counts, so that a library sees what differs before anything is changed. */
    indicators: z
      .array(z.object({ code: z.string().max(20), version: z.int().positive() }))
      .max(1000)
      .optional(),
  }),
  deadline: z.object({ period: PeriodBounds, dueOn: isoDate, note: z.string().max(2000) }),
  question: z.object({
    questionId: z.int().positive(),
    period: PeriodBounds,
    figureCode: z.string().max(20).nullable(),
    text: z.string().min(1).max(2000),
  }),
  endpoint: z.object({ url: z.url().max(500) }),
  /** Signed by the old key, like any message before it; what comes later is signed by the new one. */
  key: z.object({ publicKey: PublicKey }),
} as const
export type MessageKind = keyof typeof messageBodies

const messageHead = {
  format: z.literal('khosach-message'),
  formatVersion: z.literal(1),
  /** Counted upwards by the receiver; `after` asks for those beyond one. */
  number: z.int().positive(),
  /** Null: for every library. */
  libraryId: z.uuid().nullable(),
  sentAt: instant,
}
export const Message = z.discriminatedUnion('kind', [
  z.object({ ...messageHead, kind: z.literal('definitions'), body: messageBodies.definitions }),
  z.object({ ...messageHead, kind: z.literal('deadline'), body: messageBodies.deadline }),
  z.object({ ...messageHead, kind: z.literal('question'), body: messageBodies.question }),
  z.object({ ...messageHead, kind: z.literal('endpoint'), body: messageBodies.endpoint }),
  z.object({ ...messageHead, kind: z.literal('key'), body: messageBodies.key }),
])
export type Message = z.output<typeof Message>
export const SignedMessage = z.object({
  message: Message,
  keyFingerprint: fingerprint,
  signature: Signature,
})
export type SignedMessage = z.output<typeof SignedMessage>

/** What the receiver signs of a message. */
export function messageBytes(message: Message): Uint8Array {
  return utf8(`KHOSACH-MESSAGE1\n${canonicalText(message)}`)
}

export const Gaps = z.object({
  /** Periods that are asked for and of which nothing has come. */
  periods: z.array(PeriodBounds.extend({ dueOn: isoDate.nullable() })),
  /** Numbers below one that has come, of the same epoch and period. */
  revisions: z.array(PeriodBounds.extend({ epoch: z.uuid(), revision: z.int().positive() })),
})
export type Gaps = z.output<typeof Gaps>

/** More wait than one answer brings: who got as many asks again. */
export const messagesAtOnce = 200

export const MessagesAnswer = z.object({
  messages: z.array(SignedMessage),
  gaps: Gaps,
  /** Answers that the receiver has, known by `answerHash`: a library put back from a copy learns of its own. */
  answered: z.array(z.object({ questionId: z.int(), textHash: hashText, receivedAt: instant })),
  at: instant,
})
export type MessagesAnswer = z.output<typeof MessagesAnswer>

export const AnswerRequest = z.strictObject({
  questionId: z.int().positive(),
  text: wellFormed(4000).min(1),
  /** Hash of the package that restates the figure, where the answer is a restatement. */
  restatementHash: hashText.nullable(),
})
export type AnswerRequest = z.output<typeof AnswerRequest>

/** The same answer twice is one answer. */
export function answerHash({ text, restatementHash }: Omit<AnswerRequest, 'questionId'>, hash: Hash): string {
  return hash(utf8(`${restatementHash ?? ''}\n${text}`))
}

export const AnswerAnswer = z.object({ questionId: z.int(), receivedAt: instant })

/**
 * `Authorization: KhoSach v=1,key=…,at=…,nonce=…,sig=…` on every request but an enrolment. A request with a body
 * tells its hash beforehand (`Content-Digest: sha-256=:…:`, RFC 9530): so the signature is checked before the first
 * byte of it is read, and what came before a cut is known to be the library's own and kept.
 */
export const SignedRequest = z.object({
  key: fingerprint,
  at: instant,
  nonce: bytesText(16),
  sig: Signature,
})
export type SignedRequest = z.output<typeof SignedRequest>

/** `path` with its query, as it stands in the request line; `bodyHash` of no body is that of no bytes. */
export type RequestFacts = { method: string; path: string; at: string; nonce: string; bodyHash: string }

export function requestMessage({ method, path, at, nonce, bodyHash }: RequestFacts): Uint8Array {
  return utf8(['KHOSACH-REQUEST1', method.toUpperCase(), path, at, nonce, bodyHash].join('\n'))
}

export function authorization({ key, at, nonce, sig }: SignedRequest): string {
  return `KhoSach v=${protocolVersion},key=${key},at=${at},nonce=${nonce},sig=${sig}`
}

/** Null for any header that `authorization` would not have written. */
export function readAuthorization(header: string | undefined): SignedRequest | null {
  const groups =
    /^KhoSach v=1,key=(?<key>[^,]*),at=(?<at>[^,]*),nonce=(?<nonce>[^,]*),sig=(?<sig>[^,]*)$/.exec(
      header ?? '',
    )?.groups
  return SignedRequest.safeParse(groups).data ?? null
}

export function noBodyHash(hash: Hash): string {
  return hash(new Uint8Array())
}
