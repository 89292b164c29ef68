import { digits, entryLength, leaderLength, tagAt } from './iso2709-record.ts'

/** A line of the directory; length and start are -1 where they are not numbers. */
export type DirectoryEntry = { tag: string; length: number; start: number }

/** `isPlain`: nothing had to be guessed. */
export type Directory = { entries: DirectoryEntry[]; leaderLength: number; isPlain: boolean }

/**
 * Reads the directory out of what stands before the first terminator. Where a byte got lost or doubled it is counted
 * from its end. Null where it names no fields.
 */
export function directoryOf(head: Buffer): Directory | null {
  const spare = (head.length - leaderLength) % entryLength
  const fromFront = entriesFrom(head, leaderLength)
  if (spare === 0) return fromFront.length > 0 ? plain(fromFront) : null
  const begin = leaderLength + spare - (spare > entryLength / 2 ? entryLength : 0)
  const fromBack = entriesFrom(head, Math.max(begin, 0))
  const isBack = wellFormed(fromBack) >= wellFormed(fromFront)
  const entries = isBack ? fromBack : fromFront
  if (wellFormed(entries) === 0) return null
  return { entries, leaderLength: isBack ? Math.min(begin, leaderLength) : leaderLength, isPlain: false }
}

function plain(entries: DirectoryEntry[]): Directory | null {
  const good = wellFormed(entries)
  if (good === 0) return null
  return { entries, leaderLength, isPlain: good === entries.length }
}

function entriesFrom(head: Buffer, from: number): DirectoryEntry[] {
  const entries: DirectoryEntry[] = []
  for (let at = from; at + entryLength <= head.length; at += entryLength) {
    const tag = tagAt(head, at) ?? '???'
    entries.push({ tag, length: digits(head, at + 3, 4), start: digits(head, at + 7, 5) })
  }
  return entries
}

function wellFormed(entries: DirectoryEntry[]): number {
  return entries.filter(({ tag, length, start }) => tag !== '???' && length > 0 && start >= 0).length
}
