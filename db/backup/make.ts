import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PlaceOutcome } from '../../shared/backup/contract.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { fileStamp } from '../../shared/dates.ts'
import type { JobContext, JobHandler } from '../context.ts'
import { duePlaces } from './by-itself.ts'
import { applyMade, type Chunk } from './chunks.ts'
import { exportBeside } from './export-beside.ts'
import { filesOfLast } from './file-rows.ts'
import {
  exportNameOf,
  giveUpAt,
  layAt,
  nameOf,
  problemOf,
  readBack,
  takeIn,
  type Laid,
  type Outgoing,
} from './lay.ts'
import { keptFilesOf } from './kept-files.ts'
import { noteBackups } from './noted.ts'
import { attachedPlaces, placeRows, type Attached, type PlaceRow } from './places.ts'
import { partEnding, removeParts } from './parts.ts'
import { rotateAt } from './rotate.ts'
import { readRule } from './rule.ts'
import { sealerFor } from './sealing.ts'
import { holdingsIn, provenHoldings, takeSnapshot } from './snapshot.ts'

type Make = SpecOf<'backup.make'>
export type MakeContext = JobContext<Make['errors'][number], Chunk>
type Cause = Extract<Chunk, { kind: 'made' }>['cause']

const make: JobHandler<Make, Chunk> = {
  async run(_, context) {
    return makeCopies(context, await placeRows(context.db), 'person')
  },
  apply: applyMade,
}

const makeByItself: JobHandler<SpecOf<'backup.makeByItself'>, Chunk> = {
  async run({ isQuitting }, context) {
    const due = await duePlaces(context.db, { ...context, isQuitting })
    const cause = isQuitting ? 'quitting' : due.isAfterSigning ? 'signing' : 'schedule'
    return makeCopies(context, due.places, cause)
  },
  apply: applyMade,
}

export const makeJobs = { make, makeByItself }

/**
 * A copy counts only after it was restored by itself and stood the same checks as the original, and every file that went
 * along was read back. A place that cannot take it holds up none of the others.
 */
async function makeCopies(
  context: MakeContext,
  places: readonly PlaceRow[],
  cause: Cause,
): Promise<OutputOf<Make>> {
  const { db, dataDir, databaseFile, now } = context
  const stem = `kho-sach-${fileStamp(now)}`
  const own = join(dataDir, 'backups')
  const attached = await attachedPlaces(places, dataDir)
  const absent = places.filter(({ id }) => attached.every((place) => place.id !== id))
  const outcomes: PlaceOutcome[] = absent.map(({ id, name }) => ({ placeId: id, name, outcome: 'absent' }))
  const { encryption, withExport } = await readRule(db)
  const sealer = encryption && (await sealerFor(encryption))
  const names = { stem, sealer }
  if (attached.length === 0) return { fileName: nameOf(names), madeAt: now, places: outcomes }
  mkdirSync(own, { recursive: true })
  removeParts(own)
  const database = join(own, `${stem}.db${partEnding}`)
  const outgoing: Outgoing = { ...names, database, dataDir, exported: null, told: () => undefined }
  try {
    const told = teller(context, attached.length)
    outgoing.told = told.more
    await takeSnapshot(databaseFile, database, told.ofSnapshot)
    if (withExport)
      outgoing.exported = await exportBeside(database, join(own, `${stem}.export${partEnding}`), context)
    const laid: Laid[] = []
    for (const place of attached) {
      const outcome = await tried(place, outgoing, async () => {
        laid.push(await layAt(place, outgoing, await filesOfLast(db, place, sealer)))
      })
      if (outcome) outcomes.push(outcome)
    }
    outcomes.push(...(await proven(laid, outgoing, { context, cause })))
    for (const place of attached) await tried(place, outgoing, () => rotateAt(place, context))
  } finally {
    for (const place of attached) giveUpAt(place, outgoing)
    removeParts(own)
  }
  for (const { placeId, outcome } of outcomes)
    if (outcome !== 'done' && outcome !== 'absent')
      await context.write({ kind: 'problem', placeId, problem: outcome })
  await noteBackups(db, dataDir)
  return { fileName: nameOf(names), madeAt: now, places: outcomes }
}

/** Null where it went well. */
async function tried(
  place: Attached,
  outgoing: Outgoing,
  work: () => Promise<void>,
): Promise<PlaceOutcome | null> {
  try {
    await work()
    return null
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) throw error
    giveUpAt(place, outgoing)
    return { placeId: place.id, name: place.name, outcome: problem }
  }
}

type Proving = { context: MakeContext; cause: Cause }

/** The first is restored and checked as a library; what comes out of the others is the same to the byte. */
async function proven(
  laid: readonly Laid[],
  outgoing: Outgoing,
  { context, cause }: Proving,
): Promise<PlaceOutcome[]> {
  const held = await holdingsIn(outgoing.database)
  const outcomes: PlaceOutcome[] = []
  let isProven = false
  for (const each of laid) {
    const { place, packed, exported, files } = each
    const outcome = await tried(place, outgoing, async () => {
      if (!isProven) rmSync(outgoing.database, { force: true })
      await readBack(each, outgoing, isProven ? null : outgoing.database)
      if (!isProven) await requireProof(outgoing, held, context)
      isProven = true
      const size = takeIn(each, outgoing)
      await context.write({
        kind: 'made',
        placeId: place.id,
        cause,
        fileName: nameOf(outgoing),
        size,
        files: JSON.stringify(files),
        madeAt: context.now,
        provenAt: context.now,
        sha256: packed,
        recipient: outgoing.sealer?.recipient ?? '',
        exportName: exported ? exportNameOf(outgoing) : '',
        exportSha256: exported ?? '',
      })
    })
    outcomes.push(outcome ?? { placeId: place.id, name: place.name, outcome: 'done' })
  }
  return outcomes
}

type Held = Awaited<ReturnType<typeof holdingsIn>>

async function requireProof({ database }: Outgoing, held: Held, { fail }: MakeContext): Promise<void> {
  const restored = await provenHoldings(database)
  if (restored === null || JSON.stringify(restored) !== JSON.stringify(held)) fail('copy_failed_proof')
}

/** Bytes so far: the snapshot tells its share, everything else the stretches that were read. */
function teller({ progress, databaseFile, dataDir }: MakeContext, places: number) {
  const databaseBytes = statSync(databaseFile).size
  const filesBytes = keptFilesOf(dataDir).reduce((sum, { size }) => sum + 2 * size, 0)
  // Packed once for each place and read back from there, where it is smaller by an amount nobody knows yet.
  const total = databaseBytes + places * (databaseBytes + filesBytes)
  let done = 0
  const say = (bytes: number) => {
    done = Math.min(bytes, total)
    progress(done, total)
  }
  return {
    ofSnapshot: (share: number) => say(Math.floor(share * databaseBytes)),
    more: (bytes: number) => say(done + bytes),
  }
}
