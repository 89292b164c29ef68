import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { type Manifest, objectionTo } from '../../shared/updates/manifest.ts'
import { putInPlace } from '../put-in-place.ts'
import { appVersion } from '../version.ts'
import { dropOthers, isStillSigned, keptSetup, type KeptSetup } from './kept.ts'
import { headPath, setupPath, updatesFolder } from './places.ts'
import { hashOf, readHead, UpdateRefused, type UpdateSource } from './update-file.ts'

type Taking = { dataDir: string; present?: string; told: (bytes: number) => void }

/** For whatever else is written on the disk meanwhile. */
const roomBesides = 16 * 2 ** 20

/**
 * Copies a Setup to `updates/`: what is half written bears another name and is gone on from, what is whole is read back
 * from the disk before it bears its own, and the head comes last, without which a Setup is none.
 */
export async function takeIn(source: UpdateSource, taking: Taking): Promise<KeptSetup> {
  const { dataDir, present = appVersion, told } = taking
  const { manifest } = readHead(source.head)
  requireFitting(manifest, present)
  const kept = keptSetup(dataDir, manifest.version)
  if (kept && (await isStillSigned(kept, told))) return kept
  mkdirSync(updatesFolder(dataDir), { recursive: true })
  const path = setupPath(dataDir, manifest.version)
  const part = `${path}.part`
  requireRoom(dataDir, manifest.setup.size - sizeOf(part))
  // What was there before may be of another file of the same version: then it is written anew, once.
  const isResumed = sizeOf(part) > 0
  const isWhole = await writeOn(part, source, { manifest, told })
  if (!isWhole && isResumed) await writeOn(part, source, { manifest, told })
  if (!existsSync(part)) throw new UpdateRefused('update_damaged')
  if ((await hashOf(createReadStream(part), told)) !== manifest.setup.sha256) {
    rmSync(part)
    throw new UpdateRefused('update_damaged')
  }
  renameSync(part, path)
  putInPlace(headPath(dataDir, manifest.version), source.head)
  dropOthers(dataDir, present)
  return { manifest, path }
}

export function requireFitting(manifest: Manifest, present: string): void {
  const objection = objectionTo(manifest, present)
  if (objection)
    throw new UpdateRefused(objection, { version: manifest.version, floor: manifest.floor, present })
}

function requireRoom(dataDir: string, wanted: number): void {
  const { bavail, bsize } = statfsSync(updatesFolder(dataDir))
  const [needed, free] = [Math.max(0, wanted) + roomBesides, bavail * bsize]
  if (free < needed) throw new UpdateRefused('no_room', { needed, free })
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

type Writing = { manifest: Manifest; told: (bytes: number) => void }

/** A part that came out wrong goes; one that was cut off stays, since the source throws then. */
async function writeOn(part: string, source: UpdateSource, { manifest, told }: Writing): Promise<boolean> {
  const { size, sha256 } = manifest.setup
  if (sizeOf(part) > size) rmSync(part)
  const hash = createHash('sha256')
  const known = sizeOf(part)
  if (known > 0) await eachPiece(createReadStream(part), told, (piece) => hash.update(piece))
  let length = known
  const descriptor = openSync(part, 'a')
  try {
    if (length < size)
      await eachPiece(source.from(length), told, (piece) => {
        length += piece.length
        writeAll(descriptor, piece)
        hash.update(piece)
      })
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  const isWhole = length === size && hash.digest('hex') === sha256
  if (!isWhole) rmSync(part)
  return isWhole
}

async function eachPiece(
  pieces: AsyncIterable<Uint8Array>,
  told: (bytes: number) => void,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  for await (const piece of pieces) {
    take(piece)
    told(piece.length)
  }
}

/** The system may take less than it is given, as before a disk is full. */
function writeAll(descriptor: number, piece: Uint8Array): void {
  for (let at = 0; at < piece.length;) at += writeSync(descriptor, piece, at)
}
