import type { Waiting } from '../shared/home/contract.ts'
import type { Permission } from '../shared/users/rules.ts'
import type { Reader } from './connection.ts'

/** `until` is the last day of the week that begins today. */
export type Days = { today: string; until: string }

/** What a module has waiting for people, for the home page: the few lines it says of itself, each bounded. */
export type DueReader = {
  /** Only those who may see the records are told of them. */
  can: Permission
  find: (db: Reader, days: Days) => Promise<Waiting[]>
}

/** A home page asks many questions at once: above this it says “more than”. */
export const countedAtMost = 500

type Found = { on: string | null; name: string }

/** The line for what was found, of which one more than is counted may have been read; nothing for nothing. */
export function waiting(kind: Waiting['kind'], rows: readonly Found[]): Waiting[] {
  const [first] = rows
  if (!first) return []
  return [
    {
      kind,
      count: Math.min(rows.length, countedAtMost),
      isExact: rows.length <= countedAtMost,
      on: first.on,
      first: first.name,
    },
  ]
}
