import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import { fileName } from '../../shared/file-name.ts'
import type { ExportChoice, SentCopy, Session, ShipmentRow } from '../../shared/rotation/contract.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { findShipments, readShipment } from './reading.ts'
import { findSent } from './shipments.ts'
import { findSessions } from './sessions.ts'

export const exportList: JobHandler<SpecOf<'rotation.exportList'>, never> = {
  async run({ choice, format }, { db, today, progress, offerFile }) {
    progress(0, null)
    const t = await libraryWords(db)
    const { bytes, rows } = await writtenList(db, { choice, format, t })
    progress(rows, rows)
    const name = await fileStem(db, { choice, today, t })
    return { file: await offerFile(`${name}.${format}`, bytes), rows }
  },
}

type Named = { choice: ExportChoice; today: string; t: TFunction }

async function fileStem(db: Reader, { choice, today, t }: Named): Promise<string> {
  const stem = t(`rotation.fileNames.${choice.list}`)
  if (choice.list !== 'copies') return `${stem}-${choice.list === 'shipments' ? choice.filters.on : today}`
  const shipment = await readShipment(db, choice.filters.shipmentId, today)
  return `${stem}-${fileName(shipment?.number ?? '') || choice.filters.shipmentId}`
}

type Wanted = { choice: ExportChoice; format: 'xlsx' | 'csv'; t: TFunction }

async function writtenList(db: Reader, { choice, format, t }: Wanted) {
  async function written<Row>(columns: ListColumn<Row>[], rows: readonly Row[]) {
    const list = await openList(format, columns, t(`rotation.tabs.${choice.list}`))
    list.add(rows)
    return { bytes: await list.finish(), rows: rows.length }
  }
  switch (choice.list) {
    case 'shipments':
      return written(shipmentColumns(t), await findShipments(db, choice.filters))
    case 'copies':
      return written(copyColumns(t), await findSent(db, choice.filters))
    case 'sessions':
      return written(sessionColumns(t), await findSessions(db, choice.filters))
  }
}

const day = (on: string | null): string => (on === null ? '' : displayDate(on))

function shipmentColumns(t: TFunction): ListColumn<ShipmentRow>[] {
  return [
    { head: t('rotation.fields.number'), width: 16, value: ({ number }) => number },
    { head: t('rotation.fields.pointId'), width: 40, value: ({ pointName }) => pointName },
    { head: t('rotation.fields.state'), width: 18, value: ({ state }) => t(`rotation.states.${state}`) },
    { head: t('rotation.fields.sentOn'), width: 13, value: ({ sentOn }) => day(sentOn) },
    { head: t('rotation.fields.arrivedOn'), width: 13, value: ({ arrivedOn }) => day(arrivedOn) },
    { head: t('rotation.fields.dueOn'), width: 13, value: ({ dueOn }) => day(dueOn) },
    { head: t('rotation.fields.closedOn'), width: 13, value: ({ closedOn }) => day(closedOn) },
    { head: t('rotation.fields.titles'), width: 10, value: ({ titles }) => titles },
    { head: t('rotation.fields.copies'), width: 10, value: ({ copies }) => copies },
    { head: t('rotation.outcomes.returned'), width: 10, value: ({ back }) => back },
    { head: t('rotation.outcomes.damaged'), width: 10, value: ({ damaged }) => damaged },
    { head: t('rotation.outcomes.missing'), width: 10, value: ({ missing }) => missing },
    { head: t('rotation.outcomes.transferred'), width: 12, value: ({ transferred }) => transferred },
    { head: t('rotation.fields.readersThere'), width: 14, value: ({ readers }) => readers },
    { head: t('rotation.fields.loansThere'), width: 14, value: ({ loans }) => loans },
    { head: t('rotation.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function copyColumns(t: TFunction): ListColumn<SentCopy>[] {
  return [
    { head: t('rotation.fields.accessionNumber'), width: 18, value: (row) => row.accessionNumber },
    { head: t('rotation.fields.title'), width: 60, value: ({ title }) => title },
    { head: t('rotation.fields.callNumber'), width: 18, value: ({ callNumber }) => callNumber },
    {
      head: t('rotation.fields.price'),
      width: 14,
      value: ({ priceMinor }) => priceMinor,
    },
    {
      head: t('rotation.fields.outcome'),
      width: 18,
      value: ({ outcome }) => t(`rotation.outcomes.${outcome ?? 'away'}`),
    },
    { head: t('rotation.fields.outcomeOn'), width: 13, value: ({ outcomeOn }) => day(outcomeOn) },
  ]
}

function sessionColumns(t: TFunction): ListColumn<Session>[] {
  return [
    { head: t('rotation.fields.on'), width: 13, value: ({ on }) => day(on) },
    {
      head: t('rotation.fields.place'),
      width: 40,
      value: ({ pointName, place }) => placeOf(pointName, place),
    },
    { head: t('rotation.fields.routeId'), width: 26, value: ({ routeName }) => routeName },
    { head: t('rotation.fields.vehicleId'), width: 26, value: ({ vehicleName }) => vehicleName },
    { head: t('rotation.fields.siteId'), width: 26, value: ({ siteName }) => siteName },
    {
      head: t('rotation.fields.state'),
      width: 14,
      value: ({ state }) => t(`rotation.sessionStates.${state}`),
    },
    { head: t('rotation.fields.children'), width: 10, value: ({ children }) => children },
    { head: t('rotation.fields.adults'), width: 10, value: ({ adults }) => adults },
    { head: t('rotation.fields.disabled'), width: 12, value: ({ disabled }) => disabled },
    { head: t('rotation.fields.minority'), width: 12, value: ({ minority }) => minority },
    { head: t('rotation.fields.documents'), width: 12, value: ({ documents }) => documents },
    { head: t('rotation.fields.copiesCarried'), width: 12, value: (row) => row.copiesCarried },
    { head: t('rotation.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function placeOf(pointName: string | null, place: string): string {
  return [pointName ?? '', place].filter((part) => part !== '').join(', ')
}
