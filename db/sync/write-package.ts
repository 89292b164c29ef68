import { definitionsVersion } from '../../shared/indicators/formulas.ts'
import { packageBytes, packageHash, Payload } from '../../shared/sync/package.ts'
import { namedPeriod } from '../../shared/periods.ts'
import type { packageErrors } from '../../shared/sync/sending-contract.ts'
import type { Reader } from '../connection.ts'
import type { JobContext } from '../context.ts'
import type { Fail } from '../failure.ts'
import { sha256 } from '../hash.ts'
import { figuresAreIntact, officialValues, restatedAreIntact } from '../indicators/index.ts'
import { appVersion, schemaVersion } from '../version.ts'
import type { Chunk } from './chunks.ts'
import { writerWith, type KeyPair } from './crypto.ts'
import { currentEpoch, isPutBack } from './epochs.ts'
import { keysReady } from './keys.ts'
import { isForAnother, recipientNow, sealed } from './seal.ts'
import { keepHere } from './this-pc.ts'

export type PackageError = (typeof packageErrors)[number]
export type PackageContext = JobContext<PackageError, Chunk>
type PayloadError = Exclude<PackageError, 'key_missing' | 'key_locked'>
type Asked = { db: Reader; fail: Fail<PayloadError> }

/** A package as every road carries it. */
export type Packed = { id: number; periodId: number; hash: string; payload: Payload; bytes: Buffer }

/**
 * Each revision's package is made once; asking again gives the same bytes, whoever holds the key by then. A period that
 * was restated before anybody packed it is packed as it was signed, too: the receiver would miss that number for ever.
 */
export async function packedPeriod(context: PackageContext, periodId: number): Promise<Packed> {
  const last = 1 + ((await restatementOf(context.db, periodId))?.number ?? 0)
  const known = await packageWritten(context.db, { periodId, revision: last })
  if (known) return packed(context, known)
  for (let revision = 1; revision <= last; revision++) {
    const isWritten = await packageWritten(context.db, { periodId, revision })
    if (!isWritten) await writeDown(context, { periodId, revision })
  }
  const written = await packageWritten(context.db, { periodId, revision: last })
  if (!written) throw new Error(`the package of period ${periodId} is gone within its own run`)
  return packed(context, written)
}

/** One that was written earlier, of whatever number. */
export async function packedBefore(context: PackageContext, packageId: number): Promise<Packed> {
  const row = await context.db
    .selectFrom('summaryPackage')
    .select(columns)
    .where('id', '=', packageId)
    .executeTakeFirstOrThrow()
  return packed(context, row)
}

type Row = { id: number; periodId: number; hash: string; payload: string; file: string; recipient: string }

const columns = ['id', 'periodId', 'hash', 'payload', 'file', 'recipient'] as const

/**
 * An older version of this program kept only what the package says: its bytes are made at first use. What was encrypted
 * to a receiver that the library has left can be opened by nobody it sends to: those bytes are made anew.
 */
async function packed(context: PackageContext, row: Row): Promise<Packed> {
  const { id, periodId, hash } = row
  const payload = Payload.parse(JSON.parse(row.payload))
  let { file } = row
  if (file === '' || (await isForAnother(context.db, row.recipient))) {
    const recipient = await recipientNow(context.db)
    file = await fileOf(payload, await keysReady(context), recipient)
    await context.write({ kind: 'file', packageId: id, file, recipient })
  }
  return { id, periodId, hash, payload, bytes: Buffer.from(file, 'base64url') }
}

export function packageName(payload: Payload): string {
  const { provinceCode, code } = payload.library
  const name = `${provinceCode}-${code}-${payload.period.period}-${payload.revision}.khosach`
  return name.replace(/[^\w.-]+/g, '_')
}

async function fileOf(payload: Payload, keys: KeyPair, recipient: string): Promise<string> {
  const bytes = packageBytes(payload, writerWith(keys))
  return Buffer.from(recipient === '' ? bytes : await sealed(bytes, recipient)).toString('base64url')
}

type Numbered = { periodId: number; revision: number }

async function packageWritten(db: Reader, { periodId, revision }: Numbered): Promise<Row | undefined> {
  return db
    .selectFrom('summaryPackage')
    .select(columns)
    .where('periodId', '=', periodId)
    .where('revision', '=', revision)
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

async function writeDown(context: PackageContext, { periodId, revision }: Numbered): Promise<void> {
  const { db, write, dataDir } = context
  const keys = await keysReady(context)
  if (await isPutBack(db, keys.lastPackage)) await write({ kind: 'epoch' })
  const epoch = await currentEpoch(db)
  const payload = await payloadOf(context, periodId, { epoch, revision })
  const { journalHead } = payload
  const recipient = await recipientNow(db)
  const hash = packageHash(payload, sha256)
  await write({
    kind: 'package',
    periodId,
    revision,
    epochId: epoch.id,
    hash,
    position: journalHead.position,
    journalHash: journalHead.hash,
    payload: JSON.stringify(payload),
    file: await fileOf(payload, keys, recipient),
    recipient,
  })
  const { publicKey, privateKey } = keys
  keepHere(dataDir, { publicKey, privateKey, lastPackage: hash })
}

/** The last one, or the one of a number. */
async function restatementOf(db: Reader, periodId: number, number?: number) {
  return db
    .selectFrom('restatement')
    .select(['number', 'signedAt', 'position', 'journalHash', 'figuresHash', 'paperHash'])
    .where('periodId', '=', periodId)
    .$if(number !== undefined, (rows) => rows.where('number', '=', number ?? 0))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function payloadOf(
  { db, fail }: Asked,
  periodId: number,
  { epoch, revision: asked }: { epoch: { id: number; uuid: string }; revision?: number },
): Promise<Payload> {
  const period = await signedPeriod(db, periodId, fail)
  const isIntact = (await figuresAreIntact(db, periodId)) && (await restatedAreIntact(db, periodId))
  if (!isIntact) fail('figures_altered', { id: periodId })
  const restatement = await restatementOf(db, periodId, asked === undefined ? undefined : asked - 1)
  const number = restatement?.number ?? 0
  const { position, journalHash, figuresHash, signedAt, paperHash } = restatement ?? period
  const previous = await db
    .selectFrom('summaryPackage')
    .select('hash')
    .where('epochId', '=', epoch.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    format: 'khosach-summary',
    formatVersion: 1,
    library: await libraryCodes(db, fail),
    period: period.named,
    revision: 1 + number,
    epoch: epoch.uuid,
    previousHash: previous?.hash ?? null,
    figures: (await officialValues(db, periodId, number)).map(({ code, version, status, value }) => ({
      code,
      version,
      status,
      value,
    })),
    definitionsVersion,
    journalHead: { position, hash: journalHash },
    figuresHash,
    ...(paperHash ? { reportHash: paperHash } : {}),
    signerRole: 'director',
    signedAt,
    appVersion,
    schemaVersion,
  }
}

async function signedPeriod(db: Reader, id: number, fail: Fail<PayloadError>) {
  const period = await db.selectFrom('period').selectAll().where('id', '=', id).executeTakeFirst()
  if (!period) return fail('period_not_found', { id })
  const { position, journalHash, figuresHash, signedAt, paperHash } = period
  if (!position || !journalHash || !figuresHash || !signedAt) return fail('period_not_signed', { id })
  const { period: name, kind, from, to } = namedPeriod(period.period)
  if (kind === 'range') return fail('period_not_sent', { id })
  const named = { period: name, kind, from, to }
  return { position, journalHash, figuresHash, signedAt, paperHash, named }
}

export async function libraryCodes(
  db: Reader,
  fail: Fail<'profile_incomplete'>,
): Promise<Payload['library']> {
  const library = await db
    .selectFrom('library')
    .select(['uuid as id', 'code', 'provinceCode', 'formerProvinceCode', 'name'])
    .executeTakeFirstOrThrow()
  return library.code === '' ? fail('profile_incomplete', { missing: ['code'] }) : library
}
