import { createHash } from 'node:crypto'

/** Released files of db/migrations and the hash each was released with. */
export type Frozen = Readonly<Record<string, string>>

export function hashOf(source: string): string {
  return createHash('sha256').update(source.replaceAll('\r\n', '\n')).digest('hex')
}

/** Released files that are gone or differ: libraries out there have run them as they were. */
export function changedSince(frozen: Frozen, read: (file: string) => string | null): string[] {
  return Object.entries(frozen).flatMap(([file, hash]) => {
    const source = read(file)
    return source !== null && hashOf(source) === hash ? [] : [file]
  })
}

/** A released migration means what its helpers mean, and follows the ones before it: these are released with it. */
export function missingFrom(frozen: Frozen, files: readonly string[]): string[] {
  const released = files.filter((file) => file in frozen)
  const last = released.at(-1)
  if (!last) return []
  return ['helpers.ts', ...files.filter((file) => file < last)].filter((file) => !(file in frozen))
}
