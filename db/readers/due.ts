import { sql } from 'kysely'
import { countedAtMost, waiting, type DueReader } from '../due.ts'

/** Books that should be back by now; whoever has them is named on their own page only. */
export const due: DueReader = {
  can: 'readers.read',
  async find(db, { today }) {
    const { rows } = await sql<{ on: string; name: string }>`
      select loan.dueOn as "on", title.title as name from loan indexed by loanOpenByDue
      join copy on copy.id = loan.copyId join title on title.id = copy.titleId
      where loan.returnedOn is null and loan.lostOn is null and loan.dueOn < ${today}
      order by loan.dueOn, loan.id limit ${countedAtMost + 1}`.execute(db)
    return waiting('loansOverdue', rows)
  },
}
