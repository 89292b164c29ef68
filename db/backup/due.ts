import { isoDateAt } from '../../shared/dates.ts'
import { waiting, type DueReader } from '../due.ts'

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
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const on = last?.provenAt ? isoDateAt(Date.parse(last.provenAt) + freshDays * 86_400_000) : null
    return on !== null && on > today ? [] : waiting('backupDue', [{ on, name: '' }])
  },
}
