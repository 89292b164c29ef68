import { definitionsVersion } from '../../shared/indicators/formulas.ts'
import { packageBytes, packageHash, Payload, periodOf } from '../../shared/sync/package.ts'
import type { Reader } from '../connection.ts'
import type { JobContext, JobHandler, JobsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { sha256 } from '../hash.ts'
import { figuresAreIntact, officialValues, restatedAreIntact } from '../indicators/index.ts'
import { appVersion, schemaVersion } from '../version.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { namedPeriod } from '../../shared/periods.ts'
import { newKeyPair, openPackageFile, writerWith, type KeyPair } from './crypto.ts'

type Written = {
  periodId: number
  revision: number
  epochId: number
  hash: string
  position: number
  journalHash: string
  payload: string
}
type Chunk = { keys: KeyPair } | { written: Written }

const exportPackage: JobHandler<SpecOf<'sync.exportPackage'>, Chunk> = {
  async run({ periodId }, context) {
    const { db, fail, offerFile } = context
    const keys = await enrolledKeys(context)
    const payload = (await packageWritten(db, periodId)) ?? (await writeDown(context, periodId))
    const hash = packageHash(payload, sha256)
    const { provinceCode, code } = payload.library
    const name = `${provinceCode}-${code}-${periodOf(payload)}-${payload.revision}.khosach`.replace(
      /[^\w.-]+/g,
      '_',
    )
    const file = await offerFile(name, packageBytes(payload, writerWith(keys)))
    return file ? { file, hash } : fail('storage_full')
  },

  async apply(chunk, { db, now }) {
    if ('keys' in chunk) {
      await db
        .insertInto('signingKey')
        .values({ ...chunk.keys, madeAt: now })
        .execute()
      return { bulk: { publicKey: chunk.keys.publicKey } }
    }
    await db
      .insertInto('summaryPackage')
      .values({ ...chunk.written, writtenAt: now })
      .execute()
    return { bulk: { packageHash: chunk.written.hash } }
  },
}

const verifyPackage: JobHandler<SpecOf<'sync.verifyPackage'>, never> = {
  async run({ file }, { db, fail, pathOfFile }) {
    const path = pathOfFile(file) ?? fail('file_gone', { name: file.name })
    const read = openPackageFile(path)
    if (!read.ok) return fail(read.reason, { name: file.name })
    const own = await db
      .selectFrom('signingKey')
      .select('id')
      .where('publicKey', '=', Buffer.from(read.publicKey).toString('base64url'))
      .executeTakeFirst()
    const { payload, hash, keyFingerprint } = read
    return { payload, hash, keyFingerprint, isOurs: own !== undefined }
  },
}

export const jobs: JobsOf<'sync'> = { exportPackage, verifyPackage }

/** One pair of keys for the life of this data folder. */
async function enrolledKeys({ db, write }: JobContext<never, Chunk>): Promise<KeyPair> {
  const known = await db
    .selectFrom('signingKey')
    .select(['publicKey', 'privateKey'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (known) return known
  const keys = newKeyPair()
  await write({ keys })
  return keys
}

/** Each revision's package is made once; asking again gives the same bytes. */
async function packageWritten(db: Reader, periodId: number): Promise<Payload | null> {
  const revision = 1 + ((await lastRestatement(db, periodId))?.number ?? 0)
  const written = await db
    .selectFrom('summaryPackage')
    .select('payload')
    .where('periodId', '=', periodId)
    .where('revision', '=', revision)
    .where('epochId', '=', (is) => is.selectFrom('epoch').select((max) => max.fn.max('id').as('id')))
    .executeTakeFirst()
  return written ? Payload.parse(JSON.parse(written.payload)) : null
}

async function lastRestatement(db: Reader, periodId: number) {
  return db
    .selectFrom('restatement')
    .select(['number', 'signedAt', 'position', 'journalHash', 'figuresHash'])
    .where('periodId', '=', periodId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

type ExportError =
  | 'period_not_found'
  | 'period_not_signed'
  | 'period_not_sent'
  | 'profile_incomplete'
  | 'figures_altered'
type Refuse = Fail<ExportError>

async function writeDown(context: JobContext<ExportError, Chunk>, periodId: number): Promise<Payload> {
  const { db, write } = context
  const epoch = await db
    .selectFrom('epoch')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const payload = await payloadOf(context, periodId, epoch)
  const { position, hash: journalHash } = payload.journalHead
  const hash = packageHash(payload, sha256)
  const { revision } = payload
  const text = JSON.stringify(payload)
  await write({
    written: { periodId, revision, epochId: epoch.id, hash, position, journalHash, payload: text },
  })
  return payload
}

async function payloadOf(
  { db, fail }: JobContext<ExportError, Chunk>,
  periodId: number,
  epoch: { id: number; uuid: string },
): Promise<Payload> {
  const period = await signedPeriod(db, periodId, fail)
  const isIntact = (await figuresAreIntact(db, periodId)) && (await restatedAreIntact(db, periodId))
  if (!isIntact) fail('figures_altered', { id: periodId })
  const restatement = await lastRestatement(db, periodId)
  const { position, journalHash, figuresHash, signedAt } = restatement ?? period
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
    revision: 1 + (restatement?.number ?? 0),
    epoch: epoch.uuid,
    previousHash: previous?.hash ?? null,
    figures: (await officialValues(db, periodId)).map(({ code, version, status, value }) => ({
      code,
      version,
      status,
      value,
    })),
    definitionsVersion,
    journalHead: { position, hash: journalHash },
    figuresHash,
    signerRole: 'director',
    signedAt,
    appVersion,
    schemaVersion,
  }
}

async function signedPeriod(db: Reader, id: number, fail: Refuse) {
  const period = await db.selectFrom('period').selectAll().where('id', '=', id).executeTakeFirst()
  if (!period) return fail('period_not_found', { id })
  const { position, journalHash, figuresHash, signedAt } = period
  if (!position || !journalHash || !figuresHash || !signedAt) return fail('period_not_signed', { id })
  const { period: name, kind, from, to } = namedPeriod(period.period)
  if (kind === 'range') return fail('period_not_sent', { id })
  return { position, journalHash, figuresHash, signedAt, named: { period: name, kind, from, to } }
}

async function libraryCodes(db: Reader, fail: Refuse): Promise<Payload['library']> {
  const library = await db
    .selectFrom('library')
    .select(['uuid as id', 'code', 'provinceCode', 'formerProvinceCode', 'name'])
    .executeTakeFirstOrThrow()
  return library.code === '' ? fail('profile_incomplete', { missing: ['code'] }) : library
}
