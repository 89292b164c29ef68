import { type EnrolmentAnswer, type EnrolmentRequest, enrolmentMessage } from '../../shared/sync/protocol.ts'
import { writeAudit } from '../audit.ts'
import { fingerprintOf, isSignedBy, randomText, sha256 } from '../crypto.ts'
import { currentKey, instantOf, type Receiver } from '../receiver.ts'
import { refuse } from '../refusal.ts'
import type { Db } from '../store/connection.ts'

const sharedKeyBytes = 32

/** As it is typed from paper: case, spaces and dashes do not matter. */
export function codeHashOf(code: string): string {
  return sha256(code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1'))
}

export async function enrol(receiver: Receiver, request: EnrolmentRequest): Promise<EnrolmentAnswer> {
  const { code, library, publicKey, signature } = request
  if (!isSignedBy(publicKey, enrolmentMessage({ code, library, publicKey }), signature)) {
    return refuse('wrong_signature')
  }
  const fingerprint = fingerprintOf(publicKey)
  const at = instantOf(receiver)
  return receiver.store.db.transaction().execute(async (trx) => {
    const codeHash = codeHashOf(code)
    // Marked before it is looked at: of two who come at once, the second finds it used.
    const { numUpdatedRows } = await trx
      .updateTable('enrolmentCode')
      .set({ usedBy: fingerprint, usedAt: at })
      .where('codeHash', '=', codeHash)
      .where('usedBy', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return enrolledBefore(trx, codeHash, fingerprint)
    await requireOwnCode(trx, codeHash, library.id)
    await enterLibrary(trx, library, at)
    const enrolled = { fingerprint, publicKey, libraryId: library.id, enrolledAt: at, revokedAt: null }
    await trx
      .insertInto('libraryKey')
      .values({ ...enrolled, sharedKey: randomText(sharedKeyBytes) })
      .onConflict((on) =>
        on.column('fingerprint').doUpdateSet({ libraryId: library.id, revokedAt: null, enrolledAt: at }),
      )
      .execute()
    await writeAudit(trx, { at, actor: library.id, act: 'enrolment', detail: { fingerprint } })
    return answerTo(trx, fingerprint)
  })
}

/** Who has a code for a new library cannot speak for one that is known. */
async function requireOwnCode(trx: Db, codeHash: string, libraryId: string): Promise<void> {
  const { libraryId: madeFor } = await trx
    .selectFrom('enrolmentCode')
    .select('libraryId')
    .where('codeHash', '=', codeHash)
    .executeTakeFirstOrThrow()
  const known = await trx.selectFrom('library').select('id').where('id', '=', libraryId).executeTakeFirst()
  if (madeFor === (known ? libraryId : null)) return
  refuse('conflict', {
    message:
      'This library is enrolled already, or the code is for another. Ask for a code made for this library.',
  })
}

/** The newest enrolment says what the library is called; a new code takes a revocation back. */
async function enterLibrary(trx: Db, library: EnrolmentRequest['library'], at: string): Promise<void> {
  const { id, ...names } = library
  await trx
    .insertInto('library')
    .values({ id, ...names, enrolledAt: at, revokedAt: null })
    .onConflict((on) => on.column('id').doUpdateSet({ ...names, revokedAt: null }))
    .execute()
}

/** An answer that got lost is given again, to the key that used the code alone. */
async function enrolledBefore(trx: Db, codeHash: string, fingerprint: string): Promise<EnrolmentAnswer> {
  const code = await trx
    .selectFrom('enrolmentCode')
    .select('usedBy')
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()
  if (!code) return refuse('code_unknown')
  return code.usedBy === fingerprint ? answerTo(trx, fingerprint) : refuse('code_used')
}

async function answerTo(trx: Db, fingerprint: string): Promise<EnrolmentAnswer> {
  const { sharedKey, enrolledAt, revokedAt } = await trx
    .selectFrom('libraryKey')
    .innerJoin('library', 'library.id', 'libraryKey.libraryId')
    .select(['sharedKey', 'libraryKey.enrolledAt', 'libraryKey.revokedAt'])
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirstOrThrow()
  if (revokedAt !== null) return refuse('revoked')
  const { name, publicKey, ageRecipient } = await currentKey(trx)
  return { receiver: { name, publicKey, encryptionRecipient: ageRecipient }, sharedKey, enrolledAt }
}
