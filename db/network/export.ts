import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Condition, Exchange, ExportChoice, Point, SurveyRow } from '../../shared/network/contract.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { findConditions } from './conditions-reading.ts'
import { findExchanges } from './exchanges-reading.ts'
import { ownFigures } from './own-figures.ts'
import { findPoints } from './points-reading.ts'
import { surveyRows } from './survey.ts'

export const exportList: JobHandler<SpecOf<'network.exportList'>, never> = {
  async run({ choice, format }, { db, progress, offerFile, today }) {
    progress(0, null)
    const t = await libraryWords(db)
    const { bytes, rows } = await writtenList(db, { choice, format, t, today })
    progress(rows, rows)
    const day = choice.list === 'survey' ? String(choice.filters.year) : choice.filters.on
    const file = await offerFile(`${t(`network.fileNames.${choice.list}`)}-${day}.${format}`, bytes)
    return { file, rows }
  },
}

type Wanted = { choice: ExportChoice; format: 'xlsx' | 'csv'; t: TFunction; today: string }

async function writtenList(db: Reader, { choice, format, t, today }: Wanted) {
  const name = t(`network.tabs.${choice.list}`)
  async function written<Row>(columns: ListColumn<Row>[], rows: readonly Row[]) {
    const list = await openList(format, columns, name)
    list.add(rows)
    return { bytes: await list.finish(), rows: rows.length }
  }
  switch (choice.list) {
    case 'points': {
      const { on } = choice.filters
      return written(pointColumns(t), await findPoints(db, choice.filters, () => ownFigures(db, on)))
    }
    case 'conditions':
      return written(conditionColumns(t), await findConditions(db, choice.filters))
    case 'exchanges':
      return written(exchangeColumns(t), await findExchanges(db, choice.filters))
    case 'survey': {
      const { year } = choice.filters
      const end = `${year}-12-31`
      return written(surveyColumns(t), await surveyRows(db, year, end < today ? end : today))
    }
  }
}

const day = (on: string | null): string => (on === null ? '' : displayDate(on))
const measured = (point: Point, measure: 'copies' | 'titles' | 'serials' | 'areaM2') =>
  point.conditions.find((each) => each.measure === measure)?.value ?? null

function pointColumns(t: TFunction): ListColumn<Point>[] {
  return [
    { head: t('network.fields.name'), width: 40, value: ({ name }) => name },
    { head: t('network.fields.kind'), width: 26, value: ({ kind }) => t(`network.kinds.${kind}`) },
    { head: t('network.fields.commune'), width: 24, value: ({ commune }) => commune },
    { head: t('network.fields.communeCode'), width: 10, value: ({ communeCode }) => communeCode },
    { head: t('network.fields.district'), width: 24, value: ({ district }) => district },
    { head: t('network.fields.formerProvinceCode'), width: 10, value: (point) => point.formerProvinceCode },
    { head: t('network.fields.openedOn'), width: 13, value: ({ openedOn }) => day(openedOn) },
    { head: t('network.fields.closedOn'), width: 13, value: ({ closedOn }) => day(closedOn) },
    { head: t('network.fields.mergedIntoId'), width: 30, value: ({ mergedIntoName }) => mergedIntoName },
    { head: t('network.fields.body'), width: 30, value: ({ body }) => body },
    {
      head: t('network.fields.model'),
      width: 20,
      value: ({ model }) => (model === '' ? '' : t(`network.models.${model}`)),
    },
    { head: t('network.fields.address'), width: 34, value: ({ address }) => address },
    { head: t('network.fields.copies'), width: 12, value: (point) => measured(point, 'copies') },
    { head: t('network.fields.titles'), width: 12, value: (point) => measured(point, 'titles') },
    { head: t('network.fields.serials'), width: 12, value: (point) => measured(point, 'serials') },
    { head: t('network.fields.areaM2'), width: 12, value: (point) => measured(point, 'areaM2') },
    {
      head: t('network.fields.standing'),
      width: 16,
      value: ({ standing }) => (standing === null ? '' : t(`network.standings.${standing}`)),
    },
    { head: t('network.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function conditionColumns(t: TFunction): ListColumn<Condition>[] {
  return [
    {
      head: t('network.fields.conditionKind'),
      width: 34,
      value: ({ kind }) => t(`network.conditionKinds.${kind}`),
    },
    {
      head: t('network.fields.measure'),
      width: 26,
      value: ({ measure }) => t(`network.measures.${measure}`),
    },
    { head: t('network.fields.least'), width: 14, value: ({ least }) => least },
    { head: t('network.fields.fromOn'), width: 13, value: ({ fromOn }) => day(fromOn) },
    { head: t('network.fields.basis'), width: 40, value: ({ basis }) => basis },
  ]
}

function exchangeColumns(t: TFunction): ListColumn<Exchange>[] {
  return [
    {
      head: t('network.fields.direction'),
      width: 18,
      value: (row) => t(`network.directions.${row.direction}`),
    },
    { head: t('network.fields.otherName'), width: 34, value: ({ otherName }) => otherName },
    {
      head: t('network.fields.exchangeKind'),
      width: 18,
      value: (row) => t(`network.exchangeKinds.${row.kind}`),
    },
    { head: t('network.fields.what'), width: 40, value: ({ what }) => what },
    { head: t('network.fields.documents'), width: 10, value: ({ documents }) => documents },
    { head: t('network.fields.askedOn'), width: 13, value: ({ askedOn }) => day(askedOn) },
    { head: t('network.fields.sentOn'), width: 13, value: ({ sentOn }) => day(sentOn) },
    { head: t('network.fields.dueOn'), width: 13, value: ({ dueOn }) => day(dueOn) },
    { head: t('network.fields.returnedOn'), width: 13, value: ({ returnedOn }) => day(returnedOn) },
    { head: t('network.fields.state'), width: 16, value: (row) => t(`network.states.${row.state}`) },
    { head: t('network.fields.agreementId'), width: 30, value: ({ agreementName }) => agreementName },
    { head: t('network.fields.cost'), width: 14, value: ({ cost }) => cost },
    { head: t('network.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function surveyColumns(t: TFunction): ListColumn<SurveyRow>[] {
  const said = (answer: 'yes' | 'no' | null) => t(`network.answers.${answer ?? 'unknown'}`)
  return [
    { head: t('network.fields.name'), width: 40, value: ({ name }) => name },
    { head: t('network.fields.kind'), width: 26, value: ({ kind }) => t(`network.kinds.${kind}`) },
    { head: t('network.fields.commune'), width: 24, value: ({ commune }) => commune },
    { head: t('network.fields.website'), width: 16, value: ({ website }) => said(website) },
    { head: t('network.fields.managed'), width: 16, value: ({ managed }) => said(managed) },
    {
      head: t('network.fields.connected'),
      width: 16,
      value: ({ isConnected }) => t(`network.answers.${isConnected ? 'yes' : 'no'}`),
    },
    { head: t('network.fields.answeredOn'), width: 13, value: ({ answeredOn }) => day(answeredOn) },
    { head: t('network.fields.source'), width: 40, value: ({ source }) => source },
  ]
}
