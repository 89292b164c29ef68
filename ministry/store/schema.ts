import type { Generated } from 'kysely'
import type { Outcome } from '../../shared/sync/receipt.ts'
import type { MessageKind } from '../../shared/sync/protocol.ts'

export type Role = 'administrator' | 'reader'
export type FigureStatus = 'known' | 'zero_base' | 'not_applicable' | 'not_collected'

/** Instants and dates are ISO texts in both databases, so that they compare and sort alike. */
export type Schema = {
  receiverKey: {
    id: Generated<number>
    name: string
    publicKey: string
    privateKey: string
    fingerprint: string
    ageIdentity: string
    ageRecipient: string
    madeAt: string
  }
  library: {
    id: string
    code: string
    provinceCode: string
    formerProvinceCode: string
    name: string
    enrolledAt: string
    revokedAt: string | null
  }
  libraryKey: {
    fingerprint: string
    libraryId: string
    publicKey: string
    sharedKey: string
    enrolledAt: string
    revokedAt: string | null
  }
  enrolmentCode: {
    codeHash: string
    note: string
    /** A library that is known already; null for one that is new. */
    libraryId: string | null
    madeAt: string
    madeBy: string
    usedBy: string | null
    usedAt: string | null
  }
  seenNonce: { fingerprint: string; nonce: string; seenAt: string }
  upload: { packageHash: string; fingerprint: string; length: number; received: number; begunAt: string }
  uploadPart: { packageHash: string; fingerprint: string; offset: number; bytes: Uint8Array }
  package: {
    hash: string
    libraryId: string
    periodFrom: string
    periodTo: string
    epoch: string
    revision: number
    figuresDigest: string
    previousHash: string | null
    definitionsVersion: number
    provinceCode: string
    formerProvinceCode: string
    signedAt: string
    receivedAt: string
    outcome: Outcome
    keyFingerprint: string
    bytes: Uint8Array
    receipt: string
  }
  figure: { packageHash: string; code: string; version: number; status: FigureStatus; value: number | null }
  /** The package that counts for a library's period. */
  counted: { libraryId: string; periodFrom: string; periodTo: string; packageHash: string }
  conflict: {
    id: Generated<number>
    libraryId: string
    periodFrom: string
    periodTo: string
    revision: number
    packageHash: string
    otherHash: string
    seenAt: string
    decidedAt: string | null
    decidedBy: string | null
    chosenHash: string | null
    reason: string | null
  }
  /** Periods that are asked of every library. */
  expectedPeriod: { periodFrom: string; periodTo: string; dueOn: string; note: string }
  message: {
    number: Generated<number>
    libraryId: string | null
    kind: MessageKind
    text: string
    keyFingerprint: string
    signature: string
    sentAt: string
    sentBy: string
  }
  answer: {
    id: Generated<number>
    questionId: number
    libraryId: string
    text: string
    textHash: string
    restatementHash: string | null
    receivedAt: string
  }
  account: {
    name: string
    role: Role
    passwordHash: string
    madeAt: string
    disabledAt: string | null
  }
  session: { tokenHash: string; account: string; expiresAt: string }
  auditEntry: { id: Generated<number>; at: string; actor: string; act: string; detail: string }
}
