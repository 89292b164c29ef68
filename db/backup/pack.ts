import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { Duplex, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { Cancelled } from '../failure.ts'
import type { Opener, Sealer } from './sealing.ts'

export type Told = (bytes: number) => void

/** What is on the disk is not what was written there. */
export class DamagedCopy extends Error {}

const readAtOnce = 1 << 20
/** The quickest level: it halves what a slow stick has to take in, and costs less time than that saves. */
const compressing = {
  chunkSize: readAtOnce,
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
}

/** `content` takes the sum of what goes in, for whoever has to know it: over a whole library that is dear on an old PC. */
type Packing = { sealer: Sealer | null; isCompressed: boolean; told: Told; content?: Hash }

/** On the disk itself before it is said to be there; answers the SHA-256 of what lies there. */
export async function pack(from: string, to: string, packing: Packing): Promise<string> {
  const { sealer, isCompressed, told, content } = packing
  const lying = createHash('sha256')
  await pipeline([
    createReadStream(from, { highWaterMark: readAtOnce }),
    passing(told, content),
    ...(isCompressed ? [createZstdCompress(compressing)] : []),
    ...(sealer ? [Duplex.from(sealer.seal)] : []),
    passing(unheard, lying),
    createWriteStream(to, { flush: true, highWaterMark: readAtOnce }),
  ])
  return lying.digest('hex')
}

type Unpacking = { opener: Opener | null; isCompressed: boolean; told: Told; content?: Hash }

/**
 * Without a file to write to, what was packed is only read through. Answers the SHA-256 of what lies there: what comes
 * out of the very same bytes is what went in, by the sums that zstd and age keep of it.
 */
export async function unpack(from: string, to: string | null, unpacking: Unpacking): Promise<string> {
  const { opener, isCompressed, told, content } = unpacking
  const lying = createHash('sha256')
  try {
    await pipeline([
      createReadStream(from, { highWaterMark: readAtOnce }),
      passing(told, lying),
      ...(opener ? [Duplex.from(opener)] : []),
      ...(isCompressed ? [createZstdDecompress({ chunkSize: readAtOnce })] : []),
      ...(content ? [passing(unheard, content)] : []),
      to === null ? nowhere() : createWriteStream(to, { highWaterMark: readAtOnce }),
    ])
  } catch (error) {
    if (to !== null) rmSync(to, { force: true })
    // What a disk or a person says is passed on; the rest are the sums that did not come out.
    if (error instanceof Cancelled || (error instanceof Error && 'syscall' in error)) throw error
    throw new DamagedCopy('the copy does not unpack', { cause: error })
  }
  return lying.digest('hex')
}

/** A backup that is not encrypted, for whoever reads one as a library. */
export async function unpackBackup(from: string, to: string, refuse: () => never): Promise<void> {
  try {
    await unpack(from, to, { opener: null, isCompressed: true, told: unheard })
  } catch (error) {
    if (error instanceof DamagedCopy) refuse()
    throw error
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_, __, done) => done() })
}

const unheard: Told = () => undefined

/** Tells of what passes, and takes its sum; `told` stops it by throwing. */
function passing(told: Told, sum?: Hash): Transform {
  return new Transform({
    transform(piece: Uint8Array, _, done) {
      try {
        sum?.update(piece)
        told(piece.length)
        done(null, piece)
      } catch (error) {
        done(error as Error)
      }
    },
  })
}

/** Of a file as it lies. */
export async function sumOf(path: string, told: Told): Promise<string> {
  const sum = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: readAtOnce })) {
    sum.update(piece as Uint8Array)
    told((piece as Uint8Array).length)
  }
  return sum.digest('hex')
}
