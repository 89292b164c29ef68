import { sortKey } from '../../shared/collate.ts'
import type { Writer } from '../connection.ts'
import type { Fail } from '../failure.ts'

/** Lists are chosen from by name, so no two names of one are the same. */
export async function requireFreeName(
  db: Writer,
  table: 'labelTemplate' | 'labelSheet' | 'labelPrinter',
  { id, name }: { id: number; name: string },
  fail: Fail<'duplicate_name'>,
): Promise<void> {
  const twin = await db
    .selectFrom(table)
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (twin) fail('duplicate_name', { id: twin.id, name })
}

/** As people look for them: in Vietnamese alphabetical order, numbers by their value. */
export function byName(a: { name: string }, b: { name: string }): number {
  const [keyA, keyB] = [sortKey(a.name), sortKey(b.name)]
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0
}
