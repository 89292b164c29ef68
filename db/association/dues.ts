import { sql } from 'kysely'
import type { DuesRow } from '../../shared/association/contract.ts'
import { chargeOf, openMinor, rateFor } from '../../shared/association/rules.ts'
import { fold, words } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { requireBranch } from './branches.ts'
import { readEntry, requireUsableReceipt } from './ledger.ts'
import { readRates } from './rates.ts'

export const duesQueries: Pick<QueriesOf<'association'>, 'dues'> = {
  async dues({ year, text, isArrearsOnly }, { db, today }) {
    const wanted = words(fold(text))
    const rows = (await duesOf(db, year)).filter(
      (row) =>
        wanted.every((word) => fold(row.branchName).includes(word)) &&
        (!isArrearsOnly || openMinor(row, row.beforeMinor) > 0),
    )
    const total = { owedMinor: 0, paidMinor: 0, beforeMinor: 0 }
    for (const row of rows)
      for (const key of ['owedMinor', 'paidMinor', 'beforeMinor'] as const) total[key] += row[key]
    const { units, withoutRate } = await toReckon(db, { year, on: today })
    return { rows, total, unreckoned: units.length, withoutRate, years: await knownYears(db) }
  },
}

/** Every unit that was there in the year or has a line for it, or carries something over from before. */
export async function duesOf(db: Reader, year: number): Promise<DuesRow[]> {
  const { rows } = await sql<DuesRow>`
    with sums as (
      select branchId,
        ifnull(sum(amountMinor) filter (where year = ${year} and kind = 'charge'), 0) as owedMinor,
        ifnull(sum(amountMinor) filter (where year = ${year} and kind = 'payment'), 0) as paidMinor,
        ifnull(sum(iif(kind = 'charge', amountMinor, -amountMinor)) filter (where year < ${year}), 0) as beforeMinor,
        max(id) filter (where year = ${year} and kind = 'charge' and correctsId is null) as chargeId
      from duesEntry where year <= ${year} group by branchId
    )
    select branch.id as branchId, branch.name as branchName, branch.sector,
      ifnull(owedMinor, 0) as owedMinor, ifnull(paidMinor, 0) as paidMinor, ifnull(beforeMinor, 0) as beforeMinor,
      (select members from duesEntry where id = chargeId
        and not exists (select 1 from duesEntry as taken where taken.correctsId = chargeId)) as members
    from branch left join sums on sums.branchId = branch.id
    where (kind = 'branch' and foundedOn <= ${`${year}-12-31`} and (closedOn is null or closedOn >= ${`${year}-01-01`}))
      or ifnull(owedMinor, 0) != 0 or ifnull(paidMinor, 0) != 0 or ifnull(beforeMinor, 0) != 0
    order by branch.sortKey, branch.id`.execute(db)
  return rows
}

async function knownYears(db: Reader): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct year from duesEntry order by year desc limit 100`.execute(db)
  return rows.map(({ year }) => year)
}

type Unit = { id: number; sector: DuesRow['sector']; members: number }

/** Units that have no standing charge for the year: one that was taken back may be reckoned anew. */
async function toReckon(db: Reader, { year, on }: { year: number; on: string }) {
  const { rows } = await sql<Unit>`
    select id, sector, (select count(*) from member where branchId = branch.id and admittedOn <= ${on}
      and (leftOn is null or leftOn > ${on})) as members
    from branch
    where kind = 'branch' and foundedOn <= ${on} and (closedOn is null or closedOn > ${on}) and not exists (
      select 1 from duesEntry as charge where charge.year = ${year} and charge.branchId = branch.id
        and charge.kind = 'charge' and charge.correctsId is null
        and not exists (select 1 from duesEntry as taken where taken.correctsId = charge.id))
    order by sortKey, id`.execute(db)
  const rates = await readRates(db)
  const rated = rows.map((unit) => ({ ...unit, rate: rateFor(rates, { year, sector: unit.sector }) }))
  return {
    units: rated.flatMap(({ rate, ...unit }) => (rate ? [{ ...unit, rate }] : [])),
    withoutRate: [...new Set(rated.filter(({ rate }) => rate === null).map(({ sector }) => sector))],
  }
}

export const duesCommands: Pick<CommandsOf<'association'>, 'reckonDues' | 'payDues'> = {
  async reckonDues({ year, on }, { db, fail, today }) {
    if (on > today) fail('day_in_future', { on })
    const { units, withoutRate } = await toReckon(db, { year, on })
    if (units.length === 0 && withoutRate.length > 0) fail('no_rate', { year })
    if (units.length === 0) fail('nothing_to_reckon', { year })
    const ids: number[] = []
    let amountMinor = 0
    for (const { id: branchId, members, rate } of units) {
      const owed = chargeOf(rate, members)
      const { id } = await db
        .insertInto('duesEntry')
        .values({
          branchId,
          year,
          kind: 'charge',
          amountMinor: owed,
          on,
          basis: rate.basis,
          rateMinor: rate.amountMinor,
          members,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      ids.push(id)
      amountMinor += owed
    }
    return { ids, units: units.length, amountMinor }
  },

  async payDues({ branchId, ...payment }, { db, fail, today }) {
    if (payment.on > today) fail('day_in_future', { on: payment.on })
    await requireBranch(db, branchId, fail)
    await requireUsableReceipt(db, payment.receiptNumber, fail)
    const { id } = await db
      .insertInto('duesEntry')
      .values({ ...payment, branchId, kind: 'payment' })
      .returning('id')
      .executeTakeFirstOrThrow()
    return readEntry(db, id)
  },
}
