import type { Transaction } from 'kysely'
import { isoDateAt } from '../../shared/dates.ts'
import { currentFormula, definitionsVersion, findIndicator } from '../../shared/indicators/formulas.ts'
import type { Payload, ReadPackage } from '../../shared/sync/package.ts'
import { utf8 } from '../../shared/sync/bytes.ts'
import { receiptBytes, type Outcome } from '../../shared/sync/receipt.ts'
import { writeAudit } from '../audit.ts'
import { openPackage, sha256, signWith, telephoneCodeFor } from '../crypto.ts'
import { ageIdentities, instantOf, type Receiver } from '../receiver.ts'
import { refuse } from '../refusal.ts'
import { writeFigures } from '../store/figures.ts'
import type { Dialect } from '../store/migrations.ts'
import type { Schema } from '../store/schema.ts'

type Opened = Extract<ReadPackage, { ok: true }>
export type Received = { hash: string; receipt: string; outcome: Outcome; isNew: boolean }
type Trx = Transaction<Schema>

/**
 * The one entrance of a package, whatever the road: what came before gets the very receipt it got then, and nothing
 * that came is ever written over.
 */
export async function receive(
  receiver: Receiver,
  bytes: Uint8Array,
  expectedHash?: string,
): Promise<Received> {
  const { db, dialect } = receiver.store
  const opened = await openPackage(bytes, () => ageIdentities(db))
  if (!opened.ok) return refuse(opened.reason)
  if (expectedHash !== undefined && opened.hash !== expectedHash) return refuse('package_altered')
  return db.transaction().execute(async (trx) => {
    const ends = await lockedEnds(trx, dialect, opened)
    if (opened.payload.period.to >= isoDateAt(receiver.now().getTime())) return refuse('from_the_future')
    const others = await packagesBeside(trx, opened.payload)
    const known = others.find(({ hash }) => hash === opened.hash)
    if (known) return { hash: known.hash, receipt: known.receipt, outcome: known.outcome, isNew: false }
    return write(trx, receiver, { opened, bytes, ends, others })
  })
}

/** Whose package it is, and who signs its receipt; until it is written, nobody else writes what is this library's. */
async function lockedEnds(trx: Trx, dialect: Dialect, { keyFingerprint, payload }: Opened) {
  const ends = await trx
    .selectFrom('libraryKey')
    .innerJoin('library', 'library.id', 'libraryKey.libraryId')
    .innerJoin(
      (is) => is.selectFrom('receiverKey').selectAll().orderBy('id', 'desc').limit(1).as('signer'),
      (join) => join.onTrue(),
    )
    .select(['libraryId', 'sharedKey', 'libraryKey.revokedAt', 'library.revokedAt as libraryRevokedAt'])
    .select(['signer.name', 'signer.fingerprint', 'signer.privateKey'])
    .where('libraryKey.fingerprint', '=', keyFingerprint)
    .$if(dialect === 'postgres', (query) => query.forUpdate('library'))
    .executeTakeFirst()
  if (!ends) return refuse('not_enrolled')
  if (ends.revokedAt !== null || ends.libraryRevokedAt !== null) return refuse('revoked')
  return ends.libraryId === payload.library.id ? ends : refuse('unknown_library')
}

type Arrival = {
  opened: Opened
  bytes: Uint8Array
  ends: Awaited<ReturnType<typeof lockedEnds>>
  others: readonly Beside[]
}

async function write(
  trx: Trx,
  receiver: Receiver,
  { opened, bytes, ends, others }: Arrival,
): Promise<Received> {
  const { payload, hash, keyFingerprint } = opened
  const { library, period, epoch, revision } = payload
  const at = instantOf(receiver)
  const figuresDigest = digestOf(payload)
  const place = { libraryId: library.id, periodFrom: period.from, periodTo: period.to }
  const verdict = judge(payload, { figuresDigest, others })
  const receipt = Buffer.from(
    receiptBytes(
      {
        format: 'khosach-receipt',
        formatVersion: 1,
        packageHash: hash,
        libraryId: library.id,
        epoch,
        revision,
        period: { from: period.from, to: period.to },
        outcome: verdict.outcome,
        receivedAt: at,
        receiver: { name: ends.name, keyFingerprint: ends.fingerprint },
        telephoneCode: telephoneCodeFor(hash, ends.sharedKey),
      },
      (message) => signWith(ends.privateKey, message),
    ),
  ).toString('utf8')
  await trx
    .insertInto('package')
    .values({
      ...place,
      hash,
      epoch,
      revision,
      figuresDigest,
      previousHash: payload.previousHash,
      definitionsVersion: payload.definitionsVersion,
      provinceCode: library.provinceCode,
      formerProvinceCode: library.formerProvinceCode,
      signedAt: payload.signedAt,
      receivedAt: at,
      outcome: verdict.outcome,
      keyFingerprint,
      bytes,
      receipt,
    })
    .execute()
  await writeFigures(trx, receiver.store.dialect, { hash, figures: payload.figures })
  if (verdict.counts) {
    await trx
      .insertInto('counted')
      .values({ ...place, packageHash: hash })
      .onConflict((on) =>
        on.columns(['libraryId', 'periodFrom', 'periodTo']).doUpdateSet({ packageHash: hash }),
      )
      .execute()
  }
  if (verdict.against) {
    await trx
      .insertInto('conflict')
      .values({ ...place, revision, packageHash: hash, otherHash: verdict.against, seenAt: at })
      .execute()
  }
  const detail = { hash, period: [period.from, period.to], epoch, revision, outcome: verdict.outcome }
  await writeAudit(trx, { at, actor: library.id, act: 'package', detail })
  return { hash, receipt, outcome: verdict.outcome, isNew: true }
}

type Beside = Awaited<ReturnType<typeof packagesBeside>>[number]

/** All that came of the same period, the earliest first. */
function packagesBeside(trx: Trx, { library, period }: Payload) {
  return trx
    .selectFrom('package')
    .leftJoin('counted', 'counted.packageHash', 'package.hash')
    .select(['hash', 'epoch', 'revision', 'figuresDigest', 'receipt', 'outcome'])
    .select('counted.packageHash as countedHash')
    .where('package.libraryId', '=', library.id)
    .where('package.periodFrom', '=', period.from)
    .where('package.periodTo', '=', period.to)
    .orderBy('receivedAt')
    .orderBy('hash')
    .execute()
}

type Verdict = { outcome: Outcome; counts: boolean; against?: string }

/**
 * Numbers decide, never the order of arrival. Under one number the same figures are known already, even where a
 * restored copy of the library made them anew; other figures are for a person to look at.
 */
function judge(
  payload: Payload,
  { figuresDigest, others }: { figuresDigest: string; others: readonly Beside[] },
): Verdict {
  const sameNumber = others.filter(({ revision }) => revision === payload.revision)
  const counted = others.find(({ countedHash }) => countedHash !== null)
  const counts = counted === undefined || payload.revision > counted.revision
  const against =
    sameNumber.find(({ epoch }) => epoch === payload.epoch) ??
    sameNumber.find((other) => other.figuresDigest !== figuresDigest)
  if (against) return { outcome: 'conflict', counts, against: against.hash }
  if (counts) return { outcome: isCurrent(payload) ? 'accepted' : 'mapped', counts }
  return { outcome: sameNumber.length > 0 ? 'already_known' : 'superseded', counts }
}

/** In this order a figure's JSON is its one form (RFC 8785), and is had in a tenth of the time. */
const keysInOrder = ['code', 'status', 'value', 'version']

/** Figures alone: two copies of a library that count alike say the same, whenever each signed. */
function digestOf({ figures }: Payload): string {
  const sorted = figures.toSorted((one, other) => (one.code < other.code ? -1 : 1))
  return sha256(utf8(JSON.stringify(sorted, keysInOrder)))
}

/** An older list, or an older formula of a figure: it is kept under its code and version, and shown with them. */
function isCurrent({ definitionsVersion: madeUnder, figures }: Payload): boolean {
  return (
    madeUnder >= definitionsVersion &&
    figures.every(({ code, version }) => {
      const indicator = findIndicator(code)
      return indicator === undefined || version >= currentFormula(indicator).version
    })
  )
}
