import type { Receipt } from '../../shared/sync/receipt.ts'
import type { folderProblems, Road, RoadProblem } from '../../shared/sync/sending-contract.ts'
import type * as z from 'zod'
import type { ChunkContext } from '../context.ts'
import { startEpoch } from './epochs.ts'

type RoadName = z.output<typeof Road>
type FolderProblem = (typeof folderProblems)[number]
type PackageChunk = {
  kind: 'package'
  periodId: number
  revision: number
  epochId: number
  hash: string
  position: number
  journalHash: string
  payload: string
  file: string
  recipient: string
}
type ReceiptChunk = {
  kind: 'receipt'
  packageId: number
  road: RoadName
  outcome: Receipt['outcome']
  receivedAt: string
  file: string
}
type EnrolmentChunk = {
  kind: 'enrolment'
  signingKeyId: number
  endpoint: string
  receiver: string
  receiverKey: string
  recipient: string | null
  sharedKey: string
  enrolledAt: string
}

type MessagesChunk = {
  kind: 'messages'
  enrolmentId: number
  messages: { number: number; kind: string; content: string }[]
  gaps: string
  endpoint: string
  receiverKey: string
  /** Of questions that the receiver says were answered. */
  answered: { number: number; receivedAt: string }[]
  road: 'https' | 'file'
}

/** What the jobs of this module write, each a whole thing. */
export type Chunk =
  | { kind: 'epoch' }
  | PackageChunk
  | { kind: 'file'; packageId: number; file: string; recipient: string }
  | { kind: 'begun'; packageId: number; road: RoadName }
  | { kind: 'ended'; packageId: number; problem: RoadProblem | FolderProblem | null; bytesThere: number }
  | ReceiptChunk
  | EnrolmentChunk
  | { kind: 'tried'; hasArrived: boolean }
  | { kind: 'answer'; messageId: number; receivedAt: string }
  | MessagesChunk

export async function apply(chunk: Chunk, context: ChunkContext) {
  const { db, now, jobId } = context
  switch (chunk.kind) {
    case 'epoch':
      await startEpoch(context)
      return { bulk: { epoch: now } }
    case 'package': {
      const { kind: _, ...row } = chunk
      await db
        .insertInto('summaryPackage')
        .values({ ...row, writtenAt: now })
        .execute()
      return { bulk: { packageHash: chunk.hash } }
    }
    case 'file':
      await db
        .updateTable('summaryPackage')
        .set({ file: chunk.file, recipient: chunk.recipient })
        .where('id', '=', chunk.packageId)
        .execute()
      return { bulk: { packageId: chunk.packageId } }
    case 'begun': {
      const { packageId, road } = chunk
      await db.insertInto('delivery').values({ packageId, road, jobId, startedAt: now }).execute()
      return { bulk: { packageId, road } }
    }
    case 'ended':
      return endDelivery(chunk, context)
    case 'receipt':
      return keepReceipt(chunk, context)
    case 'enrolment': {
      const { kind: _, ...row } = chunk
      await db.insertInto('enrolment').values(row).execute()
      return { bulk: { receiver: chunk.receiver } }
    }
    case 'messages':
      return keepMessages(chunk, context)
    case 'answer':
      await db
        .updateTable('receiverMessage')
        .set({ answerSentAt: chunk.receivedAt })
        .where('id', '=', chunk.messageId)
        .execute()
      return { bulk: { messageId: chunk.messageId } }
    case 'tried': {
      const failures = chunk.hasArrived ? 0 : (await setting(context)).failures + 1
      await db.updateTable('sendingSetting').set({ triedAt: now, failures }).execute()
      return { bulk: { failures } }
    }
  }
}

async function setting({ db }: ChunkContext) {
  return db.selectFrom('sendingSetting').selectAll().executeTakeFirstOrThrow()
}

async function endDelivery(
  { packageId, problem, bytesThere }: Extract<Chunk, { kind: 'ended' }>,
  { db, now, jobId }: ChunkContext,
) {
  await db
    .updateTable('delivery')
    .set({ endedAt: now, problem, bytesThere })
    .where('jobId', '=', jobId)
    .where('packageId', '=', packageId)
    .where('endedAt', 'is', null)
    .execute()
  return { bulk: { packageId, problem } }
}

/** The whole receipt takes the place of a code that was only told over the telephone; nothing takes its own. */
async function keepReceipt(chunk: ReceiptChunk, { db, now }: ChunkContext) {
  const { kind: _, ...row } = chunk
  const { road, outcome, receivedAt, file } = row
  await db
    .insertInto('packageReceipt')
    .values({ ...row, notedAt: now })
    .onConflict((conflict) =>
      conflict
        .column('packageId')
        .doUpdateSet({ road, outcome, receivedAt, file, notedAt: now })
        .where('packageReceipt.file', '=', ''),
    )
    .execute()
  return { bulk: { packageId: row.packageId, outcome } }
}

async function keepMessages(
  { enrolmentId, messages, gaps, endpoint, receiverKey, answered, road }: MessagesChunk,
  { db, now }: ChunkContext,
) {
  const rows = messages.map((message) => ({ ...message, enrolmentId, cameAt: now }))
  if (rows.length > 0)
    await db
      .insertInto('receiverMessage')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const { number, receivedAt } of answered)
    await db
      .updateTable('receiverMessage')
      .set({ answerSentAt: receivedAt })
      .where('enrolmentId', '=', enrolmentId)
      .where('number', '=', number)
      .where('answerSentAt', 'is', null)
      .execute()
  await db
    .updateTable('enrolment')
    .set({ gaps, endpoint, receiverKey })
    .where('id', '=', enrolmentId)
    .execute()
  if (road === 'https') await db.updateTable('sendingSetting').set({ askedAt: now }).execute()
  return { bulk: { messages: messages.map(({ number }) => number) } }
}

/** A run that was cut off leaves what it had begun, and says so; what arrived, arrived. */
export async function takeBack({ db, now, jobId }: ChunkContext): Promise<boolean> {
  await db
    .updateTable('delivery')
    .set({ endedAt: now, problem: 'interrupted' })
    .where('jobId', '=', jobId)
    .where('endedAt', 'is', null)
    .execute()
  return false
}
