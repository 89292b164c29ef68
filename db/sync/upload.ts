import { packageType, paths } from '../../shared/sync/protocol.ts'
import { readReceipt, type Receipt } from '../../shared/sync/receipt.ts'
import { isSignedBy } from './crypto.ts'
import type { Road } from './road.ts'
import { blockedByAnswer, RoadBlocked } from './road-problems.ts'
import type { Packed } from './write-package.ts'

/** A line that cuts every other connection still gets through; one that lets nothing through is left for later. */
const cutsWithoutProgress = 4
const worthAnotherTry = new Set(['cut_off', 'timed_out'])

export type Uploaded = { receipt: Receipt; file: Buffer }
type Reached = (bytes: number) => void

/** Goes on wherever the receiver says it stands; nothing is assumed of what an earlier try got through. */
export async function upload(
  road: Road,
  { hash, bytes, payload }: Packed,
  { receiverKey, reached }: { receiverKey: string; reached: Reached },
): Promise<Uploaded> {
  let best = 0
  for (let idle = 0; ;) {
    try {
      const offset = await offsetThere(road, hash, bytes.length)
      reached(offset)
      if (offset > best) idle = 0
      best = Math.max(best, offset)
      const answer = await road.ask({
        method: 'PATCH',
        path: paths.upload(hash),
        type: packageType,
        headers: { 'Upload-Offset': String(offset), 'Upload-Length': String(bytes.length) },
        body: bytes.subarray(offset),
      })
      if (answer.status === 200) return verified(answer.body, { hash, payload, receiverKey })
      // Some of it came; the next round asks how much.
      if (answer.status !== 204) throw blockedByAnswer(answer.status, answer.body.toString('utf8'))
      if (answer.header('upload-offset') === null) throw new RoadBlocked('sign_in_page')
    } catch (error) {
      if (!(error instanceof RoadBlocked) || !worthAnotherTry.has(error.problem)) throw error
      idle += 1
      if (idle >= cutsWithoutProgress) throw error
    }
  }
}

/** A refusal has no words in a HEAD; the request after it brings them. */
async function offsetThere(road: Road, hash: string, length: number): Promise<number> {
  const { status, header } = await road.ask({ method: 'HEAD', path: paths.upload(hash) })
  const offset = Number(header('upload-offset') ?? Number.NaN)
  if (status !== 200 && status !== 204) return 0
  // A page in the receiver's place answers anything with 200.
  if (!Number.isInteger(offset) || offset < 0 || offset > length) throw new RoadBlocked('sign_in_page')
  return offset
}

type Expected = { hash: string; payload: Packed['payload']; receiverKey: string }

/** A receipt counts only with the signature of the receiver we enrolled with, and only for this package. */
function verified(file: Buffer, { hash, payload, receiverKey }: Expected): Uploaded {
  const read = readReceipt(file, verifierOf(receiverKey))
  if (!read.ok) throw new RoadBlocked(read.reason === 'not_a_receipt' ? 'sign_in_page' : 'receipt_altered')
  const { receipt } = read
  const isOfThis =
    receipt.packageHash === hash &&
    receipt.libraryId === payload.library.id &&
    receipt.epoch === payload.epoch &&
    receipt.revision === payload.revision
  if (!isOfThis) throw new RoadBlocked('receipt_of_another')
  return { receipt, file }
}

export function verifierOf(receiverKey: string) {
  const key = Buffer.from(receiverKey, 'base64url')
  return (message: Uint8Array, signature: Uint8Array) => isSignedBy(key, message, signature)
}
