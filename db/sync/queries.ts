import { zstdCompressSync } from 'node:zlib'
import { budgetBytes } from '../../shared/sync/contract.ts'
import { canonicalText, type Payload } from '../../shared/sync/package.ts'
import type { Gaps } from '../../shared/sync/protocol.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { placesAt } from '../preservation/index.ts'
import { answersUnreceived } from './answers.ts'
import { fingerprintOf } from './crypto.ts'
import { currentEnrolment } from './enrolments.ts'
import { currentEpoch } from './epochs.ts'
import { currentKey, keyStateOf } from './keys.ts'
import { recipientNow, sealed } from './seal.ts'
import { bytesOf, sendingQueries, sendingSetting } from './sending.ts'
import { openOf, toldQueries } from './told.ts'
import { periodsUnpacked } from './waiting.ts'
import { payloadOf } from './write-package.ts'

export const queries: QueriesOf<'sync'> = {
  ...sendingQueries,
  ...toldQueries,
  places: ({ path }, { fail }) => placesAt(path, fail),

  async status(_, { db, dataDir }) {
    const packages = await packageRows(db)
    const { unsent } = await periodsUnpacked(db)
      .select((is) => is.fn.countAll<number>().as('unsent'))
      .executeTakeFirstOrThrow()
    const key = await currentKey(db)
    const enrolment = await currentEnrolment(db)
    const { automaticSince, meteredSince, encryptedSince, proxy, triedAt, failures } =
      await sendingSetting(db)
    return {
      unsent,
      lastWrittenAt: packages[0]?.writtenAt ?? null,
      key: { state: keyStateOf(key, dataDir), fingerprint: key ? fingerprintOf(key.publicKey) : null },
      enrolment: enrolment && {
        receiver: enrolment.receiver,
        endpoint: enrolment.endpoint,
        enrolledAt: enrolment.enrolledAt,
        keyFingerprint: fingerprintOf(enrolment.receiverKey),
        canDecrypt: enrolment.recipient !== null,
      },
      sending: {
        isAutomatic: automaticSince !== null,
        isMetered: meteredSince !== null,
        isEncrypted: encryptedSince !== null,
        proxy,
        triedAt,
        failures,
      },
      gaps: gapsOf(enrolment?.gaps),
      questions: {
        open: await openQuestions(db, enrolment?.id),
        answered: (await answersUnreceived(db)).length,
      },
      packages,
    }
  },

  async budget({ periodId }, { db, fail }) {
    const payload = await payloadOf({ db, fail }, periodId, { epoch: await currentEpoch(db) })
    const recipient = await recipientNow(db)
    return {
      period: payload.period.period,
      ...(await weigh(payload, recipient)),
      figures: payload.figures.length,
      limit: budgetBytes,
    }
  },
}

async function openQuestions(db: Reader, enrolmentId = 0): Promise<number> {
  const { open } = await db
    .selectFrom('receiverMessage')
    .select((is) => is.fn.countAll<number>().as('open'))
    .where('enrolmentId', '=', enrolmentId)
    .where(openOf('question'))
    .executeTakeFirstOrThrow()
  return open
}

function gapsOf(text: string | undefined) {
  const { periods, revisions } = JSON.parse(
    text && text !== '[]' ? text : '{"periods":[],"revisions":[]}',
  ) as Gaps
  return { periods, revisions: revisions.map(({ from, to, revision }) => ({ from, to, revision })) }
}

async function packageRows(db: Reader) {
  const rows = await db
    .selectFrom('summaryPackage')
    .innerJoin('period', 'period.id', 'summaryPackage.periodId')
    .leftJoin('packageReceipt', 'packageReceipt.packageId', 'summaryPackage.id')
    .leftJoin('delivery', (join) =>
      join.on('delivery.id', '=', (is) =>
        is
          .selectFrom('delivery as later')
          .select((max) => max.fn.max('later.id').as('id'))
          .whereRef('later.packageId', '=', 'summaryPackage.id'),
      ),
    )
    .select([
      'summaryPackage.id',
      'summaryPackage.periodId',
      'period.period',
      'revision',
      'hash',
      'writtenAt',
    ])
    .select(['summaryPackage.file', 'delivery.road', 'delivery.startedAt', 'delivery.endedAt', 'problem'])
    .select(['packageReceipt.road as receiptRoad', 'outcome', 'receivedAt', 'notedAt'])
    .orderBy('summaryPackage.id', 'desc')
    .execute()
  return rows.map((row) => {
    const { id, periodId, period, revision, hash, writtenAt, file } = row
    const { road, startedAt, endedAt, problem, receiptRoad, outcome, receivedAt, notedAt } = row
    return {
      id,
      periodId,
      period,
      revision,
      hash,
      writtenAt,
      bytes: bytesOf(file),
      lastDelivery: road && startedAt ? { road, at: startedAt, isOver: endedAt !== null, problem } : null,
      receipt: receiptRoad && outcome && notedAt ? { road: receiptRoad, outcome, receivedAt, notedAt } : null,
    }
  })
}

/** Key and signature as they stand in the envelope: base64url between quotes. */
const signatureBytes = 60 + 87 + '"publicKey":"","signature":""'.length

async function weigh(payload: Payload, recipient: string) {
  const { library, period, figures, ...seals } = payload
  const lengthOf = (value: unknown) => Buffer.byteLength(canonicalText(value))
  const parts = [
    { part: 'figures' as const, bytes: lengthOf(figures) },
    { part: 'library' as const, bytes: lengthOf({ library, period }) },
    { part: 'seals' as const, bytes: lengthOf(seals) },
    { part: 'signature' as const, bytes: signatureBytes },
  ]
  const plain = zstdCompressSync(Buffer.from(canonicalText(payload))).length + signatureBytes
  const packed = recipient === '' ? plain : (await sealed(new Uint8Array(plain), recipient)).length
  return { parts, packed }
}
