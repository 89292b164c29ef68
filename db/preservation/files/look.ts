import { closeSync, constants, fstatSync, lstatSync, openSync, type Stats } from 'node:fs'
import { bytesOfFile, readFacts, type FileFacts } from '../images/index.ts'
import { looksPlain } from '../images/plain.ts'
import { digestOf } from './hash.ts'
import { placeOf } from './walk.ts'

/** What one look at a file gave. A file that changed meanwhile has no sum that anybody could rely on. */
export type Look =
  | { outcome: 'read'; sha256: string; size: number; modifiedMs: number; facts: FileFacts; isPlain: boolean }
  | { outcome: 'changed' | 'unreadable' | 'gone' }

/** Reads the head of a file for what it is, and all of it for its sum. Never follows a link. */
export function lookAt(root: string, path: string, onPiece: (bytes: number) => void): Look {
  const place = placeOf(root, path)
  let descriptor: number
  try {
    descriptor = openSync(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  } catch (error) {
    return { outcome: isCode(error, 'ENOENT') ? 'gone' : 'unreadable' }
  }
  try {
    const before = fstatSync(descriptor)
    if (!before.isFile()) return { outcome: 'unreadable' }
    const bytes = bytesOfFile(descriptor, before.size)
    const facts = readFacts(bytes)
    const isPlain = facts.fault === null && looksPlain(bytes, facts)
    const { hash, size } = digestOf(descriptor, onPiece)
    if (isOther(before, lstatSync(place)) || size !== before.size) return { outcome: 'changed' }
    return { outcome: 'read', sha256: hash, size, modifiedMs: Math.floor(before.mtimeMs), facts, isPlain }
  } catch (error) {
    if (isSystemError(error)) return { outcome: 'unreadable' }
    throw error
  } finally {
    closeSync(descriptor)
  }
}

function isOther(before: Stats, after: Stats): boolean {
  return before.size !== after.size || before.mtimeMs !== after.mtimeMs || before.ino !== after.ino
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
