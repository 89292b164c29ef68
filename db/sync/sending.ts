import { createHmac } from 'node:crypto'
import { offsetCursor, readCursor } from '../cursor.ts'
import { base64urlBytes } from '../../shared/sync/bytes.ts'
import { readTelephoneCode, telephoneCode } from '../../shared/sync/telephone-code.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { answersUnreceived } from './answers.ts'
import { dueAt } from './backoff.ts'
import { currentEnrolment } from './enrolments.ts'
import { currentKey, keyStateOf } from './keys.ts'
import { packagesUnreceived, periodsUnpacked } from './waiting.ts'

export async function sendingSetting(db: Reader) {
  return db.selectFrom('sendingSetting').selectAll().executeTakeFirstOrThrow()
}

export const sendingQueries: Pick<QueriesOf<'sync'>, 'attempts' | 'isDue'> = {
  async attempts({ cursor, limit }, { db, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const rows = await db
      .selectFrom('delivery')
      .innerJoin('summaryPackage', 'summaryPackage.id', 'delivery.packageId')
      .innerJoin('period', 'period.id', 'summaryPackage.periodId')
      .select(['delivery.id', 'periodId', 'period.period', 'revision'])
      .select(['road', 'startedAt', 'endedAt', 'problem', 'bytesThere', 'file'])
      .orderBy('delivery.id', 'desc')
      .offset(from)
      .limit(limit + 1)
      .execute()
    return {
      rows: rows.slice(0, limit).map(({ file, ...row }) => ({ ...row, bytes: bytesOf(file) })),
      next: rows.length > limit ? String(from + limit) : null,
    }
  },

  async isDue(_, { db, dataDir, now }) {
    return { isDue: await hasWork(db, dataDir, now) }
  },
}

export function bytesOf(file: string): number {
  return Math.floor((file.length * 3) / 4)
}

/** How often to ask for messages where nothing waits to go up. */
const askEveryMs = 20 * 3_600_000

/** Never for a library that has not chosen it, nor over a line that is paid for by the byte. */
async function hasWork(db: Reader, dataDir: string, now: string): Promise<boolean> {
  const { automaticSince, meteredSince, triedAt, failures, askedAt } = await sendingSetting(db)
  if (automaticSince === null || meteredSince !== null) return false
  // A time that has not come yet is a clock that was set back; it holds up nothing.
  if (triedAt !== null && failures > 0 && triedAt <= now && now < dueAt(triedAt, failures)) return false
  if (keyStateOf(await currentKey(db), dataDir) !== 'ready' || !(await currentEnrolment(db))) return false
  const isToAsk = askedAt === null || Math.abs(Date.parse(now) - Date.parse(askedAt)) > askEveryMs
  if (isToAsk || (await answersUnreceived(db)).length > 0) return true
  const { code } = await db.selectFrom('library').select('code').executeTakeFirstOrThrow()
  if (code === '') return false
  return (
    (await packagesUnreceived(db).select('summaryPackage.id').limit(1).executeTakeFirst()) !== undefined ||
    (await periodsUnpacked(db).select('period.id').limit(1).executeTakeFirst()) !== undefined
  )
}

export const sendingCommands: Pick<CommandsOf<'sync'>, 'setSending' | 'noteTelephoneCode'> = {
  async setSending({ isAutomatic, isMetered, isEncrypted, proxy }, { db, fail, now }) {
    const { automaticSince, meteredSince, encryptedSince } = await sendingSetting(db)
    if (isEncrypted && !(await currentEnrolment(db))?.recipient) fail('recipient_missing')
    await db
      .updateTable('sendingSetting')
      .set({
        automaticSince: isAutomatic ? (automaticSince ?? now) : null,
        meteredSince: isMetered ? (meteredSince ?? now) : null,
        encryptedSince: isEncrypted ? (encryptedSince ?? now) : null,
        proxy,
        failures: 0,
      })
      .execute()
    return { done: true }
  },

  async noteTelephoneCode({ packageId, code }, { db, fail, now }) {
    const enrolment = (await currentEnrolment(db)) ?? fail('not_enrolled')
    const read = readTelephoneCode(code) ?? fail('code_unreadable')
    const packages = await db.selectFrom('summaryPackage').select(['id', 'hash', 'periodId']).execute()
    const asked = packages.find(({ id }) => id === packageId) ?? fail('package_not_found')
    const codeOf = (hash: string) => telephoneCode(hash, authenticator(enrolment.sharedKey))
    if (codeOf(asked.hash) !== read) {
      const other = packages.find(({ hash }) => codeOf(hash) === read)
      fail('code_of_another', { periodId: other?.periodId ?? null, isOurs: other !== undefined })
    }
    const known = await db
      .selectFrom('packageReceipt')
      .select('id')
      .where('packageId', '=', packageId)
      .executeTakeFirst()
    if (known) fail('receipt_there')
    await db
      .insertInto('packageReceipt')
      .values({ packageId, road: 'telephone', outcome: 'accepted', receivedAt: null, notedAt: now, file: '' })
      .execute()
    return { done: true }
  },
}

function authenticator(sharedKey: string) {
  const key = base64urlBytes(sharedKey) ?? new Uint8Array()
  return (message: Uint8Array) => new Uint8Array(createHmac('sha256', key).update(message).digest())
}
