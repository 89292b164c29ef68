import { sql } from 'kysely'
import { countedAtMost, waiting, type DueReader } from '../due.ts'
import { readRule } from './rule.ts'

/** Agreements that end within the library's notice and that no other one renews. */
export const due: DueReader = {
  can: 'cooperation.read',
  async find(db, { today }) {
    const { noticeDays } = await readRule(db)
    const { rows } = await sql<{ on: string; name: string }>`
      select endsOn as "on", name from agreement indexed by agreementByEnd
      where endsOn between ${today} and date(${today}, ${`+${noticeDays} days`})
        and removedOn is null and endedOn is null
        and not exists (select 1 from agreement as renewal
          where renewal.renewsId = agreement.id and renewal.removedOn is null)
      order by endsOn, id limit ${countedAtMost + 1}`.execute(db)
    return waiting('agreementsEnding', rows)
  },
}
