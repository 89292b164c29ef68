import { sql } from 'kysely'
import type { demoWithdrawals } from '../../shared/demo/holdings.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../connection.ts'
import { correctCopyLines, decisionText, writeWithdrawalLine } from '../copies/index.ts'
import { fail } from '../failure.ts'

type Planned = ReturnType<typeof demoWithdrawals>[number]
export type DemoWithdrawal = Planned & { copyIds: number[] }

/** Copies old enough, one out of so many. */
export async function candidatesFor(
  db: Reader,
  { oneIn, withdrawnOn, accessionedUntil }: Planned,
): Promise<number[]> {
  const { first, last } = await db
    .selectFrom('copy')
    .select((is) => [is.fn.min<number | null>('id').as('first'), is.fn.max<number | null>('id').as('last')])
    .executeTakeFirstOrThrow()
  if (first === null || last === null) return []
  const shift = Number(withdrawnOn.slice(0, 4)) % oneIn
  const ids: number[] = []
  for (let id = first + shift; id <= last; id += oneIn) ids.push(id)
  const { rows } = await sql<{ id: number }>`select id from copy
    where id in (select value from json_each(${JSON.stringify(ids)}))
      and accessionedOn <= ${accessionedUntil} and withdrawnOn is null and cancelledOn is null
      and not exists (select 1 from copyPast where copyId = copy.id and untilOn >= ${withdrawnOn})`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

export async function withdrawSome(db: Writer, withdrawal: DemoWithdrawal, now: string) {
  const { decisionNumber, decidedOn, withdrawnOn, ground, note, copyIds } = withdrawal
  const fields = { decisionNumber, decidedOn, withdrawnOn, ground, note }
  const { id } = await db.insertInto('withdrawal').values(fields).returning('id').executeTakeFirstOrThrow()
  const list = sql`(select value from json_each(${JSON.stringify(copyIds)}))`
  await sql`update copy set withdrawnOn = ${withdrawnOn}, withdrawalId = ${id}, rev = rev + 1
    where id in ${list} and withdrawnOn is null and cancelledOn is null`.execute(db)
  const row = { ...fields, id, rev: 1, copies: 0, amountMinor: 0, takenBackOn: null, takenBackReason: '' }
  await writeWithdrawalLine(db, row, { year: Number(withdrawnOn.slice(0, 4)), fail, today: withdrawnOn })
  const said = `${displayDate(withdrawnOn)}; ${decisionText(row)}`
  const patch = () => ({ withdrawal: said })
  const cause = { withdrawalId: id }
  await correctCopyLines(db, { ids: copyIds, patch, reason: 'withdrawn', cause }, withdrawnOn)
  return { withdrawalId: id, copies: copyIds.length, withdrawnAt: now }
}
