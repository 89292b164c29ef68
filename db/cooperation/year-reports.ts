import type { SpecOf } from '../../shared/contracts.ts'
import type { Report } from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, JobHandler, QueriesOf } from '../context.ts'
import { render, type OfficialDocument } from '../documents/index.ts'
import { sha256 } from '../hash.ts'
import { readRule } from './rule.ts'
import { yearReport } from './year-report.ts'

export const reportQueries: Pick<QueriesOf<'cooperation'>, 'yearReports'> = {
  yearReports: (_, { db }) => readReports(db, null),
}

type ReportCommands = 'makeYearReport' | 'removeYearReport' | 'restoreYearReport' | 'recordSending'

export const reportCommands: Pick<CommandsOf<'cooperation'>, ReportCommands> = {
  async makeYearReport({ year }, { db, fail, today }) {
    if (`${year}-01-01` > today) fail('year_not_begun', { year })
    const paper = JSON.stringify(await yearReport(db, { year, today }))
    const { id } = await db
      .insertInto('cooperationReport')
      .values({ year, madeOn: today, paper, paperHash: sha256(paper) })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { recipients } = await readRule(db)
    await db
      .insertInto('cooperationReportSending')
      .values(recipients.map((recipient) => ({ reportId: id, recipient, sentOn: null })))
      .execute()
    return saved(db, id)
  },

  async removeYearReport({ id }, { db, fail, today }) {
    const report = (await readReports(db, id))[0] ?? fail('report_not_found', { id })
    const sent = report.sendings.find(({ sentOn }) => sentOn !== null)
    if (sent) fail('report_sent', { year: report.year, recipient: sent.recipient })
    await setRemoved(db, id, today)
    return { id }
  },

  async restoreYearReport({ id }, { db, fail }) {
    if (!(await setRemoved(db, id, null))) fail('report_not_found', { id })
    return { id }
  },

  async recordSending({ id, sentOn }, { db, fail, today }) {
    const sending = await db
      .selectFrom('cooperationReportSending as sending')
      .innerJoin('cooperationReport as report', 'report.id', 'sending.reportId')
      .select(['report.id', 'report.madeOn'])
      .where('sending.id', '=', id)
      .where('report.removedOn', 'is', null)
      .executeTakeFirst()
    if (!sending) return fail('report_not_found', { id })
    if (sentOn !== null && sentOn < sending.madeOn)
      fail('sent_before_made', { madeOn: displayDate(sending.madeOn) })
    if (sentOn !== null && sentOn > today) fail('sent_in_future', { on: displayDate(sentOn) })
    await db.updateTable('cooperationReportSending').set({ sentOn }).where('id', '=', id).execute()
    return saved(db, sending.id)
  },
}

async function setRemoved(db: Writer, id: number, removedOn: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('cooperationReport')
    .set({ removedOn })
    .where('id', '=', id)
    .where('removedOn', removedOn === null ? 'is not' : 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

async function saved(db: Reader, id: number): Promise<Report> {
  const [report] = await readReports(db, id)
  if (!report) throw new Error('a report that was just written is not there')
  return report
}

async function readReports(db: Reader, id: number | null): Promise<Report[]> {
  const reports = await db
    .selectFrom('cooperationReport')
    .select(['id', 'year', 'madeOn', 'paper', 'paperHash'])
    .where('removedOn', 'is', null)
    .$if(id !== null, (query) => query.where('id', '=', id ?? 0))
    .orderBy('year', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const sendings = await db
    .selectFrom('cooperationReportSending')
    .select(['id', 'reportId', 'recipient', 'sentOn'])
    .orderBy('id')
    .execute()
  return reports.map(({ paper, ...report }) => ({
    ...report,
    isIntact: sha256(paper) === report.paperHash,
    sendings: sendings
      .filter(({ reportId }) => reportId === report.id)
      .map(({ reportId: _, ...sending }) => sending),
  }))
}

export const produceYearReport: JobHandler<SpecOf<'cooperation.produceYearReport'>, never> = {
  /** Word for word as it was made, whatever was recorded since. */
  async run({ id, format }, { db, fail, progress, offerFile }) {
    const report = await db
      .selectFrom('cooperationReport')
      .select(['year', 'paper', 'madeOn'])
      .where('id', '=', id)
      .where('removedOn', 'is', null)
      .executeTakeFirst()
    if (!report) return fail('report_not_found', { id })
    progress(0, 1)
    const bytes = await render(JSON.parse(report.paper) as OfficialDocument, format)
    progress(1, 1)
    return { file: await offerFile(`bao-cao-hop-tac-${report.year}-${report.madeOn}.${format}`, bytes) }
  },
}
