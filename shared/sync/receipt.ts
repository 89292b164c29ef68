import * as z from 'zod'
import { instant, isoDate } from '../fields.ts'
import { base64url, base64urlBytes, utf8, utf8Text } from './bytes.ts'
import { canonicalText, hashText, wellFormed } from './package.ts'
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

/** Three lines: what it is, the receipt as canonical JSON, the receiver's signature over both as base64url. */
export function receiptBytes(receipt: Receipt, sign: (message: Uint8Array) => Uint8Array): Uint8Array {
  const canonical = canonicalText(Receipt.parse(receipt))
  const signature = base64url(sign(utf8(receiptMagic + canonical)))
  return utf8(`${receiptMagic}${canonical}\n${signature}\n`)
}

export type ReadReceipt =
  | { ok: true; receipt: Receipt }
  | { ok: false; reason: 'not_a_receipt' | 'receipt_altered' }

/** `verify` holds the receiver's key, as it was given at the enrolment. Never throws, whatever the bytes. */
export function readReceipt(
  bytes: Uint8Array,
  verify: (message: Uint8Array, signature: Uint8Array) => boolean,
): ReadReceipt {
  const parts = receiptParts(bytes)
  if (!parts) return { ok: false, reason: 'not_a_receipt' }
  const { canonical, signature } = parts
  if (!isVerified(verify, utf8(receiptMagic + canonical), signature))
    return { ok: false, reason: 'receipt_altered' }
  const receipt = parsedReceipt(canonical)
  return receipt ? { ok: true, receipt } : { ok: false, reason: 'not_a_receipt' }
}

function receiptParts(bytes: Uint8Array) {
  if (bytes.length > maxReceiptBytes) return null
  const text = textOf(bytes)
  const [first, canonical, signatureText, ...rest] = text?.split('\n') ?? []
  if (`${first}\n` !== receiptMagic || canonical === undefined || rest.join('') !== '') return null
  const signature = base64urlBytes(signatureText ?? '')
  return signature ? { canonical, signature } : null
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return utf8Text(bytes)
  } catch {
    return null
  }
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

function parsedReceipt(canonical: string): Receipt | null {
  try {
    return Receipt.safeParse(JSON.parse(canonical)).data ?? null
  } catch {
    return null
  }
}
