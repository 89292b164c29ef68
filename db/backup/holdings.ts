import type { Holdings } from '../../shared/backup/contract.ts'
import type { Reader } from '../connection.ts'
import { lastEntryAt } from '../journal/index.ts'

/** Null where nobody has set a library up yet. */
export async function holdingsOf(db: Reader): Promise<Holdings | null> {
  const library = await db.selectFrom('library').select('name').executeTakeFirst()
  if (!library) return null
  const counted = await db
    .selectNoFrom((is) => [
      is
        .selectFrom('title')
        .select((of) => of.fn.countAll<number>().as('rows'))
        .as('titles'),
      is
        .selectFrom('copy')
        .select((of) => of.fn.countAll<number>().as('rows'))
        .as('copies'),
      is
        .selectFrom('activity')
        .select((of) => of.fn.countAll<number>().as('rows'))
        .as('activities'),
    ])
    .executeTakeFirstOrThrow()
  const { titles, copies, activities } = counted
  return {
    libraryName: library.name,
    titles: titles ?? 0,
    copies: copies ?? 0,
    activities: activities ?? 0,
    lastChangeAt: await lastChangeAt(db),
  }
}

/** When something was last written that a copy would lack. */
export function lastChangeAt(db: Reader): Promise<string | null> {
  return lastEntryAt(db, quiet)
}

/** Entries that say nothing of how far people's work had come. */
const quiet = [
  'engine.upgrade',
  'backup.check',
  'backup.checkByItself',
  'backup.make',
  'backup.makeByItself',
  'backup.prove',
  'backup.recoveryKey',
  'backup.restore',
  'users.signIn',
  'users.signOut',
  'users.lock',
  'users.unlock',
]
