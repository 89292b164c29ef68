import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import type { LoanRow, ReaderRow } from '../../shared/readers/contract.ts'
import type { JobHandler } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { libraryLanguage, wordsIn } from '../words.ts'
import { loansFrom, piecesOf, readersFrom } from './lists.ts'
import { groupName, readGroups } from './settings.ts'

export const exportReaders: JobHandler<SpecOf<'readers.exportReaders'>, never> = {
  async run({ filters, format }, { db, today, progress, offerFile }) {
    const language = await libraryLanguage(db)
    const t = wordsIn[language]
    const groups = new Map((await readGroups(db)).map((group) => [group.id, groupName(group, language)]))
    const list = await openList(format, readerColumns(t, groups), t('readers.list.title'))
    let rows = 0
    for await (const piece of piecesOf(readersFrom, { db, filters, today })) {
      list.add(piece)
      progress((rows += piece.length), null)
    }
    return { file: await offerFile(`ban-doc-${today}.${format}`, await list.finish()), rows }
  },
}

export const exportLoans: JobHandler<SpecOf<'readers.exportLoans'>, never> = {
  async run({ filters, format }, { db, today, progress, offerFile }) {
    const t = wordsIn[await libraryLanguage(db)]
    const list = await openList(format, loanColumns(t), t(`readers.loanStates.${filters.state}`))
    let rows = 0
    for await (const piece of piecesOf(loansFrom, { db, filters, today })) {
      list.add(piece)
      progress((rows += piece.length), null)
    }
    return { file: await offerFile(`muon-tra-${today}.${format}`, await list.finish()), rows }
  },
}

const day = (on: string | null): string => (on === null ? '' : displayDate(on))

function readerColumns(t: TFunction, groups: ReadonlyMap<number, string>): ListColumn<ReaderRow>[] {
  return [
    { head: t('readers.fields.name'), width: 30, value: ({ name }) => name },
    { head: t('readers.fields.cardNumber'), width: 14, value: ({ cardNumber }) => cardNumber ?? '' },
    { head: t('readers.fields.group'), width: 22, value: ({ groupId }) => groups.get(groupId) ?? '' },
    { head: t('readers.fields.unit'), width: 28, value: ({ unit }) => unit },
    {
      head: t('readers.fields.standing'),
      width: 16,
      value: ({ standing }) => t(`readers.standings.${standing}`),
    },
    { head: t('readers.fields.expiresOn'), width: 13, value: ({ expiresOn }) => day(expiresOn) },
    { head: t('readers.columns.openLoans'), width: 12, value: ({ openLoans }) => openLoans },
    { head: t('readers.columns.overdue'), width: 12, value: ({ overdue }) => overdue },
  ]
}

function loanColumns(t: TFunction): ListColumn<LoanRow>[] {
  return [
    {
      head: t('readers.columns.accessionNumber'),
      width: 16,
      value: ({ accessionNumber }) => accessionNumber,
    },
    { head: t('readers.columns.title'), width: 50, value: ({ title }) => title },
    { head: t('readers.columns.reader'), width: 30, value: ({ readerName }) => readerName },
    { head: t('readers.fields.cardNumber'), width: 14, value: ({ cardNumber }) => cardNumber },
    { head: t('readers.columns.phone'), width: 16, value: ({ phone }) => phone },
    { head: t('readers.columns.lentOn'), width: 13, value: ({ lentOn }) => day(lentOn) },
    { head: t('readers.columns.dueOn'), width: 13, value: ({ dueOn }) => day(dueOn) },
    { head: t('readers.columns.renewals'), width: 10, value: ({ renewals }) => renewals },
    { head: t('readers.columns.returnedOn'), width: 13, value: ({ returnedOn }) => day(returnedOn) },
    {
      head: t('readers.columns.lateDays'),
      width: 12,
      value: ({ lateDays }) => (lateDays > 0 ? lateDays : null),
    },
  ]
}
