import { isoDateAt } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import { waiting, type DueReader } from '../due.ts'
import { isLate, isOwnPlace, lastCopyByPlace, placeRows } from './places.ts'

/** A copy older than this would lose more than a week's work. */
const freshDays = 7

/** The copy of the week, once the last proven one has grown old or where there never was one. */
export const due: DueReader = {
  can: 'backup.make',
  async find(db, { today }) {
    const last = await db
      .selectFrom('backup')
      .select('provenAt')
      .where('provenAt', 'is not', null)
      .where('fault', '=', '')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const late = await latePlaces(db, today)
    if (late.length > 0) return waiting('backupDue', late)
    const on = last?.provenAt ? isoDateAt(Date.parse(last.provenAt) + freshDays * 86_400_000) : null
    return on !== null && on > today ? [] : waiting('backupDue', [{ on, name: '' }])
  },
}

/** Places that have waited longer for a copy than somebody allowed; beside the library the week's copy says it. */
async function latePlaces(db: Reader, today: string) {
  const last = await lastCopyByPlace(db)
  return (await placeRows(db))
    .filter((place) => !isOwnPlace(place))
    .map((place) => ({ ...place, lastCopyAt: last.get(place.id) ?? null }))
    .filter((place) => isLate(place, `${today}T00:00:00.000Z`))
    .map(({ name, lastCopyAt }) => ({ on: lastCopyAt?.slice(0, 10) ?? null, name }))
}
