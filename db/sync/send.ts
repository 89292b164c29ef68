import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Reader } from '../connection.ts'
import type { JobContext, JobHandler } from '../context.ts'
import { Cancelled, fail } from '../failure.ts'
import { apply, takeBack, type Chunk } from './chunks.ts'
import { currentEnrolment, type Enrolment } from './enrolments.ts'
import { fetchMessages } from './fetch-messages.ts'
import { onTheRoad, type Reached } from './on-the-road.ts'
import { sendAnswers } from './send-answers.ts'
import { RoadBlocked } from './road-problems.ts'
import type { Road } from './road.ts'
import { upload } from './upload.ts'
import { packagesUnreceived, periodsUnpacked } from './waiting.ts'
import { packedBefore, packedPeriod, type PackageContext, type Packed } from './write-package.ts'

type Send = SpecOf<'sync.send'>
type SendContext = JobContext<NonNullable<Send['errors']>[number], Chunk>

const send: JobHandler<Send, Chunk> = {
  run: ({ periodId }, context) => deliver(context, periodId),
  apply,
  takeBack,
}

const sendByItself: JobHandler<SpecOf<'sync.sendByItself'>, Chunk> = {
  run: (_, context) => deliver(context, null),
  apply,
  takeBack,
}

export const sendJobs = { send, sendByItself }

async function deliver(context: SendContext, periodId: number | null): Promise<OutputOf<Send>> {
  const { db, write } = context
  const enrolment = (await currentEnrolment(db)) ?? context.fail('not_enrolled')
  // Only signed periods are looked for, and who has enrolled has a key: packing refuses nothing else than is declared.
  const packing: PackageContext = { ...context, fail }
  const waiting = await countUnreceived(db)
  try {
    const packages = await packagesToSend(packing, periodId)
    const answers = await onTheRoad(packing, enrolment, async (road, reached) => {
      for (const [index, packed] of packages.entries())
        await sendOne({ context, road, enrolment, reached }, packed, { index, of: packages.length })
      await fetchMessages(context, { road, enrolment })
      return sendAnswers(context, road)
    })
    await write({ kind: 'tried', hasArrived: true })
    return {
      arrived: packages.length,
      answers,
      waiting: await countUnreceived(db),
      problem: null,
      reason: '',
    }
  } catch (error) {
    if (error instanceof Cancelled) throw error
    // Whatever it was, the background waits longer before it tries again.
    await write({ kind: 'tried', hasArrived: false })
    if (!(error instanceof RoadBlocked)) throw error
    const left = await countUnreceived(db)
    const { problem, reason } = error
    return { arrived: Math.max(0, waiting - left), answers: 0, waiting: left, problem, reason }
  }
}

/** Each packed before the first goes, in the order in which they were written. */
async function packagesToSend(context: PackageContext, periodId: number | null): Promise<Packed[]> {
  const { db } = context
  const isAsked = (row: { periodId: number }) => periodId === null || row.periodId === periodId
  const unpacked = await periodsUnpacked(db).select('period.id as periodId').execute()
  for (const row of unpacked.filter(isAsked)) await packedPeriod(context, row.periodId)
  const rows = await packagesUnreceived(db).select(['summaryPackage.id', 'periodId']).execute()
  const packages: Packed[] = []
  for (const { id } of rows.filter(isAsked)) packages.push(await packedBefore(context, id))
  return packages
}

async function countUnreceived(db: Reader): Promise<number> {
  const rows = await packagesUnreceived(db).select('summaryPackage.id').execute()
  return rows.length
}

type Way = { context: SendContext; road: Road; enrolment: Enrolment; reached: Reached }

async function sendOne(
  { context, road, enrolment, reached }: Way,
  packed: Packed,
  { index, of }: { index: number; of: number },
): Promise<void> {
  const { write } = context
  const packageId = packed.id
  const { length } = packed.bytes
  let bytesThere = 0
  await write({ kind: 'begun', packageId, road: 'https' })
  try {
    const { receipt, file } = await upload(road, packed, {
      receiverKey: enrolment.receiverKey,
      reached(bytes) {
        bytesThere = bytes
        reached(index * length + bytes, of * length)
      },
    })
    const { outcome, receivedAt } = receipt
    await write({
      kind: 'receipt',
      packageId,
      road: 'https',
      outcome,
      receivedAt,
      file: file.toString('utf8'),
    })
    await write({ kind: 'ended', packageId, problem: null, bytesThere: length })
  } catch (error) {
    if (error instanceof RoadBlocked)
      await write({ kind: 'ended', packageId, problem: error.problem, bytesThere })
    throw error
  }
}
