import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, isAbsolute, join } from 'node:path'
import type { SpecOf } from '../../shared/contracts.ts'
import { readReceipt, receiptMagic, type Receipt } from '../../shared/sync/receipt.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { apply, type Chunk } from './chunks.ts'
import { openPackageFile } from './crypto.ts'
import { currentEnrolment } from './enrolments.ts'
import { isMessagesFile, takeMessages } from './messages-file.ts'
import { isSealed, sealedHere } from './seal.ts'
import { isFolder } from './to-folder.ts'
import { verifierOf } from './upload.ts'

type Read = OutputOf<SpecOf<'sync.readReceipts'>>
type Reason = Read['others'][number]['reason']
type Seen = { reason: Reason } | { receipt: Receipt; packageId: number; file: string }

/** A stick holds some files; whoever points at a whole disk gets the first of them. */
const mostFiles = 2000
/** Messages are the longest of what comes back. */
const longest = 2_000_000

const readReceipts: JobHandler<SpecOf<'sync.readReceipts'>, Chunk> = {
  async run({ path }, context) {
    const { db, fail, write, progress } = context
    if (!(await currentEnrolment(db))) fail('not_enrolled')
    if (!isAbsolute(path) || !isFolder(path)) fail('folder_unreachable', { path })
    const found = filesIn(path)
    const answer: Read = { taken: [], messages: 0, others: [], unread: Math.max(0, found.length - mostFiles) }
    const files = found.slice(0, mostFiles)
    for (const [index, file] of files.entries()) {
      progress(index, files.length)
      const name = basename(file)
      // Messages that were read before this file may have told of a new key.
      const enrolment = (await currentEnrolment(db)) ?? fail('not_enrolled')
      const bytes = startOf(file)
      const seen =
        bytes && isMessagesFile(bytes)
          ? await takeMessages(context, enrolment, bytes)
          : await look(db, { path: file, bytes }, enrolment.receiverKey)
      if ('reason' in seen) {
        answer.others.push({ name, reason: seen.reason })
        continue
      }
      if ('messages' in seen) {
        answer.messages += seen.messages
        continue
      }
      const { outcome, receivedAt, period, revision } = seen.receipt
      await write({
        kind: 'receipt',
        packageId: seen.packageId,
        road: 'file',
        outcome,
        receivedAt,
        file: seen.file,
      })
      answer.taken.push({ name, ...period, revision, outcome })
    }
    return answer
  },
  apply,
}

export const receiptJobs = { readReceipts }

/** The folder and those right below it, where receivers put each library's receipts. */
function filesIn(path: string): string[] {
  const below = readdirSync(path, { withFileTypes: true })
  const filesOf = (folder: string) => {
    try {
      return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => join(folder, name))
    } catch {
      // System folders of a stick are closed to us and hold nothing of ours.
      return []
    }
  }
  const folders = below.filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name))
  return [path, ...folders].flatMap(filesOf).toSorted()
}

async function look(
  db: Reader,
  { path, bytes }: { path: string; bytes: Buffer | null },
  receiverKey: string,
): Promise<Seen> {
  if (bytes === null) return { reason: 'other_file' }
  if (!bytes.subarray(0, receiptMagic.length).equals(Buffer.from(receiptMagic)))
    return { reason: await packageReason(db, path, bytes) }
  const read = readReceipt(bytes, verifierOf(receiverKey))
  if (!read.ok) return { reason: read.reason === 'receipt_altered' ? 'receipt_altered' : 'other_file' }
  const { receipt } = read
  const library = await db.selectFrom('library').select('uuid').executeTakeFirstOrThrow()
  if (receipt.libraryId !== library.uuid) return { reason: 'foreign_receipt' }
  const ours = await packageOf(db, receipt.packageHash)
  if (!ours) return { reason: 'no_such_package' }
  return ours.receipt ? { reason: 'known' } : { receipt, packageId: ours.id, file: bytes.toString('utf8') }
}

async function packageOf(db: Reader, hash: string) {
  return db
    .selectFrom('summaryPackage')
    .leftJoin('packageReceipt', 'packageReceipt.packageId', 'summaryPackage.id')
    .select(['summaryPackage.id', 'packageReceipt.file as receipt'])
    .where('hash', '=', hash)
    .executeTakeFirst()
}

/** Null for what is too long to be of ours, or cannot be read. */
function startOf(path: string): Buffer | null {
  try {
    return statSync(path).size > longest ? null : readFileSync(path)
  } catch {
    return null
  }
}

async function packageReason(db: Reader, path: string, bytes: Buffer): Promise<Reason> {
  if (isSealed(bytes)) return (await sealedHere(db, bytes)) ? 'own_package' : 'foreign_package'
  const read = openPackageFile(path)
  if (!read.ok) return 'other_file'
  return (await packageOf(db, read.hash)) ? 'own_package' : 'foreign_package'
}
