import { sortKey } from '../../shared/collate.ts'

/** Lists of people go by the given name, then by the rest: An before Bình, Lê An before Trần An. */
export function byGivenName<Person extends { name: string }>(people: readonly Person[]): Person[] {
  function key({ name }: Person): string {
    const parts = name.trim().split(/\s+/)
    const given = parts.pop() ?? ''
    return sortKey(`${given} ${parts.join(' ')}`)
  }
  return people.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}
