import { createHash, type Hash } from 'node:crypto'
import { readSync } from 'node:fs'

/** Large enough that the disk never waits for the program, small enough to stop between two pieces. */
const pieceBytes = 1024 * 1024
const piece = Buffer.allocUnsafeSlow(pieceBytes)

/** Reads a file once from its begin to its end; `onPiece` may throw to stop. */
export function digestOf(
  descriptor: number,
  onPiece: (bytes: number) => void,
  algorithm = 'sha256',
): { hash: string; size: number } {
  const hash: Hash = createHash(algorithm)
  let size = 0
  for (;;) {
    const count = readSync(descriptor, piece, 0, pieceBytes, null)
    if (count === 0) break
    hash.update(count === pieceBytes ? piece : piece.subarray(0, count))
    size += count
    onPiece(count)
  }
  return { hash: hash.digest('hex'), size }
}
