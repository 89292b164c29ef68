import { closeSync, constants, fstatSync, openSync } from 'node:fs'
import { digestOf } from './hash.ts'
import { placeOf } from './walk.ts'

export type Sum = { outcome: 'read'; sha256: string; size: number } | { outcome: 'missing' | 'unreadable' }

/** The sum of a file that is kept and should be left alone: it is read as it lies there, once. */
export function sumOf(root: string, path: string, onPiece: (bytes: number) => void): Sum {
  let descriptor: number
  try {
    descriptor = openSync(placeOf(root, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  } catch (error) {
    return { outcome: isCode(error, 'ENOENT') ? 'missing' : 'unreadable' }
  }
  try {
    if (!fstatSync(descriptor).isFile()) return { outcome: 'unreadable' }
    const { hash, size } = digestOf(descriptor, onPiece)
    return { outcome: 'read', sha256: hash, size }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return { outcome: 'unreadable' }
    throw error
  } finally {
    closeSync(descriptor)
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
