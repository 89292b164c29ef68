import { sql } from 'kysely'
import { countedAtMost, waiting, type DueReader } from '../due.ts'

/** Units that have not paid all that was reckoned, and a year in which nobody has reckoned anything yet. */
export const due: DueReader = {
  can: 'association.read',
  async find(db, { today }) {
    const year = Number(today.slice(0, 4))
    const { rows: arrears } = await sql<{ on: null; name: string }>`
      select null as "on", branch.name from branch
      join (select branchId, sum(iif(kind = 'charge', amountMinor, -amountMinor)) as openMinor
        from duesEntry indexed by duesEntryByYear where year <= ${year} group by branchId having openMinor > 0) as owed
        on owed.branchId = branch.id
      order by owed.openMinor desc, branch.id limit ${countedAtMost + 1}`.execute(db)
    const { rows: unreckoned } = await sql<{ on: null; name: string }>`
      select null as "on", branch.name from branch
      where kind = 'branch' and closedOn is null
        and exists (select 1 from duesRate where fromYear <= ${year} and duesRate.sector = branch.sector)
        and not exists (select 1 from duesEntry where duesEntry.branchId = branch.id and duesEntry.year = ${year}
          and kind = 'charge' and amountMinor >= 0)
      order by branch.sortKey limit ${countedAtMost + 1}`.execute(db)
    return [...waiting('duesArrears', arrears), ...waiting('duesUnreckoned', unreckoned)]
  },
}
