import type { Reader } from '../connection.ts'
import { currentEnrolment } from './enrolments.ts'

const ageMagic = Buffer.from('age-encryption.org/v1\n')

export function isSealed(bytes: Buffer): boolean {
  return bytes.subarray(0, ageMagic.length).equals(ageMagic)
}

/** Encrypted anew it is another file, so what comes of it is kept with the package. */
export async function sealed(bytes: Uint8Array, recipient: string): Promise<Buffer> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(bytes))
}

/** Whom a package that is written now is encrypted to; nobody where the library has not chosen it, or nobody offered. */
export async function recipientNow(db: Reader): Promise<string> {
  const { encryptedSince } = await db
    .selectFrom('sendingSetting')
    .select('encryptedSince')
    .executeTakeFirstOrThrow()
  return encryptedSince === null ? '' : ((await currentEnrolment(db))?.recipient ?? '')
}

/** Encrypted to a receiver that the library has left since. */
export async function isForAnother(db: Reader, recipient: string): Promise<boolean> {
  if (recipient === '') return false
  const enrolment = await currentEnrolment(db)
  return enrolment !== null && enrolment.recipient !== recipient
}

/** Nobody but the receiver opens one; the library's own are known by their bytes. */
export async function sealedHere(db: Reader, bytes: Buffer) {
  return db
    .selectFrom('summaryPackage')
    .select(['payload', 'hash'])
    .where('recipient', '!=', '')
    .where('file', '=', bytes.toString('base64url'))
    .executeTakeFirst()
}
