import type { Report, ReportFields } from '../../shared/rotation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { deleteRows, insertRow, isCurrent, updateRow } from '../plain-rows.ts'
import { requireShipment } from './checks.ts'

export const reportQueries: Pick<QueriesOf<'rotation'>, 'reports'> = {
  reports: ({ shipmentId }, { db }) => readReports(db, shipmentId),
}

export const reportCommands: Pick<CommandsOf<'rotation'>, 'addReport' | 'updateReport' | 'removeReport'> = {
  async addReport(fields, { db, fail, today }) {
    await checkReport(db, { fields, id: null, today }, fail)
    return { ...fields, id: await insertRow(db, 'shipmentReport', fields), rev: 1 }
  },

  async updateReport({ id, rev, ...fields }, { db, fail, today }) {
    if (!(await isCurrent(db, 'shipmentReport', { id, rev }, fail))) fail('report_not_found', { id })
    await checkReport(db, { fields, id, today }, fail)
    await updateRow(db, 'shipmentReport', { id, rev, values: fields })
    return { ...fields, id, rev: rev + 1 }
  },

  async removeReport({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'shipmentReport', { id, rev }, fail))) fail('report_not_found', { id })
    await deleteRows(db, 'shipmentReport', 'id', id)
    return { id }
  },
}

/** Month by month; one that tells of the whole stay stands alone. */
async function readReports(db: Reader, shipmentId: number): Promise<Report[]> {
  return db
    .selectFrom('shipmentReport')
    .selectAll()
    .where('shipmentId', '=', shipmentId)
    .orderBy('month')
    .orderBy('id')
    .execute()
}

type Wrong =
  | 'shipment_not_found'
  | 'shipment_not_sent'
  | 'report_tells_nothing'
  | 'report_twice'
  | 'report_mixed'
  | 'report_out_of_time'
  | 'in_future'
type Checked = { fields: ReportFields; id: number | null; today: string }

async function checkReport(db: Writer, { fields, id, today }: Checked, fail: Fail<Wrong>): Promise<void> {
  const { shipmentId, month, readers, loans, toldOn } = fields
  const { number, sentOn, closedOn } = await requireShipment(db, { id: shipmentId }, fail)
  if (sentOn === null) return fail('shipment_not_sent', { number })
  if (readers === null && loans === null) fail('report_tells_nothing')
  if (toldOn > today) fail('in_future')
  const isInStay =
    month === null ||
    (month.slice(0, 7) >= sentOn.slice(0, 7) && month.slice(0, 7) <= (closedOn ?? today).slice(0, 7))
  if (!isInStay || toldOn < sentOn)
    fail('report_out_of_time', { sentOn: displayDate(sentOn), until: displayDate(closedOn ?? today) })
  const others = (await readReports(db, shipmentId)).filter((each) => each.id !== id)
  if (others.some((each) => each.month === month)) fail('report_twice')
  // A stay told of as a whole and by months besides would count its loans twice.
  if (others.some((each) => (each.month === null) !== (month === null))) fail('report_mixed')
}
