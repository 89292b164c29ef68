import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { rootAt, type Root } from './files/root.ts'
import { requireVolume } from './volume-rows.ts'

type Codes = 'volume_not_found' | 'volume_not_attached' | 'volume_retired'

/** The disk itself, under the letter it has today. One that is not attached is never taken for one that lost its files. */
export async function requireAttached(
  db: Reader,
  id: number,
  { today, fail }: { today: string; fail: Fail<Codes> },
): Promise<{ root: Root; code: string }> {
  const { code, attachedAt, retiredOn } = await requireVolume(db, id, { today, fail })
  if (retiredOn !== null) fail('volume_retired', { code })
  const root = attachedAt === null ? null : rootAt(attachedAt)
  return root ? { root, code } : fail('volume_not_attached', { code })
}
