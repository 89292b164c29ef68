import { fold, words } from '../shared/fold.ts'
import type { Reader } from './connection.ts'
import { offsetCursor, readCursor } from './cursor.ts'
import type { Fail } from './failure.ts'

type PageInput = { cursor: string | null; limit: number }

/** Lists of places and things are short enough to be read whole and shown in pieces. */
export function pageOf<Row>(
  all: readonly Row[],
  { cursor, limit }: PageInput,
  fail: Fail<never>,
): { rows: Row[]; next: string | null } {
  const from = readCursor(cursor, offsetCursor, fail) ?? 0
  return {
    rows: all.slice(from, from + limit),
    next: from + limit < all.length ? String(from + limit) : null,
  }
}

/** Whether a row has all the words, in any order, with their marks or without. */
export function hasWords(text: string): (...parts: readonly (string | null)[]) => boolean {
  const wanted = words(fold(text))
  return (...parts) => {
    if (wanted.length === 0) return true
    const whole = fold(parts.join(' '))
    return wanted.every((word) => whole.includes(word))
  }
}

export async function siteNames(db: Reader): Promise<ReadonlyMap<number, string>> {
  const sites = await db.selectFrom('site').select(['id', 'name']).execute()
  return new Map(sites.map(({ id, name }) => [id, name]))
}

export async function requireSite(
  db: Reader,
  siteId: number | null,
  fail: Fail<'site_not_found'>,
): Promise<void> {
  if (siteId !== null && !(await siteNames(db)).has(siteId)) fail('site_not_found', { id: siteId })
}
