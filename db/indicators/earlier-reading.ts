import { sql } from 'kysely'
import { addMonths } from '../../shared/dates.ts'
import type { EarlierReport } from '../../shared/indicators/contract.ts'
import { mainCodeOf } from '../../shared/indicators/formulas.ts'
import type { Reader } from '../connection.ts'
import type { Span } from '../measures.ts'

function selectFigures(db: Reader) {
  return db
    .selectFrom('earlierFigure as figure')
    .innerJoin('earlierReport as report', 'report.id', 'reportId')
    .select(['reportId', 'code', 'fromOn', 'untilOn', 'status', 'value', 'source', 'fileId'])
    .where('undoneOn', 'is', null)
}

/** What reports from before the program say of a period, by code. */
export async function earlierValues(db: Reader, { from, to }: Span) {
  const rows = await selectFigures(db).where('fromOn', '=', from).where('untilOn', '=', to).execute()
  return new Map(rows.map((row) => [row.code, row]))
}

export async function earlierFor(db: Reader, code: string, { from, to }: Span) {
  const row = await selectFigures(db)
    .where('fromOn', '=', from)
    .where('untilOn', '=', to)
    .where('code', '=', mainCodeOf(code))
    .executeTakeFirst()
  if (!row) return null
  const { fileId, ...figure } = row
  return { ...figure, hasProof: fileId !== null }
}

/** Known figures of quarters before a day which nobody signed here, each with the first day of its quarter. */
export async function earlierSince(
  db: Reader,
  { before, quarters }: { before: string; quarters: number },
): Promise<{ code: string; value: number | null; at: string }[]> {
  const signed = await db
    .selectFrom('period')
    .select('fromOn')
    .where('kind', '=', 'quarter')
    .where('state', '=', 'signed')
    .execute()
  const isSigned = new Set(signed.map(({ fromOn }) => fromOn))
  const oldest = addMonths(before, -3 * quarters)
  const rows = await selectFigures(db).where('fromOn', '<', before).where('status', '=', 'known').execute()
  return rows
    .map(({ code, value, fromOn: at }) => ({ code, value, at }))
    .filter(({ at }) => at >= oldest && !isSigned.has(at))
}

/** Every report that was taken in, newest first; those that were taken back too. */
export async function readEarlierReports(db: Reader): Promise<EarlierReport[]> {
  const rows = await db
    .selectFrom('earlierReport as report')
    .leftJoin('user', 'user.id', 'takenById')
    .select(['report.id', 'report.rev', 'fileName', 'source', 'user.name as takenBy', 'takenAt'])
    .select(['undoneOn', 'fileId', 'proofName'])
    .select([
      sql<number>`(select count(*) from earlierFigure where reportId = report.id)`.as('figures'),
      sql<string | null>`(select min(fromOn) from earlierFigure where reportId = report.id)`.as('fromOn'),
      sql<string | null>`(select max(untilOn) from earlierFigure where reportId = report.id)`.as('untilOn'),
    ])
    .orderBy('report.id', 'desc')
    .execute()
  return rows.map(({ fileId, proofName, ...report }) => ({
    ...report,
    proof: fileId === null ? null : proofName,
  }))
}
