import * as z from 'zod'
import { instant, isoDate } from '../fields.ts'
import { hashText, wellFormed } from './package.ts'
import { signedParts, signedText } from './signed-text.ts'
import { telephoneCodeText } from './telephone-code.ts'

export const outcomes = [
  /** Counted. */
  'accepted',
  /** Another package with the very figures that are counted already. */
  'already_known',
  /** A newer number of the same period is counted; this one is kept beside it. */
  'superseded',
  /** Other figures came under the same number; both are kept until a person has looked. */
  'conflict',
  /** Counted; it was made under an older list of definitions. */
  'mapped',
] as const
export type Outcome = (typeof outcomes)[number]

export const Receipt = z.strictObject({
  format: z.literal('khosach-receipt'),
  formatVersion: z.literal(1),
  packageHash: hashText,
  libraryId: z.uuid(),
  epoch: z.uuid(),
  revision: z.int().positive(),
  period: z.strictObject({ from: isoDate, to: isoDate }),
  outcome: z.enum(outcomes),
  receivedAt: instant,
  receiver: z.strictObject({ name: wellFormed(300).min(1), keyFingerprint: hashText }),
  telephoneCode: telephoneCodeText,
})
export type Receipt = z.output<typeof Receipt>

export const receiptMagic = 'KHOSACH-RECEIPT1\n'
const maxReceiptBytes = 10_000

export function receiptBytes(receipt: Receipt, sign: (message: Uint8Array) => Uint8Array): Uint8Array {
  return signedText(receiptMagic, Receipt.parse(receipt), sign)
}

export type ReadReceipt =
  | { ok: true; receipt: Receipt }
  | { ok: false; reason: 'not_a_receipt' | 'receipt_altered' }

/** `verify` holds the receiver's key, as it was given at the enrolment. Never throws, whatever the bytes. */
export function readReceipt(
  bytes: Uint8Array,
  verify: (message: Uint8Array, signature: Uint8Array) => boolean,
): ReadReceipt {
  const parts = signedParts(bytes, receiptMagic, maxReceiptBytes)
  if (!parts) return { ok: false, reason: 'not_a_receipt' }
  const { value, message, signature } = parts
  if (!isVerified(verify, message, signature)) return { ok: false, reason: 'receipt_altered' }
  const { data } = Receipt.safeParse(value)
  return data ? { ok: true, receipt: data } : { ok: false, reason: 'not_a_receipt' }
}

function isVerified(
  verify: (message: Uint8Array, signature: Uint8Array) => boolean,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return verify(message, signature)
  } catch {
    return false
  }
}
