import type * as z from 'zod'
import { countedNow } from '../../shared/indicators/rules.ts'
import { definitionsVersion } from '../../shared/indicators/formulas.ts'
import { writeAudit } from '../audit.ts'
import { newReceiverKeys } from '../crypto.ts'
import { currentKey, instantOf, type Receiver } from '../receiver.ts'
import { refuse } from '../refusal.ts'
import { codeHashOf } from '../road/enrolments.ts'
import { writeMessage } from '../road/messages.ts'
import { lockLibrary } from '../store/connection.ts'
import { randomBytes } from 'node:crypto'
import type { Decision, ExpectedPeriod, NewCode, NewQuestion, Notice } from './contract.ts'

const codeDigits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Twenty signs that are read out and typed; only their hash is kept, so they are shown this once. */
export async function makeCode(
  receiver: Receiver,
  { note, libraryId }: z.output<typeof NewCode>,
  by: string,
): Promise<{ code: string }> {
  const { db } = receiver.store
  const signs = [...randomBytes(20)].map((byte) => codeDigits[byte % 32]).join('')
  const code = signs.replaceAll(/(.{5})(?=.)/g, '$1-')
  const at = instantOf(receiver)
  if (libraryId !== null) {
    const known = await db.selectFrom('library').select('id').where('id', '=', libraryId).executeTakeFirst()
    if (!known) return refuse('not_found')
  }
  const unused = { usedBy: null, usedAt: null }
  await db
    .insertInto('enrolmentCode')
    .values({ codeHash: codeHashOf(code), note, libraryId, madeAt: at, madeBy: by, ...unused })
    .execute()
  await writeAudit(db, { at, actor: by, act: 'code', detail: { note, libraryId } })
  return { code }
}

/** A code that nobody has used; whoever has it then has nothing. */
export async function withdrawCode(receiver: Receiver, codeHash: string, by: string): Promise<void> {
  const at = instantOf(receiver)
  await receiver.store.db.transaction().execute(async (trx) => {
    const withdrawn = await trx
      .deleteFrom('enrolmentCode')
      .where('codeHash', '=', codeHash)
      .where('usedBy', 'is', null)
      .returning('note')
      .executeTakeFirst()
    if (!withdrawn) return refuse('code_used')
    return writeAudit(trx, {
      at,
      actor: by,
      act: 'code',
      detail: { note: withdrawn.note, isWithdrawn: true },
    })
  })
}

/** What came before is kept and counted; nothing more is taken, whatever the road. */
export async function revoke(
  receiver: Receiver,
  { libraryId, reason, by }: { libraryId: string; reason: string; by: string },
): Promise<void> {
  const at = instantOf(receiver)
  await receiver.store.db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('library')
      .set({ revokedAt: at })
      .where('id', '=', libraryId)
      .where('revokedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return refuse('not_found')
    await trx
      .updateTable('libraryKey')
      .set({ revokedAt: at })
      .where('libraryId', '=', libraryId)
      .where('revokedAt', 'is', null)
      .execute()
    return writeAudit(trx, { at, actor: by, act: 'revocation', detail: { libraryId, reason } })
  })
}

export async function expectPeriod(
  receiver: Receiver,
  { from, to, dueOn, note }: z.output<typeof ExpectedPeriod>,
  by: string,
): Promise<void> {
  const at = instantOf(receiver)
  await receiver.store.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('expectedPeriod')
      .values({ periodFrom: from, periodTo: to, dueOn, note })
      .onConflict((on) => on.columns(['periodFrom', 'periodTo']).doUpdateSet({ dueOn, note }))
      .execute()
    const body = { period: { from, to }, dueOn, note }
    await writeMessage(trx, { message: { kind: 'deadline', libraryId: null, body }, at, by })
    await writeAudit(trx, { at, actor: by, act: 'deadline', detail: body })
  })
}

export async function askLibrary(
  receiver: Receiver,
  { libraryId, period, figureCode, text }: z.output<typeof NewQuestion>,
  by: string,
): Promise<{ questionId: number }> {
  const at = instantOf(receiver)
  return receiver.store.db.transaction().execute(async (trx) => {
    const known = await trx.selectFrom('library').select('id').where('id', '=', libraryId).executeTakeFirst()
    if (!known) return refuse('not_found')
    const body = { period, figureCode, text }
    const message = { kind: 'question', libraryId, body } as const
    const questionId = await writeMessage(trx, { message, at, by })
    await writeAudit(trx, { at, actor: by, act: 'question', detail: { questionId, libraryId } })
    return { questionId }
  })
}

export async function tellAll(
  receiver: Receiver,
  notice: z.output<typeof Notice>,
  by: string,
): Promise<void> {
  const at = instantOf(receiver)
  await receiver.store.db.transaction().execute(async (trx) => {
    const message =
      notice.kind === 'endpoint'
        ? ({ kind: 'endpoint', libraryId: null, body: { url: notice.url } } as const)
        : ({ kind: 'definitions', libraryId: null, body: definitionsOf(notice.note) } as const)
    await writeMessage(trx, { message, at, by })
    await writeAudit(trx, { at, actor: by, act: 'message', detail: notice })
  })
}

/** With the list that this service counts by, so that a library sees what differs from its own. */
function definitionsOf(note: string) {
  return { definitionsVersion, note, indicators: countedNow() }
}

/** The new key is told by the old one before it signs anything. */
export async function changeKey(receiver: Receiver, by: string): Promise<{ fingerprint: string }> {
  const at = instantOf(receiver)
  const keys = await newReceiverKeys()
  await receiver.store.db.transaction().execute(async (trx) => {
    const { name } = await currentKey(trx)
    const body = { publicKey: keys.publicKey }
    await writeMessage(trx, { message: { kind: 'key', libraryId: null, body }, at, by })
    await trx
      .insertInto('receiverKey')
      .values({ ...keys, name, madeAt: at })
      .execute()
    await writeAudit(trx, { at, actor: by, act: 'key', detail: { fingerprint: keys.fingerprint } })
  })
  return { fingerprint: keys.fingerprint }
}

/** A person says which of two packages under one number counts; a newer number goes before either. */
export async function decideConflict(
  receiver: Receiver,
  { id, chosenHash, reason, by }: z.output<typeof Decision> & { id: number; by: string },
): Promise<void> {
  const { db, dialect } = receiver.store
  const at = instantOf(receiver)
  await db.transaction().execute(async (trx) => {
    const conflict = await trx.selectFrom('conflict').selectAll().where('id', '=', id).executeTakeFirst()
    if (!conflict) return refuse('not_found')
    const { libraryId, periodFrom, periodTo, packageHash, otherHash, revision } = conflict
    if (chosenHash !== packageHash && chosenHash !== otherHash) return refuse('bad_request')
    await lockLibrary(trx, dialect, libraryId)
    const { numUpdatedRows } = await trx
      .updateTable('conflict')
      .set({ decidedAt: at, decidedBy: by, chosenHash, reason })
      .where('id', '=', id)
      .where('decidedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return refuse('conflict')
    const counted = await trx
      .selectFrom('counted')
      .innerJoin('package', 'package.hash', 'counted.packageHash')
      .select('revision')
      .where('counted.libraryId', '=', libraryId)
      .where('counted.periodFrom', '=', periodFrom)
      .where('counted.periodTo', '=', periodTo)
      .executeTakeFirstOrThrow()
    if (counted.revision === revision) {
      await trx
        .updateTable('counted')
        .set({ packageHash: chosenHash })
        .where('libraryId', '=', libraryId)
        .where('periodFrom', '=', periodFrom)
        .where('periodTo', '=', periodTo)
        .execute()
    }
    return writeAudit(trx, { at, actor: by, act: 'conflict', detail: { id, chosenHash, reason } })
  })
}
