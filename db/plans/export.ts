import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import type {
  Allocation,
  ExportChoice,
  MilestoneRow,
  PolicyDocument,
  Roadmap,
  TargetRow,
} from '../../shared/plans/contract.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { findDocuments } from './documents.ts'
import { findMilestones } from './milestone-reading.ts'
import { indicatorWords, type IndicatorWords } from '../indicator-words.ts'
import { findAllocations } from './money.ts'
import { findRoadmaps } from './roadmaps.ts'
import { findTargets } from './targets.ts'

export const exportList: JobHandler<SpecOf<'plans.exportList'>, never> = {
  async run({ choice, format }, { db, progress, offerFile }) {
    progress(0, null)
    const t = await libraryWords(db)
    const { bytes, rows } = await writtenList(db, { choice, format, t })
    progress(rows, rows)
    const name = `${t(`plans.fileNames.${choice.list}`)}-${choice.filters.on}.${format}`
    return { file: await offerFile(name, bytes), rows }
  },
}

type Wanted = { choice: ExportChoice; format: 'xlsx' | 'csv'; t: TFunction }

async function writtenList(db: Reader, { choice, format, t }: Wanted) {
  const name = t(`plans.tabs.${choice.list}`)
  async function written<Row>(columns: ListColumn<Row>[], rows: readonly Row[]) {
    const list = await openList(format, columns, name)
    list.add(rows)
    return { bytes: await list.finish(), rows: rows.length }
  }
  switch (choice.list) {
    case 'roadmaps':
      return written(roadmapColumns(t), await findRoadmaps(db, choice.filters))
    case 'milestones':
      return written(milestoneColumns(t), await findMilestones(db, choice.filters))
    case 'documents':
      return written(documentColumns(t), await findDocuments(db, choice.filters))
    case 'allocations':
      return written(allocationColumns(t), await findAllocations(db, choice.filters))
    case 'targets':
      return written(targetColumns(t, await indicatorWords(db)), await findTargets(db, choice.filters))
  }
}

const day = (on: string | null): string => (on === null ? '' : displayDate(on))

function roadmapColumns(t: TFunction): ListColumn<Roadmap>[] {
  return [
    { head: t('plans.fields.roadmapName'), width: 50, value: ({ name }) => name },
    { head: t('plans.fields.kind'), width: 18, value: ({ kind }) => t(`plans.roadmapKinds.${kind}`) },
    {
      head: t('plans.fields.standing'),
      width: 16,
      value: ({ standing }) => t(`plans.roadmapStandings.${standing}`),
    },
    { head: t('plans.fields.number'), width: 18, value: ({ number }) => number },
    { head: t('plans.fields.approvedOn'), width: 13, value: ({ approvedOn }) => day(approvedOn) },
    { head: t('plans.fields.approvedBy'), width: 30, value: ({ approvedBy }) => approvedBy },
    { head: t('plans.fields.startsOn'), width: 13, value: ({ startsOn }) => day(startsOn) },
    { head: t('plans.fields.endsOn'), width: 13, value: ({ endsOn }) => day(endsOn) },
    { head: t('plans.fields.milestones'), width: 10, value: ({ milestones }) => milestones },
    { head: t('plans.fields.done'), width: 10, value: ({ done }) => done },
    { head: t('plans.fields.overdue'), width: 10, value: ({ overdue }) => overdue },
    { head: t('plans.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function milestoneColumns(t: TFunction): ListColumn<MilestoneRow>[] {
  return [
    { head: t('plans.fields.milestoneName'), width: 50, value: ({ name }) => name },
    { head: t('plans.fields.roadmapId'), width: 40, value: ({ roadmapName }) => roadmapName },
    { head: t('plans.fields.due'), width: 13, value: ({ due }) => day(due) },
    { head: t('plans.fields.dueOn'), width: 13, value: ({ dueOn }) => day(dueOn) },
    { head: t('plans.fields.doneOn'), width: 13, value: ({ doneOn }) => day(doneOn) },
    {
      head: t('plans.fields.standing'),
      width: 16,
      value: ({ standing }) => t(`plans.milestoneStandings.${standing}`),
    },
    { head: t('plans.fields.post'), width: 26, value: ({ post }) => post },
    {
      head: t('plans.fields.workshopGroup'),
      width: 20,
      value: ({ workshopGroup }) => (workshopGroup ? t(`plans.workshopGroups.${workshopGroup}`) : ''),
    },
    {
      head: t('plans.fields.taskGroup'),
      width: 24,
      value: ({ taskGroup }) => (taskGroup ? t(`plans.taskGroups.${taskGroup}`) : ''),
    },
    { head: t('plans.fields.evidence'), width: 40, value: ({ evidence }) => evidence },
    {
      head: t('plans.fields.reason'),
      width: 40,
      value: ({ delays }) => delays.map(({ on, reason }) => `${day(on)}: ${reason}`).join('; '),
    },
  ]
}

function documentColumns(t: TFunction): ListColumn<PolicyDocument>[] {
  return [
    { head: t('plans.fields.documentName'), width: 60, value: ({ name }) => name },
    { head: t('plans.fields.number'), width: 18, value: ({ number }) => number },
    { head: t('plans.fields.issuedOn'), width: 13, value: ({ issuedOn }) => day(issuedOn) },
    { head: t('plans.fields.issuer'), width: 30, value: ({ issuer }) => issuer },
    { head: t('plans.fields.kind'), width: 16, value: ({ kind }) => t(`plans.documentKinds.${kind}`) },
    { head: t('plans.fields.field'), width: 18, value: ({ field }) => t(`plans.documentFields.${field}`) },
    { head: t('plans.fields.origin'), width: 22, value: ({ origin }) => t(`plans.origins.${origin}`) },
    {
      head: t('plans.fields.reached'),
      width: 22,
      value: ({ reached }) => (reached ? t(`plans.stages.${reached}`) : ''),
    },
    { head: t('plans.fields.on'), width: 13, value: ({ reachedOn }) => day(reachedOn) },
    { head: t('plans.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function allocationColumns(t: TFunction): ListColumn<Allocation>[] {
  return [
    { head: t('plans.fields.allocationName'), width: 50, value: ({ name }) => name },
    { head: t('plans.fields.year'), width: 8, value: ({ year }) => year },
    {
      head: t('plans.fields.source'),
      width: 22,
      value: ({ source }) => t(`activities.moneySources.${source}`),
    },
    { head: t('plans.fields.purpose'), width: 18, value: ({ purpose }) => t(`plans.purposes.${purpose}`) },
    { head: t('plans.fields.documentNumber'), width: 18, value: ({ documentNumber }) => documentNumber },
    { head: t('plans.fields.allocatedOn'), width: 13, value: ({ allocatedOn }) => day(allocatedOn) },
    { head: t('plans.fields.amount'), width: 18, value: ({ amount }) => amount },
    { head: t('plans.fields.spent'), width: 18, value: ({ spent }) => spent },
    { head: t('plans.fields.percent'), width: 12, value: ({ percent }) => percent },
    { head: t('plans.fields.note'), width: 40, value: ({ note }) => note },
  ]
}

function targetColumns(t: TFunction, words: IndicatorWords): ListColumn<TargetRow>[] {
  return [
    { head: t('plans.fields.indicatorCode'), width: 12, value: ({ indicatorCode }) => indicatorCode },
    {
      head: t('plans.fields.indicator'),
      width: 60,
      value: ({ indicatorCode, isKnown }) =>
        isKnown ? words.name(indicatorCode) : t('plans.targets.unknownIndicator'),
    },
    { head: t('plans.fields.period'), width: 14, value: ({ period }) => period },
    { head: t('plans.fields.scope'), width: 16, value: ({ scope }) => t(`plans.scopes.${scope}`) },
    {
      head: t('plans.fields.direction'),
      width: 16,
      value: ({ direction }) => t(`plans.directions.${direction}`),
    },
    { head: t('plans.fields.value'), width: 14, value: ({ value }) => value },
    { head: t('plans.fields.fromOn'), width: 13, value: ({ fromOn }) => day(fromOn) },
    { head: t('plans.fields.state'), width: 16, value: ({ state }) => t(`plans.targetStates.${state}`) },
    { head: t('plans.fields.targetSource'), width: 40, value: ({ sourceName }) => sourceName },
  ]
}
