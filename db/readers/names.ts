import { sortKey } from '../../shared/collate.ts'

/** People are listed by their given name, which stands last: Nguyễn Thị An among the A's. */
export function nameSortKey(name: string): string {
  const words = name.trim().split(/\s+/)
  return sortKey([words.at(-1) ?? '', ...words.slice(0, -1)].join(' '))
}
