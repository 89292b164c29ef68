import { digits, entryLength, tagAt } from './iso2709-record.ts'
import { leaderLength } from './values.ts'

/** A line of the directory; length and start are -1 where they are not numbers. */
export type DirectoryEntry = { tag: string; length: number; start: number }

export const unknownTag = '???'

/** `isPlain`: nothing had to be guessed. */
export type Directory = { entries: DirectoryEntry[]; leaderLength: number; isPlain: boolean }

/**
 * Reads the directory out of what stands before the first terminator. Where a byte got lost or doubled in it, lines are
 * believed as far as each begins where the one before ends, first from the back, where the data's length shows that
 * they are read at the right places. Null where it names no fields.
 */
export function directoryOf(head: Buffer, dataLength: number): Directory | null {
  const spare = (head.length - leaderLength) % entryLength
  const fromFront = entriesFrom(head, leaderLength)
  if (spare === 0) return fromFront.length > 0 ? plain(fromFront) : null
  const begin = leaderLength + spare - (spare > entryLength / 2 ? entryLength : 0)
  const fromBack = begin < 0 ? [] : entriesFrom(head, begin)
  const last = fromBack.slice(linkedToBack(fromBack, dataLength))
  const room = Math.floor((head.length - leaderLength) / entryLength) - last.length
  const first = fromFront.slice(0, Math.min(linkedFromFront(fromFront), Math.max(room, 0)))
  if (first.length + last.length === 0) return null
  doubtTag(first.at(-1), last)
  const ownLength = first.length === 0 ? Math.min(begin, leaderLength) : leaderLength
  return { entries: [...first, ...last], leaderLength: ownLength, isPlain: false }
}

/** The first line behind the damage may have its tag from another; tags rise, so one that does not is not believed. */
function doubtTag(before: DirectoryEntry | undefined, [suspect, after]: DirectoryEntry[]): void {
  if (!suspect) return
  const isRising = suspect.tag >= (before?.tag ?? '') && suspect.tag <= (after?.tag ?? suspect.tag)
  if (!isRising) suspect.tag = unknownTag
}

function linkedFromFront(entries: DirectoryEntry[]): number {
  let end = 0
  const broken = entries.findIndex(({ start, length }) => {
    const isLinked = start === end
    end = start + length
    return !isLinked
  })
  return broken === -1 ? entries.length : broken
}

/** The first of those that lie one behind the other up to the end of the data. */
function linkedToBack(entries: DirectoryEntry[], dataLength: number): number {
  let end = dataLength
  const broken = entries.findLastIndex(({ start, length }) => {
    const isLinked = start >= 0 && start + length === end
    end = start
    return !isLinked
  })
  return broken + 1
}

function plain(entries: DirectoryEntry[]): Directory | null {
  const good = wellFormed(entries)
  if (good === 0) return null
  return { entries, leaderLength, isPlain: good === entries.length }
}

function entriesFrom(head: Buffer, from: number): DirectoryEntry[] {
  const entries: DirectoryEntry[] = []
  for (let at = from; at + entryLength <= head.length; at += entryLength) {
    const tag = tagAt(head, at) ?? unknownTag
    entries.push({ tag, length: digits(head, at + 3, 4), start: digits(head, at + 7, 5) })
  }
  return entries
}

function wellFormed(entries: DirectoryEntry[]): number {
  return entries.filter(({ tag, length, start }) => tag !== unknownTag && length > 0 && start >= 0).length
}
