import type { EarlierReport } from '../../shared/indicators/contract.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { pageOf } from '../listing.ts'
import { isCurrent, updateRow } from '../plain-rows.ts'
import { readEarlierReports } from './earlier-reading.ts'

export const earlierQueries: Pick<QueriesOf<'indicators'>, 'earlier'> = {
  earlier: async (input, { db, fail }) => pageOf(await readEarlierReports(db), input, fail),
}

export const earlierCommands: Pick<CommandsOf<'indicators'>, 'undoEarlier' | 'redoEarlier'> = {
  async undoEarlier(report, { db, fail, today }) {
    await requireReport(db, { ...report, isUndone: false }, fail)
    return setUndone(db, report, today)
  },

  async redoEarlier(report, { db, fail }) {
    await requireReport(db, { ...report, isUndone: true }, fail)
    const other = await db
      .selectFrom('earlierFigure as mine')
      .innerJoin('earlierFigure as other', (on) =>
        on
          .onRef('other.code', '=', 'mine.code')
          .onRef('other.fromOn', '=', 'mine.fromOn')
          .onRef('other.untilOn', '=', 'mine.untilOn')
          .onRef('other.reportId', '!=', 'mine.reportId'),
      )
      .innerJoin('earlierReport as report', 'report.id', 'other.reportId')
      .select(['mine.code', 'report.source'])
      .where('mine.reportId', '=', report.id)
      .where('report.undoneOn', 'is', null)
      .executeTakeFirst()
    if (other) fail('earlier_there', other)
    return setUndone(db, report, null)
  },
}

type Asked = { id: number; rev: number; isUndone: boolean }

async function requireReport(
  db: Writer,
  { id, rev, isUndone }: Asked,
  fail: Fail<'earlier_not_found'>,
): Promise<void> {
  await isCurrent(db, 'earlierReport', { id, rev }, fail)
  const row = await db
    .selectFrom('earlierReport')
    .select('id')
    .where('id', '=', id)
    .where('undoneOn', isUndone ? 'is not' : 'is', null)
    .executeTakeFirst()
  if (!row) fail('earlier_not_found', { id })
}

async function setUndone(
  db: Writer,
  { id, rev }: { id: number; rev: number },
  undoneOn: string | null,
): Promise<EarlierReport> {
  await updateRow(db, 'earlierReport', { id, rev, values: { undoneOn } })
  const report = (await readEarlierReports(db)).find((each) => each.id === id)
  if (!report) throw new Error('a report that was just written is not there')
  return report
}
