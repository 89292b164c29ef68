import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import type {
  ChecklistLine,
  Connection,
  EquipmentRow,
  ExportChoice,
  Room,
  Service,
  Software,
} from '../../shared/facilities/contract.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { linesOn } from './checklist.ts'
import { findEquipment } from './equipment-reading.ts'
import { lineName } from './measures.ts'
import { findConnections, findServices, findSoftware } from './registers.ts'
import { findRooms } from './rooms.ts'

export const exportList: JobHandler<SpecOf<'facilities.exportList'>, never> = {
  async run({ choice, format }, { db, progress, offerFile }) {
    progress(0, null)
    const t = await libraryWords(db)
    const { bytes, rows } = await writtenList(db, { choice, format, t })
    progress(rows, rows)
    const file = await offerFile(
      `${t(`facilities.fileNames.${choice.list}`)}-${choice.filters.on}.${format}`,
      bytes,
    )
    return { file, rows }
  },
}

type Wanted = { choice: ExportChoice; format: 'xlsx' | 'csv'; t: TFunction }

async function writtenList(db: Reader, { choice, format, t }: Wanted) {
  const name = t(`facilities.tabs.${choice.list}`)
  async function written<Row>(columns: ListColumn<Row>[], rows: readonly Row[]) {
    const list = await openList(format, columns, name)
    list.add(rows)
    return { bytes: await list.finish(), rows: rows.length }
  }
  switch (choice.list) {
    case 'rooms':
      return written(roomColumns(t), await findRooms(db, choice.filters))
    case 'equipment':
      return written(equipmentColumns(t), await findEquipment(db, choice.filters))
    case 'software':
      return written(softwareColumns(t), await findSoftware(db, choice.filters))
    case 'connections':
      return written(connectionColumns(t), await findConnections(db, choice.filters))
    case 'services':
      return written(serviceColumns(t), await findServices(db, choice.filters))
    case 'workflow':
    case 'infrastructure':
      return written(lineColumns(t), await linesOn(db, choice.list, choice.filters.on))
  }
}

const day = (on: string | null): string => (on === null ? '' : displayDate(on))

function roomColumns(t: TFunction): ListColumn<Room>[] {
  return [
    { head: t('facilities.fields.name'), width: 40, value: ({ name }) => name },
    { head: t('facilities.fields.kind'), width: 20, value: ({ kind }) => t(`facilities.roomKinds.${kind}`) },
    { head: t('facilities.fields.siteId'), width: 26, value: ({ siteName }) => siteName },
    { head: t('facilities.fields.areaM2'), width: 12, value: ({ areaM2 }) => areaM2 },
    { head: t('facilities.fields.seats'), width: 10, value: ({ seats }) => seats },
    { head: t('facilities.fields.equipment'), width: 10, value: ({ equipment }) => equipment },
    { head: t('facilities.fields.openedOn'), width: 13, value: ({ openedOn }) => day(openedOn) },
    { head: t('facilities.fields.closedOn'), width: 13, value: ({ closedOn }) => day(closedOn) },
    {
      head: t('facilities.fields.source'),
      width: 16,
      value: ({ source }) => t(`facilities.sources.${source}`),
    },
    { head: t('facilities.fields.sourceName'), width: 30, value: ({ sourceName }) => sourceName },
    { head: t('facilities.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function equipmentColumns(t: TFunction): ListColumn<EquipmentRow>[] {
  return [
    { head: t('facilities.fields.inventoryNumber'), width: 16, value: (row) => row.inventoryNumber },
    { head: t('facilities.fields.equipmentName'), width: 40, value: ({ name }) => name },
    {
      head: t('facilities.fields.kind'),
      width: 22,
      value: ({ kind }) => t(`facilities.equipmentKinds.${kind}`),
    },
    {
      head: t('facilities.fields.usedBy'),
      width: 14,
      value: (row) => t(`facilities.purposes.${row.purpose}`),
    },
    { head: t('facilities.fields.state'), width: 16, value: (row) => t(`facilities.states.${row.state}`) },
    { head: t('facilities.fields.model'), width: 22, value: ({ model }) => model },
    { head: t('facilities.fields.serialNumber'), width: 18, value: (row) => row.serialNumber },
    { head: t('facilities.fields.tagType'), width: 16, value: ({ tagType }) => tagType },
    {
      head: t('facilities.fields.source'),
      width: 16,
      value: ({ source }) => t(`facilities.sources.${source}`),
    },
    { head: t('facilities.fields.sourceName'), width: 30, value: ({ sourceName }) => sourceName },
    { head: t('facilities.fields.acquiredOn'), width: 13, value: ({ acquiredOn }) => day(acquiredOn) },
    { head: t('facilities.fields.price'), width: 16, value: ({ price }) => price },
    { head: t('facilities.fields.warrantyUntil'), width: 13, value: (row) => day(row.warrantyUntil) },
    { head: t('facilities.fields.siteId'), width: 26, value: ({ siteName }) => siteName },
    { head: t('facilities.fields.roomId'), width: 26, value: ({ roomName }) => roomName },
    { head: t('facilities.fields.retiredOn'), width: 13, value: ({ retiredOn }) => day(retiredOn) },
    { head: t('facilities.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function softwareColumns(t: TFunction): ListColumn<Software>[] {
  return [
    { head: t('facilities.fields.softwareName'), width: 34, value: ({ name }) => name },
    {
      head: t('facilities.fields.purpose'),
      width: 24,
      value: ({ purpose }) => t(`facilities.softwarePurposes.${purpose}`),
    },
    { head: t('facilities.fields.version'), width: 14, value: ({ version }) => version },
    { head: t('facilities.fields.vendor'), width: 26, value: ({ vendor }) => vendor },
    {
      head: t('facilities.fields.licence'),
      width: 20,
      value: (row) => t(`facilities.licences.${row.licence}`),
    },
    { head: t('facilities.fields.usedFrom'), width: 13, value: ({ fromOn }) => day(fromOn) },
    { head: t('facilities.fields.usedUntil'), width: 13, value: ({ untilOn }) => day(untilOn) },
    { head: t('facilities.fields.licenceUntil'), width: 13, value: (row) => day(row.licenceUntil) },
    { head: t('facilities.fields.supportUntil'), width: 13, value: (row) => day(row.supportUntil) },
    { head: t('facilities.fields.replaceBy'), width: 13, value: ({ replaceBy }) => day(replaceBy) },
    { head: t('facilities.fields.replacementPlan'), width: 40, value: (row) => row.replacementPlan },
    { head: t('facilities.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function connectionColumns(t: TFunction): ListColumn<Connection>[] {
  return [
    { head: t('facilities.fields.siteId'), width: 34, value: ({ siteName }) => siteName },
    {
      head: t('facilities.fields.kind'),
      width: 22,
      value: ({ kind }) => t(`facilities.connectionKinds.${kind}`),
    },
    { head: t('facilities.fields.provider'), width: 20, value: ({ provider }) => provider },
    { head: t('facilities.fields.speedMbps'), width: 14, value: ({ speedMbps }) => speedMbps },
    { head: t('facilities.fields.monthlyCost'), width: 16, value: ({ monthlyCost }) => monthlyCost },
    { head: t('facilities.fields.fromOn'), width: 13, value: ({ fromOn }) => day(fromOn) },
    { head: t('facilities.fields.untilOn'), width: 13, value: ({ untilOn }) => day(untilOn) },
    { head: t('facilities.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function serviceColumns(t: TFunction): ListColumn<Service>[] {
  return [
    { head: t('facilities.fields.serviceName'), width: 34, value: ({ name }) => name },
    {
      head: t('facilities.fields.kind'),
      width: 30,
      value: ({ kind }) => t(`facilities.serviceKinds.${kind}`),
    },
    { head: t('facilities.fields.url'), width: 40, value: ({ url }) => url },
    { head: t('facilities.fields.fromOn'), width: 13, value: ({ fromOn }) => day(fromOn) },
    { head: t('facilities.fields.untilOn'), width: 13, value: ({ untilOn }) => day(untilOn) },
    { head: t('facilities.fields.evidence'), width: 40, value: ({ evidence }) => evidence },
    { head: t('facilities.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function lineColumns(t: TFunction): ListColumn<ChecklistLine>[] {
  return [
    { head: t('facilities.fields.line'), width: 44, value: (line) => lineName(line, t) },
    {
      head: t('facilities.fields.state'),
      width: 18,
      value: ({ current }) => (current === null ? '' : t(`facilities.checklistStates.${current.state}`)),
    },
    { head: t('facilities.fields.tool'), width: 40, value: ({ current }) => current?.tool ?? '' },
    { head: t('facilities.fields.fromOn'), width: 13, value: ({ current }) => day(current?.fromOn ?? null) },
  ]
}
