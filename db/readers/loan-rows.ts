import { sql, type RawBuilder } from 'kysely'
import { lateDaysOf } from '../../shared/readers/lending.ts'
import type { LoanRow } from '../../shared/readers/contract.ts'
import type { Reader } from '../connection.ts'
import { prepared } from '../prepared.ts'

type Row = Omit<LoanRow, 'lateDays'>

const columns = sql`loan.id, loan.rev, loan.copyId, copy.titleId, copy.accessionNumber, title.title, loan.readerId,
  ifnull(reader.name, '') as readerName, ifnull(reader.phone, '') as phone,
  ifnull((select number from readerCard where readerCard.readerId = loan.readerId order by readerCard.id desc limit 1), '')
    as cardNumber,
  loan.siteId, loan.lentOn, loan.dueOn, loan.renewals, loan.returnedOn, loan.lostOn`

/** Loans with what people know them by; `chosen` names them and their order, so that whoever asks picks the index. */
export async function loanRows(db: Reader, chosen: RawBuilder<unknown>, today: string): Promise<LoanRow[]> {
  const { rows } = await among(chosen).execute(db)
  return withLateDays(rows, today)
}

function among(chosen: RawBuilder<unknown>): RawBuilder<Row> {
  return sql<Row>`
    select ${columns} from (${chosen}) as chosen
    cross join loan on loan.id = chosen.id
    cross join copy on copy.id = loan.copyId
    cross join title on title.id = copy.titleId
    left join reader on reader.id = loan.readerId`
}

function withLateDays(rows: readonly Row[], today: string): LoanRow[] {
  return rows.map((row) => ({ ...row, lateDays: lateDaysOf(row, today) }))
}

const byId = prepared((_: Reader, { id }: { id: number }) => among(sql`select id from loan where id = ${id}`))
const openOnes = prepared((_: Reader, { readerId }: { readerId: number }) =>
  among(
    sql`select id from loan where readerId = ${readerId} and returnedOn is null and lostOn is null order by dueOn, id`,
  ),
)

export async function loanRow(db: Reader, id: number, today: string): Promise<LoanRow | null> {
  return withLateDays(await byId(db, { id }), today)[0] ?? null
}

export async function openLoansOf(db: Reader, readerId: number, today: string): Promise<LoanRow[]> {
  return withLateDays(await openOnes(db, { readerId }), today)
}

/** Open ones and those that ended, newest first. */
export function allLoansOf(db: Reader, readerId: number, today: string): Promise<LoanRow[]> {
  return loanRows(db, sql`select id from loan where readerId = ${readerId} order by id desc`, today)
}

/** Whatever is overdue, reader by reader. */
export function overdueLoans(db: Reader, siteId: number | null, today: string): Promise<LoanRow[]> {
  const here = siteId === null ? sql`` : sql`and loan.siteId = ${siteId}`
  return loanRows(
    db,
    sql`select loan.id from loan join reader on reader.id = loan.readerId
      where loan.returnedOn is null and loan.lostOn is null and loan.dueOn < ${today} ${here}
      order by reader.sortKey, reader.id, loan.dueOn`,
    today,
  )
}
