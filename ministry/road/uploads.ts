import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { maxPackageBytes } from '../../shared/sync/protocol.ts'
import { instantOf, type Receiver } from '../receiver.ts'
import { refuse, RefusalError } from '../refusal.ts'
import { receive, type Received } from './receive.ts'
import type { Sender } from './signed.ts'

/** What came is written down at least so often: a receiver that dies loses no more of an upload than this. */
const flushBytes = 4096

type Place = { packageHash: string; fingerprint: string }

/** How far an upload is; a package that came whole stands at its end. */
export async function offsetOf({ store: { db } }: Receiver, place: Place): Promise<number | null> {
  const upload = await db
    .selectFrom('upload')
    .select('received')
    .where('packageHash', '=', place.packageHash)
    .where('fingerprint', '=', place.fingerprint)
    .executeTakeFirst()
  if (upload) return upload.received
  const known = await wholeOf({ db }, place.packageHash)
  return known?.bytes.length ?? null
}

function wholeOf({ db }: Pick<Receiver['store'], 'db'>, hash: string) {
  return db
    .selectFrom('package')
    .select(['hash', 'receipt', 'outcome', 'bytes'])
    .where('hash', '=', hash)
    .executeTakeFirst()
}

export type Appended = { offset: number; received: Received | null }
type Part = { offset: number; length: number; body: Readable }

/** Keeps what comes as it comes, so that a cut costs no more than what was under way. */
export async function append(
  receiver: Receiver,
  sender: Sender,
  packageHash: string,
  { offset, length, body }: Part,
): Promise<Appended> {
  const place = { packageHash, fingerprint: sender.fingerprint }
  const known = await wholeOf(receiver.store, packageHash)
  if (known) {
    body.resume()
    const { hash, receipt, outcome } = known
    return { offset: known.bytes.length, received: { hash, receipt, outcome, isNew: false } }
  }
  if (length > maxPackageBytes) return refuse('too_large')
  await begin(receiver, place, { offset, length })
  const end = await takeIn(receiver, place, { offset, length, body, bodyHash: sender.bodyHash })
  if (end < length) return { offset: end, received: null }
  return { offset: end, received: await finish(receiver, place) }
}

async function begin(
  receiver: Receiver,
  place: Place,
  { offset, length }: Omit<Part, 'body'>,
): Promise<void> {
  const { db } = receiver.store
  if (offset === 0) {
    await db
      .insertInto('upload')
      .values({ ...place, length, received: 0, begunAt: instantOf(receiver) })
      .onConflict((on) => on.doNothing())
      .execute()
  }
  const upload = await db
    .selectFrom('upload')
    .select(['received', 'length'])
    .where('packageHash', '=', place.packageHash)
    .where('fingerprint', '=', place.fingerprint)
    .executeTakeFirst()
  const stands = upload?.received ?? 0
  if (stands !== offset) refuse('offset_mismatch', { headers: { 'Upload-Offset': String(stands) } })
  // The same package encrypted anew is another file: it begins again.
  if (upload && upload.length !== length) {
    await discard(receiver, place)
    refuse('offset_mismatch', { headers: { 'Upload-Offset': '0' } })
  }
}

async function takeIn(
  receiver: Receiver,
  place: Place,
  { offset, length, body, bodyHash }: Part & { bodyHash: string },
): Promise<number> {
  const digest = createHash('sha256')
  let held: Buffer[] = []
  let heldBytes = 0
  let at = offset
  async function flush(): Promise<void> {
    const bytes = Buffer.concat(held)
    held = []
    heldBytes = 0
    if (bytes.length > 0) at = await store(receiver, place, at, bytes)
  }
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      digest.update(chunk)
      held.push(chunk)
      heldBytes += chunk.length
      if (at + heldBytes > length) return refuse('too_large')
      if (heldBytes >= flushBytes) await flush()
    }
  } catch (error) {
    if (error instanceof RefusalError) throw error
    // The line was cut; whoever sent it asks later how far it came.
    await flush()
    throw error
  }
  await flush()
  if (digest.digest('hex') === bodyHash) return at
  await discard(receiver, place)
  return refuse('wrong_signature')
}

/** Only what goes on where the upload stands: two connections that send the same bytes are written once. */
async function store(receiver: Receiver, place: Place, offset: number, bytes: Buffer): Promise<number> {
  await receiver.store.db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('upload')
      .set({ received: offset + bytes.length })
      .where('packageHash', '=', place.packageHash)
      .where('fingerprint', '=', place.fingerprint)
      .where('received', '=', offset)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return refuse('offset_mismatch')
    return trx
      .insertInto('uploadPart')
      .values({ ...place, offset, bytes })
      .execute()
  })
  return offset + bytes.length
}

async function finish(receiver: Receiver, place: Place): Promise<Received> {
  const parts = await receiver.store.db
    .selectFrom('uploadPart')
    .select('bytes')
    .where('packageHash', '=', place.packageHash)
    .where('fingerprint', '=', place.fingerprint)
    .orderBy('offset')
    .execute()
  try {
    const received = await receive(
      receiver,
      Buffer.concat(parts.map(({ bytes }) => bytes)),
      place.packageHash,
    )
    await discard(receiver, place)
    return received
  } catch (error) {
    // What is refused will be refused again: the next try begins at the first byte.
    if (error instanceof RefusalError) await discard(receiver, place)
    throw error
  }
}

async function discard({ store: { db } }: Receiver, { packageHash, fingerprint }: Place): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of ['uploadPart', 'upload'] as const) {
      await trx
        .deleteFrom(table)
        .where('packageHash', '=', packageHash)
        .where('fingerprint', '=', fingerprint)
        .execute()
    }
  })
}
