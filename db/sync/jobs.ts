import { readFileSync, statSync } from 'node:fs'
import type { SpecOf } from '../../shared/contracts.ts'
import type { OutputOf } from '../../shared/contract.ts'
import { Payload } from '../../shared/sync/package.ts'
import { joinCodes } from '../../shared/sync/paper-codes.ts'
import { maxPackageBytes } from '../../shared/sync/protocol.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler, JobsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { sha256 } from '../hash.ts'
import { apply, takeBack, type Chunk } from './chunks.ts'
import { fingerprintOf, openPackage } from './crypto.ts'
import { enrolJobs } from './enrol.ts'
import { codeJobs } from './print-codes.ts'
import { currentKey } from './keys.ts'
import { receiptJobs } from './read-receipts.ts'
import { isSealed, sealedHere } from './seal.ts'
import { sendJobs } from './send.ts'
import { folderJobs } from './to-folder.ts'
import { answerJobs } from './write-answers.ts'
import { packageName, packedPeriod } from './write-package.ts'

const exportPackage: JobHandler<SpecOf<'sync.exportPackage'>, Chunk> = {
  async run({ periodId }, context) {
    const { id, hash, payload, bytes } = await packedPeriod(context, periodId)
    const file = await context.offerFile(packageName(payload), bytes)
    await context.write({ kind: 'begun', packageId: id, road: 'file' })
    await context.write({ kind: 'ended', packageId: id, problem: null, bytesThere: bytes.length })
    return { file, hash }
  },
  apply,
  takeBack,
}

const verifyPackage: JobHandler<SpecOf<'sync.verifyPackage'>, never> = {
  async run({ file }, { db, fail, pathOfFile }) {
    const path = pathOfFile(file) ?? fail('file_gone', { name: file.name })
    const bytes = Buffer.from(scannedOr(readPart(path), file.name, fail))
    if (isSealed(bytes)) return (await ownSealed(db, bytes)) ?? fail('package_sealed', { name: file.name })
    const read = openPackage(bytes)
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

export const jobs: JobsOf<'sync'> = {
  ...sendJobs,
  ...enrolJobs,
  ...folderJobs,
  ...codeJobs,
  ...receiptJobs,
  ...answerJobs,
  exportPackage,
  verifyPackage,
}

async function ownSealed(db: Reader, bytes: Buffer): Promise<OutputOf<SpecOf<'sync.verifyPackage'>> | null> {
  const own = await sealedHere(db, bytes)
  const key = await currentKey(db)
  if (!own || !key) return null
  const payload = Payload.parse(JSON.parse(own.payload))
  return { payload, hash: own.hash, keyFingerprint: fingerprintOf(key.publicKey), isOurs: true }
}

/** Anything may be handed in by mistake: no more of it is read than a package can be long. */
function readPart(path: string): Buffer {
  return statSync(path).size > maxPackageBytes ? Buffer.alloc(0) : readFileSync(path)
}

type CodesError = 'codes_mixed' | 'codes_missing' | 'codes_altered'

/** The codes of a printed sheet, as a telephone or a scanner writes them down, or the file itself. */
function scannedOr(bytes: Buffer, name: string, fail: Fail<CodesError>): Uint8Array {
  const joined = joinCodes(bytes.toString('utf8').split(/[\r\n]+/), sha256)
  if (joined.ok) return joined.bytes
  if (joined.reason === 'no_codes') return bytes
  return fail(joined.reason, {
    name,
    missing: joined.reason === 'codes_missing' ? joined.missing.join(', ') : '',
  })
}
