import type { Reader } from '../connection.ts'
import type { Actor } from '../context.ts'
import type { Fail } from '../failure.ts'

/** On a PC with no library anybody may bring one; where there is one, only who answers for it. */
export async function requireRestorer(
  db: Reader,
  actor: Actor | null,
  fail: Fail<'restore_not_allowed'>,
): Promise<'new' | 'replacing'> {
  const somebody = await db.selectFrom('user').select('id').limit(1).executeTakeFirst()
  if (!somebody) return 'new'
  if (!actor?.can('backup.restore')) fail('restore_not_allowed')
  return 'replacing'
}
