import { expiryDays } from '../../shared/backup/contract.ts'
import type { Reader } from '../connection.ts'
import { copiesAt } from './rotate.ts'
import { readRule, signings } from './rule.ts'

type HeldBackup = {
  fileName: string
  madeAt: string
  place: string
  expiresOn: string | null
  heldFor: string
}

/** Copies made since a day, wherever they lie, and when the rule lets go of each. */
export async function backupsSince(
  db: Reader,
  { since, today }: { since: string; today: string },
): Promise<HeldBackup[]> {
  const [rule, signedAt] = [await readRule(db), await signings(db)]
  const found: (HeldBackup & { id: number })[] = []
  const places = await db.selectFrom('backupPlace').select(['id', 'name', 'uuid', 'retiredAt']).execute()
  for (const place of places) {
    // Nothing is cleared away at a place that was given up.
    const expiry =
      place.retiredAt === null ? expiryDays(await copiesAt(db, place.id), rule, { today, signedAt }) : null
    const rows = await db
      .selectFrom('backup')
      .select(['id', 'fileName', 'madeAt', 'heldFor'])
      .where('placeId', '=', place.id)
      .where('removedAt', 'is', null)
      .where('fault', '<>', 'missing')
      .where('madeAt', '>=', since)
      .execute()
    for (const row of rows)
      found.push({
        ...row,
        // The folder beside the library has no name of its own.
        place: place.uuid === '' ? '' : place.name,
        expiresOn: expiry?.get(row.id) ?? null,
      })
  }
  return found.toSorted((a, b) => b.id - a.id).map(({ id: _, ...row }) => row)
}
